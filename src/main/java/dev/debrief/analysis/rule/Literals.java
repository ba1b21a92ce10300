package dev.debrief.analysis.rule;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * Finds many plain texts in one pass over a line: the automaton of Aho and Corasick ("Efficient
 * string matching", CACM 1975), with its failure links resolved into the table. Linear in the line,
 * whatever the number of texts. Not for several threads at once.
 */
final class Literals {
  /** ASCII: a text is looked for by its longest ASCII part. */
  private static final int ALPHABET = 128;

  private final List<String> texts = new ArrayList<>();
  private int[] next = new int[ALPHABET];
  private int[][] found = new int[1][];
  private int states = 1;
  private boolean built;

  /**
   * Once built: for each state's row and character the next state's row, complemented where a text
   * ends there. One look a character instead of three, and each line of a log is scanned.
   */
  private int[] rows = new int[0];

  private int[] seenAt = new int[0];
  private int generation;

  /** Adds a text that holds an ASCII character, and gives its number; equal texts share one. */
  int add(String text) {
    int known = texts.indexOf(text);
    if (known >= 0) {
      return known;
    }
    int state = 0;
    for (int i = 0; i < text.length(); i++) {
      state = child(state, text.charAt(i));
    }
    int number = texts.size();
    texts.add(text);
    int[] here = found[state];
    int[] more = here == null ? new int[1] : Arrays.copyOf(here, here.length + 1);
    more[more.length - 1] = number;
    found[state] = more;
    return number;
  }

  private int child(int state, char c) {
    if (c >= ALPHABET) {
      throw new IllegalArgumentException("not ASCII: " + c);
    }
    int at = state * ALPHABET + c;
    if (next[at] == 0) {
      if ((states + 1) * ALPHABET > next.length) {
        next = Arrays.copyOf(next, next.length * 2);
      }
      if (states == found.length) {
        found = Arrays.copyOf(found, found.length * 2);
      }
      next[at] = states++;
    }
    return next[at];
  }

  /** The numbers of the texts that stand in the line, each once, into {@code into}; how many. */
  int scan(String line, int[] into) {
    if (!built) {
      build();
    }
    generation++;
    int count = 0;
    int row = 0;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      row = c < ALPHABET ? rows[row + c] : 0;
      if (row < 0) {
        row = ~row;
        for (int number : Objects.requireNonNull(found[row / ALPHABET])) {
          if (seenAt[number] != generation) {
            seenAt[number] = generation;
            into[count++] = number;
          }
        }
      }
    }
    return count;
  }

  /** How many different texts there are. */
  int size() {
    return texts.size();
  }

  private void build() {
    int[] fail = new int[states];
    ArrayDeque<Integer> queue = new ArrayDeque<>();
    for (int c = 0; c < ALPHABET; c++) {
      if (next[c] != 0) {
        queue.add(next[c]);
      }
    }
    while (!queue.isEmpty()) {
      int state = queue.remove();
      int[] inherited = found[fail[state]];
      if (inherited != null) {
        int[] own = found[state] == null ? new int[0] : found[state];
        int[] all = Arrays.copyOf(own, own.length + inherited.length);
        System.arraycopy(inherited, 0, all, own.length, inherited.length);
        found[state] = all;
      }
      for (int c = 0; c < ALPHABET; c++) {
        int at = state * ALPHABET + c;
        int over = next[fail[state] * ALPHABET + c];
        if (next[at] == 0) {
          next[at] = over;
        } else {
          fail[next[at]] = over;
          queue.add(next[at]);
        }
      }
    }
    rows = new int[next.length];
    for (int i = 0; i < states * ALPHABET; i++) {
      int row = next[i] * ALPHABET;
      rows[i] = found[next[i]] == null ? row : ~row;
    }
    seenAt = new int[texts.size()];
    built = true;
  }

  /** The longest run of ASCII characters in a text, or empty. */
  static String longestAscii(String text) {
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
  static String required(String regex) {
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
