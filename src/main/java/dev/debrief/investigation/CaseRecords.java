package dev.debrief.investigation;

import dev.debrief.model.Entry;
import dev.debrief.model.Evidence;
import dev.debrief.model.InputProblem;
import dev.debrief.model.Level;
import dev.debrief.model.LogRecord;
import dev.debrief.model.Source;
import dev.debrief.model.TimeRange;
import dev.debrief.report.RecordLookup;
import dev.debrief.store.RecordIndex;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A draft's look-ups, asked of the index.
 *
 * @param index the open case's
 */
record CaseRecords(RecordIndex index) implements RecordLookup {
  @Override
  public Optional<Entry> at(Evidence evidence) {
    return index.at(evidence);
  }

  @Override
  public List<LogRecord> saying(String phrase, TimeRange range, int limit) {
    return logs(said(phrase), range, limit);
  }

  @Override
  public List<LogRecord> atLeast(Level severity, TimeRange range, int limit) {
    String levels =
        Arrays.stream(Level.values())
            .filter(level -> level.compareTo(severity) >= 0)
            .map(level -> "level:" + level.name().toLowerCase(Locale.ROOT))
            .collect(Collectors.joining(" OR "));
    return logs("kind:log AND (" + levels + ")", range, limit);
  }

  @Override
  public List<Entry> ends(Source source) {
    Stream<Entry> first = from(source, TimeRange.ALWAYS);
    Instant last = source.last();
    Stream<Entry> end =
        last == null ? Stream.empty() : from(source, new TimeRange(last, last.plusMillis(1)));
    return Stream.concat(first, end).distinct().toList();
  }

  private Stream<Entry> from(Source source, TimeRange range) {
    try {
      return index.search("source:" + quoted(source.path()), range, 0, 1).entries().stream()
          .filter(entry -> entry.evidence().source().equals(source.path()));
    } catch (InputProblem e) {
      throw new IllegalStateException("a query of our own was refused", e);
    }
  }

  private List<LogRecord> logs(String query, TimeRange range, int limit) {
    try {
      return index.search(query, range, 0, limit).entries().stream()
          .filter(LogRecord.class::isInstance)
          .map(LogRecord.class::cast)
          .toList();
    } catch (InputProblem e) {
      throw new IllegalStateException("a query of our own was refused", e);
    }
  }

  /** A quoted phrase: only the quote and the backslash have a meaning inside it. */
  private static String said(String phrase) {
    return "kind:log AND message:" + quoted(phrase);
  }

  private static String quoted(String phrase) {
    return "\"" + phrase.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }
}
