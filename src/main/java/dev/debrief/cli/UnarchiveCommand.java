package dev.debrief.cli;

import dev.debrief.model.InputProblem;
import dev.debrief.store.CaseFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code debrief unarchive}: an archive as a case again. */
@Command(
    name = "unarchive",
    mixinStandardHelpOptions = true,
    description = "Makes a case of an archive, in a folder that is new or empty.")
final class UnarchiveCommand implements Callable<Integer> {
  @ParentCommand private DebriefCommand debrief;

  @Parameters(index = "0", paramLabel = "FILE.debrief.zip", description = "The archive.")
  private Path file;

  @Parameters(index = "1", paramLabel = "CASE", description = "The case to make.")
  private Path folder;

  @Override
  public Integer call() throws InputProblem, IOException {
    InputFile.check(file);
    try (ShownProgress progress = ShownProgress.on(debrief.terminal())) {
      CaseFolder.unarchive(file, folder, progress).close();
    }
    debrief.terminal().say(folder.toString());
    return 0;
  }
}
