package dev.debrief.report;

import dev.debrief.model.Lengths;
import dev.debrief.model.Moment;
import dev.debrief.model.Precision;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Times, lengths and counts as a report says them: UTC, English, the same on every machine. */
final class Wording {
  private static final DateTimeFormatter MILLIS = formatter("yyyy-MM-dd HH:mm:ss.SSS");
  private static final DateTimeFormatter SECONDS = formatter("yyyy-MM-dd HH:mm:ss");
  private static final DateTimeFormatter MINUTES = formatter("yyyy-MM-dd HH:mm");
  private static final DateTimeFormatter DAYS = formatter("yyyy-MM-dd");
  private static final DateTimeFormatter LONG_DAY = formatter("MMM d");

  private Wording() {}

  private static DateTimeFormatter formatter(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).withZone(ZoneOffset.UTC);
  }

  /** A stamp as fine as it is: milliseconds where there are any, else seconds. */
  static String at(Instant instant) {
    return instant.getNano() == 0 ? SECONDS.format(instant) : MILLIS.format(instant);
  }

  /** A stamp to the second. */
  static String second(Instant instant) {
    return SECONDS.format(instant);
  }

  /** A stamp as fine as its clock; a coarse one as the interval that holds it. */
  static String at(Moment moment) {
    return switch (moment.precision()) {
      case NANOSECOND, MICROSECOND, MILLISECOND -> MILLIS.format(moment.at());
      case SECOND -> SECONDS.format(moment.at());
      case MINUTE -> MINUTES.format(moment.at());
      case HOUR -> MINUTES.format(moment.at()) + " to " + MINUTES.format(moment.latest());
      case DAY -> DAYS.format(moment.at()) + " (day only)";
      case NONE -> "time not known";
    };
  }

  /** {@code Feb 25, 2026}, {@code Feb 25-26, 2026}, {@code Feb 28 - Mar 1, 2026}. */
  static String dates(Instant from, Instant to) {
    var first = from.atOffset(ZoneOffset.UTC).toLocalDate();
    var last = to.atOffset(ZoneOffset.UTC).toLocalDate();
    if (first.equals(last)) {
      return LONG_DAY.format(from) + ", " + first.getYear();
    }
    if (first.getYear() != last.getYear()) {
      return LONG_DAY.format(from)
          + ", "
          + first.getYear()
          + " - "
          + LONG_DAY.format(to)
          + ", "
          + last.getYear();
    }
    return first.getMonth() == last.getMonth()
        ? LONG_DAY.format(from) + "-" + last.getDayOfMonth() + ", " + first.getYear()
        : LONG_DAY.format(from) + " - " + LONG_DAY.format(to) + ", " + first.getYear();
  }

  /** A length in the words that Debrief has for it: {@code 9 h 5 min}, {@code 850 ms}. */
  static String length(Duration duration) {
    return Lengths.words(duration);
  }

  /** {@code 1 machine}, {@code 2 machines}. */
  static String count(long number, String one, String many) {
    return number(number) + " " + (number == 1 ? one : many);
  }

  /** {@code 12}, {@code 2,395}. */
  static String number(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  /** {@code a}, {@code a and b}, {@code a, b and c}. */
  static String list(List<String> items) {
    return items.size() < 2
        ? String.join("", items)
        : String.join(", ", items.subList(0, items.size() - 1)) + " and " + items.getLast();
  }

  /** The text with a full stop where it has no end. */
  static String sentence(String text) {
    String stripped = text.strip();
    return stripped.isEmpty() || ".!?:".indexOf(stripped.charAt(stripped.length() - 1)) >= 0
        ? stripped
        : stripped + ".";
  }

  private static final Set<String> SMALL =
      Set.of(
          "The",
          "A",
          "An",
          "It",
          "Its",
          "They",
          "None",
          "Each",
          "There",
          "This",
          "That",
          "No",
          "Every",
          "One",
          "Requests");

  /** The text as it goes on after a dash: a name keeps its capital. */
  static String going(String text) {
    int end = text.indexOf(' ');
    return end > 0 && SMALL.contains(text.substring(0, end))
        ? Character.toLowerCase(text.charAt(0)) + text.substring(1)
        : text;
  }

  /** The text with its first letter raised. */
  static String capital(String text) {
    return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }

  /** Whether the moment can be shown to the minute at least. */
  static boolean shown(Moment moment) {
    return moment.precision().atLeast(Precision.MINUTE);
  }
}
