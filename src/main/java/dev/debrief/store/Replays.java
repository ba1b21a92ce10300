package dev.debrief.store;

import dev.debrief.model.Entry;
import dev.debrief.model.LogRecord;
import dev.debrief.model.Precision;
import dev.debrief.model.TimeRange;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Finds what one dump tells twice: captures saved one after another into one file, and the start of
 * a tail, where the platform's history and its live stream overlap.
 *
 * <p>Only a visible replay counts. A dump is cut into passes where its time steps back. A pass
 * repeats earlier ones where nearly all of it that lies within the time they cover was told by
 * them, entry for entry, and where that can't be chance: at least two of the repeated entries are
 * stamped finer than a second, or there are three in two different seconds. Then what it repeats is
 * dropped, as often as an earlier pass told it and no oftener. Two equal lines of one second stay
 * two.
 */
final class Replays {
  private static final double NEARLY_ALL = 0.8;

  private final Volume volume;
  private final BitSet dropped;
  private final long[] bounds;
  private final Pass[] passes;

  private Replays(Volume volume, BitSet dropped, long[] bounds) {
    this.volume = volume;
    this.dropped = dropped;
    this.bounds = bounds;
    this.passes = new Pass[bounds.length + 1];
    Arrays.setAll(passes, Pass::new);
  }

  private static final class Pass {
    private final int number;
    private final List<Long> repeated = new ArrayList<>();
    private long from = Long.MAX_VALUE;
    private long to = Long.MIN_VALUE;
    private long covered;
    private long coveredAndRepeated;
    private long fine;
    private long seconds;
    private long lastSecond = Long.MIN_VALUE;

    Pass(int number) {
      this.number = number;
    }

    boolean replay() {
      return coveredAndRepeated >= NEARLY_ALL * covered
          && (fine >= 2 || (repeated.size() >= 3 && seconds >= 2));
    }
  }

  /**
   * Drops what is told twice.
   *
   * @param steps the ordinals at which time steps back, ascending
   * @param dropped what is left out already; grows
   */
  static void drop(Volume volume, long[] steps, BitSet dropped) throws IOException {
    if (steps.length > 0) {
      new Replays(volume, dropped, steps).run();
    }
  }

  private Pass pass(long ordinal) {
    int at = Arrays.binarySearch(bounds, ordinal);
    return passes[at >= 0 ? at + 1 : -at - 1];
  }

  private void run() throws IOException {
    for (Ledger.Block block : volume.ledger().blocks()) {
      long[] times = block.times(volume.ledger().entries(block));
      for (int i = 0; i < times.length; i++) {
        Pass pass = pass(block.first() + i);
        pass.from = Math.min(pass.from, times[i]);
        pass.to = Math.max(pass.to, times[i]);
      }
    }
    Sweep sweep = new Sweep();
    TimeOrder.visit(List.of(volume), TimeRange.ALWAYS, sweep);
    sweep.settle();
    for (Pass pass : passes) {
      if (pass.replay()) {
        pass.repeated.forEach(ordinal -> dropped.set(Math.toIntExact(ordinal)));
      }
    }
  }

  /** Goes through the dump in order of time, one instant at once. */
  private final class Sweep implements TimeOrder.Visitor {
    private final List<Pass> opening = new ArrayList<>(List.of(passes));
    private final TreeSet<Integer> open = new TreeSet<>();
    private final TreeSet<Pass> closing =
        new TreeSet<>(Comparator.<Pass>comparingLong(p -> p.to).thenComparingInt(p -> p.number));
    private final Map<Long, List<LogAt>> instant = new HashMap<>();
    private int next;
    private long now = Long.MIN_VALUE;

    private record LogAt(LogRecord log, long ordinal) {}

    Sweep() {
      opening.sort(Comparator.comparingLong(p -> p.from));
    }

    @Override
    public void entry(Entry entry, long at, long place) {
      if (at != now) {
        settle();
        now = at;
      }
      long ordinal = Volume.ordinal(place);
      if (entry instanceof LogRecord log && !dropped.get(Math.toIntExact(ordinal))) {
        instant
            .computeIfAbsent(Telling.of(log), k -> new ArrayList<>())
            .add(new LogAt(log, ordinal));
      }
    }

    private void settle() {
      while (next < opening.size() && opening.get(next).from < now) {
        open.add(opening.get(next).number);
        closing.add(opening.get(next++));
      }
      while (!closing.isEmpty() && closing.first().to <= now) {
        open.remove(closing.pollFirst().number);
      }
      instant.values().forEach(this::settle);
      instant.clear();
    }

    private void settle(List<LogAt> same) {
      same.sort(Comparator.comparingLong(LogAt::ordinal));
      int most = 0;
      for (int i = 0; i < same.size(); ) {
        Pass pass = pass(same.get(i).ordinal());
        int count = 0;
        boolean covered = !open.isEmpty() && open.first() < pass.number;
        for (; i < same.size() && pass(same.get(i).ordinal()) == pass; i++, count++) {
          if (covered) {
            pass.covered++;
          }
          if (count < most) {
            repeat(pass, same.get(i), covered);
          }
        }
        most = Math.max(most, count);
      }
    }

    private void repeat(Pass pass, LogAt again, boolean covered) {
      pass.repeated.add(again.ordinal());
      if (covered) {
        pass.coveredAndRepeated++;
      }
      if (again.log().moment().precision().compareTo(Precision.SECOND) < 0) {
        pass.fine++;
      }
      long second = Math.floorDiv(now, 1_000_000_000L);
      if (second != pass.lastSecond) {
        pass.lastSecond = second;
        pass.seconds++;
      }
    }
  }
}
