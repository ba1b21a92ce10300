package dev.debrief.store;

import dev.debrief.model.Entry;
import dev.debrief.model.TimeRange;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
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

  /** How many entries may be open at once. */
  private static final int MOST_OPEN = 300_000;

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
    // The last instant that there is lies inside: there is none after it to end a range with.
    visit(volumes, from, to == Long.MAX_VALUE ? to : to - 1, MOST_OPEN, visitor);
  }

  /**
   * The same from the first to the last instant, both inside.
   *
   * @param mostOpen how many entries may be open at once
   */
  static void visit(List<Volume> volumes, long from, long last, int mostOpen, Visitor visitor)
      throws IOException {
    List<Due> due = new ArrayList<>();
    for (Volume volume : volumes) {
      for (Ledger.Block block : volume.ledger().blocks()) {
        if (block.maxAt() >= from && block.minAt() <= last) {
          due.add(new Due(volume, block));
        }
      }
    }
    if (due.isEmpty()) {
      return;
    }
    due.sort(
        Comparator.<Due>comparingLong(d -> d.block().minAt())
            .thenComparingLong(d -> d.volume().place(d.block().first())));
    long first = Math.max(from, due.getFirst().block().minAt());
    long end = Math.min(last, due.stream().mapToLong(d -> d.block().maxAt()).max().orElse(last));
    if (first < end && tooMany(due, first, end, mostOpen)) {
      // Two halves of the time: a dump without any order is read several times, never held whole.
      long middle = first + ((end - first) >>> 1);
      visit(volumes, first, middle, mostOpen, visitor);
      visit(volumes, middle + 1, end, mostOpen, visitor);
      return;
    }
    try (Unpacking unpacking = new Unpacking()) {
      merge(due, from, last, unpacking, visitor);
    }
  }

  /** Whether more entries than memory should hold would be open at once. */
  private static boolean tooMany(List<Due> due, long from, long last, int mostOpen) {
    double inside = 0;
    for (Due one : due) {
      Ledger.Block block = one.block();
      double width = Math.max(1, (double) block.maxAt() - block.minAt());
      double shared = (double) Math.min(last, block.maxAt()) - Math.max(from, block.minAt()) + 1;
      inside += block.count() * Math.min(1, shared / width);
    }
    return inside > mostOpen && depth(due) > mostOpen / LedgerWriter.ENTRIES;
  }

  /** The most blocks that overlap at one instant. */
  private static int depth(List<Due> due) {
    PriorityQueue<Long> ends = new PriorityQueue<>();
    int most = 0;
    for (Due one : due) {
      while (!ends.isEmpty() && ends.peek() < one.block().minAt()) {
        ends.remove();
      }
      ends.add(one.block().maxAt());
      most = Math.max(most, ends.size());
    }
    return most;
  }

  private static void merge(
      List<Due> due, long from, long last, Unpacking unpacking, Visitor visitor)
      throws IOException {
    PriorityQueue<Cursor> open = new PriorityQueue<>(ORDER);
    int next = 0;
    while (next < due.size() || !open.isEmpty()) {
      Cursor first = open.peek();
      if (first == null || (next < due.size() && due.get(next).block().minAt() <= first.at)) {
        Cursor cursor = new Cursor(due.get(next++), from, last, unpacking);
        if (!cursor.empty()) {
          open.add(cursor);
        }
        continue;
      }
      open.remove();
      Cursor second = open.peek();
      long bound = next < due.size() ? due.get(next).block().minAt() : Long.MAX_VALUE;
      boolean more = true;
      while (more
          && (first.at < bound || next == due.size())
          && (second == null || ORDER.compare(first, second) < 0)) {
        visitor.entry(first.entry(), first.at, first.place);
        more = first.advance();
      }
      if (more) {
        open.add(first);
      }
    }
  }

  /** The entries of one block that lie in the range, in order of time. */
  private static final class Cursor {
    private final Entry[] entries;
    private final long[] ats;
    private final int[] order;
    private final long base;
    private int next;
    private long at;
    private long place;

    Cursor(Due due, long from, long last, Unpacking unpacking) throws IOException {
      entries = due.volume().ledger().entries(due.block(), unpacking);
      base = due.volume().place(due.block().first());
      ats = due.block().times(entries);
      int[] inside = new int[ats.length];
      int count = 0;
      boolean sorted = true;
      for (int i = 0; i < ats.length; i++) {
        if (ats[i] >= from && ats[i] <= last) {
          sorted &= count == 0 || ats[i] >= ats[inside[count - 1]];
          inside[count++] = i;
        }
      }
      order = Arrays.copyOf(inside, count);
      if (!sorted) {
        sort();
      }
      if (count > 0) {
        show();
      }
    }

    private void sort() {
      Integer[] boxed = Arrays.stream(order).boxed().toArray(Integer[]::new);
      Arrays.sort(boxed, Comparator.comparingLong(i -> ats[i]));
      for (int i = 0; i < order.length; i++) {
        order[i] = boxed[i];
      }
    }

    boolean empty() {
      return order.length == 0;
    }

    private void show() {
      at = ats[order[next]];
      place = base + order[next];
    }

    Entry entry() {
      return entries[order[next]];
    }

    boolean advance() {
      next++;
      if (next == order.length) {
        return false;
      }
      show();
      return true;
    }
  }
}
