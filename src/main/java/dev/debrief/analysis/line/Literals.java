package dev.debrief.analysis.line;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Finds many plain texts in one pass over a line, whatever their number. Each text is known by four
 * characters in a row that few lines hold; a line's every four are looked up in a table of bits,
 * and only where a bit is set are the texts themselves compared. (Karp and Rabin, "Efficient
 * randomized pattern-matching algorithms", IBM J. Res. Dev. 1987, with the grams chosen as grep
 * chooses its rarest byte.) An automaton (Aho and Corasick, CACM 1975) waits at each character for
 * the state that the one before led to, and took three times as long. Texts shorter than that are
 * searched for one by one. Not for several threads at once.
 */
public final class Literals {
  private static final int ALPHABET = 128;

  /** Characters of a gram. */
  private static final int GRAM = 4;

  /** Bits of the table's size: of two hundred texts one line in two meets a place by chance. */
  private static final int TABLE = 16;

  /** What a gram across two words counts for: more than any letter. */
  private static final int ACROSS = 64;

  /** What is rare in a log's text; the rest counts as common. */
  private static final String COMMON = " etaoinsrhldcumfpgwybvk.:/=-_0123456789\"";

  private final List<String> texts = new ArrayList<>();
  private final Map<String, Integer> numbers = new HashMap<>();

  /** Those found by their gram, by its place in the table. */
  private final int[] @Nullable [] byPlace = new int[1 << TABLE][];

  /** Where in its text the gram ends. */
  private int[] ends = new int[0];

  /** Those too short to have one. */
  private final List<Integer> brief = new ArrayList<>();

  private final long[] bits = new long[1 << (TABLE - 6)];
  private int[] seenAt = new int[0];
  private int[] hits = new int[0];
  private int generation;
  private int count;
  private String line = "";

  /** Adds a text that isn't empty, and gives its number, from 0; equal texts share one. */
  public int add(String text) {
    Integer known = numbers.get(text);
    if (known != null) {
      return known;
    }
    int number = texts.size();
    texts.add(text);
    numbers.put(text, number);
    ends = Arrays.copyOf(ends, number + 1);
    seenAt = Arrays.copyOf(seenAt, number + 1);
    hits = Arrays.copyOf(hits, number + 1);
    line = "";
    count = 0;
    if (text.length() < GRAM) {
      brief.add(number);
      return number;
    }
    ends[number] = rarest(text);
    int place = place(gram(text, ends[number]));
    bits[place >>> 6] |= 1L << place;
    int[] here = byPlace[place];
    int[] more = here == null ? new int[1] : Arrays.copyOf(here, here.length + 1);
    more[more.length - 1] = number;
    byPlace[place] = more;
    return number;
  }

  /** Where the four characters end that the fewest lines hold. */
  private static int rarest(String text) {
    int best = GRAM - 1;
    int most = -1;
    for (int end = GRAM - 1; end < text.length(); end++) {
      int rare = 0;
      for (int i = end - GRAM + 1; i <= end; i++) {
        int common = COMMON.indexOf(text.charAt(i));
        rare += common < 0 ? COMMON.length() : common;
      }
      boolean across = text.charAt(end - 1) == ' ' || text.charAt(end - 2) == ' ';
      rare += across ? ACROSS : 0;
      if (rare > most) {
        most = rare;
        best = end;
      }
    }
    return best;
  }

  /** Four characters' low bytes, the last lowest. */
  private static int gram(String text, int end) {
    int gram = 0;
    for (int i = end - GRAM + 1; i <= end; i++) {
      gram = gram << 8 | (text.charAt(i) & 0xFF);
    }
    return gram;
  }

  private static int place(int gram) {
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
    int gram = 0;
    for (int i = 0; i < message.length(); i++) {
      gram = gram << 8 | (message.charAt(i) & 0xFF);
      int place = place(gram);
      if ((bits[place >>> 6] >>> place & 1) != 0) {
        compare(message, place, i);
      }
    }
    for (int number : brief) {
      if (message.contains(texts.get(number))) {
        hit(number);
      }
    }
    return count;
  }

  /** Compares the texts whose gram may end there. */
  private void compare(String message, int place, int end) {
    for (int number : Objects.requireNonNull(byPlace[place])) {
      if (message.startsWith(texts.get(number), end - ends[number])) {
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
        c = regex.charAt(++i);
        plain = !Character.isLetterOrDigit(c);
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

  private static int endOfClass(String regex, int open) {
    int i = open + 1;
    if (i < regex.length() && regex.charAt(i) == '^') {
      i++;
    }
    i++;
    while (i < regex.length() && regex.charAt(i) != ']') {
      i += regex.charAt(i) == '\\' ? 2 : 1;
    }
    return Math.min(i, regex.length() - 1);
  }
}
