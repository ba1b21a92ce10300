package dev.debrief.cli;

import dev.debrief.investigation.Investigation;
import dev.debrief.investigation.OutputFile;
import dev.debrief.model.InputProblem;
import dev.debrief.report.Redaction;
import dev.debrief.source.ImportOptions;
import dev.debrief.timeline.Picture;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/** {@code debrief demo}: the sample incident. */
@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    description =
        "Imports the sample incident into a scratch case and opens it; without a display it writes the"
            + " draft and a picture of the timeline and says where.")
final class DemoCommand implements Callable<Integer> {
  private static final ImportOptions OPTIONS =
      new ImportOptions(
          Optional.empty(),
          OptionalInt.empty(),
          Optional.empty(),
          "blockster-v2",
          Optional.empty());

  @ParentCommand private DebriefCommand debrief;

  @Override
  public Integer call() throws InputProblem, IOException {
    Terminal terminal = debrief.terminal();
    Path folder = Files.createTempDirectory("debrief-demo-");
    Path scratch = folder.resolve("blockster-outage");
    try (ShownProgress progress = ShownProgress.on(terminal);
        Investigation investigation = Investigation.openOrCreate(scratch)) {
      investigation.importAll(List.of(sample()), InputStream.nullInputStream(), OPTIONS, progress);
      terminal.say("case      " + scratch);
      if (!Display.isThere()) {
        Path draft = folder.resolve("draft.md");
        Path picture = folder.resolve("timeline.png");
        OutputFile.write(draft, investigation.draft("outage", progress).markdown());
        OutputFile.write(
            picture,
            Picture.of(investigation.timeline(progress)).saying(Redaction.standard()::hide).png(2));
        terminal.say("draft     " + draft);
        terminal.say("timeline  " + picture);
        return 0;
      }
    }
    terminal.out().flush();
    OpenCommand.window(Optional.of(scratch));
    return 0;
  }

  /** Beside the sources in a clone, beside the program in an installation. */
  static Path sample() throws InputProblem {
    String home = System.getProperty("debrief.home", ".");
    Path sample = Path.of(home, "sample-logs", "blockster-outage");
    if (!Files.isDirectory(sample)) {
      throw new InputProblem(
          sample.toString(), "the sample incident is not there", "clone or install Debrief again");
    }
    return sample;
  }
}
