package dev.debrief.store;

import dev.debrief.model.TimeRange;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Times as a query names them, in UTC. */
final class QueryTime {
  private static final Pattern TIME =
      Pattern.compile(
          "(\\d{4}-\\d\\d-\\d\\d)(?:[T ](\\d\\d)(?::(\\d\\d)(?::(\\d\\d)(\\.\\d{1,9})?)?)?)?Z?");

  private QueryTime() {}

  /**
   * What it covers: a day, an hour, a minute, a second or an instant; empty for what is no time.
   */
  static Optional<TimeRange> period(String text) {
    Matcher time = TIME.matcher(text);
    try {
      if (time.matches()) {
        String second = time.group(4);
        String fraction = time.group(5);
        String full =
            time.group(1)
                + "T"
                + (time.group(2) == null ? "00" : time.group(2))
                + ":"
                + (time.group(3) == null ? "00" : time.group(3))
                + ":"
                + (second == null ? "00" : second)
                + (fraction == null ? "" : fraction);
        Instant from = LocalDateTime.parse(full).toInstant(ZoneOffset.UTC);
        return Optional.of(new TimeRange(from, from.plus(width(time))));
      }
    } catch (DateTimeException e) {
      // A month 13 is no time either.
    }
    return Optional.empty();
  }

  private static Duration width(Matcher time) {
    if (time.group(2) == null) {
      return Duration.ofDays(1);
    }
    if (time.group(3) == null) {
      return Duration.ofHours(1);
    }
    if (time.group(4) == null) {
      return Duration.ofMinutes(1);
    }
    String fraction = time.group(5);
    long nanos = 1_000_000_000L;
    for (int digits = fraction == null ? 0 : fraction.length() - 1; digits > 0; digits--) {
      nanos /= 10;
    }
    return Duration.ofNanos(nanos);
  }
}
