package dev.debrief.analysis.template;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Merges shapes that one statement printed with different words. Two shapes of the same number of
 * tokens that differ in one place only are two values of that place where they look like values
 * (paths, names with digits), or where many words stand in that same place with all else equal: a
 * statement has few wordings, a value has many. Repeated until nothing merges. The idea of places
 * judged by how many words they take is Brain's (Yu et al., "Brain: log parsing with bidirectional
 * parallel tree", TSC 2023); that the first token and the number of tokens tell statements apart is
 * Drain's (He et al., ICWS 2017).
 */
final class Merging {
  /** As many different words in one place, all else equal, are values and not wordings. */
  private static final int WORDS_ARE_VALUES = 5;

  private static final int MOST_ROUNDS = 8;

  /** A value this long that stands twice in a row is the same value. */
  private static final int REPEATED = 4;

  /** A row of tokens, some of them replaced by a value. */
  static final class Row {
    final String[] tokens;
    final List<Integer> shapes = new ArrayList<>();

    Row(String[] tokens) {
      this.tokens = tokens;
    }
  }

  private Merging() {}

  /** The template text of each shape, by its number. */
  static String[] templates(List<String> shapes) {
    Map<Integer, List<Row>> byLength = new LinkedHashMap<>();
    List<Tokens> split = new ArrayList<>();
    for (int i = 0; i < shapes.size(); i++) {
      Tokens tokens = Tokens.of(shapes.get(i));
      split.add(tokens);
      Row row = new Row(tokens.words());
      row.shapes.add(i);
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

  private static List<Row> merged(List<Row> rows) {
    List<Row> current = rows;
    int columns = rows.getFirst().tokens.length;
    for (int round = 0; round < MOST_ROUNDS; round++) {
      int before = current.size();
      for (int column = columns - 1; column >= 0; column--) {
        current = mergeAt(current, column);
      }
      if (current.size() == before) {
        break;
      }
    }
    return current;
  }

  private static List<Row> mergeAt(List<Row> rows, int column) {
    Map<Rest, List<Row>> byRest = new LinkedHashMap<>();
    for (Row row : rows) {
      byRest.computeIfAbsent(new Rest(row.tokens, column), r -> new ArrayList<>()).add(row);
    }
    if (byRest.size() == rows.size()) {
      return rows;
    }
    List<Row> merged = new ArrayList<>();
    for (List<Row> same : byRest.values()) {
      if (same.size() > 1 && areValues(same, column)) {
        Row first = same.getFirst();
        String[] tokens = first.tokens.clone();
        String varies = tokens[column];
        for (int i = 0; i < tokens.length; i++) {
          if (i == column || varies.length() >= REPEATED && tokens[i].equals(varies)) {
            tokens[i] = Masking.VALUE;
          }
        }
        Row row = new Row(tokens);
        same.forEach(one -> row.shapes.addAll(one.shapes));
        merged.add(row);
      } else {
        merged.addAll(same);
      }
    }
    return merged;
  }

  private static boolean areValues(List<Row> rows, int column) {
    Set<String> words = new HashSet<>();
    boolean allLikeValues = true;
    boolean known = false;
    for (Row row : rows) {
      String token = row.tokens[column];
      if (Tokens.isModule(token)) {
        return false;
      }
      allLikeValues &= Tokens.likeValue(token);
      known |= token.equals(Masking.VALUE);
      words.add(token);
    }
    if (allLikeValues) {
      return true;
    }
    return known && column > 0 || column > 0 && words.size() >= WORDS_ARE_VALUES;
  }

  /** All of a row but one column; the same value elsewhere in the row counts as that column. */
  private record Rest(String[] tokens, int without, int hash) {
    Rest(String[] tokens, int without) {
      this(tokens, without, hash(tokens, without));
    }

    private static int hash(String[] tokens, int without) {
      int hash = 7;
      for (int i = 0; i < tokens.length; i++) {
        hash = 31 * hash + (same(tokens, without, i) ? 0 : tokens[i].hashCode());
      }
      return hash;
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
      for (int i = 0; i < tokens.length; i++) {
        boolean varies = same(tokens, without, i);
        if (varies != same(rest.tokens, without, i)
            || !varies && !tokens[i].equals(rest.tokens[i])) {
          return false;
        }
      }
      return true;
    }

    private static boolean same(String[] tokens, int without, int i) {
      return i == without || tokens[i].length() >= REPEATED && tokens[i].equals(tokens[without]);
    }
  }
}
