package dev.debrief.analysis.change;

import dev.debrief.model.Change;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * One change and the failures on both sides of it.
 *
 * @param before the time compared before it
 * @param after the time compared after it
 * @param crashes compared by time
 * @param requests those that failed, compared by those answered
 * @param errors by template, compared by time, in the order in which they first came
 */
record Trial(
    Change change,
    Rollout rollout,
    Side before,
    Side after,
    Comparison crashes,
    Comparison requests,
    List<Comparison> errors) {
  /** Less log than this on one side shows nothing of it. */
  private static final Duration COVERED = Duration.ofSeconds(60);

  Trial {
    errors = List.copyOf(errors);
  }

  /**
   * One side of a change.
   *
   * @param covered how much of it the log covers, gaps taken out
   */
  record Side(Instant from, Instant to, Duration covered, Failures.Tally tally) {
    double seconds() {
      return covered.toMillis() / 1000.0;
    }

    /** Whether the log covers enough of it. */
    boolean known() {
      return covered.compareTo(COVERED) >= 0;
    }
  }

  /** Whether the log covers both sides. */
  boolean covered() {
    return before.known() && after.known();
  }

  /** Whether the log tells of any request at all near it. */
  boolean requestsTold() {
    return before.tally().answered() + after.tally().answered() > 0;
  }
}
