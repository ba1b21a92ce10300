package dev.debrief.timeline;

import dev.debrief.model.TimeRange;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Idle stretches of time drawn short. Maps time to a drawn time in which each takes only a little,
 * and back; both ways rise strictly, so that nothing changes its order.
 */
public final class Folds {
  /** Time as it is. */
  public static final Folds NONE = new Folds(new long[0], new long[0], new long[0]);

  private final long[] starts;
  private final long[] ends;

  /** What each fold takes away in all with those before it. */
  private final long[] removed;

  private Folds(long[] starts, long[] ends, long[] removed) {
    this.starts = starts;
    this.ends = ends;
    this.removed = removed;
  }

  /**
   * Folds each of these to a length.
   *
   * @param idle may overlap and come in any order; those shorter than {@code kept} are left alone
   * @param kept what is drawn of each, in ns
   */
  public static Folds of(List<TimeRange> idle, long kept) {
    List<long[]> merged = new ArrayList<>();
    idle.stream()
        .map(range -> new long[] {Nanos.of(range.from()), Nanos.of(range.to())})
        .sorted(Comparator.comparingLong(range -> range[0]))
        .forEach(
            range -> {
              if (!merged.isEmpty() && range[0] <= merged.getLast()[1]) {
                merged.getLast()[1] = Math.max(merged.getLast()[1], range[1]);
              } else {
                merged.add(range);
              }
            });
    merged.removeIf(range -> range[1] - range[0] <= kept);
    int count = merged.size();
    long[] starts = new long[count];
    long[] ends = new long[count];
    long[] removed = new long[count];
    for (int i = 0; i < count; i++) {
      starts[i] = merged.get(i)[0];
      ends[i] = merged.get(i)[1];
      removed[i] = (i == 0 ? 0 : removed[i - 1]) + ends[i] - starts[i] - kept;
    }
    return count == 0 ? NONE : new Folds(starts, ends, removed);
  }

  /** How many there are. */
  public int count() {
    return starts.length;
  }

  /** The beginning of a fold, ns since the epoch. */
  public long start(int fold) {
    return starts[fold];
  }

  /** Its end. */
  public long end(int fold) {
    return ends[fold];
  }

  /** Whether any lies wholly or in part between two instants. */
  boolean within(long from, long to) {
    int last = atOrBefore(starts, to);
    return last >= 0 && ends[last] > from;
  }

  /** The end of the fold that holds an instant, or the instant itself. */
  long after(long at) {
    int fold = atOrBefore(starts, at);
    return fold >= 0 && at < ends[fold] ? ends[fold] : at;
  }

  /** Drawn time of a time. */
  long drawn(long at) {
    int fold = atOrBefore(starts, at);
    if (fold < 0) {
      return at;
    }
    if (at >= ends[fold]) {
      return at - removed[fold];
    }
    long start = starts[fold];
    return start - before(fold) + Math.round((at - start) * squeeze(fold));
  }

  /** Time of a drawn time. */
  long real(long drawn) {
    int low = 0;
    int high = starts.length - 1;
    int fold = -1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      if (starts[middle] - before(middle) <= drawn) {
        fold = middle;
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    if (fold < 0) {
      return drawn;
    }
    long into = drawn - (starts[fold] - before(fold));
    long inside = Math.round(into / squeeze(fold));
    return starts[fold] + inside < ends[fold] ? starts[fold] + inside : drawn + removed[fold];
  }

  private long before(int fold) {
    return fold == 0 ? 0 : removed[fold - 1];
  }

  private double squeeze(int fold) {
    double length = (double) ends[fold] - starts[fold];
    return (length - (removed[fold] - before(fold))) / length;
  }

  private static int atOrBefore(long[] sorted, long value) {
    int found = Arrays.binarySearch(sorted, value);
    return found >= 0 ? found : -found - 2;
  }
}
