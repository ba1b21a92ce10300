package dev.debrief.desktop.log;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Which values of which fields were chosen, and the query that says so.
 *
 * @param chosen by field, at least one value each
 */
public record Facets(Map<String, Set<String>> chosen) {
  /** The fields that the index counts by value. */
  static final List<String> FIELDS = List.of("level", "provider", "machine", "region", "source");

  static final Facets NONE = new Facets(Map.of());

  /** The same with a value chosen or let go. */
  Facets with(String field, String value, boolean in) {
    Map<String, Set<String>> next = new TreeMap<>(chosen);
    Set<String> values = new TreeSet<>(of(field));
    if (in) {
      values.add(value);
    } else {
      values.remove(value);
    }
    if (values.isEmpty()) {
      next.remove(field);
    } else {
      next.put(field, values);
    }
    return new Facets(next);
  }

  /** The chosen values of a field. */
  Set<String> of(String field) {
    return chosen.getOrDefault(field, Set.of());
  }

  boolean has(String field, String value) {
    return of(field).contains(value);
  }

  /** Whether any value was chosen. */
  public boolean any() {
    return !chosen.isEmpty();
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
                    .map(value -> clause(field, value))
                    .collect(Collectors.joining(" OR ", "(", ")")));
          }
        });
    return clauses.size() == 1 && !query.isBlank() ? query.strip() : String.join(" AND ", clauses);
  }

  private static String clause(String field, String value) {
    return field.equals(Shapes.FIELD)
        ? Shapes.query(value)
        : field + ":\"" + value.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }
}
