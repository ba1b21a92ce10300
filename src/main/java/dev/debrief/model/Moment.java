package dev.debrief.model;

import java.time.Instant;
import java.util.Objects;

/**
 * A time as far as it is known.
 *
 * @param at the start, UTC, of the interval that the true time lies in
 * @param precision that interval's width
 * @param clock what it was read from
 */
public record Moment(Instant at, Precision precision, Clock clock) {
  public Moment {
    Objects.requireNonNull(at);
    Objects.requireNonNull(precision);
    Objects.requireNonNull(clock);
  }

  /** The earliest the true time can be. */
  public Instant earliest() {
    return at;
  }

  /** The first instant that is surely after the true time. */
  public Instant latest() {
    return at.plus(precision.width());
  }

  /** Whether this can be quoted as a time at all. */
  public boolean known() {
    return precision != Precision.NONE;
  }

  /**
   * The order of two moments by their clocks alone. Equal stamps, and a coarse one that holds the
   * other, give {@link Order#UNKNOWN}.
   */
  public Order orderAgainst(Moment other) {
    if (!latest().isAfter(other.at)) {
      return Order.BEFORE;
    }
    return !other.latest().isAfter(at) ? Order.AFTER : Order.UNKNOWN;
  }
}
