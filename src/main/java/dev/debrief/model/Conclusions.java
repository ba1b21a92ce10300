package dev.debrief.model;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

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

  /**
   * The hypotheses that the evidence bears out and nothing speaks against, best first; where there
   * is none, the best of those borne out; empty where none is.
   */
  public List<Hypothesis> bestCauses() {
    List<Hypothesis> borneOut =
        hypotheses.stream()
            .filter(hypothesis -> hypothesis.standing() == Hypothesis.Standing.SUPPORTED)
            .toList();
    List<Hypothesis> whole =
        borneOut.stream().filter(hypothesis -> hypothesis.refutation().isEmpty()).toList();
    return whole.isEmpty() ? borneOut.stream().limit(1).toList() : whole;
  }

  /**
   * The outage to tell of before any other: whole before partial, then the longest, then the first.
   */
  public static Optional<Finding> worstOutage(List<Finding> findings) {
    return findings.stream()
        .filter(finding -> finding.details() instanceof Details.Outage)
        .min(
            Comparator.comparing(
                    (Finding finding) ->
                        !(finding.details() instanceof Details.Outage outage && outage.whole()))
                .thenComparing(finding -> finding.range().length(), Comparator.reverseOrder())
                .thenComparing(Finding::start)
                .thenComparing(Finding::id));
  }

  /** The changes of a verdict, oldest first. */
  public List<Change> judged(Verdict verdict) {
    return changes.stream().filter(change -> change.impact() == verdict).toList();
  }

  /** What a change did, as a finding. */
  public Optional<Finding> impactOf(Change change) {
    return findings.stream().filter(change::judgedBy).findFirst();
  }

  /** Whether the evidence rules the new code of a change out as the cause. */
  public boolean acquitsCodeOf(String change) {
    String code = Hypothesis.codeOf(change);
    return hypotheses.stream()
        .anyMatch(
            hypothesis ->
                hypothesis.id().equals(code)
                    && hypothesis.standing() == Hypothesis.Standing.RULED_OUT);
  }
}
