package dev.debrief.source;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Compares the unmarked stamps of a paste with the clocks inside its messages that are surely UTC
 * or marked: Firecracker's, hallpass', any with an offset. The difference, in whole quarter hours,
 * on which most lines agree is the zone of the paste, and the inner clock's date is its date.
 */
final class InnerClocks {
  private static final int QUARTER = 900;
  private static final int NEAR = 5;

  private final Preamble preamble = new Preamble();
  private final Map<Integer, Integer> votes = new HashMap<>();
  private final Map<Integer, Long> days = new HashMap<>();

  /**
   * Looks into one message.
   *
   * @param local the unmarked stamp, in seconds since the epoch as if it were UTC, or seconds of
   *     the day where it has no date
   * @param dated whether it has one
   */
  void look(long local, boolean dated, String message) {
    preamble.read(message);
    Stamp stamp = preamble.stamp;
    boolean marked =
        preamble.kind == Preamble.Kind.FIRECRACKER
            || (preamble.dated && stamp.zoned)
            || (preamble.kind == Preamble.Kind.DATED
                && (message.contains(" SSH listening ")
                    || message.contains(" listening on [fdaa:")));
    if (!marked) {
      return;
    }
    long behind = local - stamp.second;
    if (!dated) {
      behind = Math.floorMod(behind + 43_200, 86_400L) - 43_200;
    }
    long quarters = Math.round(behind / (double) QUARTER);
    if (Math.abs(behind - quarters * QUARTER) > NEAR || Math.abs(quarters) > 56) {
      return;
    }
    int offset = (int) quarters * QUARTER;
    votes.merge(offset, 1, Integer::sum);
    days.putIfAbsent(offset, Math.floorDiv(stamp.second + offset, 86_400L));
  }

  /** The offset on which most messages agree, in seconds. */
  Optional<Integer> offset() {
    return votes.entrySet().stream()
        .max(
            Map.Entry.<Integer, Integer>comparingByValue()
                .thenComparingInt(entry -> -Math.abs(entry.getKey())))
        .map(Map.Entry::getKey);
  }

  /** The local date, in days since the epoch, of the first message that told that offset. */
  long day(int offset) {
    return days.getOrDefault(offset, 0L);
  }
}
