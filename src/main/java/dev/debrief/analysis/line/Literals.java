package dev.debrief.analysis.line;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Finds many plain texts in one pass over a line, whatever their number. Each text is known by four
 * characters in a row that few lines hold, of which a line that holds the text has either the first
 * three or the last three at an even place; so a line's every second three are looked up in a table
 * of bits, and only where a bit is set are the texts themselves compared. (Karp and Rabin,
 * "Efficient randomized pattern-matching algorithms", IBM J. Res. Dev. 1987, with the grams chosen
 * as grep chooses its rarest byte.) Three characters are read at once, from a copy of the line's
 * bytes; to ask the line for one character after the other, and to look up every four, took twice
 * as long, and an automaton (Aho and Corasick, CACM 1975), which waits at each character for the
 * state that the one before led to, six times. Texts shorter than that are searched for one by one.
 * Not for several threads at once.
 */
public final class Literals {
  private static final int ALPHABET = 128;

  /** Four bytes at once, the first lowest. */
  private static final VarHandle FOUR =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

  /** Characters that a text is known by: one more than are looked up, so that two places do. */
  private static final int KNOWN_BY = 4;

  /** Bits of the table's size: of two hundred texts one line in four meets a place by chance. */
  private static final int TABLE = 16;

  /** What a gram across two words counts for: more than any letter. */
  private static final int ACROSS = 64;

  /** What is rare in a log's text; the rest counts as common. */
  private static final String COMMON = " etaoinsrhldcumfpgwybvk.:/=-_0123456789\"";

  private final List<String> texts = new ArrayList<>();
  private final Map<String, Integer> numbers = new HashMap<>();

  /** Those known by three characters: their number twice, and one more where these are the last. */
  private final int[] @Nullable [] byPlace = new int[1 << TABLE][];

  /** Where in its text the four characters begin. */
  private int[] begins = new int[0];

  /** The four themselves. */
  private int[] fours = new int[0];

  /** Those too short to have four. */
  private final List<Integer> brief = new ArrayList<>();

  private final long[] bits = new long[1 << (TABLE - 6)];
  private int[] seenAt = new int[0];
  private int[] hits = new int[0];
  private int generation;
  private int count;
  private String line = "";

  /** Where the low bytes of a line's characters are copied to. */
  private byte[] low = new byte[1 << 10];

  /** Adds a text that isn't empty, and gives its number, from 0; equal texts share one. */
  public int add(String text) {
    Integer known = numbers.get(text);
    if (known != null) {
      return known;
    }
    int number = texts.size();
    texts.add(text);
    numbers.put(text, number);
    begins = Arrays.copyOf(begins, number + 1);
    fours = Arrays.copyOf(fours, number + 1);
    seenAt = Arrays.copyOf(seenAt, number + 1);
    hits = Arrays.copyOf(hits, number + 1);
    line = "";
    count = 0;
    if (text.length() < KNOWN_BY) {
      brief.add(number);
      return number;
    }
    int begin = rarest(text);
    begins[number] = begin;
    fours[number] = (int) FOUR.get(low(text), begin);
    for (int last = 0; last < 2; last++) {
      int place = place(low(text), begin + last);
      bits[place >>> 6] |= 1L << place;
      int[] here = byPlace[place];
      int[] more = here == null ? new int[1] : Arrays.copyOf(here, here.length + 1);
      more[more.length - 1] = number << 1 | last;
      byPlace[place] = more;
    }
    return number;
  }

  /** Where the four characters begin that the fewest lines hold. */
  private static int rarest(String text) {
    int best = 0;
    int most = -1;
    for (int begin = 0; begin + KNOWN_BY <= text.length(); begin++) {
      int rare = 0;
      for (int i = begin; i < begin + KNOWN_BY; i++) {
        int common = COMMON.indexOf(text.charAt(i));
        rare += common < 0 ? COMMON.length() : common;
      }
      boolean across = text.charAt(begin + 1) == ' ' || text.charAt(begin + 2) == ' ';
      rare += across ? ACROSS : 0;
      if (rare > most) {
        most = rare;
        best = begin;
      }
    }
    return best;
  }

  /** Where in the table the three bytes from a place on stand, which another byte follows. */
  private static int place(byte[] bytes, int at) {
    int gram = (int) FOUR.get(bytes, at) & 0xFF_FFFF;
    return (gram * 0x9E3779B1) >>> (32 - TABLE);
  }

  /**
   * Looks for the texts in a line; how many different ones stand in it. The answer is kept, so that
   * several who ask of one line in turn have it read once.
   */
  public int look(String message) {
    if (message.equals(line)) {
      return count;
    }
    line = message;
    count = 0;
    generation++;
    byte[] bytes = low(message);
    int last = message.length() - 3;
    for (int i = 0; i <= last; i += 2) {
      int place = place(bytes, i);
      if ((bits[place >>> 6] >>> place & 1) != 0) {
        compare(message, bytes, place, i);
      }
    }
    for (int number : brief) {
      if (message.contains(texts.get(number))) {
        hit(number);
      }
    }
    return count;
  }

  /** The low bytes of a text's characters, and more behind them. */
  @SuppressWarnings("deprecation") // For leaving out the high ones, which is what is wanted here.
  private byte[] low(String message) {
    if (low.length <= message.length()) {
      low = new byte[2 * message.length()];
    }
    message.getBytes(0, message.length(), low, 0);
    return low;
  }

  /** Compares the texts of which three characters may stand there. */
  private void compare(String message, byte[] bytes, int place, int at) {
    for (int known : Objects.requireNonNull(byPlace[place])) {
      int number = known >>> 1;
      int four = at - (known & 1);
      if (four >= 0
          && (int) FOUR.get(bytes, four) == fours[number]
          && message.startsWith(texts.get(number), four - begins[number])) {
        hit(number);
      }
    }
  }

  private void hit(int number) {
    if (seenAt[number] != generation) {
      seenAt[number] = generation;
      hits[count++] = number;
    }
  }

  /** The numbers of the texts that stand in the line last looked at, ascending. */
  public int[] found() {
    int[] found = Arrays.copyOf(hits, count);
    Arrays.sort(found);
    return found;
  }

  /** Whether a text stands in the line last looked at. */
  public boolean stands(int number) {
    return count > 0 && seenAt[number] == generation;
  }

  /** Whether one of some texts stands in the line last looked at. */
  public boolean standsAny(int[] numbers) {
    for (int number : numbers) {
      if (stands(number)) {
        return true;
      }
    }
    return false;
  }

  /** The longest run of ASCII characters in a text, or empty. */
  public static String longestAscii(String text) {
    String best = "";
    int from = 0;
    for (int i = 0; i <= text.length(); i++) {
      if (i == text.length() || text.charAt(i) >= ALPHABET) {
        if (i - from > best.length()) {
          best = text.substring(from, i);
        }
        from = i + 1;
      }
    }
    return best;
  }

  /**
   * The longest plain text that every match of a regular expression must hold, or empty where none
   * is plain to see: alternatives at the top, flags, or nothing but classes.
   */
  public static String required(String regex) {
    if (regex.contains("(?")) {
      return "";
    }
    String best = "";
    StringBuilder run = new StringBuilder();
    int depth = 0;
    for (int i = 0; i < regex.length(); i++) {
      char c = regex.charAt(i);
      boolean plain = false;
      if (c == '\\' && i + 1 < regex.length()) {
        plain = !Character.isLetterOrDigit(regex.charAt(i + 1));
        i = endOfEscape(regex, i);
        c = regex.charAt(i);
      } else if (c == '[') {
        i = endOfClass(regex, i);
      } else if (c == '(' || c == ')') {
        depth += c == '(' ? 1 : -1;
      } else if (c == '|' && depth == 0) {
        return "";
      } else if ("*?{".indexOf(c) >= 0) {
        if (!run.isEmpty()) {
          run.setLength(run.length() - 1);
        }
        i = c == '{' ? Math.max(i, regex.indexOf('}', i)) : i;
      } else {
        plain = "+.^$|".indexOf(c) < 0;
      }
      if (plain && depth == 0) {
        run.append(c);
      } else {
        best = run.length() > best.length() ? run.toString() : best;
        run.setLength(0);
      }
    }
    return longestAscii(run.length() > best.length() ? run.toString() : best);
  }

  /** The last character of an escape: {@code \x41}, {@code \101} and {@code \pL} have several. */
  private static int endOfEscape(String regex, int backslash) {
    int first = backslash + 1;
    char c = regex.charAt(first);
    boolean braces = first + 1 < regex.length() && regex.charAt(first + 1) == '{';
    int more =
        switch (c) {
          case 'x' -> 2;
          case 'p', 'P' -> 1;
          case '0', '1', '2', '3', '4', '5', '6', '7' -> octal(regex, first + 1);
          default -> 0;
        };
    int end = braces && more > 0 ? regex.indexOf('}', first) : first + more;
    return end < 0 ? regex.length() - 1 : Math.min(end, regex.length() - 1);
  }

  /** How many of the two characters from a place on are digits of an octal number. */
  private static int octal(String regex, int from) {
    int at = from;
    while (at < Math.min(from + 2, regex.length()) && "01234567".indexOf(regex.charAt(at)) >= 0) {
      at++;
    }
    return at - from;
  }

  private static int endOfClass(String regex, int open) {
    int i = open + 1;
    if (i < regex.length() && regex.charAt(i) == '^') {
      i++;
    }
    // A bracket that comes first is one of the class's own characters.
    for (int first = i; i < regex.length() && (i == first || regex.charAt(i) != ']'); i++) {
      if (regex.charAt(i) == '\\') {
        i++;
      } else if (regex.startsWith("[:", i) && regex.indexOf(":]", i) > 0) {
        i = regex.indexOf(":]", i) + 1;
      }
    }
    return Math.min(i, regex.length() - 1);
  }
}
