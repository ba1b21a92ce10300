package dev.debrief.cli;

import dev.debrief.model.InputProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files that the user wants read. */
final class InputFile {
  private InputFile() {}

  /** All of its bytes. */
  static byte[] bytes(Path file) throws InputProblem {
    check(file);
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new InputProblem(
          file.toString(), "it can't be read (" + Failure.firstLine(e) + ")", "check the disk", e);
    }
  }

  /**
   * Looks whether it is a file that can be read.
   *
   * @throws InputProblem that says why not
   */
  static void check(Path file) throws InputProblem {
    if (Files.isDirectory(file)) {
      throw new InputProblem(file.toString(), "it is a folder", "name a file");
    }
    if (!Files.exists(file)) {
      throw new InputProblem(file.toString(), "there is no such file", "check the path");
    }
    if (!Files.isReadable(file)) {
      throw new InputProblem(file.toString(), "it may not be read", "check its permissions");
    }
  }
}
