package dev.debrief.analysis.hypothesis;

import dev.debrief.analysis.Wording;
import dev.debrief.analysis.rule.RuleOutcome;
import dev.debrief.model.Finding;
import dev.debrief.model.Hypothesis.Argument;
import dev.debrief.model.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How much of a failure the lines of a rule account for. */
final class Explained {
  /** The weight of a cause whose lines fill hardly any of the failure. */
  private static final double LITTLE = 0.4;

  private static final double NOT_FROM_THE_START = 0.6;

  /** Less than this of a failure explained is worth saying. */
  private static final double HALF = 0.5;

  private final List<RuleOutcome> matched;

  Explained(List<RuleOutcome> matched) {
    this.matched = matched;
  }

  /**
   * A weight up to 1: whether a rule's lines were there when the failure began, and how much of it
   * they fill. What they leave unexplained is added to what speaks against it.
   */
  double weight(RuleOutcome outcome, Failure failure, List<Argument> refutation) {
    List<TimeRange> times = new ArrayList<>(times(outcome));
    boolean began = times.stream().anyMatch(t -> failure.beganWith(t.from(), t.to()));
    if (began) {
      times.add(new TimeRange(times.getLast().to(), untilAnother(outcome, failure)));
    }
    double share = failure.share(times);
    if (share < HALF || !began) {
      refutation.add(
          Arguments.of(
              String.format(
                  Locale.ROOT,
                  "Its lines fill %.0f %% of the failure%s; it does not explain the rest.",
                  share * 100,
                  began ? "" : " and were not there when it began"),
              outcome.findings().getFirst().evidence()));
    }
    return (LITTLE + (1 - LITTLE) * share) * (began ? 1 : NOT_FROM_THE_START);
  }

  /**
   * A machine that was given up says nothing more, so a cause holds until the failure ends, or
   * until another cause, that does not follow from it, takes over.
   */
  private Instant untilAnother(RuleOutcome outcome, Failure failure) {
    Instant last = times(outcome).getLast().to();
    Instant until = failure.to().isAfter(last) ? failure.to() : last;
    for (RuleOutcome other : matched) {
      boolean follows =
          other.rule().symptom()
              || other.rule().id().equals(outcome.rule().id())
              || outcome.rule().explains().contains(other.rule().id());
      for (TimeRange time : times(other)) {
        if (!follows && time.from().isAfter(last) && time.from().isBefore(until)) {
          until = time.from();
        }
      }
    }
    return until;
  }

  /** Whether any of a rule's lines falls into the failure. */
  boolean touches(RuleOutcome outcome, Failure failure) {
    return times(outcome).stream().anyMatch(time -> failure.touches(time.from(), time.to()));
  }

  /** Why a rule that matched can't be the cause: it was elsewhere in time. */
  static Argument alibi(RuleOutcome outcome, Failure failure) {
    Finding nearest = outcome.findings().getFirst();
    for (Finding finding : outcome.findings()) {
      if (apart(finding, failure).compareTo(apart(nearest, failure)) < 0) {
        nearest = finding;
      }
    }
    boolean before = nearest.range().to().isBefore(failure.from());
    return Arguments.of(
        "It came at another time: its nearest line is "
            + Wording.length(apart(nearest, failure))
            + (before ? " before the failures began (" : " away from any failure (they began ")
            + Arguments.time(failure.from())
            + "), and none falls into them.",
        nearest.evidence());
  }

  private static Duration apart(Finding finding, Failure failure) {
    Duration least = Duration.ofDays(36_500);
    for (TimeRange range : failure.ranges()) {
      Duration apart =
          finding.range().to().isBefore(range.from())
              ? Duration.between(finding.range().to(), range.from())
              : Duration.between(range.to(), finding.start()).abs();
      least = apart.compareTo(least) < 0 ? apart : least;
    }
    return least;
  }

  private static List<TimeRange> times(RuleOutcome outcome) {
    return outcome.findings().stream().map(Finding::range).toList();
  }
}
