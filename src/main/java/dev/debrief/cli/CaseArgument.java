package dev.debrief.cli;

import java.nio.file.Path;
import picocli.CommandLine.Parameters;

/** The case a command works on. */
final class CaseArgument {
  @Parameters(index = "0", paramLabel = "CASE", description = "The case: a folder.")
  private Path folder;

  Path folder() {
    return folder;
  }
}
