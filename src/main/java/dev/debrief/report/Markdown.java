package dev.debrief.report;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Foreign text made safe for GitHub-flavoured Markdown, so that it reads the same in GitHub, GitLab
 * and VS Code. Rules: <a href="https://github.github.com/gfm/">GFM</a>, and the filters that GitHub
 * and GitLab run on the HTML afterwards (mentions, issue links, bare addresses, emoji, formulas),
 * which no backslash holds back: a word that could wake one goes into a code span.
 */
public final class Markdown {
  /** The most characters of one quoted line. */
  public static final int QUOTE_LENGTH = 300;

  /** A quoted piece, or a word, or the space between. */
  private static final Pattern PIECE = Pattern.compile("`[^`\\n]+`|[^\\s`]+|`|\\s+");

  private static final Pattern RISKY =
      Pattern.compile(
          "://|@|(?<![a-zA-Z0-9])www\\.|#\\d|![\\d]|~\\d|\\$|:[a-zA-Z+-][\\w+-]*:|^[0-9a-f]{7,64}[.,;:)]?$|^[Gg][Hh]-\\d|\\[\\^|^\\[[ xX]\\]",
          Pattern.UNICODE_CASE);

  /** Punctuation around a risky word stays outside its code span. */
  private static final Pattern WRAPPED =
      Pattern.compile("^([(\"'“‘]*)(.*?)([)\"'”’.,;:!?]*)$", Pattern.DOTALL);

  /** What {@link #plain} takes away or turns back: code, a reference, bold, an escape. */
  private static final Pattern MARK =
      Pattern.compile(
          "(?<fence>`+)(?<code>.+?)(?<!`)\\k<fence>(?!`)|\\[\\^e[0-9a-f]+]|\\*\\*|\\\\(?<escaped>[^a-zA-Z0-9\\s])|&#124;");

  private Markdown() {}

  /**
   * Running text: markup in it shows as it was written, and links nothing. Linear in its length.
   */
  public static String text(String foreign) {
    String safe = visible(foreign).strip();
    StringBuilder out = new StringBuilder(safe.length() + 16);
    Matcher pieces = PIECE.matcher(safe);
    while (pieces.find()) {
      String piece = pieces.group();
      if (piece.isBlank()) {
        out.append(' ');
      } else if (piece.length() > 2 && piece.startsWith("`")) {
        out.append(code(piece.substring(1, piece.length() - 1)));
      } else if (RISKY.matcher(piece).find()) {
        Matcher wrapped = WRAPPED.matcher(piece);
        if (wrapped.matches() && !wrapped.group(2).isEmpty()) {
          out.append(escape(wrapped.group(1)));
          out.append(code(wrapped.group(2)));
          out.append(escape(wrapped.group(3)));
        } else {
          out.append(code(piece));
        }
      } else {
        out.append(escape(piece));
      }
    }
    return startOfBlock(out.toString());
  }

  /**
   * A code span that holds the text whole: line ends become visible, and no run of backticks in it
   * can close it.
   */
  public static String code(String foreign) {
    String safe = visible(foreign).strip();
    if (safe.length() > QUOTE_LENGTH) {
      int cut = QUOTE_LENGTH;
      if (Character.isHighSurrogate(safe.charAt(cut - 1))) {
        cut--;
      }
      safe = safe.substring(0, cut) + "…";
    }
    if (safe.isBlank()) {
      return "`·`";
    }
    String fence = "`".repeat(longestRun(safe) + 1);
    boolean pad =
        safe.startsWith("`") || safe.endsWith("`") || (safe.startsWith(" ") && safe.endsWith(" "));
    return fence + (pad ? " " + safe + " " : safe) + fence;
  }

  /**
   * Markdown that {@link #text} and {@link #code} made, for a cell of a table: no pipe in it, in
   * code or out, ends the cell. A pipe after a backslash can't be written in all three readers and
   * becomes {@code ¦}.
   */
  public static String cell(String markdown) {
    StringBuilder out = new StringBuilder(markdown.length() + 8);
    for (int i = 0; i < markdown.length(); i++) {
      char c = markdown.charAt(i);
      if (c == '|') {
        out.append(i > 0 && markdown.charAt(i - 1) == '\\' ? "¦" : "\\|");
      } else {
        out.append(c == '\n' ? ' ' : c);
      }
    }
    return out.toString();
  }

  /**
   * The text with every control, every invisible and every direction-turning character written out
   * as {@code \u202E}; line ends as {@code ⏎}; tabs as spaces.
   */
  public static String visible(String foreign) {
    StringBuilder out = null;
    for (int i = 0; i < foreign.length(); ) {
      int c = foreign.codePointAt(i);
      int width = Character.charCount(c);
      String instead = instead(foreign, i, c);
      if (instead != null) {
        if (out == null) {
          out = new StringBuilder(foreign.length() + 16).append(foreign, 0, i);
        }
        out.append(instead);
      } else if (out != null) {
        out.appendCodePoint(c);
      }
      i += width;
    }
    return out == null ? foreign : out.toString();
  }

  /**
   * The words of Markdown that {@link #text} and {@link #code} made, as a terminal shows them: no
   * marks, no references, code in plain quotes.
   */
  public static String plain(String markdown) {
    StringBuilder out = new StringBuilder(markdown.length());
    Matcher marks = MARK.matcher(markdown);
    while (marks.find()) {
      String mark = marks.group();
      String code = marks.group("code");
      String escaped = marks.group("escaped");
      String instead = "";
      if (code != null) {
        instead = "'" + code.strip() + "'";
      } else if (escaped != null) {
        instead = escaped;
      } else if (mark.equals("&#124;")) {
        instead = "|";
      }
      marks.appendReplacement(out, Matcher.quoteReplacement(instead));
    }
    return marks.appendTail(out).toString();
  }

  private static @Nullable String instead(String all, int at, int c) {
    if (c >= ' ' && c < 0x7F) {
      return null;
    }
    if (c == '\t') {
      return " ";
    }
    if (c == '\n') {
      return " ⏎ ";
    }
    if (c == '\r') {
      return at + 1 < all.length() && all.charAt(at + 1) == '\n' ? "" : " ⏎ ";
    }
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          c > 0xFFFF ? "\\u{" + hex(c) + "}" : "\\u" + "0".repeat(4 - hex(c).length()) + hex(c);
      case Character.SPACE_SEPARATOR -> " ";
      default -> null;
    };
  }

  private static String hex(int c) {
    return Integer.toHexString(c).toUpperCase(Locale.ROOT);
  }

  private static String escape(String word) {
    StringBuilder out = new StringBuilder(word.length() + 8);
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      if (c == '|') {
        out.append("&#124;");
      } else {
        if ("\\`*_[]<>&~#$".indexOf(c) >= 0 || (c == '!' && i + 1 < word.length())) {
          out.append('\\');
        }
        out.append(c);
      }
    }
    return out.toString();
  }

  /** Keeps a text that stands first in its block from becoming a list, a heading or a rule. */
  private static String startOfBlock(String text) {
    if (text.isEmpty()) {
      return text;
    }
    char first = text.charAt(0);
    if (first == '-' || first == '+' || first == '=') {
      return "\\" + text;
    }
    int digits = 0;
    while (digits < text.length() && Character.isDigit(text.charAt(digits)) && digits < 10) {
      digits++;
    }
    boolean list =
        digits > 0
            && digits < text.length()
            && (text.charAt(digits) == '.' || text.charAt(digits) == ')')
            && (digits + 1 == text.length() || text.charAt(digits + 1) == ' ');
    return list ? text.substring(0, digits) + "\\" + text.substring(digits) : text;
  }

  private static int longestRun(String text) {
    int longest = 0;
    int run = 0;
    for (int i = 0; i < text.length(); i++) {
      run = text.charAt(i) == '`' ? run + 1 : 0;
      longest = Math.max(longest, run);
    }
    return longest;
  }
}
