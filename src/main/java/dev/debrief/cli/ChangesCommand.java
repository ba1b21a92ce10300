package dev.debrief.cli;

import dev.debrief.investigation.Investigation;
import dev.debrief.model.Change;
import dev.debrief.model.InputProblem;
import dev.debrief.model.Verdict;
import dev.debrief.store.ContractJson;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code debrief changes}: what was done to the app, and what it did. */
@Command(
    name = "changes",
    mixinStandardHelpOptions = true,
    description =
        "Deploys, rollbacks, secrets, scaling and commits, oldest first, with what each did to the"
            + " failures.")
final class ChangesCommand implements Callable<Integer> {
  @ParentCommand private DebriefCommand debrief;
  @Mixin private CaseArgument target;

  @Option(names = "--json", description = "As JSON.")
  private boolean json;

  @Override
  public Integer call() throws InputProblem, IOException {
    try (ShownProgress progress = ShownProgress.on(debrief.terminal());
        Investigation investigation = Investigation.open(target.folder())) {
      List<Change> changes = investigation.conclusions(progress).changes();
      if (json) {
        debrief.terminal().json(ContractJson.changes(changes));
      } else {
        Table table = new Table("TIME", "CHANGE", "KIND", "IMPACT", "STATUS", "WHAT");
        for (Change change : changes) {
          Verdict impact = change.impact();
          table.row(
              ContractJson.time(change.moment().at()),
              change.change(),
              word(change.kind()),
              impact == null ? "" : word(impact),
              change.status(),
              change.description());
        }
        table.print(debrief.terminal());
      }
    }
    return 0;
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
