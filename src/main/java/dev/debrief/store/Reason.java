package dev.debrief.store;

import dev.debrief.model.InputProblem;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.ReadOnlyFileSystemException;
import java.util.Locale;

/** What a disk said, in a user's terms. */
final class Reason {
  private Reason() {}

  /** One clause. */
  static String of(Throwable failure) {
    Throwable deepest = failure;
    while (deepest.getCause() != null && deepest.getMessage() == null) {
      deepest = deepest.getCause();
    }
    return switch (deepest) {
      case AccessDeniedException e -> "permission denied";
      case NoSuchFileException e -> Path.of(e.getFile()).getFileName() + " is lost";
      case DirectoryNotEmptyException e -> "it is a folder";
      case ReadOnlyFileSystemException e -> "the disk is read-only";
      case FileSystemException e when e.getReason() != null -> e.getReason();
      default ->
          deepest.getMessage() == null ? deepest.getClass().getSimpleName() : deepest.getMessage();
    };
  }

  /** What to tell the user of a case that can't be written; the case is as before. */
  static InputProblem unwritable(Path folder, IOException failure) {
    if (failure instanceof ReadOnlyCase) {
      return new InputProblem(
          folder.toString(), "the case can't be written to here", ReadOnlyCase.REMEDY, failure);
    }
    String said = of(failure);
    String low = said.toLowerCase(Locale.ROOT);
    String remedy = "import again when that is mended";
    if (low.contains("space")
        || low.contains("full")
        || low.contains("quota")
        || low.contains("too large")) {
      remedy = "free some space and import again";
    } else if (low.contains("read-only")
        || low.contains("readonly")
        || low.contains("permission")) {
      remedy = "choose a folder you may write to";
    }
    return new InputProblem(
        folder.toString(),
        "the case can't be written (" + said + ") and stays as it was",
        remedy,
        failure);
  }
}
