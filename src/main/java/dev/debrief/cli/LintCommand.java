package dev.debrief.cli;

import dev.debrief.model.InputProblem;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code debrief lint}: a report held against the evidence and against itself. */
@Command(
    name = "lint",
    mixinStandardHelpOptions = true,
    description =
        "Holds a report, its own or another's, against the evidence and against itself. Status 1 where"
            + " anything is contradicted.")
final class LintCommand implements Callable<Integer> {
  @ParentCommand private DebriefCommand debrief;
  @Mixin private CaseArgument target;

  @Parameters(index = "1", paramLabel = "REPORT.md", description = "The report, Markdown.")
  private Path report;

  @Option(names = "--json", description = "As JSON.")
  private boolean json;

  @Override
  public Integer call() throws InputProblem {
    throw NotThereYet.problem("debrief lint");
  }
}
