package dev.debrief.analysis.compare;

import dev.debrief.model.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Sets of instants, as disjoint ranges in order of time. */
public final class Stretches {
  private Stretches() {}

  /** All of them as one set. */
  public static List<TimeRange> union(List<TimeRange> ranges) {
    List<TimeRange> merged = new ArrayList<>();
    ranges.stream()
        .filter(range -> range.from().isBefore(range.to()))
        .sorted(Comparator.comparing(TimeRange::from))
        .forEach(
            range -> {
              if (merged.isEmpty() || range.from().isAfter(merged.getLast().to())) {
                merged.add(range);
              } else {
                TimeRange last = merged.removeLast();
                merged.add(new TimeRange(last.from(), later(last.to(), range.to())));
              }
            });
    return List.copyOf(merged);
  }

  /** What two sets have in common; each disjoint and in order of time. */
  public static List<TimeRange> both(List<TimeRange> one, List<TimeRange> other) {
    List<TimeRange> common = new ArrayList<>();
    for (TimeRange a : one) {
      for (TimeRange b : other) {
        Instant from = later(a.from(), b.from());
        Instant to = a.to().isBefore(b.to()) ? a.to() : b.to();
        if (from.isBefore(to)) {
          common.add(new TimeRange(from, to));
        }
      }
    }
    return List.copyOf(common);
  }

  /** A set without another. */
  public static List<TimeRange> without(List<TimeRange> whole, List<TimeRange> taken) {
    List<TimeRange> left = new ArrayList<>(whole);
    for (TimeRange hole : taken) {
      List<TimeRange> next = new ArrayList<>();
      for (TimeRange range : left) {
        if (!range.overlaps(hole)) {
          next.add(range);
          continue;
        }
        if (range.from().isBefore(hole.from())) {
          next.add(new TimeRange(range.from(), hole.from()));
        }
        if (hole.to().isBefore(range.to())) {
          next.add(new TimeRange(hole.to(), range.to()));
        }
      }
      left = next;
    }
    return List.copyOf(left);
  }

  /** How long they are together. */
  public static Duration length(List<TimeRange> ranges) {
    return ranges.stream().map(TimeRange::length).reduce(Duration.ZERO, Duration::plus);
  }

  private static Instant later(Instant a, Instant b) {
    return a.isAfter(b) ? a : b;
  }
}
