package dev.debrief.cli;

import dev.debrief.model.InputProblem;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code debrief collect}: what flyctl can still show, into a folder that {@code import} takes. */
@Command(
    name = "collect",
    mixinStandardHelpOptions = true,
    description = {
      "Runs flyctl (logs, releases, machine list, machine status) for an app and keeps what it prints"
          + " in a folder that import takes. Says what it could not get, and shows no content.",
      "The files may hold secrets: only you can read them."
    },
    footerHeading = "%n",
    footer = {
      "flyctl hands out the newest 100 log lines, 25 releases and 20 events of a machine, and nothing"
          + " that is older than its buffer. With --since you are told what lies before them."
    })
final class CollectCommand implements Callable<Integer> {
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final Pattern AGO = Pattern.compile("(\\d{1,9})([smhd])");
  private static final Pattern LOG_TIME = Pattern.compile("\"timestamp\": *\"([0-9T:.\\-]+Z)\"");
  private static final Pattern APP = Pattern.compile("[a-z0-9][a-z0-9-]*");
  private static final Pattern MACHINE = Pattern.compile("[0-9a-z]+");

  @ParentCommand private DebriefCommand debrief;

  @Parameters(paramLabel = "APP", description = "The app's name on the platform.")
  private String app;

  @Option(
      names = "--since",
      paramLabel = "T",
      description =
          "How far back you need: an age such as 3h, or a time such as 2026-02-25T21:00Z.")
  private Optional<String> since;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FOLDER",
      description = "Where to, instead of APP-dumps-TIME.")
  private Optional<Path> output;

  @Option(
      names = "--patience",
      paramLabel = "SECONDS",
      defaultValue = "60",
      description = "How long one call of flyctl may take (default: ${DEFAULT-VALUE}).")
  private int patience;

  private final List<String> missing = new ArrayList<>();

  @Override
  public Integer call() throws InputProblem, IOException, InterruptedException {
    if (!APP.matcher(app).matches()) {
      throw new InputProblem(app, "that is no app's name", "name it as `fly apps list` shows it");
    }
    if (patience < 1) {
      throw new InputProblem("--patience " + patience, "no call is that quick", "give 1 or more");
    }
    Instant now = Instant.now();
    Optional<Instant> wanted = since.isEmpty() ? Optional.empty() : Optional.of(since(now));
    Flyctl flyctl =
        Flyctl.onPath(
            Optional.ofNullable(System.getenv("PATH")).orElse(""), Duration.ofSeconds(patience));
    Path folder = folder(now);
    boolean logs = save(flyctl, folder, "fly-logs.json", "logs", "--json", "--no-tail");
    if (logs && wanted.isPresent()) {
      reaches(folder.resolve("fly-logs.json"), wanted.get());
    }
    save(flyctl, folder, "releases.json", "releases", "--json");
    if (save(flyctl, folder, "machines.json", "machine", "list", "--json")) {
      for (String machine : machines(folder.resolve("machines.json"))) {
        save(flyctl, folder, "machine-status-" + machine + ".txt", "machine", "status", machine);
      }
    }
    return told(folder);
  }

  private Path folder(Instant now) throws InputProblem, IOException {
    Path folder = output.orElse(Path.of(app + "-dumps-" + STAMP.format(now)));
    if (Files.exists(folder)) {
      try (Stream<Path> files =
          Files.isDirectory(folder) ? Files.list(folder) : Stream.of(folder)) {
        if (files.findAny().isPresent()) {
          throw new InputProblem(
              folder.toString(), "there is something in it already", "name a new folder");
        }
      }
    }
    Files.createDirectories(folder);
    if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
    }
    return folder;
  }

  /** Whether there is something of it now. */
  private boolean save(Flyctl flyctl, Path folder, String name, String... arguments)
      throws IOException, InterruptedException {
    List<String> call = new ArrayList<>(List.of(arguments));
    call.addAll(List.of("--app", app));
    Path file = folder.resolve(name);
    Flyctl.Outcome outcome = flyctl.save(file, call.toArray(String[]::new));
    if (!outcome.worked()) {
      missing.add("flyctl " + String.join(" ", call) + ": " + outcome.why());
    }
    if (!Files.exists(file)) {
      return false;
    }
    debrief.terminal().say(file + "  " + Files.size(file) + " bytes");
    return true;
  }

  private List<String> machines(Path file) throws IOException {
    List<String> ids = new ArrayList<>();
    try {
      for (JsonNode machine : JsonMapper.shared().readTree(file)) {
        String id = machine.path("id").asString("");
        if (MACHINE.matcher(id).matches()) {
          ids.add(id);
        }
      }
    } catch (JacksonException e) {
      missing.add("the machines' status: machines.json is no JSON that could be read");
    }
    return ids;
  }

  /** Says so where the log begins later than was asked for. */
  private void reaches(Path logs, Instant wanted) throws IOException {
    Matcher time = LOG_TIME.matcher(Files.readString(logs));
    Instant first = Instant.MAX;
    while (time.find()) {
      Instant at = Instant.parse(time.group(1));
      first = at.isBefore(first) ? at : first;
    }
    if (first.isAfter(wanted)) {
      missing.add(
          "the log from "
              + wanted.truncatedTo(ChronoUnit.SECONDS)
              + (first.equals(Instant.MAX) ? "" : " to " + first.truncatedTo(ChronoUnit.SECONDS))
              + ": flyctl hands out the newest 100 lines only; take older ones from your log shipper"
              + " or from the dashboard's log search (seven days)");
    }
  }

  private Instant since(Instant now) throws InputProblem {
    String text = since.orElseThrow();
    Matcher ago = AGO.matcher(text);
    if (ago.matches()) {
      long count = Long.parseLong(ago.group(1));
      return now.minus(
          switch (ago.group(2)) {
            case "s" -> Duration.ofSeconds(count);
            case "m" -> Duration.ofMinutes(count);
            case "h" -> Duration.ofHours(count);
            default -> Duration.ofDays(count);
          });
    }
    return Times.instant(text, "--since");
  }

  private int told(Path folder) throws IOException {
    Terminal terminal = debrief.terminal();
    if (!missing.isEmpty()) {
      terminal.say("");
      terminal.say("Not got:");
      missing.forEach(line -> terminal.say("  " + line));
    }
    terminal.say("");
    try (Stream<Path> files = Files.list(folder)) {
      if (files.findAny().isEmpty()) {
        Files.delete(folder);
        terminal.say("Nothing was kept.");
        return Main.NO;
      }
    }
    terminal.say("Next: debrief import " + app + "-case " + folder + " --app " + app);
    return missing.isEmpty() ? 0 : Main.NO;
  }
}
