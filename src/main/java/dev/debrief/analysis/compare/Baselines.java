package dev.debrief.analysis.compare;

import dev.debrief.model.Conclusions;
import dev.debrief.model.Details;
import dev.debrief.model.Finding;
import dev.debrief.model.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What a range can be compared with. */
public final class Baselines {
  /** Less time than this says nothing about what is usual. */
  public static final Duration ENOUGH = Duration.ofMinutes(10);

  /** A way to choose a baseline. */
  public enum Choice {
    /** The time before the first outage. */
    HEALTHY,
    /** As long as the range, right before it. */
    BEFORE,
    /** All of the log but the range. */
    REST
  }

  private Baselines() {}

  /**
   * The ways that the log allows.
   *
   * @param covered when the log speaks at all
   */
  public static List<Choice> possible(
      TimeRange range, List<TimeRange> covered, Conclusions conclusions) {
    return List.of(Choice.values()).stream()
        .filter(choice -> !of(choice, range, covered, conclusions).isEmpty())
        .toList();
  }

  /**
   * The usual choice: the healthy time where there is enough of it and the range lies later, else
   * as long before where the log covers half of that, else all the rest.
   */
  public static Choice usual(TimeRange range, List<TimeRange> covered, Conclusions conclusions) {
    Optional<Instant> failures = failures(conclusions);
    Duration healthy = Stretches.length(of(Choice.HEALTHY, range, covered, conclusions));
    boolean later = failures.isPresent() && range.to().isAfter(failures.get());
    if (later && healthy.compareTo(ENOUGH) >= 0) {
      return Choice.HEALTHY;
    }
    Duration before = Stretches.length(of(Choice.BEFORE, range, covered, conclusions));
    return before.multipliedBy(2).compareTo(range.length()) >= 0 && !before.isZero()
        ? Choice.BEFORE
        : Choice.REST;
  }

  /** The baseline that a choice means, as far as the log covers it; empty where it doesn't. */
  public static List<TimeRange> of(
      Choice choice, TimeRange range, List<TimeRange> covered, Conclusions conclusions) {
    List<TimeRange> known = Stretches.without(Stretches.union(covered), List.of(range));
    return switch (choice) {
      case HEALTHY ->
          failures(conclusions)
              .map(end -> Stretches.both(List.of(new TimeRange(Instant.MIN, end)), known))
              .orElse(List.of());
      case BEFORE ->
          Stretches.both(
              List.of(new TimeRange(range.from().minus(range.length()), range.from())), known);
      case REST -> known;
    };
  }

  private static Optional<Instant> failures(Conclusions conclusions) {
    return conclusions.findings().stream()
        .filter(finding -> finding.details() instanceof Details.Outage)
        .map(Finding::start)
        .min(Comparator.naturalOrder());
  }
}
