package dev.debrief.report;

import java.time.Duration;

/**
 * A length of time that a report names.
 *
 * @param from the first character in the line's plain words, {@code to} after the last
 * @param low the shortest that the words name, {@code high} the longest
 * @param unit the least unit named: what the words were rounded to
 */
record LengthMention(int from, int to, Duration low, Duration high, Duration unit, Hedge hedge) {
  enum Hedge {
    PLAIN,
    ABOUT,
    AT_LEAST,
    AT_MOST
  }

  /** Whether a length fits the words, given how coarse the other side is. */
  boolean fits(Duration actual, Duration slack) {
    Duration lowest = low.minus(give(low)).minus(slack);
    Duration highest = high.plus(give(high)).plus(slack);
    return switch (hedge) {
      case PLAIN, ABOUT -> actual.compareTo(lowest) >= 0 && actual.compareTo(highest) <= 0;
      case AT_LEAST -> actual.compareTo(lowest) >= 0;
      case AT_MOST -> actual.compareTo(highest) <= 0;
    };
  }

  /**
   * People round: to six tenths of the unit, or a tenth of the length; a fifth where they say so.
   */
  private Duration give(Duration length) {
    Duration byUnit = unit.multipliedBy(6).dividedBy(10);
    Duration byShare = length.dividedBy(hedge == Hedge.ABOUT ? 5 : 10);
    return byUnit.compareTo(byShare) > 0 && byUnit.compareTo(length) < 0 ? byUnit : byShare;
  }
}
