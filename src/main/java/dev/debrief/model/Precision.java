package dev.debrief.model;

import java.time.Duration;

/** How finely an instant is known: the true time lies in {@code [at, at + width)}. Finest first. */
public enum Precision {
  NANOSECOND(Duration.ofNanos(1)),
  MICROSECOND(Duration.ofNanos(1_000)),
  MILLISECOND(Duration.ofMillis(1)),
  SECOND(Duration.ofSeconds(1)),
  MINUTE(Duration.ofMinutes(1)),
  HOUR(Duration.ofHours(1)),
  DAY(Duration.ofDays(1)),
  /** The instant only keeps the line's place among its neighbours; it is no time to be quoted. */
  NONE(Duration.ofDays(36_500));

  private final Duration width;

  Precision(Duration width) {
    this.width = width;
  }

  /** How wide the interval is that the true time lies in. */
  public Duration width() {
    return width;
  }

  /** Whether this is at least as fine as {@code other}. */
  public boolean atLeast(Precision other) {
    return compareTo(other) <= 0;
  }
}
