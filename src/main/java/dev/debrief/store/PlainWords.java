package dev.debrief.store;

/**
 * Words of a query that would be an error as Lucene's syntax and are plain text to an engineer:
 * {@code :nxdomain}, {@code /api/users}, {@code call/3}, the colons of a time.
 */
final class PlainWords {
  private PlainWords() {}

  /** A query with those escaped. */
  static String escaped(String text) {
    StringBuilder eased = new StringBuilder();
    boolean quoted = false;
    int bracket = 0;
    boolean start = true;
    boolean valueOfTime = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\' && i + 1 < text.length()) {
        eased.append(c).append(text.charAt(++i));
        start = false;
        continue;
      }
      if (c == '"') {
        quoted = !quoted;
      } else if (!quoted && (c == '[' || c == '{')) {
        bracket++;
      } else if (!quoted && (c == ']' || c == '}')) {
        bracket--;
      }
      boolean plain = !quoted && bracket == 0;
      if (plain && c == ':' && (start || valueOfTime)) {
        eased.append('\\');
      } else if (plain && c == '/') {
        int close = start ? regexEnd(text, i) : -1;
        if (close > 0) {
          eased.append(text, i, close + 1);
          i = close;
          start = false;
          continue;
        }
        eased.append('\\');
      }
      eased.append(c);
      if (plain && Character.isWhitespace(c)) {
        valueOfTime = false;
      } else if (plain && c == ':' && !valueOfTime && endsWithField(text, i, Fields.AT)) {
        valueOfTime = true;
      }
      start =
          plain
              && (Character.isWhitespace(c)
                  || c == '('
                  || c == '+'
                  || c == '-'
                  || c == '!'
                  || (c == ':' && !start));
    }
    return eased.toString();
  }

  private static boolean endsWithField(String text, int colon, String field) {
    int from = colon - field.length();
    return from >= 0
        && text.startsWith(field, from)
        && (from == 0 || !Character.isLetterOrDigit(text.charAt(from - 1)));
  }

  /** Where {@code /…/} ends, where it stands by itself as a word; else -1. */
  private static int regexEnd(String text, int from) {
    for (int i = from + 1; i < text.length() && !Character.isWhitespace(text.charAt(i)); i++) {
      if (text.charAt(i) == '\\') {
        i++;
      } else if (text.charAt(i) == '/') {
        boolean word =
            i + 1 == text.length()
                || Character.isWhitespace(text.charAt(i + 1))
                || text.charAt(i + 1) == ')';
        return word && i > from + 1 ? i : -1;
      }
    }
    return -1;
  }
}
