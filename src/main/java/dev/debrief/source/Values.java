package dev.debrief.source;

import dev.debrief.model.Clock;
import dev.debrief.model.Level;
import dev.debrief.model.Moment;
import dev.debrief.model.Precision;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Values as JSON dumps write them. */
final class Values {
  private static final String LARGEST = Long.toString(Long.MAX_VALUE);

  private Values() {}

  /**
   * A moment from RFC 3339, or from a count of seconds, milliseconds, microseconds or nanoseconds
   * since the epoch, told apart by its size.
   */
  static @Nullable Moment moment(@Nullable Object value, Clock clock) {
    if (value instanceof String text) {
      Stamp stamp = Stamp.of(text);
      if (stamp != null) {
        return new Moment(stamp.instant(), stamp.precision(), clock);
      }
      return counts(text) ? epoch(Long.parseLong(text), clock) : null;
    }
    if (value instanceof Long number) {
      return epoch(number, clock);
    }
    if (value instanceof Double number && Math.abs(number) < 1e11) {
      return new Moment(
          Instant.ofEpochMilli(Math.round(number * 1000)), Precision.MILLISECOND, clock);
    }
    return null;
  }

  private static boolean counts(String text) {
    return text.length() >= 10
        && text.chars().allMatch(c -> Stamp.digit((char) c))
        && (text.length() < LARGEST.length()
            || (text.length() == LARGEST.length() && text.compareTo(LARGEST) <= 0));
  }

  private static @Nullable Moment epoch(long value, Clock clock) {
    if (value <= 0) {
      return null;
    }
    if (value < 100_000_000_000L) {
      return new Moment(Instant.ofEpochSecond(value), Precision.SECOND, clock);
    }
    if (value < 100_000_000_000_000L) {
      return new Moment(Instant.ofEpochMilli(value), Precision.MILLISECOND, clock);
    }
    if (value < 100_000_000_000_000_000L) {
      return new Moment(
          Instant.ofEpochSecond(value / 1_000_000, value % 1_000_000 * 1000),
          Precision.MICROSECOND,
          clock);
    }
    return new Moment(
        Instant.ofEpochSecond(value / 1_000_000_000, value % 1_000_000_000),
        Precision.NANOSECOND,
        clock);
  }

  static Level level(String word) {
    return Level.named(word).orElse(Level.INFO);
  }

  /** Puts a value where there is one: empty and zero mean absent. */
  static void put(Map<String, String> fields, String name, String value) {
    if (!value.isEmpty() && !value.equals("0")) {
      fields.put(name, value);
    }
  }
}
