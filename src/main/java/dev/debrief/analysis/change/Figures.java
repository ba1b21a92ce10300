package dev.debrief.analysis.change;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds what a message measures. A pattern that begins with one of fifty words tries each of them
 * at each character, which was two fifths of the pass over a log of requests; to look through the
 * message's words first, and for a length of time by its unit, takes a fifth of that.
 */
final class Figures {
  private static final String NUMBER =
      "(\\d{1,12}(?:\\.\\d{1,6})?) ?(%|[KMGT]i?B\\b|bytes\\b|µs|us\\b|ms\\b|s\\b)?";

  /** A word for what can run out or pile up, and the first figure near behind it. */
  static final Pattern FIGURE =
      Pattern.compile(
          "(?i)(?<![a-z])((?:rss|heap|mem|memory|swap|pool|queue|queued|queue_time|backlog|pending"
              + "|connections?|conns?|sockets?|fds?|files|descriptors|disk|space|used|usage|utilization"
              + "|inflight|in_flight|in_use|busy|waiting|checked_out|goroutines|threads|processes"
              + "|mailbox|lag|latency|duration|elapsed|took|response_time|free|available|remaining"
              + "|idle|left)(?![a-z])[\\w \\-.(\\[\"':=/]{0,20}?)"
              + NUMBER);

  /** A length of time at the end of an answer's line, whatever stands before it. */
  static final Pattern LENGTH = Pattern.compile("(\\d{1,12}(?:\\.\\d{1,6})?) ?(µs|us|ms)\\b");

  /** The letters that those words begin with. */
  private static final Set<String> BEGINNINGS =
      Set.of(
          "rss",
          "heap",
          "mem",
          "memory",
          "swap",
          "pool",
          "queue",
          "queued",
          "backlog",
          "pending",
          "connection",
          "connections",
          "conn",
          "conns",
          "socket",
          "sockets",
          "fd",
          "fds",
          "files",
          "descriptors",
          "disk",
          "space",
          "used",
          "usage",
          "utilization",
          "inflight",
          "busy",
          "waiting",
          "goroutines",
          "threads",
          "processes",
          "mailbox",
          "lag",
          "latency",
          "duration",
          "elapsed",
          "took",
          "free",
          "available",
          "remaining",
          "idle",
          "left");

  /** Those that only begin one with an underscore behind them. */
  private static final Set<String> JOINED = Set.of("in", "checked", "response");

  /** By the length of these, a bit for each first letter that one so long has. */
  private static final int[] FIRST_LETTERS = new int[12];

  static {
    BEGINNINGS.forEach(Figures::letter);
    JOINED.forEach(Figures::letter);
  }

  private Figures() {}

  private static void letter(String word) {
    FIRST_LETTERS[word.length()] |= 1 << (word.charAt(0) - 'a');
  }

  /** Whether a message has any. */
  static boolean any(String text) {
    return first(text) != null || length(text) != null;
  }

  /** The first figure behind a word for what can run out or pile up; null where none is. */
  static @Nullable Matcher first(String text) {
    int word = word(text);
    if (word < 0) {
      return null;
    }
    Matcher figure = FIGURE.matcher(text);
    return figure.find(word) ? figure : null;
  }

  /** The first length of time with a small unit; null where none is. */
  static @Nullable Matcher length(String text) {
    for (int at = text.indexOf('s', 2); at >= 0; at = text.indexOf('s', at + 1)) {
      char unit = text.charAt(at - 1);
      char before = text.charAt(at - 2);
      boolean told = unit == 'm' || unit == 'u' || unit == 'µ';
      if (told && (before == ' ' || (before >= '0' && before <= '9'))) {
        // None before has a unit; this one's number, if it has one, begins where its digits do.
        Matcher length = LENGTH.matcher(text);
        return length.find(number(text, at - 2)) ? length : null;
      }
    }
    return null;
  }

  /** Where a number with its point begins that ends at a place, or before a space there. */
  private static int number(String text, int end) {
    int begin = end;
    while (begin > 0
        && (text.charAt(begin - 1) == '.'
            || (text.charAt(begin - 1) >= '0' && text.charAt(begin - 1) <= '9'))) {
      begin--;
    }
    return begin;
  }

  /** Where the first word that may have a figure begins, -1 where none does. */
  private static int word(String text) {
    int begin = 0;
    for (int i = 0; i <= text.length(); i++) {
      char small = i == text.length() ? 0 : (char) (text.charAt(i) | 0x20);
      if (small >= 'a' && small <= 'z') {
        continue;
      }
      if (mayBe(text, begin, i)) {
        return begin;
      }
      begin = i + 1;
    }
    return -1;
  }

  private static boolean mayBe(String text, int begin, int end) {
    int length = end - begin;
    if (length == 0 || length >= FIRST_LETTERS.length) {
      return false;
    }
    int first = (text.charAt(begin) | 0x20) - 'a';
    if ((FIRST_LETTERS[length] >>> first & 1) == 0) {
      return false;
    }
    String word = text.substring(begin, end).toLowerCase(Locale.ROOT);
    return BEGINNINGS.contains(word)
        || (JOINED.contains(word) && end < text.length() && text.charAt(end) == '_');
  }
}
