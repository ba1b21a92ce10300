package dev.debrief.cli;

import dev.debrief.desktop.DesktopMain;
import dev.debrief.investigation.OutputFile;
import dev.debrief.model.InputProblem;
import dev.debrief.model.Progress;
import dev.debrief.store.CaseFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
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
  private static final Pattern SIZE = Pattern.compile("(\\d{1,5})[xX](\\d{1,5})");

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

  @Option(
      names = "--view",
      paramLabel = "NAME",
      defaultValue = "timeline",
      description =
          "The view to draw: start, timeline, findings, log, changes, sources, notes, draft or settings"
              + " (default: ${DEFAULT-VALUE}).")
  private String view = "timeline";

  @Option(
      names = "--theme",
      paramLabel = "NAME",
      defaultValue = "light",
      description = "light or dark (default: ${DEFAULT-VALUE}).")
  private String theme = "light";

  @Option(
      names = "--scale",
      paramLabel = "N",
      defaultValue = "1",
      description = "Pixels of the picture for a point of the window, 1 to 4.")
  private double scale = 1;

  OpenCommand() {}

  /** The same without arguments. */
  OpenCommand(DebriefCommand debrief) {
    this.debrief = debrief;
  }

  /** The call where it is no more than the window, on a case or a file where one is named. */
  static Optional<OpenCommand> plainly(String... args) {
    boolean named = args.length > 0 && args[0].equals("open");
    // What a file manager hands over is a file alone.
    boolean alone = args.length == 1 && !Commands.isOne(args[0]) && exists(args[0]);
    boolean plain = args.length < 2 || (args.length == 2 && exists(args[1]));
    if (!alone && args.length > 0 && !(named && plain)) {
      return Optional.empty();
    }
    OpenCommand open = new OpenCommand();
    open.target =
        alone || args.length == 2 ? Optional.of(Path.of(args[args.length - 1])) : Optional.empty();
    return Optional.of(open);
  }

  private static boolean exists(String text) {
    try {
      return !text.isEmpty() && Files.exists(Path.of(text));
    } catch (InvalidPathException e) {
      return false;
    }
  }

  @Override
  public Integer call() throws InputProblem, IOException, InterruptedException {
    if (target.isPresent() && !Files.exists(target.get())) {
      throw new InputProblem(
          target.get().toString(),
          "there is no such case",
          "make one with: debrief import CASE PATH…");
    }
    if (screenshot.isPresent()) {
      picture(screenshot.get());
    } else {
      window(target);
    }
    return 0;
  }

  private void picture(Path file) throws InputProblem, IOException, InterruptedException {
    Matcher wanted = SIZE.matcher(size);
    if (!wanted.matches()) {
      throw new InputProblem("--size " + size, "that is no size", "write it as 1600x1000");
    }
    OutputFile.check(file);
    if (target.isEmpty() || Files.isDirectory(target.get())) {
      picture(target, file, wanted);
    } else {
      Path scratch = Files.createTempDirectory("debrief-open-");
      try {
        Path unpacked = scratch.resolve("case");
        CaseFolder.unarchive(target.get(), unpacked, Progress.NONE).close();
        picture(Optional.of(unpacked), file, wanted);
      } finally {
        remove(scratch);
      }
    }
    debrief.terminal().say(file.toString());
  }

  private static void remove(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  private void picture(Optional<Path> folder, Path file, Matcher wanted)
      throws InputProblem, IOException, InterruptedException {
    DesktopMain.screenshot(
        folder,
        file,
        Integer.parseInt(wanted.group(1)),
        Integer.parseInt(wanted.group(2)),
        view,
        theme,
        scale);
  }

  /** Opens the window and returns when it was closed. */
  static void window(Optional<Path> folder) throws InputProblem {
    if (!Display.isThere()) {
      throw new InputProblem(
          "the desktop",
          "there is no display",
          "use --screenshot, or the other commands: see debrief --help");
    }
    DesktopMain.open(folder);
  }
}
