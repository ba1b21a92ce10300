package dev.debrief.investigation;

import dev.debrief.model.Details;
import dev.debrief.model.Finding;
import dev.debrief.model.FindingKind;
import dev.debrief.model.Verdict;
import java.util.Comparator;

/** The groups of findings, in the order in which they tell what happened. */
public enum Chapter {
  OUTAGE(FindingKind.OUTAGE),
  CHANGED(FindingKind.CHANGE_IMPACT),
  UNCHANGED(FindingKind.CHANGE_IMPACT),
  SILENCE(FindingKind.SILENCE),
  KNOWN_CAUSE(FindingKind.KNOWN_CAUSE),
  NEW_SIGNATURE(FindingKind.NEW_SIGNATURE),
  LOG_GAP(FindingKind.LOG_GAP),
  RESTART_BURST(FindingKind.RESTART_BURST),
  RESTART_BUDGET(FindingKind.RESTART_BUDGET),
  SUPERVISOR_BUDGET(FindingKind.SUPERVISOR_BUDGET),
  SIMULTANEOUS_EXIT(FindingKind.SIMULTANEOUS_EXIT),
  SIGNAL(FindingKind.SIGNAL),
  EXIT(FindingKind.EXIT),
  NOT_JUDGED(FindingKind.CHANGE_IMPACT);

  /** Within a group: what began failures before what ended them, then the gravest, the first. */
  public static final Comparator<Finding> RANK =
      Comparator.comparing(Chapter::verdict)
          .thenComparing(Comparator.comparing(Finding::severity).reversed())
          .thenComparing(Finding::start)
          .thenComparing(Finding::id);

  private final FindingKind kind;

  Chapter(FindingKind kind) {
    this.kind = kind;
  }

  /** The group that a finding belongs to. */
  public static Chapter of(Finding finding) {
    return switch (finding.details()) {
      case Details.Outage outage -> OUTAGE;
      case Details.ChangeImpact impact ->
          switch (impact.verdict()) {
            case INTRODUCED, FIXED -> CHANGED;
            case NO_EFFECT -> UNCHANGED;
            case NEUTRAL, INCONCLUSIVE -> NOT_JUDGED;
          };
      case Details.Silence silence -> SILENCE;
      case Details.KnownCause cause -> KNOWN_CAUSE;
      case Details.NewSignature signature -> NEW_SIGNATURE;
      case Details.LogGap gap -> LOG_GAP;
      case Details.RestartBurst burst -> RESTART_BURST;
      case Details.RestartBudget budget -> RESTART_BUDGET;
      case Details.SupervisorBudget budget -> SUPERVISOR_BUDGET;
      case Details.SimultaneousExit exit -> SIMULTANEOUS_EXIT;
      case Details.Signal signal -> SIGNAL;
      case Details.Exit exit -> EXIT;
    };
  }

  /** What its findings are; one kind may have several groups. */
  public FindingKind kind() {
    return kind;
  }

  private static Verdict verdict(Finding finding) {
    return finding.details() instanceof Details.ChangeImpact impact
        ? impact.verdict()
        : Verdict.INTRODUCED;
  }
}
