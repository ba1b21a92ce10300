package dev.debrief.analysis.hypothesis;

import dev.debrief.model.Details;
import dev.debrief.model.Finding;
import dev.debrief.model.FindingKind;
import dev.debrief.model.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What is to be explained: when the app failed, and on which machines.
 *
 * @param range from the first sign to the end of the last
 * @param machine one of the machines concerned, or empty
 */
record Failure(TimeRange range, String machine) {
  /** An outage is seen a little after what causes it, and its traces last a little longer. */
  static final Duration AROUND = Duration.ofMinutes(5);

  /** The failure that the findings tell of, if they do. */
  static Optional<Failure> in(List<Finding> findings) {
    for (FindingKind kind :
        List.of(FindingKind.OUTAGE, FindingKind.RESTART_BURST, FindingKind.EXIT)) {
      List<Finding> told =
          findings.stream().filter(f -> f.kind() == kind && isFailure(f.details())).toList();
      if (!told.isEmpty()) {
        return Optional.of(of(told));
      }
    }
    return Optional.empty();
  }

  private static boolean isFailure(Details details) {
    return !(details instanceof Details.Exit exit)
        || !exit.requested() && !Integer.valueOf(0).equals(exit.code());
  }

  private static Failure of(List<Finding> told) {
    Instant from = Instant.MAX;
    Instant to = Instant.MIN;
    String machine = "";
    for (Finding finding : told) {
      Instant end = finding.end() == null ? finding.start() : finding.end();
      from = finding.start().isBefore(from) ? finding.start() : from;
      to = end.isAfter(to) ? end : to;
      if (machine.isEmpty() && !finding.machines().isEmpty()) {
        machine = finding.machines().getFirst();
      }
    }
    return new Failure(new TimeRange(from, to), machine);
  }

  /** Whether something that lasted from one instant to another falls into it. */
  boolean touches(Instant from, Instant to) {
    return !from.isAfter(range.to().plus(AROUND)) && !to.isBefore(range.from().minus(AROUND));
  }
}
