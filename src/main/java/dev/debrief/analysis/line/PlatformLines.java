package dev.debrief.analysis.line;

import dev.debrief.model.Level;
import dev.debrief.model.LogRecord;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the platform's own messages. Every shape is anchored at the message's beginning and bound
 * to the provider that says it, so that an app's text which only mentions one is not taken for it.
 */
public final class PlatformLines {
  private static final Pattern AUTOSTOP =
      Pattern.compile(
          "auto(?:matically )?(stopping|suspending) machine ([0-9a-z]+)", Pattern.CASE_INSENSITIVE);
  private static final Pattern CHECK =
      Pattern.compile(
          "^Health check (?:'([^']+)' )?on port (\\d+) (has failed|is now passing|is in a 'warning')");
  private static final Pattern OLD_CHECK =
      Pattern.compile("^Health check status changed '\\w+' => '(\\w+)'");
  private static final Pattern GAVE_UP =
      Pattern.compile("reached its max restart count(?: of)? \\(?(\\d{1,9})");
  private static final Pattern FIRECRACKER =
      Pattern.compile(
          "^\\d{4}-\\d\\d-\\d\\dT[0-9:.]+ \\[[0-9A-Za-z-]+:main\\] Running Firecracker");

  private static final String SHUTTING_DOWN = " received - shutting down";

  private PlatformLines() {}

  /** What the record tells of a machine's life, if it is the platform that speaks. */
  public static Optional<PlatformLine> read(LogRecord log) {
    String text = log.message();
    if (log.provider().equals("app") && !begins(text)) {
      return Optional.empty();
    }
    int end = text.indexOf('\n');
    String line = (end < 0 ? text : text.substring(0, end)).strip();
    if (line.isEmpty() && log.fields().isEmpty()) {
      return Optional.empty();
    }
    return switch (log.provider()) {
      case "app" -> vm(line);
      case "runner" -> runner(line);
      case "proxy" -> proxy(log, line);
      case "health" -> health(line);
      case "" -> vm(line).or(() -> runner(line)).or(() -> health(line)).or(() -> autostop(line));
      default -> Optional.empty();
    };
  }

  /**
   * Whether a line may be one of {@link #vm}'s by how it begins. Nearly all of a log is not, and is
   * spared being cut and stripped.
   */
  private static boolean begins(String text) {
    int from = 0;
    while (from < text.length() && Character.isWhitespace(text.charAt(from))) {
      from++;
    }
    if (from == text.length()) {
      return false;
    }
    char first = text.charAt(from);
    if (first == '[') {
      return text.indexOf("reboot: ", from) >= 0 || text.indexOf("Out of memory", from) >= 0;
    }
    if (Character.isDigit(first)) {
      // A date, or what the runtime writes on a signal: the time of day alone begins most lines.
      return (from + 4 < text.length() && text.charAt(from + 4) == '-')
          || text.indexOf(SHUTTING_DOWN, from) >= 0;
    }
    return "MSPROVEIW".indexOf(first) >= 0;
  }

  private static Optional<PlatformLine> vm(String line) {
    if (line.isEmpty()) {
      return Optional.empty();
    }
    char first = line.charAt(0);
    if (first == '[') {
      return kernel(line);
    }
    if (Character.isDigit(first)) {
      return dated(line);
    }
    String said = withoutLevel(line);
    if (said.isEmpty()) {
      return Optional.empty();
    }
    return switch (said.charAt(0)) {
      case 'M' -> mainChild(said);
      case 'S' -> starting(said);
      case 'P' ->
          said.startsWith("Preparing to run: `")
              ? Optional.of(new PlatformLine.Preparing(quoted(said, '`')))
              : said.startsWith("Process appears to have been OOM killed")
                  ? Optional.of(new PlatformLine.OomFound())
                  : Optional.empty();
      case 'R' -> reaped(said);
      case 'O' ->
          said.startsWith("Out of memory: Killed process")
              ? Optional.of(new PlatformLine.KernelOom(""))
              : Optional.empty();
      case 'V' ->
          said.startsWith("Virtual machine exited abruptly")
              ? Optional.of(new PlatformLine.AbruptEnd())
              : Optional.empty();
      case 'E' ->
          said.startsWith("Error: failed to spawn command")
              ? Optional.of(new PlatformLine.SpawnFailed())
              : Optional.empty();
      default -> Optional.empty();
    };
  }

  private static Optional<PlatformLine> mainChild(String said) {
    if (said.startsWith("Main child exited normally with code: ")) {
      return number(said, "Main child exited normally with code: ".length())
          .map(PlatformLine.MainExited::new);
    }
    if (said.startsWith("Main child exited with signal")) {
      int at = said.indexOf("signal '");
      String name = at < 0 ? "" : quoted(said.substring(at), '\'');
      return Optional.of(new PlatformLine.MainKilled(signalName(name)));
    }
    return Optional.empty();
  }

  private static Optional<PlatformLine> starting(String said) {
    if (said.startsWith("Starting init (commit")) {
      return Optional.of(new PlatformLine.InitStarted());
    }
    if (said.startsWith("Sending signal ") && said.contains(" to main child process")) {
      int from = "Sending signal ".length();
      int to = said.indexOf(' ', from);
      return Optional.of(new PlatformLine.SignalSent(signalName(said.substring(from, to))));
    }
    return Optional.empty();
  }

  private static Optional<PlatformLine> reaped(String said) {
    if (said.startsWith("Reaped child process with pid")) {
      int at = said.indexOf("signal: ");
      if (at < 0) {
        return Optional.of(new PlatformLine.ChildReaped(""));
      }
      int from = at + "signal: ".length();
      int to = from;
      while (to < said.length() && Character.isLetterOrDigit(said.charAt(to))) {
        to++;
      }
      return Optional.of(new PlatformLine.ChildReaped(signalName(said.substring(from, to))));
    }
    if (said.startsWith("Running: `")) {
      return Optional.of(new PlatformLine.Preparing(quoted(said, '`')));
    }
    return said.startsWith("Received SIGUSR1") || said.startsWith("Received SIGQUIT")
        ? Optional.of(new PlatformLine.BeamHalted(said.substring(9, 16)))
        : Optional.empty();
  }

  private static Optional<PlatformLine> kernel(String line) {
    int close = line.indexOf(']');
    if (close < 0) {
      return Optional.empty();
    }
    String said = line.substring(close + 1).strip();
    if (said.startsWith("reboot: ")) {
      return Optional.of(new PlatformLine.Reboot());
    }
    if (said.contains("Out of memory: Killed process ")) {
      int open = said.indexOf('(');
      int shut = said.indexOf(')', Math.max(open, 0));
      String process = open >= 0 && shut > open ? said.substring(open + 1, shut) : "";
      return Optional.of(new PlatformLine.KernelOom(process));
    }
    return Optional.empty();
  }

  private static Optional<PlatformLine> dated(String line) {
    if (line.length() > 4 && line.charAt(4) == '-' && line.contains("Running Firecracker")) {
      return FIRECRACKER.matcher(line).find()
          ? Optional.of(new PlatformLine.VmStarted())
          : Optional.empty();
    }
    if (line.endsWith(SHUTTING_DOWN)) {
      int to = line.length() - SHUTTING_DOWN.length();
      int from = line.lastIndexOf(' ', to - 1) + 1;
      String name = line.substring(from, to);
      return name.startsWith("SIG")
          ? Optional.of(new PlatformLine.BeamStopping(name))
          : Optional.empty();
    }
    return Optional.empty();
  }

  private static Optional<PlatformLine> runner(String line) {
    String said = withoutLevel(line);
    if (said.startsWith("Pulling container image")) {
      return Optional.of(
          new PlatformLine.ImagePulled(said.substring("Pulling container image".length()).strip()));
    }
    if (said.startsWith("Machine started in ")) {
      return Optional.of(new PlatformLine.MachineStarted(false));
    }
    if (said.startsWith("Machine created and started in ")) {
      return Optional.of(new PlatformLine.MachineStarted(true));
    }
    if (said.startsWith("machine exited with exit code ")) {
      return number(said, "machine exited with exit code ".length())
          .map(PlatformLine.RunnerExit::new);
    }
    if (said.startsWith("machine has reached its max restart count")) {
      Matcher m = GAVE_UP.matcher(said);
      return Optional.of(new PlatformLine.GaveUp(m.find() ? Integer.parseInt(m.group(1)) : 10));
    }
    if (said.startsWith("machine restart policy set to 'no'")) {
      return Optional.of(new PlatformLine.NeverRestarts());
    }
    if (said.startsWith("Trial machine stopping") || said.startsWith("Machine stopping. trial")) {
      return Optional.of(new PlatformLine.TrialStop());
    }
    return said.startsWith("Virtual machine exited abruptly")
        ? Optional.of(new PlatformLine.AbruptEnd())
        : Optional.empty();
  }

  private static Optional<PlatformLine> proxy(LogRecord log, String line) {
    if (line.equals("Starting machine")) {
      return Optional.of(new PlatformLine.Waking());
    }
    if (line.startsWith("machine became reachable in ")) {
      return Optional.of(new PlatformLine.Reachable());
    }
    Optional<PlatformLine> stop = autostop(line);
    if (stop.isPresent()) {
      return stop;
    }
    boolean failed =
        log.level().compareTo(Level.ERROR) >= 0
            || !log.fields().getOrDefault("error.message", "").isEmpty();
    return failed ? Optional.of(new PlatformLine.ProxyFailure()) : Optional.empty();
  }

  private static Optional<PlatformLine> autostop(String line) {
    if (!line.contains("machine")) {
      return Optional.empty();
    }
    Matcher m = AUTOSTOP.matcher(line);
    return m.find()
        ? Optional.of(
            new PlatformLine.Autostop(m.group(2), m.group(1).equalsIgnoreCase("suspending")))
        : Optional.empty();
  }

  private static Optional<PlatformLine> health(String line) {
    Matcher m = CHECK.matcher(line);
    if (m.find()) {
      String name = m.group(1) == null ? "port " + m.group(2) : m.group(1);
      return switch (m.group(3)) {
        case "has failed" -> Optional.of(new PlatformLine.CheckFailed(name));
        case "is now passing" -> Optional.of(new PlatformLine.CheckPassing(name));
        default -> Optional.empty();
      };
    }
    Matcher old = OLD_CHECK.matcher(line);
    if (old.find()) {
      return switch (old.group(1)) {
        case "critical" -> Optional.of(new PlatformLine.CheckFailed("check"));
        case "passing" -> Optional.of(new PlatformLine.CheckPassing("check"));
        default -> Optional.empty();
      };
    }
    return Optional.empty();
  }

  private static String withoutLevel(String line) {
    for (String word : new String[] {"INFO ", "WARN ", "ERROR "}) {
      if (line.startsWith(word)) {
        return line.substring(word.length()).strip();
      }
    }
    return line;
  }

  private static String quoted(String text, char quote) {
    int from = text.indexOf(quote);
    int to = text.indexOf(quote, from + 1);
    return from < 0 || to < 0 ? "" : text.substring(from + 1, to);
  }

  private static String signalName(String name) {
    return name.isEmpty() || name.startsWith("SIG") ? name : "SIG" + name;
  }

  private static Optional<Integer> number(String text, int from) {
    int to = from;
    if (to < text.length() && text.charAt(to) == '-') {
      to++;
    }
    while (to < text.length() && Character.isDigit(text.charAt(to))) {
      to++;
    }
    try {
      return Optional.of(Integer.parseInt(text.substring(from, to)));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }
}
