package dev.debrief.timeline;

import dev.debrief.model.Evidence;
import dev.debrief.model.Finding;
import java.util.List;

/**
 * What a mark stands on.
 *
 * @param finding the finding's id, or empty where none stands behind it
 * @param evidence the lines a reader would check
 */
public record Basis(String finding, List<Evidence> evidence) {
  /** Neither a finding nor a line. */
  public static final Basis NONE = new Basis("", List.of());

  public Basis {
    evidence = List.copyOf(evidence);
  }

  /** A finding and its lines. */
  public static Basis of(Finding finding) {
    return new Basis(finding.id(), finding.evidence());
  }

  /** Lines alone. */
  public static Basis of(List<Evidence> evidence) {
    return new Basis("", evidence);
  }
}
