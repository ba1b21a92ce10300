package dev.debrief.analysis.silence;

import dev.debrief.model.Evidence;
import java.time.Duration;
import java.time.Instant;

/** A time between two lines of one source of lines. */
record Pause(Instant from, Instant to, Evidence before, Evidence after) {
  Duration length() {
    return Duration.between(from, to);
  }

  double seconds() {
    return length().toMillis() / 1000.0;
  }
}
