package dev.debrief.investigation;

import dev.debrief.analysis.AnalysisSettings;
import dev.debrief.model.InputProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The user's own thresholds: lines {@code name = value} in a file {@code analysis.properties}
 * beside the folder of {@link UserRules}. What it doesn't name stays as it is; lines that begin
 * with {@code #} are comments.
 *
 * <pre>
 * outage.shortest = 60s          # shorter failures are no outage
 * burst.gap = 5m                 # exits farther apart belong to different bursts
 * retries = 10                   # the platform's tries …
 * retries.window = 5m            # … within this
 * silence.false-alarms = 0.0001  # a day and source of lines
 * changes.false-discoveries = 0.05
 * </pre>
 */
public final class UserThresholds {
  /** Names another file. */
  public static final String PROPERTY = "debrief.analysis";

  private static final String NAMES =
      "outage.shortest, burst.gap, retries, retries.window, silence.false-alarms,"
          + " changes.false-discoveries";
  private static final Pattern LENGTH = Pattern.compile("(\\d{1,6})\\s*(s|m|h)");
  private static final Pattern COUNT = Pattern.compile("\\d{1,4}");
  private static final Pattern CHANCE = Pattern.compile("0?\\.\\d{1,12}|\\d(?:\\.\\d+)?e-\\d{1,2}");

  private UserThresholds() {}

  /** Where this system keeps them; the file need not exist. */
  public static Path file() {
    String named = System.getProperty(PROPERTY, "");
    return named.isEmpty()
        ? UserRules.folder().resolveSibling("analysis.properties")
        : Path.of(named);
  }

  /**
   * The defaults, changed by the user's file where there is one.
   *
   * @throws InputProblem where a line of it can't be understood, with its number
   */
  public static AnalysisSettings settings() throws InputProblem {
    Path file = file();
    if (!Files.exists(file)) {
      return AnalysisSettings.DEFAULT;
    }
    List<String> lines;
    try {
      lines = Files.readAllLines(file);
    } catch (IOException e) {
      throw new InputProblem(
          file.toString(), "can't be read as text", "make it readable, in UTF-8, or remove it", e);
    }
    AnalysisSettings settings = AnalysisSettings.DEFAULT;
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).replaceFirst("(^|\\s)#.*", "").strip();
      if (!line.isEmpty()) {
        settings = with(settings, line, file + " line " + (i + 1));
      }
    }
    return settings;
  }

  private static AnalysisSettings with(AnalysisSettings s, String line, String where)
      throws InputProblem {
    int equals = line.indexOf('=');
    String name = equals < 0 ? line : line.substring(0, equals).strip();
    String value = equals < 0 ? "" : line.substring(equals + 1).strip();
    return switch (name) {
      case "burst.gap" -> s.withBurstGap(length(value, where));
      case "retries.window" -> s.withRetryWindow(length(value, where));
      case "retries" -> s.withRetries(count(value, where));
      case "outage.shortest" -> s.withShortestOutage(length(value, where));
      case "silence.false-alarms" -> s.withFalseAlarms(chance(value, where));
      case "changes.false-discoveries" -> s.withFalseDiscoveries(chance(value, where));
      default ->
          throw new InputProblem(
              where, "there is no threshold “" + name + "”", "use one of " + NAMES);
    };
  }

  private static Duration length(String value, String where) throws InputProblem {
    Matcher m = LENGTH.matcher(value);
    long n = m.matches() ? Long.parseLong(m.group(1)) : 0;
    if (n == 0) {
      throw new InputProblem(
          where, "“" + value + "” is no length of time", "write it like 90s, 5m or 1h");
    }
    return switch (m.group(2)) {
      case "s" -> Duration.ofSeconds(n);
      case "m" -> Duration.ofMinutes(n);
      default -> Duration.ofHours(n);
    };
  }

  private static int count(String value, String where) throws InputProblem {
    int n = COUNT.matcher(value).matches() ? Integer.parseInt(value) : 0;
    if (n == 0) {
      throw new InputProblem(
          where, "“" + value + "” is no count", "write a whole number from 1 to 9999");
    }
    return n;
  }

  private static double chance(String value, String where) throws InputProblem {
    double p = CHANCE.matcher(value).matches() ? Double.parseDouble(value) : 0;
    if (p <= 0 || p >= 1) {
      throw new InputProblem(
          where, "“" + value + "” is no chance", "write it between 0 and 1, like 0.05 or 1e-4");
    }
    return p;
  }
}
