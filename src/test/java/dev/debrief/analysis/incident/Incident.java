package dev.debrief.analysis.incident;

import dev.debrief.analysis.Dumps;
import dev.debrief.model.CaseData;
import dev.debrief.model.Entry;
import java.util.List;

/**
 * A generated incident.
 *
 * @param entries as the sources would give them, in the order of their source
 * @param facts what is true of it
 */
public record Incident(long seed, String story, List<Entry> entries, List<Fact> facts) {
  /** The entries as a case. */
  public CaseData data() {
    return Dumps.of(List.of(), entries);
  }

  @Override
  public String toString() {
    return story + " of seed " + seed;
  }
}
