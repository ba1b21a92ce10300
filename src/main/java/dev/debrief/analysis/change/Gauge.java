package dev.debrief.analysis.change;

import dev.debrief.model.Evidence;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A figure that one kind of message tells again and again, such as the memory in use.
 *
 * @param machine whose, or empty
 * @param what the words before the figure, as first told
 * @param unit what follows it, or empty
 * @param falls whether it runs out by falling: what is free or left
 * @param minutes its mean in each minute since 1970
 */
record Gauge(
    String machine,
    String what,
    String unit,
    boolean falls,
    NavigableMap<Long, Gauges.Minute> minutes) {
  /** Fewer minutes than this show no course. */
  private static final int LEAST_MINUTES = 8;

  private static final int QUARTERS = 4;

  /** What grows towards an end grows by so much at least, against all that was usual. */
  private static final double GROWN = 1.5;

  /** What holds still moves less than this. */
  private static final double STILL = 1.25;

  /**
   * How it grew.
   *
   * @param usual the most that it was before, on average over a quarter of that time; the least
   *     where it falls
   * @param first its mean in the first quarter of the time
   * @param last its mean in the last quarter
   */
  record Growth(Gauge gauge, double usual, double first, double last, List<Evidence> lines) {}

  /**
   * Its growth within a time, if it grew steadily to more than it was in the time before, in which
   * it held still; null else.
   */
  @Nullable Growth grew(Instant beforeFrom, Instant beforeTo, Instant from, Instant to) {
    List<Double> usual = quarters(beforeFrom, beforeTo);
    List<Double> own = quarters(from, to);
    if (usual.size() < QUARTERS || own.size() < QUARTERS) {
      return null;
    }
    double most = usual.stream().mapToDouble(this::height).max().orElseThrow();
    boolean still = height(usual.getLast()) <= STILL * height(usual.getFirst());
    double last = height(own.getLast());
    boolean steady = true;
    for (int i = 1; i < own.size(); i++) {
      steady &= height(own.get(i)) > height(own.get(i - 1));
    }
    if (!still || !steady || last < GROWN * most || last < GROWN * height(own.getFirst())) {
      return null;
    }
    return new Growth(
        this,
        falls
            ? usual.stream().mapToDouble(Double::doubleValue).min().orElseThrow()
            : usual.stream().mapToDouble(Double::doubleValue).max().orElseThrow(),
        own.getFirst(),
        own.getLast(),
        lines(from, to));
  }

  /** So that more is always nearer to the end. */
  private double height(double value) {
    return falls ? 1 / Math.max(value, 1e-9) : value;
  }

  /** The means of a time's quarters; fewer than four where it was told too seldom. */
  private List<Double> quarters(Instant from, Instant to) {
    NavigableMap<Long, Gauges.Minute> within = within(from, to);
    List<Double> means = new ArrayList<>();
    if (within.size() < LEAST_MINUTES) {
      return means;
    }
    Duration quarter = Duration.between(from, to).dividedBy(QUARTERS);
    for (int i = 0; i < QUARTERS; i++) {
      Instant begin = from.plus(quarter.multipliedBy(i));
      within(begin, begin.plus(quarter)).values().stream()
          .mapToDouble(Gauges.Minute::mean)
          .average()
          .ifPresent(means::add);
    }
    return means;
  }

  private NavigableMap<Long, Gauges.Minute> within(Instant from, Instant to) {
    long first = Math.ceilDiv(from.getEpochSecond(), 60L);
    long end = Math.floorDiv(to.getEpochSecond(), 60L);
    return first < end ? minutes.subMap(first, true, end, false) : new TreeMap<>();
  }

  private List<Evidence> lines(Instant from, Instant to) {
    NavigableMap<Long, Gauges.Minute> within = within(from, to);
    return List.of(within.firstEntry().getValue().line(), within.lastEntry().getValue().line());
  }
}
