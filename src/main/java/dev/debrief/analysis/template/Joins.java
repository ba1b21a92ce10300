package dev.debrief.analysis.template;

/** Which characters between others join them to one word: an address, a time, a dotted name. */
final class Joins {
  private Joins() {}

  /**
   * Whether the character at a place joins what stands on its sides.
   *
   * @param from where the word began
   */
  static boolean join(String text, int at, int from) {
    char c = text.charAt(at);
    if (c == '_' || c == '$' || c == '~') {
      return true;
    }
    if (at + 1 >= text.length()) {
      return false;
    }
    char next = text.charAt(at + 1);
    return switch (c) {
      case '-' -> at == from ? Words.digit(next) : Character.isLetterOrDigit(next);
      case '.' -> at > from && (Character.isLetterOrDigit(next) || next == '_');
      case '@', '+', '%' -> at > from && Character.isLetterOrDigit(next);
      case '!', '?' -> at > from && next == '/';
      case ':' -> at > from && (colonJoins(text, at, from) || port(text, at, from));
      case ',' -> at > from && Words.digit(text.charAt(at - 1)) && Words.digit(next);
      default -> false;
    };
  }

  /** Whether a host stands before the colon and a port after it. */
  private static boolean port(String text, int at, int from) {
    int end = at + 1;
    while (end < text.length() && Words.digit(text.charAt(end))) {
      end++;
    }
    boolean number = end > at + 1 && end <= at + 6;
    boolean ends =
        end == text.length() || (!Masking.isWordPart(text.charAt(end)) && text.charAt(end) != ':');
    return number && ends && Words.isHost(Words.lower(text.substring(from, at)));
  }

  /** A colon joins the groups of an address or a time, not a word and what it says. */
  private static boolean colonJoins(String text, int at, int from) {
    int left = at - 1;
    while (left >= from && Words.isHex(text.charAt(left))) {
      left--;
    }
    int right = at + 1;
    if (right < text.length() && text.charAt(right) == ':') {
      right++;
    }
    int begin = right;
    while (right < text.length() && Words.isHex(text.charAt(right))) {
      right++;
    }
    boolean hexLeft = left < from || text.charAt(left) == ':' || text.charAt(left) == '.';
    boolean hexRight =
        right > begin && (right == text.length() || !Character.isLetter(text.charAt(right)));
    return (hexLeft && hexRight && Words.digit(text.charAt(begin)))
        || (hexLeft && hexRight && twoColons(text, at));
  }

  /** Whether another colon is near, as in addresses. */
  private static boolean twoColons(String text, int colon) {
    for (int i = colon + 1; i < text.length() && i <= colon + 5; i++) {
      if (text.charAt(i) == ':') {
        return true;
      }
      if (!Words.isHex(text.charAt(i))) {
        break;
      }
    }
    for (int i = colon - 1; i >= 0 && i >= colon - 5; i--) {
      if (text.charAt(i) == ':') {
        return true;
      }
      if (!Words.isHex(text.charAt(i))) {
        break;
      }
    }
    return false;
  }
}
