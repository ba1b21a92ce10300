package dev.debrief.cli;

import static java.util.Objects.requireNonNull;

import dev.debrief.model.InputProblem;
import dev.debrief.model.Progress;
import dev.debrief.store.ReadOnlyCase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** What a failure is called on the command line: where, what, and what to do, in one line. */
final class Failure {
  private Failure() {}

  static String said(Throwable failure) {
    if (isOutOfMemory(failure)) {
      long megabytes = Runtime.getRuntime().maxMemory() >> 20;
      return "memory: the "
          + megabytes
          + " MB it may use are full, and no case was harmed; allow more, for example with"
          + " JAVA_TOOL_OPTIONS=-Xmx"
          + Math.max(1024, Long.highestOneBit(megabytes) * 4)
          + "m, or import less at once";
    }
    return switch (failure) {
      case InputProblem problem -> where(problem) + ": " + problem.what() + "; " + problem.remedy();
      case Progress.Cancelled cancelled -> "cancelled; nothing was changed";
      case UncheckedIOException unchecked -> said(requireNonNull(unchecked.getCause()));
      case ReadOnlyCase locked -> firstLine(locked);
      case NoSuchFileException gone -> gone.getFile() + ": there is no such file; check the path";
      case AccessDeniedException denied ->
          denied.getFile() + ": it may not be read or written; check its permissions";
      case FileSystemException file when file.getReason() != null ->
          file.getFile() + ": " + file.getReason() + "; check the disk, and try again";
      case IOException io when firstLine(io).contains("damaged") || isOfTheIndex(io) ->
          firstLine(io) + "; look at the case with: debrief verify";
      case IOException io -> firstLine(io) + "; check the disk, and try again";
      default ->
          "internal error: "
              + failure.getClass().getSimpleName()
              + ": "
              + firstLine(failure)
              + "; run it again with --stacktrace and report what it prints";
    };
  }

  /** An empty argument is shown as what the user typed. */
  private static String where(InputProblem problem) {
    String where = problem.where();
    return where.isEmpty() || where.endsWith(" ") ? where + "''" : where;
  }

  /** What a disk said, without the file's name. */
  private static boolean isOutOfMemory(Throwable failure) {
    for (Throwable at = failure; at != null; at = at.getCause()) {
      if (at instanceof OutOfMemoryError) {
        return true;
      }
    }
    return false;
  }

  private static boolean isOfTheIndex(IOException failure) {
    return failure.getClass().getSimpleName().startsWith("CorruptIndex");
  }

  static String firstLine(Throwable failure) {
    return String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
  }
}
