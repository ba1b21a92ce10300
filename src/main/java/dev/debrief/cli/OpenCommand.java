package dev.debrief.cli;

import dev.debrief.model.InputProblem;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code debrief open}: the desktop. */
@Command(
    name = "open",
    mixinStandardHelpOptions = true,
    description = "Opens the desktop, on a case where one is named.")
final class OpenCommand implements Callable<Integer> {
  @ParentCommand private DebriefCommand debrief;

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "CASE",
      description = "A case, or an archive of one.")
  private Optional<Path> target = Optional.empty();

  @Option(
      names = "--screenshot",
      paramLabel = "FILE.png",
      description = "Draw one view into a picture, without a display, and end.")
  private Optional<Path> screenshot = Optional.empty();

  @Option(
      names = "--size",
      paramLabel = "WxH",
      defaultValue = "1600x1000",
      description = "The picture's size (default: ${DEFAULT-VALUE}).")
  private String size = "1600x1000";

  @Option(names = "--view", paramLabel = "NAME", description = "The view to draw.")
  private Optional<String> view = Optional.empty();

  OpenCommand() {}

  /** The same without arguments. */
  OpenCommand(DebriefCommand debrief) {
    this.debrief = debrief;
  }

  @Override
  public Integer call() throws InputProblem {
    throw NotThereYet.problem("debrief open");
  }
}
