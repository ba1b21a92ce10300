package dev.debrief.cli;

import dev.debrief.model.InputProblem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files that the user named. */
final class Output {
  private Output() {}

  static void write(Path file, String text) throws InputProblem {
    write(file, text.getBytes(StandardCharsets.UTF_8));
  }

  static void write(Path file, byte[] bytes) throws InputProblem {
    try {
      Files.write(file, bytes);
    } catch (IOException e) {
      throw new InputProblem(
          file.toString(), "it can't be written", "name a file in a folder you may write to", e);
    }
  }
}
