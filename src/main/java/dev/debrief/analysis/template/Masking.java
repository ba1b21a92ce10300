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

  /** A word of this many characters with digits and letters of both cases is an identifier. */
  private static final int IDENTIFIER = 16;

  /** This many hex digits in a row, one of them a digit, are an identifier. */
  private static final int HEX_RUN = 8;

  /** Nothing quoted that is longer counts as one value. */
  private static final int LONGEST_QUOTED = 200;

  private static final Set<String> UNITS =
      Set.of(
          "ns", "us", "µs", "μs", "ms", "msec", "msecs", "s", "sec", "secs", "second", "seconds",
          "m", "min", "mins", "minute", "minutes", "h", "hour", "hours", "d", "day", "days", "b",
          "kb", "mb", "gb", "tb", "kib", "mib", "gib", "tib");

  private static final Set<String> TRUTHS =
      Set.of("true", "false", "null", "nil", "none", "yes", "no", "on", "off", "undefined");

  /** Names that have a digit in them. */
  private static final Set<String> NAMES =
      Set.of(
          "ipv4", "ipv6", "utf8", "utf-8", "base64", "sha1", "sha256", "md5", "http2", "x509",
          "sigusr1", "sigusr2");

  private static final Set<String> DOMAINS =
      Set.of(
          "com", "net", "org", "edu", "gov", "info", "biz", "dev", "internal", "local", "example");

  private static final Set<String> BEFORE_USER =
      Set.of("for", "as", "of", "by", "invalid", "unknown", "illegal");

  private static final Set<String> SOURCE_FILES =
      Set.of(
          "ex", "exs", "eex", "heex", "leex", "erl", "hrl", "py", "rb", "js", "mjs", "cjs", "ts",
          "tsx", "jsx", "go", "java", "kt", "scala", "rs", "c", "cc", "cpp", "h", "hpp", "cs",
          "php", "swift", "clj");

  private static final Set<String> DATE_WORDS =
      Set.of(
          "mon", "tue", "wed", "thu", "fri", "sat", "sun", "jan", "feb", "mar", "apr", "may", "jun",
          "jul", "aug", "sep", "oct", "nov", "dec");

  private final StringBuilder out = new StringBuilder();
  private String text = "";
  private int at;

  /** The message with its values masked. Linear in its length. */
  String mask(String message) {
    text = message;
    at = 0;
    out.setLength(0);
    while (at < text.length()) {
      char c = text.charAt(at);
      if (digit(c) && timestamp()) {
        value();
      } else if (isWordPart(c) || c == '-' && signs(at)) {
        word();
      } else if (c == '#' && termReference()) {
        continue;
      } else if (c == '"' || c == '\'' || c == '`') {
        quoted(c);
      } else if (c == '(' && (sizeInWords() || nothing())) {
        continue;
      } else {
        out.append(c);
        at++;
      }
    }
    return out.toString();
  }

  private static boolean isWordPart(char c) {
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
        && digit(text.charAt(i + 1))
        && (i == 0 || !Character.isLetterOrDigit(text.charAt(i - 1)));
  }

  private static boolean digit(char c) {
    return c >= '0' && c <= '9';
  }

  /** {@code 2026-03-01T12:00:00.123Z}, and what else is written so; moves behind it. */
  private boolean timestamp() {
    if (at > 0 && Character.isLetterOrDigit(text.charAt(at - 1)) || !shaped(at, "dddd-dd-dd")) {
      return false;
    }
    int i = at + 10;
    if (i < text.length()
        && (text.charAt(i) == 'T' || text.charAt(i) == ' ')
        && shaped(i + 1, "dd:dd:dd")) {
      i += 9;
      if (i + 1 < text.length()
          && (text.charAt(i) == '.' || text.charAt(i) == ',')
          && digit(text.charAt(i + 1))) {
        i++;
        while (i < text.length() && digit(text.charAt(i))) {
          i++;
        }
      }
      if (i < text.length() && text.charAt(i) == 'Z') {
        i++;
      } else if (i < text.length()
          && (text.charAt(i) == '+' || text.charAt(i) == '-')
          && shaped(i + 1, "dd:dd")) {
        i += 6;
      }
    }
    if (i < text.length() && Character.isLetterOrDigit(text.charAt(i))) {
      return false;
    }
    at = i;
    return true;
  }

  private boolean shaped(int from, String shape) {
    if (from + shape.length() > text.length()) {
      return false;
    }
    for (int i = 0; i < shape.length(); i++) {
      char c = text.charAt(from + i);
      if (shape.charAt(i) == 'd' ? !digit(c) : c != shape.charAt(i)) {
        return false;
      }
    }
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

  /** A value in quotes: one word, or anything after an equals sign. Text in quotes is read on. */
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
      return true;
    }
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if (c == ' ' || c == '\n' || c == '{' || c == '}' || c == '"') {
        return false;
      }
    }
    return true;
  }

  /** A size said again for people: {@code 18846 bytes (18.4 KB)}. Belongs to the number before. */
  private boolean sizeInWords() {
    int i = at + 1;
    while (i < text.length() && (digit(text.charAt(i)) || text.charAt(i) == '.')) {
      i++;
    }
    int close = text.indexOf(')', i);
    if (i == at + 1 || close < 0 || close - i > 6) {
      return false;
    }
    String unit = text.substring(i, close).strip();
    if (!unit.endsWith("B") || !UNITS.contains(lower(unit))) {
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
      if (digit(c)) {
        digits++;
      } else if (Character.isLetter(c)) {
        letters++;
        if (Character.isUpperCase(c)) {
          upper++;
        } else {
          lower++;
        }
      } else if (c == '/' || c == '\\') {
        slashes++;
      } else if (!joins(c, from)) {
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
    String word = text.substring(from, at);
    if (login() || named() || isAddress(word)) {
      value();
    } else if (digits == 0) {
      plain(word, dots);
    } else if (letters == 0) {
      number(word, slashes);
    } else if (isIdentifier(word, digits, upper, lower, colons) && slashes == 0) {
      value();
    } else {
      mixed(word, slashes);
    }
  }

  /** Whether a character between others joins them to one word. */
  private boolean joins(char c, int from) {
    if (c == '_' || c == '$' || c == '~') {
      return true;
    }
    if (at + 1 >= text.length()) {
      return false;
    }
    char next = text.charAt(at + 1);
    return switch (c) {
      case '-' -> at == from ? digit(next) : Character.isLetterOrDigit(next);
      case '.' -> at > from && (Character.isLetterOrDigit(next) || next == '_');
      case '@', '+', '%' -> at > from && Character.isLetterOrDigit(next);
      case '!', '?' -> at > from && next == '/';
      case ':' -> at > from && (colonJoins(from) || port(from));
      case ',' -> at > from && digit(text.charAt(at - 1)) && digit(next);
      default -> false;
    };
  }

  /** Whether a host stands before the colon and a port after it. */
  private boolean port(int from) {
    int end = at + 1;
    while (end < text.length() && digit(text.charAt(end))) {
      end++;
    }
    boolean number = end > at + 1 && end <= at + 6;
    boolean ends = end == text.length() || !isWordPart(text.charAt(end)) && text.charAt(end) != ':';
    return number && ends && isHost(text.substring(from, at).toLowerCase(java.util.Locale.ROOT));
  }

  /** A colon joins the groups of an address or a time, not a word and what it says. */
  private boolean colonJoins(int from) {
    int left = at - 1;
    while (left >= from && isHex(text.charAt(left))) {
      left--;
    }
    int right = at + 1;
    if (right < text.length() && text.charAt(right) == ':') {
      right++;
    }
    int begin = right;
    while (right < text.length() && isHex(text.charAt(right))) {
      right++;
    }
    boolean hexLeft = left < from || text.charAt(left) == ':' || text.charAt(left) == '.';
    boolean hexRight =
        right > begin && (right == text.length() || !Character.isLetter(text.charAt(right)));
    return hexLeft && hexRight && digit(text.charAt(begin)) || hexLeft && hexRight && twoColons(at);
  }

  /** Whether another colon is near, as in addresses. */
  private boolean twoColons(int colon) {
    for (int i = colon + 1; i < text.length() && i <= colon + 5; i++) {
      if (text.charAt(i) == ':') {
        return true;
      }
      if (!isHex(text.charAt(i))) {
        break;
      }
    }
    for (int i = colon - 1; i >= 0 && i >= colon - 5; i--) {
      if (text.charAt(i) == ':') {
        return true;
      }
      if (!isHex(text.charAt(i))) {
        break;
      }
    }
    return false;
  }

  private static boolean isHex(char c) {
    return digit(c) || c >= 'a' && c <= 'f' || c >= 'A' && c <= 'F';
  }

  private void plain(String word, int dots) {
    boolean host = dots >= 1 && isHost(word);
    boolean date = word.length() == 3 && DATE_WORDS.contains(lower(word)) && dateFollows();
    boolean truth =
        !out.isEmpty()
            && out.charAt(out.length() - 1) == '='
            && word.length() <= 9
            && TRUTHS.contains(lower(word));
    if (host || date || truth) {
      value();
    } else {
      out.append(word);
    }
  }

  /** Whether the word before is "user", and one that speaks of a login before that. */
  private boolean login() {
    int end = out.length();
    if (end < 6 || out.charAt(end - 1) != ' ' || !out.substring(end - 6, end - 1).equals(" user")) {
      return false;
    }
    int from = out.lastIndexOf(" ", end - 7) + 1;
    return BEFORE_USER.contains(lower(out.substring(from, end - 6)));
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
        && (digit(text.charAt(i))
            || i + 3 <= text.length() && DATE_WORDS.contains(lower(text.substring(i, i + 3))));
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
    if (to > from
        && ends
        && (!spaced || to - from > 1)
        && UNITS.contains(lower(text.substring(from, to)))) {
      at = to;
    }
  }

  private static boolean isIdentifier(String word, int digits, int upper, int lower, int colons) {
    if (colons >= 2) {
      return true;
    }
    boolean hexPrefix = word.startsWith("0x") || word.startsWith("0X");
    if (hexPrefix) {
      return true;
    }
    if (word.length() >= IDENTIFIER
        && digits >= 2
        && word.indexOf('.') < 0
        && (upper > 0 && lower > 0 || digits * 3 >= word.length())) {
      return true;
    }
    int hex = 0;
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      if (!isHex(c) && c != '-') {
        return false;
      }
      hex++;
    }
    return hex >= HEX_RUN;
  }

  /** Letters and digits: what is a known kind of name is kept, else its digits are masked. */
  private void mixed(String word, int slashes) {
    int slash = word.lastIndexOf('/');
    if (slash > 0 && isFunction(word, slash)
        || isSqlState(word)
        || isModule(word)
        || isCode(word)
        || NAMES.contains(lower(word))) {
      out.append(word);
      return;
    }
    int colon = word.indexOf(':');
    if (slashes == 0 && (isHost(word) || colon > 0 && isHost(lower(word.substring(0, colon))))) {
      value();
      return;
    }
    if (digit(word.charAt(0)) && slashes == 0) {
      int i = 0;
      while (i < word.length() && (digit(word.charAt(i)) || word.charAt(i) == '.')) {
        i++;
      }
      if (UNITS.contains(lower(word.substring(i)))) {
        value();
        return;
      }
    }
    boolean open = false;
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      boolean inNumber =
          digit(c)
              || open
                  && (c == '.' || c == '-' || c == ':' || c == ',')
                  && i + 1 < word.length()
                  && digit(word.charAt(i + 1));
      if (!inNumber) {
        out.append(c);
      } else if (!open) {
        value();
      }
      open = inNumber;
    }
  }

  /** {@code Mod.fun/2}: part of the program's text. */
  private static boolean isFunction(String word, int slash) {
    if (slash + 3 < word.length() || word.indexOf('/') != slash) {
      return false;
    }
    for (int i = slash + 1; i < word.length(); i++) {
      if (!digit(word.charAt(i))) {
        return false;
      }
    }
    int dot = word.indexOf('.');
    return dot > 0 && dot < slash && Character.isLetterOrDigit(word.charAt(dot - 1));
  }

  /** {@code name@host.example}. */
  private static boolean isAddress(String word) {
    int sign = word.indexOf('@');
    return sign > 0 && word.indexOf('.', sign) > 0;
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
        && word.chars().allMatch(c -> digit((char) c) || c >= 'A' && c <= 'Z');
  }

  /** {@code ShopV2.Repo}, {@code shop_v2}: names that carry a number. */
  private static boolean isModule(String word) {
    int version = word.lastIndexOf("_v");
    if (version > 0 && version + 2 < word.length() && word.length() - version <= 4) {
      return word.chars().skip(version + 2L).allMatch(c -> digit((char) c));
    }
    int dot = word.indexOf('.');
    if (dot <= 0 || !Character.isLetter(word.charAt(dot - 1)) && !digit(word.charAt(dot - 1))) {
      return false;
    }
    boolean begins = true;
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      if (begins && !Character.isUpperCase(c)
          || !begins && c != '.' && !Character.isLetterOrDigit(c)) {
        return false;
      }
      begins = c == '.';
    }
    return !begins;
  }

  /** {@code 42P01 (undefined_table)}: five capitals and digits before a name in brackets. */
  private boolean isSqlState(String word) {
    if (word.length() != 5 || at + 2 >= text.length() || text.charAt(at) != ' ') {
      return false;
    }
    for (int i = 0; i < 5; i++) {
      char c = word.charAt(i);
      if (!digit(c) && !(c >= 'A' && c <= 'Z')) {
        return false;
      }
    }
    return text.charAt(at + 1) == '(' && Character.isLowerCase(text.charAt(at + 2));
  }

  /** At least three lower-case labels joined by dots, or two under a well-known domain. */
  private static boolean isHost(String word) {
    int dots = 0;
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      dots += c == '.' ? 1 : 0;
      if (c != '.' && c != '-' && !digit(c) && !Character.isLowerCase(c)) {
        return false;
      }
    }
    return dots >= 2 && !isSourceFile(word)
        || dots == 1 && DOMAINS.contains(word.substring(word.indexOf('.') + 1));
  }

  private static boolean isSourceFile(String word) {
    int dot = word.lastIndexOf('.');
    return dot >= 0 && SOURCE_FILES.contains(word.substring(dot + 1));
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

  private static String lower(String word) {
    return word.toLowerCase(java.util.Locale.ROOT);
  }
}
