package dev.debrief.investigation;

import dev.debrief.model.InputProblem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files that the user named, to be written. Folders that are missing are not made. */
public final class OutputFile {
  private OutputFile() {}

  /** Writes text as UTF-8, over what was there. */
  public static void write(Path file, String text) throws InputProblem {
    write(file, text.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Writes bytes over what was there.
   *
   * @throws InputProblem that says why it can't
   */
  public static void write(Path file, byte[] bytes) throws InputProblem {
    check(file);
    try {
      Files.write(file, bytes);
    } catch (IOException e) {
      throw new InputProblem(
          file.toString(),
          "it can't be written (" + reason(e) + ")",
          "name a file on a disk that has room",
          e);
    }
  }

  /**
   * Looks whether a file can be made there, before something slow is begun that would end in it.
   *
   * @throws InputProblem that says why not
   */
  public static void check(Path file) throws InputProblem {
    Path folder = file.toAbsolutePath().getParent();
    String reason =
        Files.isDirectory(file)
            ? "it is a folder"
            : folder == null || !Files.isDirectory(folder)
                ? "its folder is not there"
                : !Files.isWritable(Files.exists(file) ? file : folder) ? "permission denied" : "";
    if (!reason.isEmpty()) {
      throw new InputProblem(
          file.toString(),
          "it can't be written (" + reason + ")",
          "name a file in a folder you may write to");
    }
  }

  /** What a disk said, in a clause. */
  public static String reason(IOException failure) {
    return failure instanceof FileSystemException file && file.getReason() != null
        ? file.getReason()
        : String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
  }
}
