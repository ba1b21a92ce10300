package dev.debrief.desktop.log;

import dev.debrief.desktop.text.Times;
import dev.debrief.model.Entry;
import dev.debrief.model.Evidence;
import dev.debrief.model.InputProblem;
import dev.debrief.model.LogRecord;
import dev.debrief.model.Progress;
import dev.debrief.model.TimeRange;
import dev.debrief.store.Page;
import dev.debrief.store.RecordIndex;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the table asks of an index, narrowed: pages of rows, and at which row something stands. Off
 * the window's thread.
 */
record LogSearch(RecordIndex index, Narrowing narrowing) {
  private static final int RHYTHM_PARTS = 1_200;

  /** A row as it is held. */
  record Row(Message message, String gap) {}

  /** The first page, how many rows there are, and how many lines. */
  record First(List<Row> page, long rows, long lines) {}

  /** Where a line stands: its row, and its place in that row's message. */
  record Place(long row, Message message, int line) {}

  First first() throws InputProblem {
    Page found = index.search(narrowing.rows(), narrowing.range(), 0, LazyRows.PAGE);
    long lines =
        narrowing.folded() ? index.count(narrowing.lines(), narrowing.range()) : found.total();
    return new First(rows(List.of(), found.entries()), found.total(), lines);
  }

  List<Row> page(int page) throws InputProblem {
    int before = page == 0 ? 0 : 1;
    long offset = (long) page * LazyRows.PAGE - before;
    List<Entry> found =
        index.search(narrowing.rows(), narrowing.range(), offset, LazyRows.PAGE + before).entries();
    int from = Math.min(before, found.size());
    return rows(found.subList(0, from), found.subList(from, found.size()));
  }

  private List<Row> rows(List<Entry> before, List<Entry> entries) {
    List<Row> rows = new ArrayList<>(entries.size());
    List<Entry> previous = before;
    for (Entry entry : entries) {
      String gap =
          previous.isEmpty() ? "" : Times.gap(previous.getFirst().moment(), entry.moment());
      rows.add(new Row(message(entry), gap));
      previous = List.of(entry);
    }
    return rows;
  }

  private Message message(Entry entry) {
    return narrowing.folded() ? Message.whole(entry, index) : Message.alone(entry);
  }

  /** How many rows stand before an instant. */
  long rowAt(Instant at) throws InputProblem {
    return index.count(narrowing.rows(), narrowing.before(at));
  }

  /** The row of a line, where it is among the rows. */
  Optional<Place> place(Evidence line, Progress progress) throws InputProblem {
    Optional<Entry> entry = index.at(line);
    if (entry.isPresent()
        && narrowing.folded()
        && entry.get() instanceof LogRecord record
        && !record.begins()) {
      entry = index.at(new Evidence(line.source(), record.head()));
    }
    if (entry.isEmpty()) {
      return Optional.empty();
    }
    long row = rank(entry.get(), progress);
    if (row < 0) {
      return Optional.empty();
    }
    Message message = message(entry.get());
    return Optional.of(new Place(row, message, Math.max(0, message.lineOf(line))));
  }

  private long rank(Entry entry, Progress progress) throws InputProblem {
    Instant at = entry.moment().at();
    long rank = rowAt(at);
    while (true) {
      progress.stopIfCancelled();
      List<Entry> some =
          index.search(narrowing.rows(), narrowing.range(), rank, LazyRows.PAGE).entries();
      for (int i = 0; i < some.size(); i++) {
        if (some.get(i).evidence().equals(entry.evidence())) {
          return rank + i;
        }
        if (some.get(i).moment().at().isAfter(at)) {
          return -1;
        }
      }
      if (some.size() < LazyRows.PAGE) {
        return -1;
      }
      rank += some.size();
    }
  }

  /** The row at which the log speaks again after the next long silence, or -1. */
  long afterGap(Optional<Instant> from) throws InputProblem {
    TimeRange range = seen();
    long[] counts = index.histogram(narrowing.lines(), range, RHYTHM_PARTS);
    return next(Rhythm.afterGaps(counts), range, from);
  }

  /** The row at which the next burst begins, or -1. */
  long burst(Optional<Instant> from) throws InputProblem {
    TimeRange range = seen();
    long[] counts = index.histogram(narrowing.lines(), range, RHYTHM_PARTS);
    return next(Rhythm.bursts(counts), range, from);
  }

  /** What of the log's extent is in the range. */
  private TimeRange seen() {
    TimeRange all = index.extent();
    TimeRange range = narrowing.range();
    Instant from = all.from().isBefore(range.from()) ? range.from() : all.from();
    Instant to = all.to().isAfter(range.to()) ? range.to() : all.to();
    return new TimeRange(from, to.isBefore(from) ? from : to);
  }

  private long next(List<Integer> parts, TimeRange range, Optional<Instant> from)
      throws InputProblem {
    Duration length = range.length();
    for (int part : parts) {
      Instant start = range.from().plus(length.multipliedBy(part).dividedBy(RHYTHM_PARTS));
      if (from.isEmpty() || start.isAfter(from.get())) {
        return rowAt(start);
      }
    }
    return -1;
  }
}
