package dev.debrief.analysis.rule;

import dev.debrief.model.Finding;
import dev.debrief.model.Hypothesis.Argument;
import java.time.Instant;
import java.util.List;

/**
 * How one rule stands in one case.
 *
 * @param findings its episodes, in order of time
 * @param suspicion what makes a reader think of it, without proving it
 * @param support what else in the case speaks for it
 * @param refutation what in the case speaks against it
 * @param missing what it needs to be judged by and the case lacks; empty where it can be judged
 */
public record RuleOutcome(
    Rule rule,
    Standing standing,
    List<Finding> findings,
    List<Suspicion> suspicion,
    List<Argument> support,
    List<Argument> refutation,
    List<Need> missing) {
  public RuleOutcome {
    findings = List.copyOf(findings);
    suspicion = List.copyOf(suspicion);
    support = List.copyOf(support);
    refutation = List.copyOf(refutation);
    missing = List.copyOf(missing);
  }

  /** Lines that bring a cause to mind, the first and the last of them. */
  public record Suspicion(Argument argument, Instant first, Instant last) {}

  /** How a rule stands by its own lines. */
  public enum Standing {
    /** What it looks like is there. */
    MATCHED,
    /** Something that brings it to mind is there, and nothing that proves it. */
    SUSPECTED,
    /** What it needs to be judged is there, and what it looks like is not. */
    NOT_SEEN,
    /** The case lacks what it needs: this never means that the cause was absent. */
    NOT_ASSESSED
  }
}
