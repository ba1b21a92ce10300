package dev.debrief.model;

import java.time.Duration;
import java.time.Instant;

/**
 * A half-open range of time, {@code [from, to)}, UTC.
 *
 * @param from the first instant inside
 * @param to the first instant after it, not before {@code from}
 */
public record TimeRange(Instant from, Instant to) {
  /** Every instant there is. */
  public static final TimeRange ALWAYS = new TimeRange(Instant.MIN, Instant.MAX);

  public TimeRange {
    if (to.isBefore(from)) {
      throw new IllegalArgumentException("a range ends before it begins: " + from + " to " + to);
    }
  }

  /** Whether the instant lies inside. */
  public boolean contains(Instant at) {
    return !at.isBefore(from) && at.isBefore(to);
  }

  /** Whether the two have an instant in common. */
  public boolean overlaps(TimeRange other) {
    return from.isBefore(other.to) && other.from.isBefore(to);
  }

  /** How long it is. Not for {@link #ALWAYS}, which has no length. */
  public Duration length() {
    return Duration.between(from, to);
  }
}
