package dev.debrief.analysis.template;

import dev.debrief.model.Level;

/** The text of a message behind what the program's logger puts before it. */
public final class LogText {
  private static final String[] LEVELS = {"info", "debug", "error", "warning", "warn", "notice"};

  /** Characters of {@code information}. */
  private static final int LONGEST_LEVEL = 11;

  private LogText() {}

  /**
   * The message without Elixir's console prefix ({@code HH:MM:SS.mmm METADATA[LEVEL] }); any other
   * message as it is.
   */
  public static String bare(String message) {
    if (!startsWithTime(message)) {
      return message;
    }
    int open = message.indexOf('[');
    int line = message.indexOf('\n');
    int end = line < 0 ? message.length() : line;
    while (open >= 0 && open < end) {
      int close = message.indexOf(']', open);
      if (close < 0 || close > end) {
        return message;
      }
      if (isLevel(message, open + 1, close)) {
        int from = close + 1;
        return message.substring(
            from < message.length() && message.charAt(from) == ' ' ? from + 1 : from);
      }
      open = message.indexOf('[', close);
    }
    return message;
  }

  /** Whether a level stands there: most often as Elixir's logger writes it, which needs no copy. */
  private static boolean isLevel(String message, int from, int to) {
    for (String level : LEVELS) {
      if (to - from == level.length() && message.startsWith(level, from)) {
        return true;
      }
    }
    return to - from <= LONGEST_LEVEL && Level.named(message.substring(from, to)).isPresent();
  }

  private static boolean startsWithTime(String s) {
    return s.length() > 12
        && digit(s, 0)
        && digit(s, 1)
        && s.charAt(2) == ':'
        && digit(s, 3)
        && digit(s, 4)
        && s.charAt(5) == ':'
        && digit(s, 6)
        && digit(s, 7);
  }

  private static boolean digit(String s, int i) {
    return s.charAt(i) >= '0' && s.charAt(i) <= '9';
  }
}
