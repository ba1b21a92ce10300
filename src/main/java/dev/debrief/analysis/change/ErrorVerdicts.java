package dev.debrief.analysis.change;

import dev.debrief.model.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Verdicts by what the program says of itself, where the log tells of no request: a worker whose
 * jobs all fail crashes nowhere. Beside requests that go well only the errors of jobs count: other
 * errors may hurt nobody, but a job that fails is work not done. It takes far more than elsewhere:
 * an error never seen before, soon after the change and throughout the time after it, at odds of a
 * thousand to one after the correction. An error known from such a change counts as a failure until
 * it ends; one that was there from the log's start may be the program's custom, and decides
 * nothing.
 */
final class ErrorVerdicts {
  /** False discoveries among these. */
  private static final double FALSE_DISCOVERIES = 0.001;

  /** Slices of ten seconds with the error: some minutes' worth. */
  private static final long OFTEN = 20;

  /** An error at a steady rate comes within three of its own pauses, but for one time in twenty. */
  private static final int PAUSES = 3;

  /** A rollout's last machine may be a little behind. */
  private static final Duration GRACE = Duration.ofMinutes(1);

  private final Set<String> failing = new HashSet<>();

  /** A verdict and the error that decided it. */
  record Told(Verdict verdict, Comparison by) {}

  /** The verdict on the next change in time, null where its errors decide nothing. */
  @Nullable Told of(Trial trial, boolean ranAfter) {
    List<Comparison> own =
        trial.errors().stream()
            .filter(
                each ->
                    each.error() != null
                        && each.error().program()
                        && (!trial.requestsTold() || each.error().job()))
            .sorted(Comparator.comparingDouble(Comparison::p))
            .toList();
    List<Comparison> begun = own.stream().filter(each -> begun(trial, each)).toList();
    List<Comparison> known = own.stream().filter(each -> failing.contains(id(each))).toList();
    begun.forEach(each -> failing.add(id(each)));
    if (!begun.isEmpty()) {
      return new Told(Verdict.INTRODUCED, begun.getFirst());
    }
    for (Comparison each : known) {
      if (each.after().lasting()) {
        return new Told(Verdict.NO_EFFECT, each);
      }
    }
    for (Comparison each : known) {
      if (each.fell() && ranAfter) {
        known.forEach(error -> failing.remove(id(error)));
        return new Told(Verdict.FIXED, each);
      }
    }
    // It failed before the change, and too little was printed since to say more.
    return known.stream()
        .filter(each -> each.before().events() > 0)
        .findFirst()
        .map(each -> new Told(Verdict.INCONCLUSIVE, each))
        .orElse(null);
  }

  private static boolean begun(Trial trial, Comparison each) {
    Instant first = each.after().firstAt();
    if (each.before().events() > 0
        || first == null
        || each.p() > FALSE_DISCOVERIES
        || each.after().events() < OFTEN
        || !each.rose()) {
      return false;
    }
    Duration pause = trial.after().covered().dividedBy(each.after().events());
    return first.isBefore(trial.after().from().plus(pause.multipliedBy(PAUSES)).plus(GRACE));
  }

  private static String id(Comparison each) {
    return each.error() == null ? "" : each.error().id();
  }
}
