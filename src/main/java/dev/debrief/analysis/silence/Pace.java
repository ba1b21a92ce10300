package dev.debrief.analysis.silence;

import java.time.Instant;
import java.util.Arrays;

/** How many lines came when, in bins of five minutes: four bytes for each bin of the log's time. */
final class Pace {
  /** A silence is at least twice as long, so that one bin at least lies within it. */
  static final int BIN_SECONDS = 300;

  /** A year of log; what comes later is not counted. */
  private static final int MOST_BINS = 105_408;

  private long first = Long.MIN_VALUE;
  private int[] counts = new int[0];

  void add(Instant at) {
    long bin = Math.floorDiv(at.getEpochSecond(), BIN_SECONDS);
    if (first == Long.MIN_VALUE) {
      first = bin;
    }
    // A message put together late may lie before the first.
    int place = Math.clamp(bin - first, 0, MOST_BINS);
    if (place >= MOST_BINS) {
      return;
    }
    if (place >= counts.length) {
      counts = Arrays.copyOf(counts, Math.min(MOST_BINS, Math.max(16, place + place / 2 + 1)));
    }
    counts[place]++;
  }

  /** Lines a second over the whole bins within a time; over all it touches where none is whole. */
  double rate(Instant from, Instant to) {
    long begin = Math.ceilDiv(from.getEpochSecond(), BIN_SECONDS);
    long end = Math.floorDiv(to.getEpochSecond(), BIN_SECONDS);
    if (begin >= end) {
      begin = Math.floorDiv(from.getEpochSecond(), BIN_SECONDS);
      end = Math.floorDiv(to.getEpochSecond(), BIN_SECONDS) + 1;
    }
    long sum = 0;
    for (long bin = Math.max(begin, first); bin < end && bin - first < counts.length; bin++) {
      sum += counts[(int) (bin - first)];
    }
    return sum / ((double) BIN_SECONDS * (end - begin));
  }
}
