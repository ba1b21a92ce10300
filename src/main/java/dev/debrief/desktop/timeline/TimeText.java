package dev.debrief.desktop.timeline;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** A time as a reader types it. */
final class TimeText {
  private TimeText() {}

  /**
   * The instant meant: a full time, one without an offset in a zone, a date, or a time of day on
   * the day that lies nearest.
   */
  static Optional<Instant> parse(String text, ZoneId zone, Instant near) {
    String typed = text.strip().replaceFirst("(?<=\\d) +(?=\\d)", "T");
    String upper = typed.toUpperCase(java.util.Locale.ROOT).replaceFirst("\\s*(UTC|Z)$", "Z");
    return Stream.<java.util.function.Supplier<Optional<Instant>>>of(
            () -> attempt(() -> OffsetDateTime.parse(upper).toInstant()),
            () -> attempt(() -> LocalDateTime.parse(upper).atZone(zone).toInstant()),
            () -> attempt(() -> LocalDate.parse(upper).atStartOfDay(zone).toInstant()),
            () -> attempt(() -> nearest(time(upper), zone, near)))
        .map(java.util.function.Supplier::get)
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static LocalTime time(String text) {
    return LocalTime.parse(text.matches("\\d:.*") ? "0" + text : text);
  }

  private static Instant nearest(LocalTime time, ZoneId zone, Instant near) {
    ZonedDateTime day = near.atZone(zone).with(time);
    return Stream.of(day.minusDays(1), day, day.plusDays(1))
        .map(ZonedDateTime::toInstant)
        .min(Comparator.comparing(at -> Duration.between(at, near).abs()))
        .orElseThrow();
  }

  private interface Attempt {
    Instant get();
  }

  private static Optional<Instant> attempt(Attempt attempt) {
    try {
      return Optional.of(attempt.get());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
