package dev.debrief.analysis.compare;

import dev.debrief.model.TimeRange;
import java.time.Duration;
import java.util.List;

/**
 * What differs between a range and a baseline.
 *
 * @param range what was compared
 * @param baseline with what, in order of time; it has no instant of the range
 * @param rangeCovered how much of the range the log covers
 * @param baselineCovered how much of the baseline it covers
 * @param here messages in the range
 * @param before messages in the baseline
 * @param differences what differs at a false discovery rate of {@link #Q}, the most surprising
 *     first
 * @param compared how many things were held against each other
 */
public record Comparison(
    TimeRange range,
    List<TimeRange> baseline,
    Duration rangeCovered,
    Duration baselineCovered,
    long here,
    long before,
    List<Difference> differences,
    int compared) {
  /** Of what is listed no more than this share differs by chance alone. */
  public static final double Q = 0.05;

  public Comparison {
    baseline = List.copyOf(baseline);
    differences = List.copyOf(differences);
  }

  /** Whether the log covers both: else nothing can be said. */
  public boolean possible() {
    return !rangeCovered.isZero() && !baselineCovered.isZero();
  }

  /** How many messages the baseline lets expect in the range. */
  public double expected() {
    return possible()
        ? before * RangeComparison.nanos(rangeCovered) / RangeComparison.nanos(baselineCovered)
        : 0;
  }
}
