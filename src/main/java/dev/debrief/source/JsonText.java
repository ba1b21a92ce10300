package dev.debrief.source;

/** What lines of JSON look like from outside. */
final class JsonText {
  private JsonText() {}

  /** Whether a line outside any object can begin one, or is the brackets and commas around them. */
  static boolean structural(String line) {
    int at = skip(line, 0);
    if (at == line.length()) {
      return false;
    }
    char c = line.charAt(at);
    int next = skip(line, at + 1);
    char follower = next < line.length() ? line.charAt(next) : '\n';
    return switch (c) {
      case '{' -> follower == '"' || follower == '}' || follower == '\n';
      case '[' -> follower == '{' || follower == '[' || follower == ']' || follower == '\n';
      case ',' -> follower == '{' || follower == '\n';
      case ']', '}' -> follower == ',' || follower == ']' || follower == '}' || follower == '\n';
      default -> false;
    };
  }

  /** Whether a line looks like the inside of a pretty-printed object whose beginning is missing. */
  static boolean fragment(String line) {
    int at = skip(line, 0);
    if (at >= line.length()) {
      return false;
    }
    char c = line.charAt(at);
    if (c == '}' || c == ']') {
      return structural(line);
    }
    if (c != '"') {
      return false;
    }
    int close = at + 1;
    while (close < line.length() && line.charAt(close) != '"') {
      close += line.charAt(close) == '\\' ? 2 : 1;
    }
    int colon = skip(line, close + 1);
    if (close >= line.length()) {
      return false;
    }
    if (colon < line.length() && line.charAt(colon) == ':') {
      return true;
    }
    return at > 0 && (colon == line.length() || line.charAt(colon) == ',');
  }

  /** Whether a line can stand inside an object, outside a text. */
  static boolean inside(String line) {
    int at = skip(line, 0);
    if (at == line.length()) {
      return true;
    }
    char c = line.charAt(at);
    return switch (c) {
      case '"', '{', '}', '[', ']', ',', ':' -> true;
      case 't' -> line.startsWith("true", at);
      case 'f' -> line.startsWith("false", at);
      case 'n' -> line.startsWith("null", at);
      default -> (c == '-' || Stamp.digit(c)) ? number(line, at) : false;
    };
  }

  private static boolean number(String line, int from) {
    int at = from;
    while (at < line.length() && "+-.eE0123456789".indexOf(line.charAt(at)) >= 0) {
      at++;
    }
    int next = skip(line, at);
    return next == line.length() || ",]}".indexOf(line.charAt(next)) >= 0;
  }

  private static int skip(String line, int from) {
    int at = from;
    while (at < line.length() && (line.charAt(at) <= ' ' || line.charAt(at) == '\ufeff')) {
      at++;
    }
    return Math.min(at, line.length());
  }
}
