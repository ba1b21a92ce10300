package dev.debrief.desktop.text;

import dev.debrief.model.Moment;
import dev.debrief.model.Precision;
import dev.debrief.model.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Times and durations in words: never finer than they are known, in the zone the user chose. */
public final class Times {
  private static final int MICROSECOND_END = "2026-02-25 21:00:33.120000".length();

  private Times() {}

  /** A moment to the precision it is known to, such as {@code 02-25 21:00:33.120}. */
  public static String moment(Moment moment, ZoneId zone) {
    return switch (moment.precision()) {
      case NANOSECOND -> format("uuuu-MM-dd HH:mm:ss.nnnnnnnnn", moment.at(), zone);
      case MICROSECOND -> format("uuuu-MM-dd HH:mm:ss.SSSSSS", moment.at(), zone);
      case MILLISECOND -> format("uuuu-MM-dd HH:mm:ss.SSS", moment.at(), zone);
      case SECOND -> format("uuuu-MM-dd HH:mm:ss", moment.at(), zone);
      case MINUTE -> format("uuuu-MM-dd HH:mm", moment.at(), zone);
      case HOUR -> format("uuuu-MM-dd HH'h'", moment.at(), zone);
      case DAY -> format("uuuu-MM-dd", moment.at(), zone);
      case NONE -> Texts.text("time.unknown");
    };
  }

  /** The same for a column of a table: without the year, to the microsecond at the finest. */
  public static String withoutYear(Moment moment, ZoneId zone) {
    String whole = moment(moment, zone);
    return moment.known() ? whole.substring(5, Math.min(whole.length(), MICROSECOND_END)) : whole;
  }

  /** An instant to the second. */
  public static String second(Instant at, ZoneId zone) {
    return format("uuuu-MM-dd HH:mm:ss", at, zone);
  }

  /** A range, its second date left out where it is the same day. */
  public static String range(Instant from, Instant to, ZoneId zone) {
    boolean sameDay = from.atZone(zone).toLocalDate().equals(to.atZone(zone).toLocalDate());
    String pattern = Duration.between(from, to).toSeconds() < 120 ? "HH:mm:ss" : "HH:mm";
    return format("uuuu-MM-dd " + pattern, from, zone)
        + " – "
        + format(sameDay ? pattern : "uuuu-MM-dd " + pattern, to, zone);
  }

  /** An instant, or a range where it has an end. */
  public static String spanned(Instant from, @Nullable Instant to, ZoneId zone) {
    return to == null ? second(from, zone) : range(from, to, zone);
  }

  /** A range of the model. */
  public static String range(TimeRange range, ZoneId zone) {
    return range(range.from(), range.to(), zone);
  }

  /** The two greatest units of a duration, such as {@code 9 h 5 min}, {@code 1.25 s}. */
  public static String duration(Duration duration) {
    long seconds = duration.toSeconds();
    if (seconds >= 86_400) {
      return two(seconds / 86_400, "d", seconds % 86_400 / 3_600, "h");
    }
    if (seconds >= 3_600) {
      return two(seconds / 3_600, "h", seconds % 3_600 / 60, "min");
    }
    if (seconds >= 60) {
      return two(seconds / 60, "min", seconds % 60, "s");
    }
    if (seconds >= 1) {
      return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0).replace(".0 ", " ");
    }
    return duration.toMillis() >= 1
        ? duration.toMillis() + " ms"
        : duration.toNanos() / 1000 + " µs";
  }

  /** The gap from one row to the next, shown only as finely as both are known; empty under that. */
  public static String gap(Moment before, Moment after) {
    if (!before.known() || !after.known()) {
      return "";
    }
    Duration gap = Duration.between(before.at(), after.at());
    Precision coarser =
        before.precision().atLeast(after.precision()) ? after.precision() : before.precision();
    if (gap.compareTo(coarser.width()) < 0) {
      return "";
    }
    return "+" + duration(gap);
  }

  /** The zone as the toolbar and every heading name it. */
  public static String zone(ZoneId zone) {
    return zone.equals(ZoneOffset.UTC) ? "UTC" : zone.getId();
  }

  private static String format(String pattern, Instant at, ZoneId zone) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).withZone(zone).format(at);
  }

  private static String two(long great, String greatUnit, long small, String smallUnit) {
    return small == 0
        ? great + " " + greatUnit
        : great + " " + greatUnit + " " + small + " " + smallUnit;
  }
}
