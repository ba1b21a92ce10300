package dev.debrief.desktop.timeline;

import dev.debrief.model.MachineLife;
import dev.debrief.model.TimeRange;
import dev.debrief.timeline.Density;
import dev.debrief.timeline.Folds;
import dev.debrief.timeline.Mark;
import dev.debrief.timeline.Nanos;
import dev.debrief.timeline.Timeline;
import java.util.ArrayList;
import java.util.List;

/** Where nothing happens: nothing logged, nothing begun, nothing ended. */
final class Idle {
  private static final int PARTS = 2_000;

  /** The least number of empty parts that are worth folding. */
  private static final int RUN = 40;

  /** Nor those shorter than this part of the time in which anything happens. */
  private static final long LEAST_SHARE = 3;

  private Idle() {}

  static Folds of(Timeline timeline) {
    if (timeline.isEmpty()) {
      return Folds.NONE;
    }
    long from = Nanos.of(timeline.extent().from());
    long to = Nanos.of(timeline.extent().to());
    long part = Math.max(1, (to - from) / PARTS);
    boolean[] busy = new boolean[PARTS + 1];
    long[] records = timeline.density().counts(Density.RECORDS, from, from + part * PARTS, PARTS);
    for (int i = 0; i < PARTS; i++) {
      busy[i] = records[i] > 0;
    }
    timeline.lanes().stream()
        .flatMap(lane -> lane.marks().stream())
        .forEach(
            mark -> {
              busy[index(Nanos.of(mark.start()), from, part)] = true;
              busy[index(Nanos.of(mark.end()), from, part)] = true;
              if (mark instanceof Mark.Life life && life.state() == MachineLife.State.FAILING) {
                spread(busy, mark, from, part);
              }
            });
    List<TimeRange> idle = new ArrayList<>();
    int begin = -1;
    for (int i = 0; i <= PARTS; i++) {
      boolean quiet = i < PARTS && !busy[i];
      if (quiet && begin < 0) {
        begin = i;
      } else if (!quiet && begin >= 0) {
        if (i - begin >= RUN) {
          idle.add(
              new TimeRange(Nanos.instant(from + part * begin), Nanos.instant(from + part * i)));
        }
        begin = -1;
      }
    }
    long quiet = idle.stream().mapToLong(range -> range.length().toNanos()).sum();
    long busyTime = Math.max(part, to - from - quiet);
    // A pause is worth folding where it takes the room of what happened, and not where it is a
    // part of that.
    idle.removeIf(range -> range.length().toNanos() < busyTime / LEAST_SHARE);
    return Folds.of(idle, Math.clamp(busyTime / 20, part, part * 20));
  }

  private static void spread(boolean[] busy, Mark mark, long from, long part) {
    int last = index(Nanos.of(mark.end()), from, part);
    for (int i = index(Nanos.of(mark.start()), from, part); i <= last; i++) {
      busy[i] = true;
    }
  }

  private static int index(long at, long from, long part) {
    return Math.clamp((at - from) / part, 0, PARTS);
  }
}
