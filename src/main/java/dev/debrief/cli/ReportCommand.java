package dev.debrief.cli;

import dev.debrief.investigation.Investigation;
import dev.debrief.model.InputProblem;
import dev.debrief.report.Draft;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code debrief report}: the draft. */
@Command(
    name = "report",
    mixinStandardHelpOptions = true,
    description =
        "Writes the draft: Markdown in which every sentence is backed by lines of the log, and what"
            + " only people know is a marked prompt. Secrets are hidden and counted.")
final class ReportCommand implements Callable<Integer> {
  @ParentCommand private DebriefCommand debrief;
  @Mixin private CaseArgument target;

  @Option(
      names = "--template",
      paramLabel = "NAME",
      defaultValue = "outage",
      description =
          "outage, vendor, chronicle, postmortem or resolution (default: ${DEFAULT-VALUE}).")
  private String template;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE.md",
      description = "Where to, instead of standard output.")
  private Optional<Path> output;

  @Override
  public Integer call() throws InputProblem, IOException {
    Draft draft;
    try (ShownProgress progress = ShownProgress.on(debrief.terminal());
        Investigation investigation = Investigation.open(target.folder())) {
      draft = investigation.draft(template, progress);
    }
    if (output.isEmpty()) {
      debrief.terminal().write(draft.markdown());
    } else {
      Output.write(output.get(), draft.markdown());
      debrief.terminal().say(output.get().toString());
    }
    return 0;
  }
}
