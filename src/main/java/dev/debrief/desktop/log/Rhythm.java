package dev.debrief.desktop.log;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Where a log falls silent and where it swells, read off its counts in equal parts of time. */
final class Rhythm {
  /** A silence counts from this many times the usual distance of two busy parts. */
  private static final int LONG = 5;

  private Rhythm() {}

  /** The parts at which the log speaks again after a silence that is long for this log. */
  static List<Integer> afterGaps(long[] counts) {
    List<Integer> lengths = new ArrayList<>();
    List<Integer> ends = new ArrayList<>();
    int last = -1;
    for (int i = 0; i < counts.length; i++) {
      if (counts[i] > 0) {
        if (last >= 0 && i - last > 1) {
          lengths.add(i - last - 1);
          ends.add(i);
        }
        last = i;
      }
    }
    if (ends.isEmpty()) {
      return List.of();
    }
    int usual = lengths.stream().sorted().toList().get(lengths.size() / 2);
    int least =
        Math.min(usual * LONG, lengths.stream().mapToInt(Integer::intValue).max().orElse(1));
    List<Integer> found = new ArrayList<>();
    for (int i = 0; i < ends.size(); i++) {
      if (lengths.get(i) >= least) {
        found.add(ends.get(i));
      }
    }
    return found;
  }

  /** The parts at which a burst begins: far above the median of the parts that speak at all. */
  static List<Integer> bursts(long[] counts) {
    long[] busy = Arrays.stream(counts).filter(count -> count > 0).sorted().toArray();
    if (busy.length == 0) {
      return List.of();
    }
    long median = busy[busy.length / 2];
    long[] deviations =
        Arrays.stream(busy).map(count -> Math.abs(count - median)).sorted().toArray();
    double spread = Math.max(1, 1.4826 * deviations[deviations.length / 2]);
    double loud = median + 4 * spread;
    List<Integer> found = new ArrayList<>();
    for (int i = 0; i < counts.length; i++) {
      if (counts[i] > loud && (i == 0 || counts[i - 1] <= loud)) {
        found.add(i);
      }
    }
    return found;
  }
}
