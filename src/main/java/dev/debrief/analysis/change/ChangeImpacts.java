package dev.debrief.analysis.change;

import dev.debrief.analysis.life.MachineHistory;
import dev.debrief.analysis.outage.AwakeMachines;
import dev.debrief.analysis.outage.LogExtent;
import dev.debrief.analysis.outage.Outage;
import dev.debrief.analysis.outage.Requests;
import dev.debrief.analysis.outage.Span;
import dev.debrief.analysis.statistics.BenjaminiHochberg;
import dev.debrief.model.Change;
import dev.debrief.model.ChangeKind;
import dev.debrief.model.Details;
import dev.debrief.model.Finding;
import dev.debrief.model.Moment;
import dev.debrief.model.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What each change did to the failures: their rates before and after compared, the tests corrected
 * for how many there are, and a verdict. What the log does not cover stays inconclusive.
 */
public final class ChangeImpacts {
  /** False discoveries among the differences found. */
  private static final double FALSE_DISCOVERIES = 0.05;

  /** Less log than this on one side shows nothing of it. */
  private static final Duration COVERED = Duration.ofSeconds(60);

  /** A change that matters moves the crashes' rate this much at least. */
  private static final double CRASHES_TIMES = 5;

  /** The same for the share of requests that fail. */
  private static final double REQUESTS_TIMES = 3;

  /** A share of failures below this is the usual noise of a healthy app. */
  private static final double NOISE = 0.02;

  /** Failures that last show in this many slices of ten seconds: a minute's worth. */
  private static final int LASTING_SLICES = 6;

  /** A change that the app ran well after for this long did not begin the failures. */
  private static final Duration HEALTHY = Duration.ofMinutes(30);

  /** From this share on a side counts as failing, without any test. */
  private static final double FAILING = 0.05;

  private final List<MachineHistory> machines;
  private final List<Outage> outages;
  private final LogExtent log;

  private ChangeImpacts(List<MachineHistory> machines, List<Outage> outages, LogExtent log) {
    this.machines = machines;
    this.outages = outages;
    this.log = log;
  }

  /**
   * What was concluded of the changes.
   *
   * @param changes the same changes with their verdicts
   */
  public record Judged(List<Change> changes, List<Finding> findings) {}

  /** Judges every release, rollback, configuration and scaling; commits are carried by deploys. */
  public static Judged of(
      List<Change> changes,
      List<MachineHistory> machines,
      Requests requests,
      List<Outage> outages,
      LogExtent log,
      List<Span> gaps) {
    List<Change> tried =
        changes.stream()
            .filter(change -> judged(change.kind()) && change.moment().known())
            .toList();
    ChangeImpacts impacts = new ChangeImpacts(machines, outages, log);
    List<Trial> trials = new Trials(machines, requests, log, gaps).of(tried);
    List<Double> adjusted = adjusted(trials);
    Map<Change, Verdict> verdicts = new HashMap<>();
    List<Finding> findings = new ArrayList<>();
    for (int i = 0; i < trials.size(); i++) {
      Trial trial = trials.get(i);
      double crashes = adjusted.get(2 * i);
      double failed = adjusted.get(2 * i + 1);
      Verdict verdict = impacts.verdict(trial, crashes, failed);
      boolean byCrashes = impacts.byCrashes(trial, verdict, crashes);
      verdicts.put(trial.change(), verdict);
      findings.add(
          ImpactWords.finding(
              trial,
              verdict,
              byCrashes,
              byCrashes ? crashes : failed,
              impacts.alibi(trial, verdict),
              tried,
              log));
    }
    List<Change> withVerdicts = new ArrayList<>();
    for (Change change : changes) {
      Verdict verdict = verdicts.get(change);
      withVerdicts.add(verdict == null ? change : change.withImpact(verdict));
    }
    return new Judged(List.copyOf(withVerdicts), findings);
  }

  private static boolean judged(ChangeKind kind) {
    return switch (kind) {
      case DEPLOY, CONFIG, ROLLBACK, SCALE -> true;
      case COMMIT, STOP, START, OTHER -> false;
    };
  }

  /** Each trial's two p-values, corrected together; a test without any event is none. */
  private static List<Double> adjusted(List<Trial> trials) {
    List<Double> made = new ArrayList<>();
    List<Integer> places = new ArrayList<>();
    List<Double> all = new ArrayList<>();
    for (int i = 0; i < trials.size(); i++) {
      Trial trial = trials.get(i);
      all.add(1.0);
      all.add(1.0);
      boolean covered = covered(trial);
      if (covered && trial.before().tally().crashes() + trial.after().tally().crashes() > 0) {
        made.add(trial.crashes().p());
        places.add(2 * i);
      }
      if (covered && trial.before().tally().failed() + trial.after().tally().failed() > 0) {
        made.add(trial.requests().p());
        places.add(2 * i + 1);
      }
    }
    List<Double> corrected = BenjaminiHochberg.adjusted(made);
    for (int i = 0; i < corrected.size(); i++) {
      all.set(places.get(i), corrected.get(i));
    }
    return all;
  }

  private static boolean covered(Trial trial) {
    return trial.before().covered().compareTo(COVERED) >= 0
        && trial.after().covered().compareTo(COVERED) >= 0;
  }

  private Verdict verdict(Trial trial, double crashes, double failed) {
    if (!covered(trial)) {
      return Verdict.INCONCLUSIVE;
    }
    Failures.Tally before = trial.before().tally();
    Failures.Tally after = trial.after().tally();
    @Nullable Double times = trial.crashes().ratio();
    if (crashes <= FALSE_DISCOVERIES && times != null) {
      if (times >= CRASHES_TIMES) {
        return Verdict.INTRODUCED;
      }
      if (times <= 1 / CRASHES_TIMES && ranAfter(trial)) {
        return Verdict.FIXED;
      }
    }
    @Nullable Double share = trial.requests().ratio();
    if (failed <= FALSE_DISCOVERIES && share != null) {
      if (share >= REQUESTS_TIMES && bad(after)) {
        return Verdict.INTRODUCED;
      }
      if (share <= 1 / REQUESTS_TIMES && bad(before) && (after.answered() > 0 || ranAfter(trial))) {
        return Verdict.FIXED;
      }
    }
    boolean failingBefore = failing(trial.before(), trial.rollout().begin().minusSeconds(1));
    boolean failingAfter = failing(trial.after(), trial.rollout().complete().plusSeconds(1));
    if (failingBefore && failingAfter) {
      return Verdict.NO_EFFECT;
    }
    if (failingBefore) {
      return endedBy(trial) ? Verdict.FIXED : Verdict.INCONCLUSIVE;
    }
    if (failingAfter) {
      return begunBy(trial) ? Verdict.INTRODUCED : Verdict.INCONCLUSIVE;
    }
    if (before.crashes() + after.crashes() == 0) {
      return Verdict.NEUTRAL;
    }
    // A few crashes on one side only: too few to tell a change from chance.
    return before.crashes() > 0 && after.crashes() > 0 ? Verdict.NO_EFFECT : Verdict.INCONCLUSIVE;
  }

  private boolean byCrashes(Trial trial, Verdict verdict, double crashes) {
    long events = trial.before().tally().crashes() + trial.after().tally().crashes();
    return switch (verdict) {
      case INTRODUCED, FIXED -> crashes <= FALSE_DISCOVERIES && events > 0;
      case NO_EFFECT, NEUTRAL, INCONCLUSIVE -> events > 0;
    };
  }

  private boolean failing(Trial.Side side, Instant at) {
    Failures.Tally tally = side.tally();
    return (tally.answered() >= 20 && tally.share() >= FAILING && bad(tally))
        || outages.stream().anyMatch(outage -> real(outage) && within(outage.span(), at));
  }

  /** More than noise, and more than one burst within a slice or two. */
  private static boolean bad(Failures.Tally tally) {
    return tally.share() >= NOISE && tally.failingSlices() >= LASTING_SLICES;
  }

  private static boolean real(Outage outage) {
    return outage.lasted().compareTo(COVERED) >= 0;
  }

  private static boolean within(Span span, Instant at) {
    return !at.isBefore(span.from()) && at.isBefore(span.to());
  }

  /** An outage that a change ended, ended with its rollout. */
  private boolean endedBy(Trial trial) {
    return outages.stream()
        .anyMatch(
            outage ->
                real(outage)
                    && !outage.span().to().isBefore(trial.rollout().begin())
                    && !outage.span().to().isAfter(trial.rollout().complete().plusSeconds(120)));
  }

  /** An outage that a change began, began with its rollout. */
  private boolean begunBy(Trial trial) {
    return outages.stream()
        .anyMatch(
            outage ->
                real(outage)
                    && !outage.span().from().isBefore(trial.rollout().begin())
                    && !outage.span().from().isAfter(trial.rollout().complete().plusSeconds(120)));
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

  /** Why a change can't have begun the failures, where the time rules it out; else empty. */
  private String alibi(Trial trial, Verdict verdict) {
    if (verdict == Verdict.INTRODUCED) {
      return "";
    }
    Outage first = outages.stream().filter(ChangeImpacts::real).findFirst().orElse(null);
    if (first == null) {
      return "";
    }
    Instant onset = first.span().from();
    Moment made = trial.change().moment();
    if (!onset.isBefore(made.earliest()) && onset.isBefore(made.latest())) {
      // Which came first can't be told: the change's time is no finer.
      return "";
    }
    if (trial.rollout().begin().isAfter(onset)) {
      return "it came "
          + dev.debrief.analysis.Wording.length(Duration.between(onset, trial.rollout().begin()))
          + " after the failures began";
    }
    Duration healthy = trial.after().covered();
    boolean before = !trial.after().to().isAfter(onset);
    return before && healthy.compareTo(HEALTHY) >= 0
        ? "the log shows "
            + dev.debrief.analysis.Wording.length(Duration.ofSeconds(healthy.toSeconds()))
            + " of a healthy app after it"
        : "";
  }

  static Details.ChangeImpact details(
      Trial trial, Verdict verdict, boolean byCrashes, @Nullable Double p, String alibi) {
    Failures.Tally before = trial.before().tally();
    Failures.Tally after = trial.after().tally();
    var test = byCrashes ? trial.crashes() : trial.requests();
    boolean tested = test.ratio() != null;
    return new Details.ChangeImpact(
        trial.change().change(),
        verdict,
        byCrashes ? before.crashes() : before.failed(),
        trial.before().seconds(),
        byCrashes ? after.crashes() : after.failed(),
        trial.after().seconds(),
        tested ? finite(test.ratio()) : null,
        tested ? finite(test.low()) : null,
        tested ? finite(test.high()) : null,
        tested ? p : null,
        alibi);
  }

  /** JSON knows no infinity; without a bound there is none to tell. */
  private static @Nullable Double finite(@Nullable Double value) {
    return value == null || value.isInfinite() || value.isNaN() ? null : value;
  }
}
