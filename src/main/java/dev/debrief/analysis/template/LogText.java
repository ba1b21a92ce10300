package dev.debrief.analysis.template;

import dev.debrief.model.Level;

/** The text of a message behind what the program's logger puts before it. */
public final class LogText {
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
      if (Level.named(message.substring(open + 1, close)).isPresent()) {
        int from = close + 1;
        return message.substring(
            from < message.length() && message.charAt(from) == ' ' ? from + 1 : from);
      }
      open = message.indexOf('[', close);
    }
    return message;
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
