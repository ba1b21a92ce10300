package dev.debrief.desktop.log;

import dev.debrief.model.Entry;
import dev.debrief.model.Evidence;
import dev.debrief.model.LogRecord;
import dev.debrief.model.TimeRange;
import dev.debrief.store.Page;
import dev.debrief.store.RecordIndex;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** The index of no case. */
final class NoRecords implements RecordIndex {
  @Override
  public Page search(String query, TimeRange range, long offset, int limit) {
    return new Page(List.of(), 0);
  }

  @Override
  public long count(String query, TimeRange range) {
    return 0;
  }

  @Override
  public long[] histogram(String query, TimeRange range, int buckets) {
    return new long[buckets];
  }

  @Override
  public Map<String, Long> facet(String field, String query, TimeRange range, int most) {
    return Map.of();
  }

  @Override
  public Optional<Entry> at(Evidence evidence) {
    return Optional.empty();
  }

  @Override
  public List<Entry> around(Evidence evidence, int before, int after) {
    return List.of();
  }

  @Override
  public void records(TimeRange range, Consumer<? super LogRecord> consumer) {}

  @Override
  public TimeRange extent() {
    return new TimeRange(Instant.EPOCH, Instant.EPOCH);
  }

  @Override
  public long size() {
    return 0;
  }
}
