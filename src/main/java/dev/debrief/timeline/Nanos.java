package dev.debrief.timeline;

import java.time.Instant;

/**
 * Instants as nanoseconds since the epoch, UTC, in a long: those of 1900 to 2100. What lies outside
 * is held at the nearest end, so that lines with absurd years can't overflow the arithmetic of
 * drawing: a long holds all of that time, and half as much again.
 */
public final class Nanos {
  /** A second. */
  public static final long SECOND = 1_000_000_000L;

  private static final Instant MOST = Instant.parse("2100-01-01T00:00:00Z");
  private static final Instant LEAST = Instant.parse("1900-01-01T00:00:00Z");

  private Nanos() {}

  /** The instant as nanoseconds since the epoch. */
  public static long of(Instant at) {
    Instant held = at.isAfter(MOST) ? MOST : at.isBefore(LEAST) ? LEAST : at;
    return Math.addExact(Math.multiplyExact(held.getEpochSecond(), SECOND), held.getNano());
  }

  /** The instant that many nanoseconds after the epoch. */
  public static Instant instant(long nanos) {
    return Instant.ofEpochSecond(0, nanos);
  }
}
