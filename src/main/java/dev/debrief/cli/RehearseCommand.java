package dev.debrief.cli;

import dev.debrief.desktop.DesktopMain;
import dev.debrief.investigation.Investigation;
import dev.debrief.investigation.LongLog;
import dev.debrief.model.InputProblem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/**
 * {@code debrief rehearse}: what people do, once, in one process, so that the JVM can learn the
 * program's start from it ({@code -XX:AOTCacheOutput}).
 */
@Command(
    name = "rehearse",
    hidden = true,
    mixinStandardHelpOptions = true,
    description =
        "Goes through the sample incident once, in a new folder, for the JVM to learn from.")
final class RehearseCommand implements Callable<Integer> {
  /** How often the sample's 160,000 lines are read as one log. */
  private static final int TIMES = 5;

  @ParentCommand private DebriefCommand debrief;

  @Parameters(paramLabel = "FOLDER", description = "An empty folder for what comes of it.")
  private Path folder;

  @Override
  public Integer call() throws InputProblem, IOException, InterruptedException {
    String theCase = folder.resolve("case").toString();
    List<List<String>> calls =
        List.of(
            List.of("import", theCase, DemoCommand.sample().toString()),
            List.of("findings", theCase, "--json"),
            List.of("search", theCase, "level:error", "--json"),
            List.of("timeline", theCase, "--json"),
            List.of("report", theCase, "-o", folder.resolve("draft.md").toString()));
    int worst = 0;
    for (List<String> call : calls) {
      worst = Math.max(worst, Main.run(debrief.terminal(), call.toArray(String[]::new)));
    }
    worst = Math.max(worst, importLong(Path.of(theCase)));
    DesktopMain.rehearse(Path.of(theCase), folder);
    return worst;
  }

  /** The loops of a long import, too. */
  private int importLong(Path theCase) throws InputProblem, IOException {
    try (Investigation sample = Investigation.open(theCase);
        InputStream log = LongLog.of(sample.index(), TIMES)) {
      Terminal terminal = debrief.terminal();
      return Main.run(
          new Terminal(log, terminal.out(), terminal.err(), false),
          "import",
          folder.resolve("long").toString(),
          "-");
    }
  }
}
