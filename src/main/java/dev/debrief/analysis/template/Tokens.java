package dev.debrief.analysis.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A masked message cut into words and separators.
 *
 * @param gaps the whitespace before each word
 */
record Tokens(String[] words, String[] gaps) {
  /** As many letters in a row are a name, whatever digits stand beside it. */
  private static final int NAME = 4;

  /** What follows this many is one last token. */
  private static final int MOST = 100;

  private static final String SEPARATORS = "=,;()[]{}\"'|";

  /**
   * Cuts a message.
   *
   * @param known the words and gaps of all messages so far, each once: most are of many
   */
  static Tokens of(String masked, Map<String, String> known) {
    List<String> words = new ArrayList<>();
    List<String> gaps = new ArrayList<>();
    int i = 0;
    int gapFrom = 0;
    while (i < masked.length()) {
      char c = masked.charAt(i);
      if (Character.isWhitespace(c)) {
        i++;
        continue;
      }
      gaps.add(one(masked.substring(gapFrom, i), known));
      int from = i;
      if (words.size() == MOST) {
        i = masked.length();
      } else if (SEPARATORS.indexOf(c) >= 0) {
        i++;
      } else {
        while (i < masked.length() && !ends(masked, i, from)) {
          i++;
        }
      }
      words.add(one(masked.substring(from, i), known));
      gapFrom = i;
    }
    return new Tokens(words.toArray(String[]::new), gaps.toArray(String[]::new));
  }

  private static String one(String text, Map<String, String> known) {
    String same = known.putIfAbsent(text, text);
    return same == null ? text : same;
  }

  private static boolean ends(String s, int i, int from) {
    char c = s.charAt(i);
    if (Character.isWhitespace(c) || SEPARATORS.indexOf(c) >= 0) {
      return true;
    }
    boolean last = i + 1 == s.length() || Character.isWhitespace(s.charAt(i + 1));
    return c == ':' && i > from && last;
  }

  /**
   * Whether a token looks like a value and not like a word: a path, an address, a file, a dotted
   * name, or what a masked number leaves too little of to be a name.
   */
  static boolean likeValue(String token) {
    if (isModule(token)) {
      return false;
    }
    if (token.equals(Masking.VALUE) || token.indexOf('@') >= 0 || isPath(token)) {
      return true;
    }
    if (token.contains(Masking.VALUE)) {
      return isFile(token) || isPort(token) || longestName(token) < NAME;
    }
    int dots = 0;
    int lastDot = -1;
    for (int i = 1; i + 1 < token.length(); i++) {
      if (token.charAt(i) == '.') {
        dots++;
        lastDot = i;
      }
    }
    return dots >= 2 && !isConstant(token, lastDot + 1);
  }

  /** {@code Shop.Cart}, {@code Shop.Cart.add/2}: a place in the program, which is never a value. */
  static boolean isModule(String token) {
    int dot = token.indexOf('.');
    return dot > 0
        && dot + 1 < token.length()
        && Character.isUpperCase(token.charAt(0))
        && (Character.isUpperCase(token.charAt(dot + 1)) || token.indexOf('/') > dot)
        && !token.contains(Masking.VALUE);
  }

  private static boolean isPath(String token) {
    int slashes = 0;
    for (int i = 0; i < token.length(); i++) {
      char c = token.charAt(i);
      slashes += c == '/' || c == '\\' ? 1 : 0;
    }
    char first = token.charAt(0);
    return slashes >= 2 || (slashes == 1 && token.length() > 1 && (first == '/' || first == '~'));
  }

  /** {@code host:<*>}. */
  private static boolean isPort(String token) {
    int colon = token.indexOf(':');
    return colon > 0 && token.substring(colon + 1).equals(Masking.VALUE);
  }

  private static boolean isFile(String token) {
    int dot = token.lastIndexOf('.');
    int extension = token.length() - dot - 1;
    return dot > 0
        && extension >= 2
        && extension <= 6
        && token.chars().skip(dot + 1L).allMatch(Character::isLetter);
  }

  private static int longestName(String token) {
    int best = 0;
    int run = 0;
    for (int i = 0; i < token.length(); i++) {
      run = Character.isLetter(token.charAt(i)) ? run + 1 : 0;
      best = Math.max(best, run);
    }
    return best;
  }

  /** {@code android.intent.action.TIME_TICK}: a constant of the program, spelt in capitals. */
  private static boolean isConstant(String token, int from) {
    for (int i = from; i < token.length(); i++) {
      if (Character.isLowerCase(token.charAt(i))) {
        return false;
      }
    }
    return from < token.length();
  }

  /** The message with other words between the same gaps. */
  String text(String[] other) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < other.length; i++) {
      text.append(gaps[i]).append(other[i]);
    }
    return text.toString();
  }
}
