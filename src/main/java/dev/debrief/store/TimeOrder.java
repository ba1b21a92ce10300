package dev.debrief.store;

import dev.debrief.model.Entry;
import dev.debrief.model.TimeRange;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Streams the entries of several ledgers in canonical order: by time, then by place. It merges
 * blocks, not ledgers: a block is read when its earliest entry is due and dropped after its last,
 * so memory is bounded by how many blocks overlap in time, whatever the order inside a source.
 * Linear, each block unpacked once.
 */
final class TimeOrder {
  private static final Comparator<Cursor> ORDER =
      (a, b) -> a.at != b.at ? Long.compare(a.at, b.at) : Long.compare(a.place, b.place);

  private TimeOrder() {}

  /** Who is handed the entries. */
  interface Visitor {
    void entry(Entry entry, long at, long place);
  }

  private record Due(Volume volume, Ledger.Block block) {}

  /** Hands over every entry of the range, dropped ones included. */
  static void visit(List<Volume> volumes, TimeRange range, Visitor visitor) throws IOException {
    long from = Times.nanos(range.from());
    long to = Times.nanos(range.to());
    List<Due> due = new ArrayList<>();
    for (Volume volume : volumes) {
      for (Ledger.Block block : volume.ledger().blocks()) {
        if (block.maxAt() >= from && block.minAt() < to || to == Long.MAX_VALUE) {
          due.add(new Due(volume, block));
        }
      }
    }
    due.sort(
        Comparator.<Due>comparingLong(d -> d.block().minAt())
            .thenComparingLong(d -> d.volume().place(d.block().first())));
    PriorityQueue<Cursor> open = new PriorityQueue<>(ORDER);
    int next = 0;
    while (next < due.size() || !open.isEmpty()) {
      Cursor first = open.peek();
      if (first == null || next < due.size() && due.get(next).block().minAt() <= first.at) {
        open.add(new Cursor(due.get(next++)));
        continue;
      }
      open.remove();
      Cursor second = open.peek();
      long bound = next < due.size() ? due.get(next).block().minAt() : Long.MAX_VALUE;
      boolean more = true;
      while (more
          && (first.at < bound || next == due.size())
          && (second == null || ORDER.compare(first, second) < 0)) {
        if (first.at >= from && (first.at < to || to == Long.MAX_VALUE)) {
          visitor.entry(first.entry(), first.at, first.place);
        }
        more = first.advance();
      }
      if (more) {
        open.add(first);
      }
    }
  }

  /** The entries of one block in order of time. */
  private static final class Cursor {
    private final Entry[] entries;
    private final long[] ats;
    private final int[] order;
    private final long base;
    private int next;
    private long at;
    private long place;

    Cursor(Due due) throws IOException {
      entries = due.volume().ledger().entries(due.block());
      base = due.volume().place(due.block().first());
      ats = due.block().times(entries);
      boolean sorted = true;
      for (int i = 0; i < ats.length; i++) {
        sorted &= i == 0 || ats[i] >= ats[i - 1];
      }
      order = sorted ? new int[0] : byTime(ats);
      show();
    }

    private static int[] byTime(long[] ats) {
      Integer[] order = new Integer[ats.length];
      for (int i = 0; i < order.length; i++) {
        order[i] = i;
      }
      java.util.Arrays.sort(order, Comparator.comparingLong(i -> ats[i]));
      int[] sorted = new int[order.length];
      for (int i = 0; i < order.length; i++) {
        sorted[i] = order[i];
      }
      return sorted;
    }

    private void show() {
      int i = order.length == 0 ? next : order[next];
      at = ats[i];
      place = base + i;
    }

    Entry entry() {
      return entries[(int) (place - base)];
    }

    boolean advance() {
      next++;
      if (next == ats.length) {
        return false;
      }
      show();
      return true;
    }
  }
}
