package dev.debrief.store;

import dev.debrief.model.InputProblem;
import dev.debrief.model.Progress;
import dev.debrief.model.Source;
import dev.debrief.model.TimeRange;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Whether a case is whole: its originals unharmed, every line accounted for, the index agreeing.
 */
final class Check {
  private final CaseRows rows;
  private final Originals originals;
  private final RecordIndex index;
  private final Progress progress;
  private final List<String> checked = new ArrayList<>();
  private final List<String> faults = new ArrayList<>();

  Check(CaseRows rows, Originals originals, RecordIndex index, Progress progress) {
    this.rows = rows;
    this.originals = originals;
    this.index = index;
    this.progress = progress;
  }

  Verification run() throws IOException {
    List<Source> sources = rows.sources();
    Map<String, Long> kept = new TreeMap<>();
    for (Source source : sources) {
      if (!source.addsUp()) {
        faults.add(source.path() + ": its lines are not all accounted for");
      }
      kept.merge(source.path(), source.records() + source.unparsed(), Long::sum);
    }
    checked.add(sources.size() + " sources: every line accounted for");
    for (CaseRows.Original original : rows.originals()) {
      String fault = originals.fault(original.sha256(), original.bytes(), progress);
      if (!fault.isEmpty()) {
        faults.add("the original of " + original.name() + " " + fault);
      }
    }
    checked.add("originals: bytes against their SHA-256");
    try {
      Map<String, Long> indexed =
          new TreeMap<>(index.facet(Fields.SOURCE, "", TimeRange.ALWAYS, Integer.MAX_VALUE));
      for (Map.Entry<String, Long> source : kept.entrySet()) {
        long found = indexed.getOrDefault(source.getKey(), 0L);
        if (found != source.getValue()) {
          faults.add(
              source.getKey() + ": " + source.getValue() + " entries kept, " + found + " indexed");
        }
      }
    } catch (InputProblem e) {
      throw new IllegalStateException(e);
    }
    checked.add("index: as many entries of each source as its account says");
    return new Verification(checked, faults);
  }
}
