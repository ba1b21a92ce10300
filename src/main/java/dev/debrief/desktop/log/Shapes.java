package dev.debrief.desktop.log;

import dev.debrief.analysis.template.LogText;
import dev.debrief.analysis.template.Template;
import dev.debrief.analysis.template.Templates;
import dev.debrief.desktop.text.Lines;
import dev.debrief.model.Entry;
import dev.debrief.model.InputProblem;
import dev.debrief.model.LogRecord;
import dev.debrief.model.Progress;
import dev.debrief.model.TimeRange;
import dev.debrief.store.RecordIndex;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The shapes that messages share, as a filter: which there are is read off a sample of what
 * matches, how many lines each has is counted by the query that the filter would be, so that the
 * two agree.
 */
final class Shapes {
  /** The filter's name among the facets. */
  static final String FIELD = "template";

  private static final String VALUE = "<*>";
  private static final long LONGEST_NS = 2_000_000_000L;
  private static final int LOOKS = 16;
  private static final int LOOK = 250;
  private static final int COUNTED = 24;

  private Shapes() {}

  /** The shape of one message; empty where it has no word of its own. */
  static String of(Entry entry) {
    Templates templates = new Templates();
    String text = bare(entry);
    int shape = templates.add(text);
    String template = templates.byShape().get(shape).text();
    return pieces(template).isEmpty() ? "" : template;
  }

  /** The query that finds lines of a shape: all its words, those side by side as phrases. */
  static String query(String template) {
    List<String> clauses =
        pieces(template).stream()
            .map(piece -> "message:\"" + piece.replace("\\", "\\\\").replace("\"", "\\\"") + "\"")
            .toList();
    return "(" + String.join(" AND ", clauses) + ")";
  }

  /** The most frequent shapes of what matches a query, with the lines that each would leave. */
  static Map<String, Long> most(
      RecordIndex index, String query, TimeRange range, int most, Progress progress)
      throws InputProblem {
    Map<String, Long> counts = new HashMap<>();
    long end = System.nanoTime() + LONGEST_NS;
    for (String template : sampled(index, query, range, progress)) {
      progress.stopIfCancelled();
      if (System.nanoTime() > end) {
        break; // A search this slow would be asked for again and again.
      }
      String narrowed =
          query.isEmpty() ? query(template) : "(" + query + ") AND " + query(template);
      counts.put(template, index.count(narrowed, range));
    }
    Map<String, Long> first = new LinkedHashMap<>();
    counts.entrySet().stream()
        .filter(entry -> entry.getValue() > 1)
        .sorted(
            Map.Entry.<String, Long>comparingByValue()
                .reversed()
                .thenComparing(Map.Entry.comparingByKey()))
        .limit(most)
        .forEach(entry -> first.put(entry.getKey(), entry.getValue()));
    return first;
  }

  private static List<String> sampled(
      RecordIndex index, String query, TimeRange range, Progress progress) throws InputProblem {
    String logs = query.isEmpty() ? "kind:log" : "(" + query + ") AND kind:log";
    long total = index.count(logs, range);
    Templates templates = new Templates();
    long end = System.nanoTime() + LONGEST_NS;
    long step = Math.max(LOOK, total / LOOKS);
    for (long offset = 0; offset < total && System.nanoTime() < end; offset += step) {
      progress.stopIfCancelled();
      for (Entry entry : index.search(logs, range, offset, LOOK).entries()) {
        if (entry instanceof LogRecord) {
          templates.add(bare(entry));
        }
      }
    }
    return templates.byShape().stream()
        .distinct()
        .filter(template -> !pieces(template.text()).isEmpty())
        .sorted(Comparator.comparingLong(Template::count).reversed().thenComparing(Template::text))
        .limit(COUNTED)
        .map(Template::text)
        .toList();
  }

  private static String bare(Entry entry) {
    String text = LogText.bare(Lines.message(entry));
    int end = text.indexOf('\n');
    return end < 0 ? text : text.substring(0, end);
  }

  /** What stands between the values, without the words that touch one: these vary with it. */
  private static List<String> pieces(String template) {
    List<String> pieces = new ArrayList<>();
    List<String> words = new ArrayList<>();
    for (String word : template.split("\\s+")) {
      if (word.contains(VALUE)) {
        end(words, pieces);
      } else {
        words.add(word);
      }
    }
    end(words, pieces);
    return pieces;
  }

  private static void end(List<String> words, List<String> pieces) {
    String piece = String.join(" ", words);
    words.clear();
    if (piece.chars().anyMatch(Character::isLetterOrDigit)) {
      pieces.add(piece);
    }
  }
}
