package dev.debrief.desktop.log;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Which values of which fields were chosen, and the query that says so. */
final class Facets {
  static final List<String> FIELDS = List.of("level", "provider", "machine", "region", "source");

  private final Map<String, Set<String>> chosen = new TreeMap<>();

  /** Chooses a value or lets it go. */
  void choose(String field, String value, boolean in) {
    if (in) {
      chosen.computeIfAbsent(field, name -> new TreeSet<>()).add(value);
    } else if (chosen.containsKey(field)) {
      chosen.get(field).remove(value);
      if (chosen.get(field).isEmpty()) {
        chosen.remove(field);
      }
    }
  }

  boolean has(String field, String value) {
    return chosen.getOrDefault(field, Set.of()).contains(value);
  }

  boolean any() {
    return !chosen.isEmpty();
  }

  void clear() {
    chosen.clear();
  }

  /**
   * The user's query narrowed to what was chosen.
   *
   * @param except a field to leave out, whose own counts are wanted; or empty
   */
  String narrow(String query, String except) {
    List<String> clauses = new ArrayList<>();
    if (!query.isBlank()) {
      clauses.add("(" + query.strip() + ")");
    }
    chosen.forEach(
        (field, values) -> {
          if (!field.equals(except)) {
            clauses.add(
                values.stream()
                    .map(value -> field + ":\"" + escaped(value) + "\"")
                    .collect(java.util.stream.Collectors.joining(" OR ", "(", ")")));
          }
        });
    return clauses.size() == 1 && !query.isBlank() ? query.strip() : String.join(" AND ", clauses);
  }

  private static String escaped(String value) {
    return value.replace("\\", "\\\\").replace("\"", "\\\"");
  }
}
