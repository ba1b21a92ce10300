package dev.debrief.cli;

import dev.debrief.model.InputProblem;
import dev.debrief.model.TimeRange;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.Optional;

/** Times as people type them. */
final class Times {
  private static final DateTimeFormatter TIME =
      new DateTimeFormatterBuilder()
          .parseCaseInsensitive()
          .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
          .appendPattern("[XXX][XX][X]")
          .toFormatter(Locale.ROOT)
          .withResolverStyle(ResolverStyle.STRICT);

  private Times() {}

  /**
   * An instant: with an offset or {@code Z}, or without, which is UTC; to any fineness from the day
   * on.
   *
   * @param option named where it can't be read
   */
  static Instant instant(String text, String option) throws InputProblem {
    String iso = text.strip().replace(' ', 'T');
    try {
      if (iso.length() == 10) {
        return LocalDate.parse(iso).atStartOfDay().toInstant(ZoneOffset.UTC);
      }
      TemporalAccessor time = TIME.parseBest(iso, OffsetDateTime::from, LocalDateTime::from);
      return time instanceof OffsetDateTime marked
          ? marked.toInstant()
          : LocalDateTime.from(time).toInstant(ZoneOffset.UTC);
    } catch (DateTimeException e) {
      throw new InputProblem(
          option + " " + text,
          "that is no time",
          "write it as 2026-02-25T21:00:00Z; without a zone it is UTC",
          e);
    }
  }

  /** From the one to the other, both ends open where absent. */
  static TimeRange range(Optional<String> from, Optional<String> to) throws InputProblem {
    Instant start = from.isPresent() ? instant(from.get(), "--from") : TimeRange.ALWAYS.from();
    Instant end = to.isPresent() ? instant(to.get(), "--to") : TimeRange.ALWAYS.to();
    if (end.isBefore(start)) {
      throw new InputProblem("--to " + to.orElse(""), "it is before --from", "swap them");
    }
    return new TimeRange(start, end);
  }
}
