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

  /** What is left of some without others; both in order and each without overlaps. Linear. */
  static List<Span> without(List<Span> spans, List<Span> others) {
    List<Span> left = new ArrayList<>();
    int past = 0;
    for (Span span : spans) {
      Instant at = span.from();
      while (past < others.size() && !others.get(past).to().isAfter(at)) {
        past++;
      }
      for (int i = past; i < others.size() && others.get(i).from().isBefore(span.to()); i++) {
        if (at.isBefore(others.get(i).from())) {
          left.add(new Span(at, others.get(i).from()));
        }
        at = others.get(i).to();
      }
      if (at.isBefore(span.to())) {
        left.add(new Span(at, span.to()));
      }
    }
    return left;
  }
}
