package dev.debrief.report;

import java.time.Duration;
import java.time.Instant;

/**
 * A time that a report names, resolved as far as its context allows.
 *
 * @param from the first character in the line's plain words, {@code to} after the last
 * @param start UTC; the start of the interval that the words leave open
 * @param width of that interval
 * @param about whether the words say so themselves: {@code ~}, {@code about}
 * @param day whether only a day is named
 * @param dated whether the day is in the words or their row, not only guessed
 */
record TimeMention(
    int from, int to, Instant start, Duration width, boolean about, boolean day, boolean dated) {
  Instant end() {
    return start.plus(width);
  }

  /** How far off the truth may be and the words still right. */
  Duration slack() {
    return about ? Duration.ofMinutes(15) : Duration.ZERO;
  }

  /** Whether the instant fits the words, give or take so much more. */
  boolean fits(Instant at, Duration more) {
    Duration slack = slack().plus(more);
    return !at.isBefore(start.minus(slack)) && at.isBefore(end().plus(slack));
  }
}
