package dev.debrief.cli;

import dev.debrief.investigation.Investigation;
import dev.debrief.investigation.OutputFile;
import dev.debrief.model.InputProblem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code debrief archive}: a case as one file. */
@Command(
    name = "archive",
    mixinStandardHelpOptions = true,
    description =
        "Writes a case as one file to hand on. It holds the dumps word for word, secrets included.")
final class ArchiveCommand implements Callable<Integer> {
  @ParentCommand private DebriefCommand debrief;
  @Mixin private CaseArgument target;

  @Parameters(index = "1", paramLabel = "FILE.debrief.zip", description = "The archive to write.")
  private Path file;

  @Override
  public Integer call() throws InputProblem, IOException {
    OutputFile.check(file);
    try (ShownProgress progress = ShownProgress.on(debrief.terminal());
        Investigation investigation = Investigation.open(target.folder())) {
      investigation.folder().archive(file, progress);
    }
    debrief.terminal().say(file.toString());
    debrief.terminal().note("it holds the dumps word for word, secrets included");
    return 0;
  }
}
