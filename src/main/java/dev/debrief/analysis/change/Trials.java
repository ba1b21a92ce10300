package dev.debrief.analysis.change;

import dev.debrief.analysis.life.MachineHistory;
import dev.debrief.analysis.outage.LogExtent;
import dev.debrief.analysis.outage.Requests;
import dev.debrief.analysis.outage.Span;
import dev.debrief.analysis.statistics.RateTest;
import dev.debrief.model.Change;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Cuts the log's time at the changes and counts the failures on both sides of each. */
final class Trials {
  /** Farther from a change than this, other things have happened. */
  private static final Duration FARTHEST = Duration.ofHours(24);

  private final List<MachineHistory> machines;
  private final Failures failures;
  private final LogExtent log;
  private final List<Span> gaps;

  Trials(List<MachineHistory> machines, Requests requests, LogExtent log, List<Span> gaps) {
    this.machines = machines;
    this.failures = new Failures(machines, requests);
    this.log = log;
    this.gaps = gaps;
  }

  /** A trial for each, in their order. */
  List<Trial> of(List<Change> changes) {
    List<Rollout> rollouts = new ArrayList<>();
    for (int i = 0; i < changes.size(); i++) {
      Instant next = i + 1 < changes.size() ? changes.get(i + 1).moment().at() : Instant.MAX;
      rollouts.add(Rollout.of(changes.get(i), next, machines));
    }
    List<Trial> trials = new ArrayList<>();
    for (int i = 0; i < changes.size(); i++) {
      Rollout rollout = rollouts.get(i);
      Instant from = i == 0 ? log.first() : rollouts.get(i - 1).complete();
      Instant to = i + 1 < changes.size() ? changes.get(i + 1).moment().at() : log.last();
      Trial.Side before = side(from, rollout.begin());
      Trial.Side after = side(rollout.complete(), to);
      trials.add(
          new Trial(
              changes.get(i),
              rollout,
              before,
              after,
              RateTest.of(
                  before.tally().crashes(),
                  before.seconds(),
                  after.tally().crashes(),
                  after.seconds()),
              requests(before, after)));
    }
    return trials;
  }

  /**
   * Failed requests of those answered; where the log shows only those that failed, slices of time
   * with a failure instead, so that a burst of complaints counts once.
   */
  private static RateTest requests(Trial.Side before, Trial.Side after) {
    Failures.Tally early = before.tally();
    Failures.Tally late = after.tally();
    if (early.hasShare() || late.hasShare()) {
      return RateTest.of(early.failed(), early.answered(), late.failed(), late.answered());
    }
    return RateTest.of(
        early.failingSlices(), before.seconds(), late.failingSlices(), after.seconds());
  }

  private Trial.Side side(Instant wantedFrom, Instant wantedTo) {
    Instant from = wantedFrom.isBefore(log.first()) ? log.first() : wantedFrom;
    Instant to = wantedTo.isAfter(log.last()) ? log.last() : wantedTo;
    if (!from.isBefore(to)) {
      return new Trial.Side(to, to, Duration.ZERO, Failures.Tally.NONE);
    }
    Duration length = Duration.between(from, to);
    if (length.compareTo(FARTHEST) > 0) {
      boolean isBefore = wantedTo.equals(to);
      from = isBefore ? to.minus(FARTHEST) : from;
      to = isBefore ? to : from.plus(FARTHEST);
    }
    Duration covered = Duration.between(from, to);
    for (Span gap : gaps) {
      Instant lost = gap.from().isAfter(from) ? gap.from() : from;
      Instant found = gap.to().isBefore(to) ? gap.to() : to;
      if (lost.isBefore(found)) {
        covered = covered.minus(Duration.between(lost, found));
      }
    }
    return new Trial.Side(from, to, covered, failures.within(from, to));
  }
}
