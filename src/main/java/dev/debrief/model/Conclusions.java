package dev.debrief.model;

import java.util.List;

/**
 * Everything the analysis worked out of a case. The same case gives the same conclusions.
 *
 * @param findings by start, then kind
 * @param changes oldest first
 * @param lives by machine
 * @param signatures most frequent first
 * @param hypotheses best first, ruled-out ones last
 * @param unknowns what the dumps can't show, one sentence each
 */
public record Conclusions(
    List<Finding> findings,
    List<Change> changes,
    List<MachineLife> lives,
    List<Signature> signatures,
    List<Hypothesis> hypotheses,
    List<String> unknowns) {
  /** Nothing concluded yet. */
  public static final Conclusions NONE =
      new Conclusions(List.of(), List.of(), List.of(), List.of(), List.of(), List.of());

  public Conclusions {
    findings = List.copyOf(findings);
    changes = List.copyOf(changes);
    lives = List.copyOf(lives);
    signatures = List.copyOf(signatures);
    hypotheses = List.copyOf(hypotheses);
    unknowns = List.copyOf(unknowns);
  }
}
