package dev.debrief.analysis.template;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Merges shapes that one statement printed with different words.
 *
 * <p>First, shapes that are equal but for tokens that look like values (paths, names with digits)
 * are one. Then, shapes of the same number of tokens that differ in one place only are one where
 * many words stand in that place with all else equal: a statement has few wordings, a value has
 * many. A value that stands twice in a line counts as one place. Repeated until nothing merges;
 * last, the same for two places at once.
 *
 * <p>The idea of places judged by how many words they take is Brain's (Yu et al., "Brain: log
 * parsing with bidirectional parallel tree", TSC 2023); that the first token and the number of
 * tokens tell statements apart is Drain's (He et al., ICWS 2017). One setting serves every log.
 */
final class Merging {
  /**
   * As many different words in one place, all else equal, are values and not wordings: an object
   * has the states started, stopped, paused and resumed, while five are rare.
   */
  private static final int WORDS_ARE_VALUES = 5;

  private static final int MOST_ROUNDS = 8;

  /** Two places are tried in lines up to this long, and where there are no more than this many. */
  private static final int LONGEST_FOR_PAIRS = 24;

  private static final int MOST_FOR_PAIRS = 2_000;

  /** So many lines must agree before two places of words are believed to be values. */
  private static final int LINES_FOR_PAIRS = 2 * WORDS_ARE_VALUES;

  /** A value this long that stands twice in a row is the same value. */
  private static final int REPEATED = 4;

  /** A row of tokens; in {@code key} whatever looks like a value is written as one. */
  private record Row(String[] tokens, String[] key, List<Integer> shapes) {}

  private Merging() {}

  /** The template text of each shape, by its number. */
  static String[] templates(List<String> shapes) {
    Map<Integer, List<Row>> byLength = new LinkedHashMap<>();
    List<Tokens> split = new ArrayList<>();
    Map<String, String> known = new HashMap<>();
    for (int i = 0; i < shapes.size(); i++) {
      Tokens tokens = Tokens.of(shapes.get(i), known);
      split.add(tokens);
      Row row = new Row(tokens.words(), key(tokens.words()), new ArrayList<>(List.of(i)));
      byLength.computeIfAbsent(row.tokens.length, l -> new ArrayList<>()).add(row);
    }
    String[] templates = new String[shapes.size()];
    for (List<Row> rows : byLength.values()) {
      for (Row row : merged(rows)) {
        String text = split.get(row.shapes.getFirst()).text(row.tokens);
        for (int shape : row.shapes) {
          templates[shape] = text;
        }
      }
    }
    return templates;
  }

  private static String[] key(String[] tokens) {
    String[] key = tokens.clone();
    for (int i = 0; i < key.length; i++) {
      if (Tokens.likeValue(key[i])) {
        key[i] = Masking.VALUE;
      }
    }
    return key;
  }

  private static List<Row> merged(List<Row> rows) {
    List<Row> current = mergeAt(rows, new int[0]);
    int columns = rows.getFirst().tokens.length;
    for (int round = 0; round < MOST_ROUNDS; round++) {
      int before = current.size();
      for (int column = columns - 1; column > 0; column--) {
        current = mergeAt(current, new int[] {column});
      }
      if (current.size() == before) {
        break;
      }
    }
    if (columns <= LONGEST_FOR_PAIRS
        && current.size() >= LINES_FOR_PAIRS
        && current.size() <= MOST_FOR_PAIRS) {
      for (int first = 1; first < columns; first++) {
        for (int second = first + 1; second < columns; second++) {
          current = mergeAt(current, new int[] {first, second});
        }
      }
    }
    return current;
  }

  private static List<Row> mergeAt(List<Row> rows, int[] places) {
    Map<Rest, List<Row>> byRest = new LinkedHashMap<>();
    for (Row row : rows) {
      byRest.computeIfAbsent(Rest.of(row.key, places), r -> new ArrayList<>()).add(row);
    }
    if (byRest.size() == rows.size()) {
      return rows;
    }
    List<Row> merged = new ArrayList<>();
    for (List<Row> same : byRest.values()) {
      if (same.size() > 1 && areValues(same, places)) {
        merged.add(one(same));
      } else {
        merged.addAll(same);
      }
    }
    return merged;
  }

  /** One row of many: what differs among them is a value. */
  private static Row one(List<Row> rows) {
    String[] tokens = rows.getFirst().tokens.clone();
    String[] key = rows.getFirst().key.clone();
    List<Integer> shapes = new ArrayList<>();
    for (Row row : rows) {
      for (int i = 0; i < tokens.length; i++) {
        if (!row.tokens[i].equals(tokens[i])) {
          tokens[i] = Masking.VALUE;
        }
        if (!row.key[i].equals(key[i])) {
          key[i] = Masking.VALUE;
        }
      }
      shapes.addAll(row.shapes);
    }
    return new Row(tokens, key, shapes);
  }

  private static boolean areValues(List<Row> rows, int[] places) {
    if (places.length == 2 && (rows.size() < LINES_FOR_PAIRS || !namesSomething(rows, places))) {
      return false;
    }
    for (int place : places) {
      Set<String> words = new HashSet<>();
      boolean known = false;
      for (Row row : rows) {
        String token = row.key[place];
        if (Tokens.isModule(token)) {
          return false;
        }
        known |= token.equals(Masking.VALUE);
        words.add(token);
      }
      // A place that is known to take values takes words too.
      if (words.size() < WORDS_ARE_VALUES && !(known && places.length == 1)) {
        return false;
      }
    }
    return true;
  }

  /** Whether at least two words besides the two places hold the rows together. */
  private static boolean namesSomething(List<Row> rows, int[] places) {
    String[] key = rows.getFirst().key;
    int words = 0;
    for (int i = 0; i < key.length; i++) {
      boolean counted = i != places[0] && i != places[1];
      words += counted && key[i].length() > 1 && !key[i].equals(Masking.VALUE) ? 1 : 0;
    }
    return words >= 2;
  }

  /** All of a row but some places; a place's value elsewhere in the row counts as that place. */
  private record Rest(String[] key, int[] without, int hash) {
    static Rest of(String[] key, int[] without) {
      int hash = 7;
      for (int i = 0; i < key.length; i++) {
        hash = 31 * hash + (left(key, without, i) ? 0 : key[i].hashCode());
      }
      return new Rest(key, without, hash);
    }

    private static boolean left(String[] key, int[] without, int i) {
      for (int place : without) {
        if (i == place || (key[i].length() >= REPEATED && key[i].equals(key[place]))) {
          return true;
        }
      }
      return false;
    }

    @Override
    public int hashCode() {
      return hash;
    }

    @Override
    public boolean equals(Object other) {
      if (!(other instanceof Rest rest) || rest.hash != hash) {
        return false;
      }
      for (int i = 0; i < key.length; i++) {
        boolean varies = left(key, without, i);
        if (varies != left(rest.key, without, i) || (!varies && !key[i].equals(rest.key[i]))) {
          return false;
        }
      }
      return true;
    }
  }
}
