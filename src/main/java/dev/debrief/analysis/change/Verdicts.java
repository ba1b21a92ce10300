package dev.debrief.analysis.change;

import dev.debrief.analysis.Wording;
import dev.debrief.analysis.life.MachineHistory;
import dev.debrief.analysis.outage.AwakeMachines;
import dev.debrief.analysis.outage.LogExtent;
import dev.debrief.analysis.outage.Outage;
import dev.debrief.analysis.outage.Requests;
import dev.debrief.analysis.outage.Span;
import dev.debrief.model.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The verdict on a change, from what its trial shows. Users see crashes and failed requests, so
 * these decide; what the program says of itself decides only where the log tells of neither, or of
 * background jobs that fail, for a program may log errors that hurt nobody, and a wrong verdict is
 * worse than none.
 *
 * <p>Changes are judged in the order of their time: an error that a change began stays a failure
 * until it ends.
 */
final class Verdicts {
  /** An outage that ends or begins this soon after a rollout did so with it. */
  private static final Duration WITH_IT = Duration.ofMinutes(2);

  /** So many crashes on a side are more than an accident. */
  private static final long CRASHING = 3;

  /** Failures that lasted this long before a change were there before it. */
  private static final Duration UNDER_WAY = Duration.ofMinutes(1);

  /** A crash loop slows down and speeds up by itself within this. */
  private static final double MUCH_MORE = 3;

  /** A larger share of failing requests, by so much, is a failure of its own. */
  private static final double MUCH_LARGER = 0.2;

  private final List<MachineHistory> machines;
  private final Failures failures;
  private final List<Outage> outages;
  private final LogExtent log;
  private final boolean wellTold;
  private final ErrorVerdicts byErrors = new ErrorVerdicts();

  /**
   * @param outages those that lasted long enough to count
   */
  Verdicts(List<MachineHistory> machines, Requests requests, List<Outage> outages, LogExtent log) {
    this.machines = machines;
    this.failures = new Failures(machines, requests);
    this.outages = outages;
    this.log = log;
    this.wellTold = requests.wellTold();
  }

  /** The judgement on the next change in time. */
  Judgement of(Trial trial) {
    Verdict verdict = verdict(trial);
    Comparison by = decisive(trial, verdict);
    if (verdict == Verdict.NEUTRAL) {
      ErrorVerdicts.Told told = byErrors.of(trial, ranAfter(trial));
      verdict = told == null ? verdict : told.verdict();
      by = told == null ? by : told.by();
    }
    Ground ground = null;
    if (verdict == Verdict.INCONCLUSIVE && trial.covered() && onlyBefore(trial)) {
      ground = HeldRuns.of(trial, machines).orElse(null);
      verdict = ground == null ? verdict : Verdict.FIXED;
    } else if (verdict == Verdict.NEUTRAL) {
      ground = duringRollout(trial);
      verdict = ground == null ? verdict : Verdict.INTRODUCED;
      by = ground == null ? by : trial.requests();
    }
    return new Judgement(
        verdict, by, remaining(trial, verdict, by), Alibis.of(trial, verdict, outages), ground);
  }

  private boolean onlyBefore(Trial trial) {
    return trial.before().tally().crashes() > 0
        && trial.after().tally().crashes() == 0
        && ranAfter(trial);
  }

  /**
   * An outage that began after a change was made and was over with its rollout, or before it: what
   * it did on the way, such as a release command that holds a table's lock. The time in which a
   * change is rolled out is on neither side of it.
   */
  private @Nullable Ground duringRollout(Trial trial) {
    Instant begin = trial.rollout().begin();
    Instant end = trial.rollout().complete().plus(WITH_IT);
    return outages.stream()
        .filter(outage -> !outage.span().from().isBefore(begin))
        .filter(outage -> !outage.span().to().isAfter(end))
        .findFirst()
        .map(
            outage ->
                new Ground(
                    " Between, while it was rolled out, the app failed from "
                        + Wording.time(outage.span().from())
                        + " to "
                        + Wording.time(outage.span().to())
                        + ".",
                    Stream.of(outage.began().after(), outage.ended().before())
                        .filter(Objects::nonNull)
                        .toList()))
        .orElse(null);
  }

  private Verdict verdict(Trial trial) {
    if (!trial.covered()) {
      return Verdict.INCONCLUSIVE;
    }
    boolean ended = trial.crashes().fell() && ranAfter(trial);
    // Ending crashes that kept everybody out shows the requests that fail now: no new failure. But
    // where people were served beside the crashes, requests that fail now are one.
    boolean shown = ended && outageAt(trial.rollout().begin().minusSeconds(1)) != null;
    boolean rose = trial.crashes().rose() || (trial.requests().rose() && !shown);
    if (rose && !underWay(trial)) {
      return Verdict.INTRODUCED;
    }
    if (ended) {
      return Verdict.FIXED;
    }
    Failures.Tally after = trial.after().tally();
    if (trial.requests().fell() && (after.answered() > 0 || ranAfter(trial))) {
      return Verdict.FIXED;
    }
    boolean failingBefore = failing(trial.before(), trial.rollout().begin().minusSeconds(1));
    boolean failingAfter = failing(trial.after(), trial.rollout().complete().plusSeconds(1));
    if (failingBefore && failingAfter) {
      return Verdict.NO_EFFECT;
    }
    if (failingBefore) {
      return endedWith(trial) == null ? Verdict.INCONCLUSIVE : Verdict.FIXED;
    }
    if (failingAfter) {
      return begunBy(trial) ? Verdict.INTRODUCED : Verdict.INCONCLUSIVE;
    }
    long early = trial.before().tally().crashes();
    long late = after.crashes();
    if (early + late == 0) {
      return Verdict.NEUTRAL;
    }
    // A few crashes on one side only: too few to tell a change from chance.
    return early > 0 && late > 0 ? Verdict.NO_EFFECT : Verdict.INCONCLUSIVE;
  }

  /**
   * Whether what rose over the change had already risen before it. The time before a change holds
   * well hours, too, where the failures began between: against those any later time looks worse.
   */
  private boolean underWay(Trial trial) {
    Instant begin = trial.rollout().begin();
    @Nullable Outage outage = outageAt(begin.minusSeconds(1));
    if (outage == null) {
      return false;
    }
    Instant from =
        outage.span().from().isAfter(trial.before().from())
            ? outage.span().from()
            : trial.before().from();
    double seconds = Duration.between(from, begin).toMillis() / 1000.0;
    if (seconds < UNDER_WAY.toSeconds()) {
      return false;
    }
    Failures.Tally then = failures.within(from, begin);
    Failures.Tally now = trial.after().tally();
    boolean crashes =
        !trial.crashes().rose()
            || now.crashes() / trial.after().seconds() <= MUCH_MORE * then.crashes() / seconds;
    boolean requests = !trial.requests().rose() || now.share() <= then.share() + MUCH_LARGER;
    return crashes && requests;
  }

  private static Comparison decisive(Trial trial, Verdict verdict) {
    Comparison crashes = trial.crashes();
    boolean byCrashes =
        switch (verdict) {
          case INTRODUCED -> crashes.rose();
          case FIXED -> crashes.fell();
          case NO_EFFECT, NEUTRAL, INCONCLUSIVE ->
              crashes.before().events() + crashes.after().events() > 0;
        };
    return byCrashes ? crashes : trial.requests();
  }

  private boolean failing(Trial.Side side, Instant at) {
    return failing(side) || outageAt(at) != null;
  }

  /** Whether a good part of a side's requests failed; no share is known where none went well. */
  private boolean failing(Trial.Side side) {
    return wellTold && side.tally().failing();
  }

  private @Nullable Outage outageAt(Instant at) {
    return outages.stream()
        .filter(outage -> !at.isBefore(outage.span().from()) && at.isBefore(outage.span().to()))
        .findFirst()
        .orElse(null);
  }

  /** The outage that ended with the change's rollout, null where none did. */
  private @Nullable Outage endedWith(Trial trial) {
    return outages.stream()
        .filter(outage -> with(trial.rollout(), outage.span().to()))
        .findFirst()
        .orElse(null);
  }

  /** Whether an outage began with the change's rollout. */
  private boolean begunBy(Trial trial) {
    return outages.stream().anyMatch(outage -> with(trial.rollout(), outage.span().from()));
  }

  private static boolean with(Rollout rollout, Instant at) {
    return !at.isBefore(rollout.begin()) && !at.isAfter(rollout.complete().plus(WITH_IT));
  }

  /**
   * What else failed on the side that the verdict calls well: a release that ends the crashes while
   * every request goes on failing has fixed the one and not the other.
   */
  private List<String> remaining(Trial trial, Verdict verdict, Comparison by) {
    Trial.Side side =
        switch (verdict) {
          case FIXED -> trial.after();
          case INTRODUCED -> trial.before();
          case NO_EFFECT, NEUTRAL, INCONCLUSIVE -> null;
        };
    if (side == null) {
      return List.of();
    }
    List<String> remaining = new ArrayList<>();
    if (by.kind() != Comparison.Kind.CRASHES && side.tally().crashes() >= CRASHING) {
      remaining.add(Comparison.Kind.CRASHES.id);
    }
    if (by.kind() != Comparison.Kind.REQUESTS && failing(side)) {
      remaining.add(Comparison.Kind.REQUESTS.id);
    }
    return remaining;
  }

  /** Crashes end as well when the platform gives up; a change fixed them only if something ran. */
  private boolean ranAfter(Trial trial) {
    if (trial.after().tally().answered() > 0) {
      return true;
    }
    Duration ran = Duration.ZERO;
    for (MachineHistory machine : machines) {
      if (machine.oneOff()) {
        continue;
      }
      for (Span awake : AwakeMachines.of(machine, log.first(), log.last())) {
        Instant from =
            awake.from().isAfter(trial.after().from()) ? awake.from() : trial.after().from();
        Instant to = awake.to().isBefore(trial.after().to()) ? awake.to() : trial.after().to();
        if (from.isBefore(to)) {
          ran = ran.plus(Duration.between(from, to));
        }
      }
    }
    return ran.compareTo(trial.after().covered().dividedBy(2)) >= 0;
  }
}
