package dev.debrief.analysis.change;

import dev.debrief.analysis.Wording;
import dev.debrief.analysis.outage.Outage;
import dev.debrief.model.Moment;
import dev.debrief.model.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Why a change can't have begun the failures: it came later, or the app ran well after it. */
final class Alibis {
  private Alibis() {}

  /** The alibi as a clause, or empty where the time rules nothing out. */
  static String of(Trial trial, Verdict verdict, List<Outage> outages) {
    if (verdict == Verdict.INTRODUCED || outages.isEmpty()) {
      return "";
    }
    Instant onset = outages.getFirst().span().from();
    Moment made = trial.change().moment();
    if (!onset.isBefore(made.earliest()) && onset.isBefore(made.latest())) {
      // Which came first can't be told: the change's time is no finer.
      return "";
    }
    if (trial.rollout().begin().isAfter(onset)) {
      return "it came "
          + Wording.length(Duration.between(onset, trial.rollout().begin()))
          + " after the failures began";
    }
    Duration healthy = trial.after().covered();
    boolean before = !trial.after().to().isAfter(onset);
    return before && healthy.compareTo(Turns.HEALTHY) >= 0
        ? "the log shows "
            + Wording.length(Duration.ofSeconds(healthy.toSeconds()))
            + " of a healthy app after it"
        : "";
  }
}
