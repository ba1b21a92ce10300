package dev.debrief.desktop.shell;

import dev.debrief.model.TimeRange;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A time as one types it: {@code 2026-02-25 21:00:33.120}, or {@code 21:00} on the log's day. */
final class WrittenTime {
  private static final Pattern FORM =
      Pattern.compile(
          "(?:(\\d{4}-\\d{2}-\\d{2})[ T])?(\\d{1,2}:\\d{2}(?::\\d{2}(?:\\.\\d+)?)?)(Z?)");

  private WrittenTime() {}

  /** The instant meant, in the zone that is shown; a time alone is the first such in the range. */
  static Optional<Instant> read(String words, ZoneId zone, TimeRange range) {
    Matcher matcher = FORM.matcher(words.strip());
    if (!matcher.matches()) {
      return Optional.empty();
    }
    try {
      ZoneId in = matcher.group(3).isEmpty() ? zone : ZoneOffset.UTC;
      String clock = matcher.group(2);
      LocalTime time = LocalTime.parse(clock.indexOf(':') == 1 ? "0" + clock : clock);
      if (matcher.group(1) != null) {
        return Optional.of(LocalDate.parse(matcher.group(1)).atTime(time).atZone(in).toInstant());
      }
      LocalDate day = range.from().atZone(in).toLocalDate();
      Instant at = day.atTime(time).atZone(in).toInstant();
      return Optional.of(
          at.isBefore(range.from()) ? day.plusDays(1).atTime(time).atZone(in).toInstant() : at);
    } catch (DateTimeException wrong) {
      return Optional.empty();
    }
  }
}
