package dev.debrief.report;

import dev.debrief.model.Entry;
import dev.debrief.model.Evidence;
import dev.debrief.model.Level;
import dev.debrief.model.LogRecord;
import dev.debrief.model.Source;
import dev.debrief.model.TimeRange;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A case's records in a map: what the index answers, by plain reading. */
final class LinesInMemory implements RecordLookup {
  private final Map<Evidence, Entry> entries = new TreeMap<>();
  private final List<LogRecord> byTime;
  private final Map<Evidence, String> words = new HashMap<>();

  LinesInMemory(List<? extends Entry> all) {
    all.forEach(entry -> entries.put(entry.evidence(), entry));
    byTime =
        entries.values().stream()
            .filter(LogRecord.class::isInstance)
            .map(LogRecord.class::cast)
            .sorted(Comparator.comparing(LogRecord::at).thenComparing(LogRecord::evidence))
            .toList();
  }

  @Override
  public Optional<Entry> at(Evidence evidence) {
    return Optional.ofNullable(entries.get(evidence));
  }

  @Override
  public List<LogRecord> saying(String phrase, TimeRange range, int limit) {
    return matching(phrase, range).limit(limit).toList();
  }

  @Override
  public List<LogRecord> atLeast(Level severity, TimeRange range, int limit) {
    return logs(range).filter(log -> log.severity().compareTo(severity) >= 0).limit(limit).toList();
  }

  @Override
  public List<Entry> ends(Source source) {
    List<Entry> its =
        entries.values().stream()
            .filter(entry -> entry.evidence().source().equals(source.path()))
            .toList();
    return its.isEmpty() ? its : Stream.of(its.getFirst(), its.getLast()).distinct().toList();
  }

  private Stream<LogRecord> matching(String phrase, TimeRange range) {
    String wanted = words(phrase);
    return logs(range)
        .filter(
            log ->
                words.computeIfAbsent(log.evidence(), at -> words(log.message())).contains(wanted));
  }

  private static String words(String text) {
    return " " + text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}_]+", " ").strip() + " ";
  }

  private Stream<LogRecord> logs(TimeRange range) {
    return byTime.stream().filter(log -> range.contains(log.at()));
  }
}
