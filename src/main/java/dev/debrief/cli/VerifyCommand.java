package dev.debrief.cli;

import dev.debrief.model.InputProblem;
import dev.debrief.store.CaseFolder;
import dev.debrief.store.Verification;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;

/** {@code debrief verify}: whether a case is whole. */
@Command(
    name = "verify",
    mixinStandardHelpOptions = true,
    description =
        "Holds a case against itself: originals, accounts, index. Status 1 where something is wrong.")
final class VerifyCommand implements Callable<Integer> {
  @ParentCommand private DebriefCommand debrief;
  @Mixin private CaseArgument target;

  @Override
  public Integer call() throws InputProblem, IOException {
    Terminal terminal = debrief.terminal();
    Verification verification;
    try (ShownProgress progress = ShownProgress.on(terminal)) {
      verification = CaseFolder.verify(target.folder(), progress);
    }
    verification.checked().forEach(terminal::say);
    verification.faults().forEach(fault -> terminal.note("wrong: " + fault));
    terminal.say(verification.whole() ? "The case is whole." : "The case is not whole.");
    return verification.whole() ? 0 : Main.NO;
  }
}
