package dev.debrief.analysis.hypothesis;

import dev.debrief.model.Details;
import dev.debrief.model.Finding;
import dev.debrief.model.FindingKind;
import dev.debrief.model.TimeRange;
import dev.debrief.model.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is to be explained: when the app failed, and on which machines.
 *
 * @param ranges each failure from its first sign to its last, at least one
 * @param machine one of the machines concerned, or empty
 */
record Failure(List<TimeRange> ranges, String machine) {
  /** An outage is seen a little after what causes it, and its traces last a little longer. */
  static final Duration AROUND = Duration.ofMinutes(5);

  private static final Duration RECENTLY = Duration.ofHours(1);

  Failure {
    ranges = List.copyOf(ranges);
  }

  /**
   * The failures that the findings tell of, if they do: outages, or bursts, or crashes, or what a
   * change made of jobs.
   */
  static Optional<Failure> in(List<Finding> findings) {
    for (FindingKind kind :
        List.of(FindingKind.OUTAGE, FindingKind.RESTART_BURST, FindingKind.EXIT)) {
      List<Finding> told =
          findings.stream().filter(f -> f.kind() == kind && isFailure(f.details())).toList();
      if (!told.isEmpty()) {
        List<TimeRange> ranges = told.stream().map(Finding::range).toList();
        String machine = told.stream().flatMap(f -> f.machines().stream()).findFirst().orElse("");
        return Optional.of(new Failure(ranges, machine));
      }
    }
    return ofJobs(findings);
  }

  /**
   * Failures that neither an outage nor an exit shows, each from the change that began them, by the
   * errors of jobs, to the next that mended.
   */
  private static Optional<Failure> ofJobs(List<Finding> findings) {
    List<TimeRange> ranges = new ArrayList<>();
    for (Finding began : findings) {
      if (began.details() instanceof Details.ChangeImpact impact
          && impact.verdict() == Verdict.INTRODUCED
          && impact.measure().equals("errors")) {
        Instant end =
            findings.stream()
                .filter(
                    f ->
                        f.details() instanceof Details.ChangeImpact later
                            && later.verdict() == Verdict.FIXED
                            && f.start().isAfter(began.start()))
                .map(Finding::start)
                .min(Instant::compareTo)
                .orElse(began.start());
        ranges.add(new TimeRange(began.start(), end));
      }
    }
    return ranges.isEmpty() ? Optional.empty() : Optional.of(new Failure(ranges, ""));
  }

  private static boolean isFailure(Details details) {
    return !(details instanceof Details.Exit exit)
        || (exit.unasked() && !Integer.valueOf(0).equals(exit.code()));
  }

  Instant from() {
    return ranges.stream().map(TimeRange::from).min(Instant::compareTo).orElseThrow();
  }

  Instant to() {
    return ranges.stream().map(TimeRange::to).max(Instant::compareTo).orElseThrow();
  }

  /** Whether something that lasted from one instant to another falls into any of them. */
  boolean touches(Instant from, Instant to) {
    return ranges.stream().anyMatch(range -> touches(range, from, to));
  }

  private static boolean touches(TimeRange range, Instant from, Instant to) {
    return !from.isAfter(range.to().plus(AROUND)) && !to.isBefore(range.from().minus(AROUND));
  }

  /** Whether something was there when any of them began. */
  boolean beganWith(Instant from, Instant to) {
    return ranges.stream()
        .anyMatch(
            range ->
                !from.isAfter(range.from().plus(AROUND))
                    && !to.isBefore(range.from().minus(AROUND)));
  }

  /** Whether the app was failing at an instant, or had been within the hour before it. */
  boolean alreadyAt(Instant at) {
    return ranges.stream()
        .anyMatch(range -> range.from().isBefore(at) && !range.to().isBefore(at.minus(RECENTLY)));
  }

  /**
   * How much of a failure some stretches of time fill, from 0 to 1: of the failure that they fill
   * best. One that is an instant is filled by what touches it.
   */
  double share(List<TimeRange> stretches) {
    double best = 0;
    for (TimeRange range : ranges) {
      double length = Math.max(1, range.length().toMillis());
      double filled = 0;
      for (TimeRange stretch : stretches) {
        if (touches(range, stretch.from(), stretch.to())) {
          Instant from = later(range.from(), stretch.from().minus(AROUND));
          Instant to = earlier(range.to(), stretch.to().plus(AROUND));
          filled += Math.max(1, Duration.between(from, to).toMillis());
        }
      }
      best = Math.max(best, Math.min(1, filled / length));
    }
    return best;
  }

  private static Instant later(Instant a, Instant b) {
    return a.isAfter(b) ? a : b;
  }

  private static Instant earlier(Instant a, Instant b) {
    return a.isBefore(b) ? a : b;
  }
}
