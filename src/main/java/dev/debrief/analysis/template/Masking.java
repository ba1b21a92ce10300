package dev.debrief.analysis.template;

import java.util.Set;

/**
 * Replaces what varies between two prints of one statement by {@code <*>}: numbers with their
 * units, addresses, hosts, identifiers, times, quoted values; keeps words, module names with
 * function and arity, exception names, error atoms, SQLSTATEs and the names of source files. One
 * pass over the characters, no regular expressions. Not for several threads at once.
 */
final class Masking {
  /** What stands for a value. */
  static final String VALUE = "<*>";

  /** Nothing quoted that is longer counts as one value. */
  private static final int LONGEST_QUOTED = 200;

  /** The name of a weekday or a month is so long. */
  private static final int DATE_WORD = 3;

  private static final Set<String> BEFORE_USER =
      Set.of("for", "as", "of", "by", "invalid", "unknown", "illegal");

  private final StringBuilder out = new StringBuilder();
  private String text = "";
  private int at;
  private boolean byDigits;

  /** The message with its values masked. Linear in its length. */
  String mask(String message) {
    text = message;
    at = 0;
    byDigits = false;
    out.setLength(0);
    while (at < text.length()) {
      char c = text.charAt(at);
      if (Words.digit(c) && timestamp()) {
        value();
      } else if (isWordPart(c) || (c == '-' && signs(at))) {
        word();
      } else if (c == '"' || c == '\'' || c == '`') {
        quoted(c);
      } else if (!(c == '#' && termReference()) && !(c == '(' && (sizeInWords() || nothing()))) {
        out.append(c);
        at++;
      }
    }
    return out.toString();
  }

  /**
   * Whether the message last masked, with other digits in the place of its own, would have been
   * masked to another text: where digits are kept, or stand in what is kept for some digits only.
   */
  boolean digitsMatter() {
    for (int i = 0; i < out.length() && !byDigits; i++) {
      byDigits = Words.digit(out.charAt(i));
    }
    return byDigits;
  }

  static boolean isWordPart(char c) {
    return Character.isLetterOrDigit(c)
        || c == '_'
        || c == '$'
        || c == '/'
        || c == '\\'
        || c == '~';
  }

  /** Whether a hyphen is a number's sign. */
  private boolean signs(int i) {
    return i + 1 < text.length()
        && Words.digit(text.charAt(i + 1))
        && (i == 0 || !Character.isLetterOrDigit(text.charAt(i - 1)));
  }

  /** Moves behind a date or a date with its time, if one begins here. */
  private boolean timestamp() {
    int end = Timestamps.end(text, at);
    if (end < 0) {
      return false;
    }
    at = end;
    return true;
  }

  /** {@code #PID<0.1.2>}, {@code #Reference<…>}, {@code #Function<…>}, {@code #Port<…>}. */
  private boolean termReference() {
    int i = at + 1;
    while (i < text.length() && Character.isLetter(text.charAt(i))) {
      i++;
    }
    if (i == at + 1 || i >= text.length() || text.charAt(i) != '<') {
      return false;
    }
    int depth = 0;
    for (int j = i; j < text.length() && j < i + LONGEST_QUOTED; j++) {
      char c = text.charAt(j);
      depth += c == '<' ? 1 : c == '>' ? -1 : 0;
      if (depth == 0) {
        out.append(text, at, i + 1).append("*>");
        at = j + 1;
        return true;
      }
    }
    return false;
  }

  /**
   * A value in quotes: one word, or anything after an equals sign but logfmt's {@code msg=}. Text
   * in quotes is read on.
   */
  private void quoted(char quote) {
    boolean opens = at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1));
    int end = opens ? text.indexOf(quote, at + 1) : -1;
    boolean closes =
        end > at
            && end - at <= LONGEST_QUOTED
            && (end + 1 == text.length() || !Character.isLetterOrDigit(text.charAt(end + 1)));
    if (closes && isValue(at + 1, end)) {
      out.append(quote).append(VALUE).append(quote);
      at = end + 1;
    } else {
      out.append(quote);
      at++;
    }
  }

  private boolean isValue(int from, int to) {
    if (from == to) {
      return false;
    }
    boolean names = to + 1 < text.length() && text.charAt(to + 1) == ':';
    if (names && text.charAt(to) == '"') {
      return false;
    }
    if (from >= 2 && text.charAt(from - 2) == '=') {
      return !said(from - 2);
    }
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if (c == ' ' || c == '\n' || c == '{' || c == '}' || c == '"') {
        return false;
      }
    }
    return true;
  }

  /** Whether the key before an equals sign is the one by which logfmt tells a line's own words. */
  private boolean said(int equals) {
    return (text.startsWith("msg", equals - 3) && startsKey(equals - 3))
        || (text.startsWith("message", equals - 7) && startsKey(equals - 7));
  }

  private boolean startsKey(int i) {
    return i == 0 || (i > 0 && text.charAt(i - 1) == ' ');
  }

  /** A size said again for people: {@code 18846 bytes (18.4 KB)}. Belongs to the number before. */
  private boolean sizeInWords() {
    int i = at + 1;
    while (i < text.length() && (Words.digit(text.charAt(i)) || text.charAt(i) == '.')) {
      i++;
    }
    int close = text.indexOf(')', i);
    if (i == at + 1 || close < 0 || close - i > 6) {
      return false;
    }
    String unit = text.substring(i, close).strip();
    if (!unit.endsWith("B") || !Words.isUnit(unit)) {
      return false;
    }
    if (!out.isEmpty() && out.charAt(out.length() - 1) == ' ') {
      out.setLength(out.length() - 1);
    }
    at = close + 1;
    return true;
  }

  /** Brackets around nothing, where other prints of the statement have a value. */
  private boolean nothing() {
    if (at == 0 || text.charAt(at - 1) != ' ' || !text.startsWith("()", at)) {
      return false;
    }
    out.append('(').append(VALUE).append(')');
    at += 2;
    return true;
  }

  /** A run of characters that belong together: word, number, address, path, name. */
  private void word() {
    int from = at;
    int digits = 0;
    int letters = 0;
    int upper = 0;
    int lower = 0;
    int dots = 0;
    int slashes = 0;
    int colons = 0;
    int others = 0;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (Words.digit(c)) {
        digits++;
      } else if (Character.isLetterOrDigit(c)) {
        // Other scripts' digits are letters here: they are no numbers that a program counts with.
        letters++;
        if (Character.isUpperCase(c)) {
          upper++;
        } else {
          lower++;
        }
      } else if (c == '/' || c == '\\') {
        slashes++;
      } else if (!Joins.join(text, at, from)) {
        break;
      } else if (c == '.') {
        dots++;
      } else if (c == ':') {
        colons++;
      } else {
        others++;
      }
      at++;
    }
    if (at == from) {
      out.append(text.charAt(at++));
      return;
    }
    boolean name = digits == 0 && dots == 0 && others == 0 && at - from != DATE_WORD;
    if (name && !afterEquals() && !login()) {
      // Most of a log's words: no host, no address, no date, no truth.
      out.append(text, from, at);
      return;
    }
    String word = text.substring(from, at);
    byDigits |= digits > 0 && Words.hangsOnDigits(word);
    if (login() || named() || Words.isAddress(word)) {
      value();
    } else if (digits == 0) {
      plain(word, dots);
    } else if (letters == 0) {
      number(word, slashes);
    } else if (Words.isIdentifier(word, digits, upper, lower, colons) && slashes == 0) {
      value();
    } else {
      mixed(word, slashes);
    }
  }

  private void plain(String word, int dots) {
    boolean host = dots >= 1 && Words.isHost(word);
    boolean date = word.length() == DATE_WORD && Words.isDateWord(word) && dateFollows();
    boolean truth = afterEquals() && word.length() <= 9 && Words.isTruth(word);
    if (host || date || truth) {
      value();
    } else {
      out.append(word);
    }
  }

  private boolean afterEquals() {
    return !out.isEmpty() && out.charAt(out.length() - 1) == '=';
  }

  /** Whether the word before is "user", and one that speaks of a login before that. */
  private boolean login() {
    int end = out.length();
    if (end < 6 || out.charAt(end - 2) != 'r' || out.indexOf(" user ", end - 6) < 0) {
      return false;
    }
    int from = out.lastIndexOf(" ", end - 7) + 1;
    return BEFORE_USER.contains(Words.lower(out.substring(from, end - 6)));
  }

  /** Whether the word is the value of a key that ends in "id": {@code request_id=…}. */
  private boolean named() {
    int end = out.length();
    return end >= 3
        && out.charAt(end - 1) == '='
        && Character.toLowerCase(out.charAt(end - 2)) == 'd'
        && Character.toLowerCase(out.charAt(end - 3)) == 'i';
  }

  /** Whether a weekday or month is followed by more of a date. */
  private boolean dateFollows() {
    int i = at;
    while (i < text.length() && (text.charAt(i) == ' ' || text.charAt(i) == ',')) {
      i++;
    }
    return i > at
        && i < text.length()
        && (Words.digit(text.charAt(i))
            || (i + 3 <= text.length() && Words.isDateWord(text.substring(i, i + 3))));
  }

  private void number(String word, int slashes) {
    if (slashes > 0 && word.charAt(0) == '/') {
      out.append('/');
    }
    value();
    unit();
  }

  /** Takes in a unit that stands after the number, a space between or none. */
  private void unit() {
    int from = at;
    if (from < text.length() && text.charAt(from) == '%') {
      at++;
      return;
    }
    if (from < text.length() && text.charAt(from) == ' ') {
      from++;
    }
    int to = from;
    while (to < text.length() && to - from <= 8 && Character.isLetter(text.charAt(to))) {
      to++;
    }
    boolean ends = to == text.length() || !isWordPart(text.charAt(to));
    boolean spaced = from > at;
    if (to > from && ends && (!spaced || to - from > 1) && Words.isUnit(text.substring(from, to))) {
      at = to;
    }
  }

  /** Letters and digits: what is a known kind of name is kept, else its digits are masked. */
  private void mixed(String word, int slashes) {
    int slash = word.lastIndexOf('/');
    if ((slash > 0 && Words.isFunction(word, slash))
        || isSqlState(word)
        || Words.isModule(word)
        || isCode(word)
        || Words.isOrdinal(word)
        || Words.isName(word)) {
      out.append(word);
      return;
    }
    int colon = word.indexOf(':');
    if (slashes == 0
        && (Words.isHost(word)
            || (colon > 0 && Words.isHost(Words.lower(word.substring(0, colon)))))) {
      value();
      return;
    }
    if (Words.digit(word.charAt(0)) && slashes == 0) {
      int i = 0;
      while (i < word.length() && (Words.digit(word.charAt(i)) || word.charAt(i) == '.')) {
        i++;
      }
      if (Words.isUnit(word.substring(i))) {
        value();
        return;
      }
    }
    boolean open = false;
    for (int i = 0; i < word.length(); i++) {
      int hex = Words.hexRun(word, i);
      if (hex > 0) {
        value();
        i += hex - 1;
        open = true;
        continue;
      }
      char c = word.charAt(i);
      boolean inNumber =
          Words.digit(c)
              || (open
                  && (c == '.' || c == '-' || c == ':' || c == ',')
                  && i + 1 < word.length()
                  && Words.digit(word.charAt(i + 1)));
      if (!inNumber) {
        out.append(c);
      } else if (!open) {
        value();
      }
      open = inNumber;
    }
  }

  /** {@code [PC01]}: the platform's and others' codes of an error. */
  private boolean isCode(String word) {
    int from = at - word.length();
    return from > 0
        && text.charAt(from - 1) == '['
        && at < text.length()
        && text.charAt(at) == ']'
        && word.length() <= 6
        && Character.isUpperCase(word.charAt(0))
        && capitalsAndDigits(word);
  }

  private static boolean capitalsAndDigits(String word) {
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      if (!Words.digit(c) && !(c >= 'A' && c <= 'Z')) {
        return false;
      }
    }
    return true;
  }

  /** {@code 42P01 (undefined_table)}: five capitals and digits before a name in brackets. */
  private boolean isSqlState(String word) {
    if (word.length() != 5 || at + 2 >= text.length() || text.charAt(at) != ' ') {
      return false;
    }
    return capitalsAndDigits(word)
        && text.charAt(at + 1) == '('
        && Character.isLowerCase(text.charAt(at + 2));
  }

  /** A value; one that only continues a list of values is not written again. */
  private void value() {
    int length = out.length();
    int end = length;
    while (end > 0 && out.charAt(end - 1) == ' ') {
      end--;
    }
    if (end > 0 && out.charAt(end - 1) == ',') {
      end--;
    }
    if (end >= 3 && out.charAt(end - 1) == '>' && out.indexOf(VALUE, end - 3) == end - 3) {
      out.setLength(end);
    } else {
      out.append(VALUE);
    }
  }
}
