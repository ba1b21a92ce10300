package dev.debrief.analysis.change;

import dev.debrief.analysis.change.Comparison.Kind;
import dev.debrief.analysis.life.MachineHistory;
import dev.debrief.analysis.outage.LogExtent;
import dev.debrief.analysis.outage.Requests;
import dev.debrief.analysis.outage.Span;
import dev.debrief.analysis.statistics.BenjaminiHochberg;
import dev.debrief.analysis.statistics.RateTest;
import dev.debrief.model.Change;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Cuts the log's time at the changes and compares the failures on both sides of each. */
final class Trials {
  /** Farther from a change than this, other things have happened. */
  private static final Duration FARTHEST = Duration.ofHours(24);

  private final List<MachineHistory> machines;
  private final Failures failures;
  private final List<ErrorSeries> errors;
  private final Instant errorsUntil;
  private final LogExtent log;
  private final List<Span> gaps;
  private final Turns turns;
  private final double falseDiscoveries;

  /**
   * @param errors every error by template
   * @param errorsUntil no change is compared by errors beyond this
   * @param turns beyond which a side does not speak of the change
   * @param falseDiscoveries the share of false ones among the differences told
   */
  Trials(
      List<MachineHistory> machines,
      Requests requests,
      List<ErrorSeries> errors,
      Instant errorsUntil,
      LogExtent log,
      List<Span> gaps,
      Turns turns,
      double falseDiscoveries) {
    this.falseDiscoveries = falseDiscoveries;
    this.turns = turns;
    this.machines = machines;
    this.failures = new Failures(machines, requests);
    this.errors = errors;
    this.errorsUntil = errorsUntil;
    this.log = log;
    this.gaps = gaps;
  }

  /** A trial for each, in their order, all tests corrected together. */
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
      Instant since = turns.since(later(from, log.first()), rollout);
      Instant until = turns.until(since, rollout, to);
      trials.add(
          trial(
              changes.get(i),
              rollout,
              before(since, rollout.begin()),
              after(rollout.complete(), until)));
    }
    return corrected(trials);
  }

  private Trial trial(Change change, Rollout rollout, Trial.Side before, Trial.Side after) {
    List<Comparison> byError = new ArrayList<>();
    if (before.known() && after.known() && !after.to().isAfter(errorsUntil)) {
      for (ErrorSeries error : errors) {
        Counted early = error.within(before.from(), before.to(), before.covered());
        Counted late = error.within(after.from(), after.to(), after.covered());
        if (early.events() + late.events() > 0) {
          byError.add(Comparison.of(Kind.ERRORS, error, early, late));
        }
      }
    }
    return new Trial(
        change,
        rollout,
        before,
        after,
        Comparison.of(Kind.CRASHES, null, crashes(before), crashes(after)),
        requests(before, after),
        byError);
  }

  private static Counted crashes(Trial.Side side) {
    return Counted.of(side.tally().crashes(), side.seconds(), side.tally().crashes() > 0);
  }

  /**
   * Failed requests of those answered; where the log shows only those that failed, slices of time
   * with a failure instead, so that a burst of complaints counts once.
   */
  private static Comparison requests(Trial.Side before, Trial.Side after) {
    Failures.Tally early = before.tally();
    Failures.Tally late = after.tally();
    RateTest test =
        early.hasShare() || late.hasShare()
            ? RateTest.of(early.failed(), early.answered(), late.failed(), late.answered())
            : RateTest.of(
                early.failingSlices(), before.seconds(), late.failingSlices(), after.seconds());
    return Comparison.of(
        Kind.REQUESTS,
        null,
        Counted.of(early.failed(), early.answered(), early.bad()),
        Counted.of(late.failed(), late.answered(), late.bad()),
        test);
  }

  /** All tests of all changes corrected together; one without enough events is none. */
  private List<Trial> corrected(List<Trial> trials) {
    List<Double> made = new ArrayList<>();
    for (Trial trial : trials) {
      for (Comparison each : all(trial)) {
        if (trial.covered() && each.tells()) {
          made.add(each.test().p());
        }
      }
    }
    List<Double> adjusted = BenjaminiHochberg.adjusted(made);
    List<Trial> corrected = new ArrayList<>();
    int next = 0;
    for (Trial trial : trials) {
      List<Comparison> own = new ArrayList<>();
      for (Comparison each : all(trial)) {
        own.add(
            trial.covered() && each.tells()
                ? each.corrected(adjusted.get(next++), falseDiscoveries)
                : each);
      }
      corrected.add(
          new Trial(
              trial.change(),
              trial.rollout(),
              trial.before(),
              trial.after(),
              own.get(0),
              own.get(1),
              own.subList(2, own.size())));
    }
    return corrected;
  }

  private static List<Comparison> all(Trial trial) {
    List<Comparison> all = new ArrayList<>(List.of(trial.crashes(), trial.requests()));
    all.addAll(trial.errors());
    return all;
  }

  private static Instant later(Instant a, Instant b) {
    return a.isAfter(b) ? a : b;
  }

  private Trial.Side before(Instant from, Instant to) {
    Instant near = to.minus(FARTHEST);
    return side(near.isAfter(from) ? near : from, to);
  }

  private Trial.Side after(Instant from, Instant to) {
    Instant near = from.plus(FARTHEST);
    return side(from, near.isBefore(to) ? near : to);
  }

  private Trial.Side side(Instant wantedFrom, Instant wantedTo) {
    Instant from = wantedFrom.isBefore(log.first()) ? log.first() : wantedFrom;
    Instant to = wantedTo.isAfter(log.last()) ? log.last() : wantedTo;
    if (!from.isBefore(to)) {
      return new Trial.Side(to, to, Duration.ZERO, Failures.Tally.NONE);
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
