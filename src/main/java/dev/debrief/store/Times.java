package dev.debrief.store;

import java.time.Instant;

/** Instants as the index keeps them: nanoseconds since the epoch, UTC. */
final class Times {
  private static final long SECOND = 1_000_000_000L;

  private Times() {}

  /** Nanoseconds since the epoch; what lies outside 1677 to 2262 becomes the nearest end. */
  static long nanos(Instant at) {
    long seconds = at.getEpochSecond();
    if (seconds >= Long.MAX_VALUE / SECOND) {
      return Long.MAX_VALUE;
    }
    if (seconds <= Long.MIN_VALUE / SECOND) {
      return Long.MIN_VALUE;
    }
    return seconds * SECOND + at.getNano();
  }

  /** The instant of such a number. */
  static Instant instant(long nanos) {
    return Instant.ofEpochSecond(Math.floorDiv(nanos, SECOND), Math.floorMod(nanos, SECOND));
  }
}
