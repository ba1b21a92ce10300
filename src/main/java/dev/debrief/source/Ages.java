package dev.debrief.source;

import dev.debrief.model.Clock;
import dev.debrief.model.Moment;
import dev.debrief.model.Precision;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Times as tables show them: ages ({@code 2h13m ago}) and local dates ({@code Aug 3 2026 10:02}).
 */
final class Ages {
  private static final Pattern COMPACT =
      Pattern.compile("(?:(\\d{1,5})h)?(?:(\\d{1,4})m)?(?:(\\d{1,4})s)? ago");
  private static final Pattern WORDS =
      Pattern.compile("(?:about )?(\\d{1,4}|an?) (second|minute|hour|day|week|month|year)s? ago");
  private static final DateTimeFormatter LOCAL =
      DateTimeFormatter.ofPattern("MMM d uuuu HH:mm", Locale.ENGLISH);

  private Ages() {}

  /** Whether the text is an age. */
  static boolean is(String text) {
    return text.equals("just now") || text.endsWith(" ago");
  }

  /** The moment that lies this age before the capture; empty where the text is no age. */
  static Optional<Moment> before(Instant captured, String text) {
    if (text.equals("just now")) {
      return Optional.of(moment(captured, Duration.ZERO, Precision.SECOND));
    }
    Matcher compact = COMPACT.matcher(text);
    if (compact.matches() && text.length() > 4) {
      return Optional.of(
          moment(
              captured,
              length(text).orElseThrow(),
              compact.group(3) == null ? Precision.MINUTE : Precision.SECOND));
    }
    Matcher words = WORDS.matcher(text);
    if (words.matches()) {
      long count = words.group(1).startsWith("a") ? 1 : number(words.group(1));
      return Optional.of(
          switch (words.group(2)) {
            case "second" -> moment(captured, Duration.ofSeconds(count), Precision.SECOND);
            case "minute" -> moment(captured, Duration.ofMinutes(count), Precision.MINUTE);
            case "hour" -> moment(captured, Duration.ofHours(count), Precision.HOUR);
            case "day" -> moment(captured, Duration.ofDays(count), Precision.DAY);
            case "week" -> moment(captured, Duration.ofDays(7 * count), Precision.DAY);
            case "month" -> moment(captured, Duration.ofDays(30 * count), Precision.DAY);
            default -> moment(captured, Duration.ofDays(365 * count), Precision.DAY);
          });
    }
    return Optional.empty();
  }

  /** An age of hours, minutes and seconds as a length; empty for anything else. */
  static Optional<Duration> length(String text) {
    if (text.equals("just now")) {
      return Optional.of(Duration.ZERO);
    }
    Matcher compact = COMPACT.matcher(text);
    return compact.matches() && text.length() > 4
        ? Optional.of(
            Duration.ofHours(number(compact.group(1)))
                .plusMinutes(number(compact.group(2)))
                .plusSeconds(number(compact.group(3))))
        : Optional.empty();
  }

  private static long number(String digits) {
    return digits == null ? 0 : Long.parseLong(digits);
  }

  /** An age is cut off, not rounded: the true time lies up to one unit further back. */
  private static Moment moment(Instant captured, Duration age, Precision unit) {
    return new Moment(captured.minus(age).minus(unit.width()), unit, Clock.INFERRED);
  }

  /** A local date and time without a zone, to the minute. */
  static Optional<LocalDateTime> local(String text) {
    try {
      return Optional.of(LocalDateTime.parse(text.replaceAll(" +", " "), LOCAL));
    } catch (DateTimeException none) {
      return Optional.empty();
    }
  }
}
