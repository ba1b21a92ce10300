package dev.debrief.analysis.template;

/** Dates and times as ISO 8601 and most loggers write them. */
final class Timestamps {
  private Timestamps() {}

  /**
   * Where a {@code 2026-03-01T12:00:00.123Z}, or what else is written so, ends; -1 where none is.
   */
  static int end(String text, int at) {
    if ((at > 0 && Character.isLetterOrDigit(text.charAt(at - 1)))
        || !shaped(text, at, "dddd-dd-dd")) {
      return -1;
    }
    int i = at + 10;
    if (i < text.length()
        && (text.charAt(i) == 'T' || text.charAt(i) == ' ')
        && shaped(text, i + 1, "dd:dd:dd")) {
      i += 9;
      if (i + 1 < text.length()
          && (text.charAt(i) == '.' || text.charAt(i) == ',')
          && Words.digit(text.charAt(i + 1))) {
        i++;
        while (i < text.length() && Words.digit(text.charAt(i))) {
          i++;
        }
      }
      if (i < text.length() && text.charAt(i) == 'Z') {
        i++;
      } else if (i < text.length()
          && (text.charAt(i) == '+' || text.charAt(i) == '-')
          && shaped(text, i + 1, "dd:dd")) {
        i += 6;
      }
    }
    if (i < text.length() && Character.isLetterOrDigit(text.charAt(i))) {
      return -1;
    }
    return i;
  }

  private static boolean shaped(String text, int from, String shape) {
    if (from + shape.length() > text.length()) {
      return false;
    }
    for (int i = 0; i < shape.length(); i++) {
      char c = text.charAt(from + i);
      if (shape.charAt(i) == 'd' ? !Words.digit(c) : c != shape.charAt(i)) {
        return false;
      }
    }
    return true;
  }
}
