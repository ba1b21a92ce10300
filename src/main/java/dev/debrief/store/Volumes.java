package dev.debrief.store;

import dev.debrief.model.Entry;
import dev.debrief.model.Evidence;
import dev.debrief.model.LogRecord;
import dev.debrief.model.TimeRange;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/** All ledgers of a case: entries by place or by line, and all of them in order. */
final class Volumes implements AutoCloseable {
  private static final int CACHED_BLOCKS = 64;

  private final List<Volume> volumes;
  private final Map<Integer, Volume> byNumber = new TreeMap<>();
  private final Map<Long, Entry[]> recent = new Recent();

  Volumes(List<Volume> volumes) {
    this.volumes = List.copyOf(volumes);
    volumes.forEach(volume -> byNumber.put(volume.number(), volume));
  }

  List<Volume> all() {
    return volumes;
  }

  /** How many bytes the ledgers have. */
  long bytes() {
    return volumes.stream().mapToLong(volume -> volume.ledger().bytes()).sum();
  }

  /** Reads every byte of the ledgers against its checksum. */
  void check() throws IOException {
    for (Volume volume : volumes) {
      volume.ledger().check();
    }
  }

  /** One more than the greatest number of a volume. */
  int numbers() {
    return volumes.stream().mapToInt(Volume::number).max().orElse(-1) + 1;
  }

  Volume volume(int number) {
    Volume volume = byNumber.get(number);
    if (volume == null) {
      throw new IllegalStateException("the index names a ledger that the case doesn't have");
    }
    return volume;
  }

  /** The entry of a place. */
  Entry entry(long place) throws IOException {
    Volume volume = volume(Volume.number(place));
    long ordinal = Volume.ordinal(place);
    Ledger.Block block = volume.ledger().blocks().get(volume.ledger().blockOf(ordinal));
    return block(volume, block)[(int) (ordinal - block.first())];
  }

  private Entry[] block(Volume volume, Ledger.Block block) throws IOException {
    long key = volume.place(block.first());
    synchronized (recent) {
      Entry[] entries = recent.get(key);
      if (entries != null) {
        return entries;
      }
    }
    Entry[] entries = volume.ledger().entries(block);
    synchronized (recent) {
      recent.put(key, entries);
    }
    return entries;
  }

  /** The entry that takes the line, dropped or not: evidence never points at nothing. */
  Optional<Entry> at(Evidence evidence) throws IOException {
    long place = place(evidence);
    return place < 0 ? Optional.empty() : Optional.of(entry(place));
  }

  private long place(Evidence evidence) throws IOException {
    for (Volume volume : volumes) {
      if (!volume.path().equals(evidence.source())) {
        continue;
      }
      for (Ledger.Block block : volume.ledger().blocks()) {
        if (block.minLine() <= evidence.line() && evidence.line() <= block.maxLine()) {
          Entry[] entries = block(volume, block);
          for (int i = 0; i < entries.length; i++) {
            long first = entries[i].evidence().line();
            if (first <= evidence.line() && evidence.line() < first + entries[i].lines()) {
              return volume.place(block.first() + i);
            }
          }
        }
      }
    }
    return -1;
  }

  /** The entries around a line, in the order of its source. */
  List<Entry> around(Evidence evidence, int before, int after) throws IOException {
    long place = place(evidence);
    if (place < 0) {
      return List.of();
    }
    Volume volume = volume(Volume.number(place));
    long ordinal = Volume.ordinal(place);
    long from = Math.max(0, ordinal - before);
    long to = Math.min(volume.ledger().size(), ordinal + after + 1);
    List<Entry> entries = new ArrayList<>();
    for (int b = volume.ledger().blockOf(from); entries.size() < to - from; b++) {
      Ledger.Block block = volume.ledger().blocks().get(b);
      Entry[] all = block(volume, block);
      int start = (int) Math.max(0, from - block.first());
      int end = (int) Math.min(all.length, to - block.first());
      entries.addAll(Arrays.asList(all).subList(start, end));
    }
    return List.copyOf(entries);
  }

  /** Every kept log record of the range in canonical order. */
  void records(TimeRange range, Consumer<? super LogRecord> consumer) throws IOException {
    TimeOrder.visit(
        volumes,
        range,
        (entry, at, place) -> {
          if (entry instanceof LogRecord log
              && volume(Volume.number(place)).kept(Volume.ordinal(place))) {
            consumer.accept(log);
          }
        });
  }

  @Override
  public void close() {
    volumes.forEach(volume -> volume.ledger().close());
  }

  /** The blocks read last. */
  private static final class Recent extends LinkedHashMap<Long, Entry[]> {
    private static final long serialVersionUID = 1L;

    Recent() {
      super(16, 0.75f, true);
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<Long, dev.debrief.model.Entry[]> eldest) {
      return size() > CACHED_BLOCKS;
    }
  }
}
