package dev.debrief.timeline;

import dev.debrief.model.Evidence;
import dev.debrief.model.TimeRange;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a reader singled out.
 *
 * @param brush a range
 * @param baseline what the brushed range is compared with; empty where it isn't
 * @param finding a finding by its id, or empty
 * @param evidence a line that the selected mark stands on
 * @param hovered the mark under the pointer
 * @param cursor an instant that is marked across all lanes, such as the row chosen in a table
 * @param now the instant a replay stands at
 */
public record Emphasis(
    Optional<TimeRange> brush,
    List<TimeRange> baseline,
    String finding,
    Optional<Evidence> evidence,
    Optional<Mark> hovered,
    Optional<Instant> cursor,
    Optional<Instant> now) {
  public Emphasis {
    baseline = List.copyOf(baseline);
  }

  /** Nothing singled out. */
  public static final Emphasis NONE =
      new Emphasis(
          Optional.empty(),
          List.of(),
          "",
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  /** Whether a mark is under the pointer or selected. */
  boolean holds(Mark mark) {
    if (hovered.isPresent() && hovered.get() == mark) {
      return true;
    }
    return selects(mark);
  }

  /** Whether a mark is selected. */
  boolean selects(Mark mark) {
    return (!finding.isEmpty() && mark.basis().finding().equals(finding))
        || (evidence.isPresent() && mark.basis().evidence().contains(evidence.get()));
  }
}
