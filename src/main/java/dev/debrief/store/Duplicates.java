package dev.debrief.store;

import dev.debrief.model.Entry;
import dev.debrief.model.Source;
import dev.debrief.model.TimeRange;
import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Settles, at the end of an import, what is told more than once: first within each new dump ({@link
 * Replays}), then between dumps ({@link Overlap}). What is dropped leaves the index and is counted
 * in its source's account; the ledger keeps it.
 */
final class Duplicates {
  private final CaseRows rows;
  private final IndexFeed feed;

  Duplicates(CaseRows rows, IndexFeed feed) {
    this.rows = rows;
    this.feed = feed;
  }

  /**
   * What was noticed about a new dump while it was read.
   *
   * @param facts ordinals of facts that another source told in the same words
   * @param far ordinals at which time steps back by more than five seconds
   * @param near ordinals at which it steps back at all
   * @param bothShapes whether proxy errors came polled as well as streamed
   */
  record Fresh(int number, BitSet facts, long[] far, long[] near, boolean bothShapes) {}

  /** Drops what is told twice; the case's volumes include the fresh ones. */
  void settle(List<Volume> volumes, List<Fresh> fresh) throws IOException {
    Map<Integer, BitSet> before = new HashMap<>();
    volumes.forEach(one -> before.put(one.number(), (BitSet) one.dropped().clone()));
    List<Volume> logs = volumes.stream().filter(Duplicates::hasLogs).toList();
    List<Volume> newLogs = new ArrayList<>();
    for (Fresh one : fresh) {
      Volume volume =
          volumes.stream().filter(v -> v.number() == one.number()).findFirst().orElseThrow();
      volume.dropped().or(one.facts());
      if (hasLogs(volume)) {
        Replays.drop(volume, one.far(), volume.dropped());
        Replays.drop(volume, one.near(), volume.dropped());
        newLogs.add(volume);
        if (one.bothShapes()) {
          Overlap.merge(List.of(volume), TimeRange.ALWAYS);
        }
      }
    }
    TimeRange shared = Overlap.shared(logs, newLogs);
    if (shared.from().isBefore(shared.to())) {
      Overlap.merge(logs, shared);
    }
    Map<String, List<Source>> accounts =
        rows.sources().stream().collect(Collectors.groupingBy(Source::path));
    for (Volume volume : volumes) {
      BitSet newly = (BitSet) volume.dropped().clone();
      newly.andNot(before.getOrDefault(volume.number(), new BitSet()));
      if (!newly.isEmpty()) {
        feed.remove(volume.number(), newly);
        rows.drop(volume.number(), volume.dropped());
        recount(volume, newly, accounts.getOrDefault(volume.path(), List.of()));
      }
    }
  }

  private static boolean hasLogs(Volume volume) {
    return volume.ledger().origins().stream().anyMatch(origin -> origin.kind().equals("log"));
  }

  /** Moves dropped entries to the duplicates of their format's account. */
  private static Map<String, long[]> moved(Volume volume, BitSet newly) throws IOException {
    Map<String, long[]> moved = new HashMap<>();
    Walk walk = new Walk(volume.ledger());
    for (int at = newly.nextSetBit(0); at >= 0; ) {
      long line = walk.line(at);
      int first = at;
      while (walk.isOn(line, first - 1)) {
        first--;
      }
      int end = at + 1;
      while (walk.isOn(line, end)) {
        end++;
      }
      for (int i = newly.nextSetBit(at); i >= 0 && i < end; i = newly.nextSetBit(i + 1)) {
        moved.computeIfAbsent(walk.format(i), f -> new long[3])[0]++;
      }
      // A line that holds several entries is a duplicate only when all of them are.
      if (volume.dropped().nextClearBit(first) >= end) {
        long[] counts = moved.computeIfAbsent(walk.format(at), f -> new long[3]);
        counts[1]++;
        counts[2] += walk.lines(at);
      }
      at = newly.nextSetBit(end);
    }
    return moved;
  }

  private void recount(Volume volume, BitSet newly, List<Source> accounts) throws IOException {
    Map<String, long[]> moved = moved(volume, newly);
    for (Source source : accounts) {
      long[] counts = moved.get(source.format());
      if (counts != null) {
        rows.update(without(source, counts[0], counts[1], counts[2]));
      }
    }
  }

  /** A ledger's entries by their ordinals, the block read last at hand. */
  private static final class Walk {
    private final Ledger ledger;
    private Entry[] entries = {};
    private Origin[] origins = {};
    private int first;

    Walk(Ledger ledger) {
      this.ledger = ledger;
    }

    private void goTo(int ordinal) throws IOException {
      if (!atHand(ordinal)) {
        Ledger.Block block = ledger.blocks().get(ledger.blockOf(ordinal));
        entries = ledger.entries(block);
        origins = ledger.origins(block);
        first = Math.toIntExact(block.first());
      }
    }

    private boolean atHand(int ordinal) {
      return first <= ordinal && ordinal < first + entries.length;
    }

    private Entry entry(int ordinal) throws IOException {
      goTo(ordinal);
      return entries[ordinal - first];
    }

    long line(int ordinal) throws IOException {
      return entry(ordinal).evidence().line();
    }

    /** Whether there is such an entry and it begins on the line. */
    boolean isOn(long line, int ordinal) throws IOException {
      if (ordinal < 0 || ordinal >= ledger.size()) {
        return false;
      }
      if (!atHand(ordinal)) {
        Ledger.Block other = ledger.blocks().get(ledger.blockOf(ordinal));
        if (line < other.minLine() || line > other.maxLine()) {
          return false; // Mostly so: the other block needn't be read.
        }
      }
      return line(ordinal) == line;
    }

    int lines(int ordinal) throws IOException {
      return entry(ordinal).lines();
    }

    String format(int ordinal) throws IOException {
      goTo(ordinal);
      return origins[ordinal - first].format();
    }
  }

  private static Source without(Source s, long records, long begun, long lines) {
    return new Source(
        s.path(),
        s.format(),
        s.sha256(),
        s.bytes(),
        s.lines(),
        s.records() - records,
        s.begun() - begun,
        s.continuations() - (lines - begun),
        s.duplicates() + records,
        s.duplicateLines() + lines,
        s.unparsed(),
        s.blank(),
        s.first(),
        s.last(),
        s.zone(),
        s.notes());
  }
}
