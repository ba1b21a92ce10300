package dev.debrief.report;

import dev.debrief.report.LengthMention.Hedge;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds lengths of time in a line: {@code ~33 hours}, {@code 9 h 5 min}, {@code 16-20 seconds}. */
final class LengthScanner {
  private static final String UNIT =
      "(ms|milliseconds?|msecs?|s|secs?|seconds?|m|mins?|minutes?|h|hrs?|hours?|d|days?|weeks?)";
  private static final String NUMBER =
      "(\\d+(?:[.,]\\d+)?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|half an|an|a)";
  private static final Pattern LENGTH =
      Pattern.compile(
          "(?<![\\w/=.:])(?<hedge>~\\s*|≈\\s*|<\\s*|>\\s*|about |around |approximately |roughly |nearly |almost |over |more than |at least |under |less than |within |up to |at most )?"
              + "(?<!\\d[.:,-])\\b?"
              + NUMBER
              + "(?<plus>\\+)?(?:\\s?[-–]\\s?(?<high>\\d+(?:\\.\\d+)?))?(?:\\s|-)?"
              + UNIT
              + "(?![\\w/])(?<rest>(?:,?\\s(?:and\\s)?\\d+\\s?"
              + UNIT
              + "(?![\\w/])|(?<=[hm])\\d+\\s?(?:m|min|s)\\b){0,6})",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern PART =
      Pattern.compile("(?<!\\d)(\\d{1,9})\\s?" + UNIT + "(?![a-z])", Pattern.CASE_INSENSITIVE);
  private static final Map<String, Integer> WORDS =
      Map.ofEntries(
          Map.entry("one", 1),
          Map.entry("an", 1),
          Map.entry("a", 1),
          Map.entry("two", 2),
          Map.entry("three", 3),
          Map.entry("four", 4),
          Map.entry("five", 5),
          Map.entry("six", 6),
          Map.entry("seven", 7),
          Map.entry("eight", 8),
          Map.entry("nine", 9),
          Map.entry("ten", 10),
          Map.entry("eleven", 11),
          Map.entry("twelve", 12));

  private LengthScanner() {}

  /** The lengths in a line, in order. */
  static List<LengthMention> lengths(String plain) {
    List<LengthMention> out = new ArrayList<>();
    Matcher m = LENGTH.matcher(plain);
    while (m.find()) {
      String number = m.group(2).toLowerCase(Locale.ROOT);
      String name = m.group(5).toLowerCase(Locale.ROOT);
      boolean word = !Character.isDigit(number.charAt(0));
      String second = m.group("high");
      if ((word && name.length() < 3)
          || number.length() > 12
          || (second != null && second.length() > 12)
          || (number.equals("a") && m.group("hedge") == null)) {
        continue;
      }
      if (name.equals("s") && number.matches("[1-5]\\d\\d|\\d+00")) {
        continue; // 502s: answers, not seconds
      }
      Duration unit = unit(name);
      Duration low = times(unit, number);
      Duration high = second == null ? low : times(unit, second);
      Duration least = number.contains(".") ? unit.dividedBy(10) : unit;
      Matcher part = PART.matcher(m.group("rest"));
      while (part.find()) {
        Duration more = unit(part.group(2).toLowerCase(Locale.ROOT));
        low = low.plus(more.multipliedBy(Long.parseLong(part.group(1))));
        high = low;
        least = more;
      }
      if (high.compareTo(low) >= 0 && !low.isZero()) {
        out.add(new LengthMention(m.start(), m.end(), low, high, least, hedge(m)));
      }
    }
    return out;
  }

  private static Hedge hedge(Matcher m) {
    if (m.group("plus") != null) {
      return Hedge.AT_LEAST;
    }
    String hedge = m.group("hedge");
    if (hedge == null) {
      return Hedge.PLAIN;
    }
    return switch (hedge.strip().toLowerCase(Locale.ROOT)) {
      case "over", "more than", "at least", ">" -> Hedge.AT_LEAST;
      case "under", "less than", "within", "up to", "at most", "<" -> Hedge.AT_MOST;
      default -> Hedge.ABOUT;
    };
  }

  private static Duration times(Duration unit, String number) {
    if (number.equals("half an")) {
      return unit.dividedBy(2);
    }
    Integer word = WORDS.get(number);
    BigDecimal value =
        word == null ? new BigDecimal(number.replace(',', '.')) : BigDecimal.valueOf(word);
    if (value.compareTo(BigDecimal.valueOf(100_000_000)) > 0) {
      return Duration.ZERO;
    }
    return Duration.ofMillis(value.multiply(BigDecimal.valueOf(unit.toMillis())).longValue());
  }

  private static Duration unit(String name) {
    if (name.startsWith("ms") || name.startsWith("milli")) {
      return Duration.ofMillis(1);
    }
    return switch (name.charAt(0)) {
      case 's' -> Duration.ofSeconds(1);
      case 'm' -> Duration.ofMinutes(1);
      case 'h' -> Duration.ofHours(1);
      case 'd' -> Duration.ofDays(1);
      default -> Duration.ofDays(7);
    };
  }
}
