package dev.debrief.source;

/**
 * Terminal escapes: CSI ({@code ESC [ … final}), OSC ({@code ESC ] … BEL} or {@code ESC \}), and
 * the two-character ones (ECMA-48).
 */
final class Escapes {
  static final char ESC = '\u001b';

  private Escapes() {}

  /** How copies write the escape character itself, where they didn't lose it. */
  private static final String[] WRITTEN = {"^[[", "\\u001b[", "\\x1b[", "\\033[", "␛["};

  /**
   * A line of coloured output whose escape characters a copy lost or wrote out ({@code [2m2024-…}),
   * as it was; any other text as it is.
   */
  static String restored(String text) {
    if (text.length() < 4) {
      return text;
    }
    char first = text.charAt(0);
    if (first == '[') {
      return text.startsWith("[2m")
          ? text.replaceAll("\\[(?=[0-9]{1,2}(?:;[0-9]{1,2}){0,3}m)", ESC + "[")
          : text;
    }
    if (first == '^' || first == '\\' || first == '␛') {
      for (String written : WRITTEN) {
        if (text.startsWith(written)) {
          return text.replace(written, ESC + "[");
        }
      }
    }
    return text;
  }

  /** The text without them; the same object where there are none. */
  static String strip(String text) {
    int at = text.indexOf(ESC);
    if (at < 0) {
      return text;
    }
    StringBuilder plain = new StringBuilder(text.length());
    int from = 0;
    while (at >= 0) {
      plain.append(text, from, at);
      from = end(text, at);
      at = text.indexOf(ESC, from);
    }
    return plain.append(text, from, text.length()).toString();
  }

  private static int end(String text, int escape) {
    int length = text.length();
    int at = escape + 1;
    if (at >= length) {
      return length;
    }
    char kind = text.charAt(at);
    if (kind == '[') {
      at++;
      while (at < length && text.charAt(at) >= ' ' && text.charAt(at) <= '?') {
        at++;
      }
      return at < length && text.charAt(at) >= '@' && text.charAt(at) <= '~' ? at + 1 : at;
    }
    if (kind == ']') {
      int most = Math.min(length, at + 4096);
      for (int i = at + 1; i < most; i++) {
        char c = text.charAt(i);
        if (c == '\u0007') {
          return i + 1;
        }
        if (c == ESC) {
          return i + 1 < length && text.charAt(i + 1) == '\\' ? i + 2 : i;
        }
      }
      return at + 1;
    }
    return kind >= ' ' && kind <= '~' ? at + 1 : at;
  }

  /**
   * What a terminal would show of a line with carriage returns in it: each one starts the line
   * anew. A progress meter's steps are kept, one a line.
   */
  static String returns(String text) {
    int at = text.indexOf('\r');
    if (at < 0) {
      return text;
    }
    StringBuilder plain = new StringBuilder(text.length());
    for (String step : text.split("\r+")) {
      if (!step.isBlank()) {
        if (plain.length() > 0) {
          plain.append('\n');
        }
        plain.append(step);
      }
    }
    return plain.toString();
  }
}
