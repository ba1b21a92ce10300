package dev.debrief.analysis;

import dev.debrief.model.Lengths;
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

  /** A length in the words that Debrief has for it: {@code 85 ms}, {@code 9 h 5 min}. */
  public static String length(Duration length) {
    return Lengths.words(length);
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

  /** What a test came to: {@code p = 0.013}, {@code p under 0.001}. */
  public static String p(double p) {
    return p < 0.001 ? "p under 0.001" : String.format(Locale.ROOT, "p = %.3f", p);
  }

  /** {@code 33 %}, with one decimal below ten. */
  public static String percent(double share) {
    double value = share * 100;
    return String.format(Locale.ROOT, value < 10 && value > 0 ? "%.1f %%" : "%.0f %%", value);
  }
}
