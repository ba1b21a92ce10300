package dev.debrief.analysis.compare;

import dev.debrief.model.Clock;
import dev.debrief.model.Evidence;
import dev.debrief.model.Level;
import dev.debrief.model.LogRecord;
import dev.debrief.model.Moment;
import dev.debrief.model.Precision;
import dev.debrief.model.Progress;
import dev.debrief.model.TimeRange;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/** A log made for comparing, and its comparison. */
final class Said {
  static final Instant START = Instant.parse("2026-07-01T00:00:00Z");

  private final List<LogRecord> records = new ArrayList<>();
  private long line;

  /** A message so many seconds after the start. */
  Said at(double second, String machine, Level level, String text) {
    line++;
    records.add(
        new LogRecord(
            new Evidence("log.txt", line),
            1,
            new Moment(instant(second), Precision.MILLISECOND, Clock.PLATFORM),
            "shop",
            "app",
            machine,
            "ord",
            Level.INFO,
            level,
            text,
            line,
            Map.of()));
    return this;
  }

  /** Messages of one text at random instants of a stretch: as many as a Poisson process has. */
  Said atRandom(
      double from, double to, double perSecond, int together, String text, RandomGenerator random) {
    double at = from + random.nextExponential() / perSecond;
    while (at < to) {
      for (int i = 0; i < together; i++) {
        at(at, "m1", Level.INFO, text);
      }
      at += random.nextExponential() / perSecond;
    }
    return this;
  }

  static Instant instant(double second) {
    return START.plusNanos((long) (second * 1e9));
  }

  static TimeRange range(double from, double to) {
    return new TimeRange(instant(from), instant(to));
  }

  Comparison compared(TimeRange range, List<TimeRange> baseline, List<TimeRange> covered) {
    return compared(range, baseline, covered, Progress.NONE);
  }

  Comparison compared(
      TimeRange range, List<TimeRange> baseline, List<TimeRange> covered, Progress progress) {
    List<LogRecord> sorted = new ArrayList<>(records);
    sorted.sort(Comparator.comparing(LogRecord::at).thenComparing(LogRecord::evidence));
    return RangeComparison.of(
        range,
        baseline,
        covered,
        (stretch, consumer) ->
            sorted.stream().filter(log -> stretch.contains(log.at())).forEach(consumer),
        progress);
  }
}
