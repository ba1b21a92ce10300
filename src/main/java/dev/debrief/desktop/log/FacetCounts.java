package dev.debrief.desktop.log;

import dev.debrief.desktop.work.Job;
import dev.debrief.desktop.work.Work;
import dev.debrief.model.Progress;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import javafx.collections.FXCollections;
import javafx.collections.ObservableMap;

/**
 * How many lines each value of each filter would leave, counted aside while one reads, and only
 * while the filters are seen: of ten million lines it takes two seconds of a processor.
 */
final class FacetCounts {
  private static final int MOST_VALUES = 12;
  private static final int MOST_SHAPES = 10;

  private final Looks looks;
  private final ObservableMap<String, Map<String, Long>> values =
      FXCollections.observableMap(new TreeMap<>());
  private boolean seen;
  private Optional<LogSearch> due = Optional.empty();

  FacetCounts(Work work) {
    this.looks = new Looks(work);
  }

  /** By field, its values and their counts, most frequent first. */
  ObservableMap<String, Map<String, Long>> values() {
    return values;
  }

  /** Whether somebody looks at them now. */
  void seen(boolean now) {
    seen = now;
    if (seen) {
      due.ifPresent(this::count);
    }
  }

  /** Counts for a search; what was still to be counted for the one before is left. */
  void count(LogSearch search) {
    looks.renew();
    due = seen ? Optional.empty() : Optional.of(search);
    if (!seen) {
      return;
    }
    for (String field : Facets.FIELDS) {
      count(field, progress -> fieldCounts(search, field));
    }
    count(Shapes.FIELD, progress -> shapes(search, progress));
  }

  private void count(String field, Job<Map<String, Long>> counting) {
    looks.aside(counting, counts -> values.put(field, counts));
  }

  private static Map<String, Long> fieldCounts(LogSearch search, String field) throws Exception {
    Narrowing narrowing = search.narrowing();
    return search.index().facet(field, narrowing.linesBut(field), narrowing.range(), MOST_VALUES);
  }

  private static Map<String, Long> shapes(LogSearch search, Progress progress) throws Exception {
    Narrowing narrowing = search.narrowing();
    String query = narrowing.linesBut(Shapes.FIELD);
    Map<String, Long> found =
        Shapes.most(search.index(), query, narrowing.range(), MOST_SHAPES, progress);
    Set<String> chosen = narrowing.facets().of(Shapes.FIELD);
    Map<String, Long> all = new LinkedHashMap<>();
    for (String shape : chosen) {
      String narrowed =
          query.isEmpty() ? Shapes.query(shape) : "(" + query + ") AND " + Shapes.query(shape);
      all.put(shape, search.index().count(narrowed, narrowing.range()));
    }
    found.forEach(all::putIfAbsent);
    return all;
  }
}
