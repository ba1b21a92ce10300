package dev.debrief.timeline;

import java.time.Instant;

/**
 * Instants as nanoseconds since the epoch, UTC, in a long: 1677 to 2262. What lies outside is held
 * at the nearest end, so that a line with an absurd year can't overflow the arithmetic of drawing.
 */
public final class Nanos {
  /** A second. */
  public static final long SECOND = 1_000_000_000L;

  private static final Instant MOST = Instant.ofEpochSecond(0, Long.MAX_VALUE / 4 * 3);
  private static final Instant LEAST = Instant.ofEpochSecond(0, Long.MIN_VALUE / 4 * 3);

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
