package dev.debrief.timeline;

import dev.debrief.model.ChangeKind;
import dev.debrief.model.Details;
import dev.debrief.model.Details.SignalRole;
import dev.debrief.model.MachineLife;
import dev.debrief.model.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Numbers, durations and names in words, the same in every locale. */
public final class Wording {
  private Wording() {}

  /** {@code 1,234}. */
  public static String number(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  /** {@code 1 exit}, {@code 12 exits}. */
  public static String count(long number, String noun) {
    return number(number) + " " + noun + (number == 1 ? "" : "s");
  }

  /** The two greatest units of a duration: {@code 9 h 5 min}, {@code 1.250 s}, {@code 840 µs}. */
  public static String duration(Duration duration) {
    long nanos = Math.abs(duration.toSeconds()) > 1L << 32 ? Long.MAX_VALUE : duration.toNanos();
    if (nanos < 1_000) {
      return nanos + " ns";
    }
    if (nanos < 1_000_000) {
      return trimmed(nanos / 1e3) + " µs";
    }
    if (nanos < Nanos.SECOND) {
      return trimmed(nanos / 1e6) + " ms";
    }
    if (nanos < 60 * Nanos.SECOND) {
      return trimmed(nanos / 1e9) + " s";
    }
    long seconds = Math.round(duration.toMillis() / 1e3);
    List<String> parts = new ArrayList<>();
    long[] units = {365L * 86_400, 86_400, 3_600, 60, 1};
    String[] names = {"y", "d", "h", "min", "s"};
    for (int i = 0; i < units.length && parts.size() < 2; i++) {
      long whole = seconds / units[i];
      if (whole > 0) {
        parts.add(whole + " " + names[i]);
      } else if (!parts.isEmpty()) {
        break;
      }
      seconds -= whole * units[i];
    }
    return String.join(" ", parts);
  }

  private static String trimmed(double value) {
    String text = String.format(Locale.ROOT, value < 10 ? "%.2f" : "%.1f", value);
    return text.replaceFirst("\\.?0+$", "");
  }

  /** What a machine was doing. */
  public static String state(MachineLife.State state) {
    return switch (state) {
      case BOOTING -> "booting";
      case UP -> "up";
      case FAILING -> "failing";
      case DOWN -> "down";
      case STOPPED -> "stopped";
      case ASLEEP -> "asleep";
    };
  }

  /** The part a signal played. */
  public static String role(SignalRole role) {
    return switch (role) {
      case REQUESTED -> "requested";
      case CAUSE -> "cause";
      case INCIDENTAL -> "incidental";
      case UNKNOWN -> "unknown";
    };
  }

  /** The same as an order: the more telling, the smaller. */
  static int rank(SignalRole role) {
    return switch (role) {
      case CAUSE -> 0;
      case UNKNOWN -> 1;
      case REQUESTED -> 2;
      case INCIDENTAL -> 3;
    };
  }

  /** What a change did. */
  public static String verdict(Verdict verdict) {
    return switch (verdict) {
      case INTRODUCED -> "introduced";
      case FIXED -> "fixed";
      case NO_EFFECT -> "no effect";
      case NEUTRAL -> "neutral";
      case INCONCLUSIVE -> "inconclusive";
    };
  }

  /** What a change was. */
  public static String change(ChangeKind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }

  /**
   * How a machine's process ended, in a few words: {@code exit 1}, {@code SIGKILL, out of memory}.
   */
  public static String exit(Details.Exit exit) {
    List<String> parts = new ArrayList<>();
    if (exit.code() != null) {
      parts.add("exit " + exit.code());
    }
    if (exit.signal() != null) {
      parts.add(exit.signal());
    }
    if (exit.oom()) {
      parts.add("out of memory");
    }
    parts.add(exit.requested() ? "requested" : "not requested");
    return String.join(", ", parts);
  }
}
