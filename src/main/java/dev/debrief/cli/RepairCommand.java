package dev.debrief.cli;

import dev.debrief.model.InputProblem;
import dev.debrief.store.CaseFolder;
import dev.debrief.store.Imported;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;

/** {@code debrief repair}: a case made anew from what was imported. */
@Command(
    name = "repair",
    mixinStandardHelpOptions = true,
    description =
        "Rebuilds a case from the originals it keeps, also one that doesn't open. Pins, notes and"
            + " drafts stay. Status 1 where an original can't be read any more: it leaves the"
            + " case, for originals/aside in its folder.")
final class RepairCommand implements Callable<Integer> {
  @ParentCommand private DebriefCommand debrief;
  @Mixin private CaseArgument target;

  @Override
  public Integer call() throws InputProblem, IOException {
    Terminal terminal = debrief.terminal();
    Imported imported;
    try (ShownProgress progress = ShownProgress.on(terminal)) {
      imported = CaseFolder.repair(target.folder(), progress);
    }
    imported.refused().forEach(refused -> terminal.note("lost: " + refused.message()));
    terminal.say(
        imported.refused().isEmpty()
            ? "The case was made anew from its originals."
            : imported.added().isEmpty()
                ? "None of its originals can be read."
                : "The case was made anew from what is left of its originals.");
    return imported.refused().isEmpty() ? 0 : Main.NO;
  }
}
