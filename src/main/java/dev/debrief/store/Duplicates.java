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
  private void recount(Volume volume, BitSet newly, List<Source> accounts) throws IOException {
    Map<String, long[]> moved = new HashMap<>();
    for (Ledger.Block block : volume.ledger().blocks()) {
      int first = Math.toIntExact(block.first());
      if (newly.nextSetBit(first) < 0 || newly.nextSetBit(first) >= first + block.count()) {
        continue;
      }
      Entry[] entries = volume.ledger().entries(block);
      Origin[] origins = volume.ledger().origins(block);
      for (int i = newly.nextSetBit(first);
          i >= 0 && i < first + block.count();
          i = newly.nextSetBit(i + 1)) {
        long[] counts = moved.computeIfAbsent(origins[i - first].format(), f -> new long[3]);
        counts[0]++;
        // Where one line holds several entries it is a duplicate only when all of them are.
        if (lastOfLine(volume, entries, i - first, first)) {
          counts[1]++;
          counts[2] += entries[i - first].lines();
        }
      }
    }
    for (Source source : accounts) {
      long[] counts = moved.get(source.format());
      if (counts != null) {
        rows.update(without(source, counts[0], counts[1], counts[2]));
      }
    }
  }

  /** Whether no entry of the same line is kept and this is the last of them. Within its block. */
  private static boolean lastOfLine(Volume volume, Entry[] entries, int at, int first) {
    long line = entries[at].evidence().line();
    for (int i = at + 1; i < entries.length && entries[i].evidence().line() == line; i++) {
      return false;
    }
    for (int i = at - 1; i >= 0 && entries[i].evidence().line() == line; i--) {
      if (volume.kept(first + i)) {
        return false;
      }
    }
    return true;
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
