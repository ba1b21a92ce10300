package dev.debrief.analysis.template;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** What a word of a message is: a host, an identifier, a module, a unit. */
final class Words {

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

  /** Those with 0 for each digit. */
  private static final Set<String> NAMES_OF_DIGITS =
      NAMES.stream().map(name -> name.replaceAll("[0-9]", "0")).collect(Collectors.toSet());

  /** No unit and none of these names is longer. */
  private static final int LONGEST = 7;

  private static final Set<String> ORDINALS = Set.of("st", "nd", "rd", "th");

  private static final Set<String> DOMAINS =
      Set.of(
          "com", "net", "org", "edu", "gov", "info", "biz", "dev", "internal", "local", "example");

  private static final Set<String> SOURCE_FILES =
      Set.of(
          "ex", "exs", "eex", "heex", "leex", "erl", "hrl", "py", "rb", "js", "mjs", "cjs", "ts",
          "tsx", "jsx", "go", "java", "kt", "scala", "rs", "c", "cc", "cpp", "h", "hpp", "cs",
          "php", "swift", "clj");

  private static final Set<String> DATE_WORDS =
      Set.of(
          "mon", "tue", "wed", "thu", "fri", "sat", "sun", "jan", "feb", "mar", "apr", "may", "jun",
          "jul", "aug", "sep", "oct", "nov", "dec");

  /** A word of this many characters with digits and letters of both cases is an identifier. */
  private static final int IDENTIFIER = 16;

  /** This many hex digits in a row, one of them a digit, are an identifier. */
  private static final int HEX_RUN = 8;

  private Words() {}

  /** How many characters of an identifier in hex begin at a place, none before it; 0 where none. */
  static int hexRun(String word, int from) {
    if (from > 0 && Character.isLetterOrDigit(word.charAt(from - 1))) {
      return 0;
    }
    int end = from;
    boolean digits = false;
    while (end < word.length() && isHex(word.charAt(end))) {
      digits |= digit(word.charAt(end));
      end++;
    }
    boolean ends = end == word.length() || !Character.isLetterOrDigit(word.charAt(end));
    return ends && digits && end - from >= HEX_RUN ? end - from : 0;
  }

  static boolean isUnit(String word) {
    return word.length() <= LONGEST && UNITS.contains(lower(word));
  }

  static boolean isTruth(String word) {
    return TRUTHS.contains(lower(word));
  }

  static boolean isName(String word) {
    return word.length() <= LONGEST && NAMES.contains(lower(word));
  }

  /** Whether other digits would make another kind of word of it: a name, a number in hex. */
  static boolean hangsOnDigits(String word) {
    if (word.length() > 1 && (word.charAt(1) == 'x' || word.charAt(1) == 'X')) {
      return true;
    }
    if (word.length() > LONGEST) {
      return false;
    }
    StringBuilder zeros = new StringBuilder(lower(word));
    for (int i = 0; i < zeros.length(); i++) {
      if (digit(zeros.charAt(i))) {
        zeros.setCharAt(i, '0');
      }
    }
    return NAMES_OF_DIGITS.contains(zeros.toString());
  }

  /** {@code 1st}: a place in a list that a statement's text names. */
  static boolean isOrdinal(String word) {
    int end = word.length() - 2;
    return end > 0 && end <= 2 && digits(word, 0, end) && ORDINALS.contains(word.substring(end));
  }

  private static boolean digits(String word, int from, int to) {
    for (int i = from; i < to; i++) {
      if (!digit(word.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  static boolean isDateWord(String word) {
    return DATE_WORDS.contains(lower(word));
  }

  static boolean isHex(char c) {
    return digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
  }

  static boolean isIdentifier(String word, int digits, int upper, int lower, int colons) {
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
        && ((upper > 0 && lower > 0) || digits * 3 >= word.length())) {
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

  /** {@code Mod.fun/2}: part of the program's text. */
  static boolean isFunction(String word, int slash) {
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
  static boolean isAddress(String word) {
    int sign = word.indexOf('@');
    return sign > 0 && word.indexOf('.', sign) > 0;
  }

  /** {@code ShopV2.Repo}, {@code shop_v2}: names that carry a number. */
  static boolean isModule(String word) {
    int version = word.lastIndexOf("_v");
    if (version > 0 && version + 2 < word.length() && word.length() - version <= 4) {
      return digits(word, version + 2, word.length());
    }
    int dot = word.indexOf('.');
    if (dot <= 0 || (!Character.isLetter(word.charAt(dot - 1)) && !digit(word.charAt(dot - 1)))) {
      return false;
    }
    boolean begins = true;
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      if ((begins && !Character.isUpperCase(c))
          || (!begins && c != '.' && !Character.isLetterOrDigit(c))) {
        return false;
      }
      begins = c == '.';
    }
    return !begins;
  }

  /** At least three lower-case labels joined by dots, or two under a well-known domain. */
  static boolean isHost(String word) {
    int dots = 0;
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      dots += c == '.' ? 1 : 0;
      if (c != '.' && c != '-' && !digit(c) && !Character.isLowerCase(c)) {
        return false;
      }
    }
    return (dots >= 2 && !isSourceFile(word))
        || (dots == 1 && DOMAINS.contains(word.substring(word.indexOf('.') + 1)));
  }

  static boolean isSourceFile(String word) {
    int dot = word.lastIndexOf('.');
    return dot >= 0 && SOURCE_FILES.contains(word.substring(dot + 1));
  }

  static String lower(String word) {
    return word.toLowerCase(Locale.ROOT);
  }

  static boolean digit(char c) {
    return c >= '0' && c <= '9';
  }
}
