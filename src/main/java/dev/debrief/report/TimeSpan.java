package dev.debrief.report;

import java.time.Duration;
import java.time.Instant;

/** Two times that a report joins: {@code 21:00-23:00}, {@code from Feb 25 to Feb 26}. */
record TimeSpan(TimeMention first, TimeMention last) {
  int from() {
    return first.from();
  }

  int to() {
    return last.to();
  }

  Instant start() {
    return first.start();
  }

  Instant end() {
    return last.start();
  }

  Duration length() {
    return Duration.between(start(), end());
  }

  /** How far off the length may be for how coarse its ends are. */
  Duration slack() {
    return first.width().plus(last.width()).plus(first.slack()).plus(last.slack());
  }

  /** Whether the instant lies inside, the last minute or second named included. */
  boolean holds(Instant at, Duration more) {
    return !at.isBefore(start().minus(first.slack()).minus(more))
        && at.isBefore(last.end().plus(last.slack()).plus(more));
  }
}
