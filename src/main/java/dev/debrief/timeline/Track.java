package dev.debrief.timeline;

import java.util.Arrays;
import java.util.List;

/**
 * Marks of one sort on one lane, laid out for drawing: their times as numbers, and how far the
 * marks up to each one reach, so that the first that can be seen is found by halving.
 *
 * @param marks by start
 * @param starts ns since the epoch
 * @param ends ns since the epoch
 * @param reach the latest end among a mark and those before it
 * @param ranks how telling each is, the most telling 0
 */
record Track(List<Mark> marks, long[] starts, long[] ends, long[] reach, byte[] ranks) {
  static Track of(List<? extends Mark> marks) {
    int count = marks.size();
    long[] starts = new long[count];
    long[] ends = new long[count];
    long[] reach = new long[count];
    byte[] ranks = new byte[count];
    for (int i = 0; i < count; i++) {
      Mark mark = marks.get(i);
      starts[i] = Nanos.of(mark.start());
      ends[i] = Nanos.of(mark.end());
      reach[i] = i == 0 ? ends[i] : Math.max(ends[i], reach[i - 1]);
      ranks[i] = (byte) Glyph.rank(mark);
    }
    return new Track(List.copyOf(marks), starts, ends, reach, ranks);
  }

  int size() {
    return starts.length;
  }

  /** The first mark that may still be seen from an instant on. */
  int firstReaching(long from) {
    int low = 0;
    int high = reach.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (reach[middle] < from) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** The first mark that begins after an instant. */
  int firstAfter(long to) {
    int found = Arrays.binarySearch(starts, to);
    if (found < 0) {
      return -found - 1;
    }
    int after = found;
    while (after < starts.length && starts[after] == to) {
      after++;
    }
    return after;
  }
}
