package dev.debrief.analysis;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** Numbers, times and lists as a reader wants them: plain, with units, in UTC. */
public final class Wording {
  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

  private Wording() {}

  /** {@code 2026-02-25 21:00:33 UTC}. */
  public static String time(Instant at) {
    return CLOCK.format(at) + " UTC";
  }

  /** {@code 85 ms}, {@code 4.2 s}, {@code 12 min 5 s}, {@code 9 h 5 min}, {@code 3 d 4 h}. */
  public static String length(Duration length) {
    long millis = length.toMillis();
    if (millis < 1_000) {
      return millis + " ms";
    }
    if (millis < 60_000) {
      String text = String.format(Locale.ROOT, "%.1f", millis / 1000.0);
      return (text.endsWith(".0") ? text.substring(0, text.length() - 2) : text) + " s";
    }
    long seconds = length.toSeconds();
    if (seconds < 3_600) {
      return seconds / 60 + " min" + (seconds % 60 == 0 ? "" : " " + seconds % 60 + " s");
    }
    long minutes = seconds / 60;
    if (minutes < 48 * 60) {
      return minutes / 60 + " h" + (minutes % 60 == 0 ? "" : " " + minutes % 60 + " min");
    }
    long hours = minutes / 60;
    return hours / 24 + " d" + (hours % 24 == 0 ? "" : " " + hours % 24 + " h");
  }

  /** {@code 1 exit}, {@code 12 exits}, {@code 2,395 exits}. */
  public static String count(long n, String one, String many) {
    return number(n) + " " + (n == 1 ? one : many);
  }

  /** {@code 12}, {@code 2,395}: grouped as everywhere in what Debrief writes. */
  public static String number(long n) {
    return String.format(Locale.ROOT, "%,d", n);
  }

  /** {@code a}, {@code a and b}, {@code a, b and c}; beyond five, the first four and a number. */
  public static String list(List<String> items) {
    if (items.size() > 5) {
      return String.join(", ", items.subList(0, 4)) + " and " + (items.size() - 4) + " more";
    }
    return switch (items.size()) {
      case 0 -> "none";
      case 1 -> items.get(0);
      default -> String.join(", ", items.subList(0, items.size() - 1)) + " and " + items.getLast();
    };
  }

  /** A chance: {@code 0.013}, {@code 4.1e-7}. */
  public static String chance(double p) {
    if (p < 1e-300) {
      return "less than 1e-300";
    }
    return p >= 0.001
        ? String.format(Locale.ROOT, "%.3f", p)
        : String.format(Locale.ROOT, "%.1e", p);
  }

  /** {@code 33 %}, with one decimal below ten. */
  public static String percent(double share) {
    double value = share * 100;
    return String.format(Locale.ROOT, value < 10 && value > 0 ? "%.1f %%" : "%.0f %%", value);
  }
}
