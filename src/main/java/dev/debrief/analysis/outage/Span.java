package dev.debrief.analysis.outage;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A stretch of time in which something failed.
 *
 * @param from the first failure
 * @param to the first sign that it was over
 */
public record Span(Instant from, Instant to) {
  /** How long it is. */
  public Duration length() {
    return Duration.between(from, to);
  }

  /** The stretches united where they overlap or lie no farther apart than this. */
  public static List<Span> united(List<Span> spans, Duration apart) {
    List<Span> sorted = new ArrayList<>(spans);
    sorted.sort(Comparator.comparing(Span::from).thenComparing(Span::to));
    List<Span> united = new ArrayList<>();
    for (Span span : sorted) {
      if (!united.isEmpty() && !span.from().isAfter(united.getLast().to().plus(apart))) {
        Span last = united.removeLast();
        united.add(new Span(last.from(), last.to().isAfter(span.to()) ? last.to() : span.to()));
      } else {
        united.add(span);
      }
    }
    return united;
  }

  /** Whether one of them holds an instant, its end not included. Logarithmic. */
  static boolean covers(List<Span> united, Instant at) {
    int low = 0;
    int high = united.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (united.get(middle).from().isAfter(at)) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low > 0 && at.isBefore(united.get(low - 1).to());
  }
}
