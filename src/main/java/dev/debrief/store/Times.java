package dev.debrief.store;

import dev.debrief.model.Moment;
import dev.debrief.model.Precision;
import java.time.Instant;
import java.util.Arrays;

/** Instants as the index keeps them: nanoseconds since the epoch, UTC. */
final class Times {
  private static final long SECOND = 1_000_000_000L;

  private static final long[] WIDTHS =
      Arrays.stream(Precision.values()).mapToLong(p -> p.width().toNanos()).toArray();

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

  /**
   * Where an entry stands among those of its source: its own time, but where its clock is too
   * coarse to say that it came before the entry before it, right there. So a stack frame that bears
   * whole seconds stays behind the error whose own clock gives milliseconds.
   *
   * @param before the same of the entry before it in its source, {@link Long#MIN_VALUE} for the
   *     first
   */
  static long placed(Moment moment, long before) {
    long at = nanos(moment.at());
    if (before <= at || moment.precision() == Precision.NANOSECOND) {
      return at;
    }
    long width = WIDTHS[moment.precision().ordinal()];
    return before - at < width && before - at > 0 ? before : at;
  }

  /** The instant of such a number. */
  static Instant instant(long nanos) {
    return Instant.ofEpochSecond(Math.floorDiv(nanos, SECOND), Math.floorMod(nanos, SECOND));
  }
}
