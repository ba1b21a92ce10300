package dev.debrief.analysis.change;

import dev.debrief.analysis.statistics.RateTest;
import dev.debrief.model.Change;
import java.time.Duration;
import java.time.Instant;

/**
 * One change and the failures on both sides of it.
 *
 * @param before the time compared before it
 * @param after the time compared after it
 * @param crashes the test of the crashes' rates by time
 * @param requests the test of the failed requests' rates by requests answered
 */
record Trial(
    Change change, Rollout rollout, Side before, Side after, RateTest crashes, RateTest requests) {
  /**
   * One side of a change.
   *
   * @param covered how much of it the log covers, gaps taken out
   */
  record Side(Instant from, Instant to, Duration covered, Failures.Tally tally) {
    double seconds() {
      return covered.toMillis() / 1000.0;
    }
  }
}
