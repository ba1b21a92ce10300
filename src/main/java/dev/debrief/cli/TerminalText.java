package dev.debrief.cli;

import java.util.function.Function;

/**
 * Log text made harmless for a terminal. Whoever can write a line into a log could else move the
 * reader's cursor, change the window's title or turn the reading direction round.
 */
final class TerminalText {
  private TerminalText() {}

  /** One line of it: what controls a terminal is shown as its code, a tab as a blank. */
  static String safe(String text) {
    StringBuilder out = null;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\t' || controls(c)) {
        if (out == null) {
          out = new StringBuilder(text.length() + 16).append(text, 0, i);
        }
        out.append(shown(c));
      } else if (out != null) {
        out.append(c);
      }
    }
    return out == null ? text : out.toString();
  }

  /** Lines of it: line feeds and tabs stay, the rest as in {@link #safe}. */
  static String lines(String text) {
    return text.chars().allMatch(c -> c == '\n' || c == '\t' || !controls((char) c))
        ? text
        : escaped(text, TerminalText::shown);
  }

  /** JSON that means the same: what controls a terminal stands in strings only, and escaped. */
  static String json(String text) {
    return text.chars().allMatch(c -> c == '\n' || !controls((char) c))
        ? text
        : escaped(text, c -> String.format("\\u%04x", (int) c));
  }

  private static String escaped(String text, Function<Character, String> shown) {
    StringBuilder out = new StringBuilder(text.length() + 64);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      out.append(c == '\n' || c == '\t' || !controls(c) ? String.valueOf(c) : shown.apply(c));
    }
    return out.toString();
  }

  private static String shown(char c) {
    return switch (c) {
      case '\t' -> " ";
      case '\n' -> "\\n";
      case '\r' -> "\\r";
      default -> String.format(c < 0x100 ? "\\x%02x" : "\\u%04x", (int) c);
    };
  }

  /** C0, DEL, C1, line and paragraph separators, and what overrides the reading direction. */
  private static boolean controls(char c) {
    return c < 0x20
        || (c >= 0x7f && c < 0xa0)
        || (c >= 0x2028 && c <= 0x202e)
        || (c >= 0x2066 && c <= 0x2069)
        || c == 0x061c
        || c == 0x200e
        || c == 0x200f
        || c == 0xfeff;
  }
}
