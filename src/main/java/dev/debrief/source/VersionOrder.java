package dev.debrief.source;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SortedSet;

/**
 * Decides between the instants that each of some rows can be, by their order alone: a release is
 * not made before the one whose number is lower.
 */
final class VersionOrder {
  /** Dates are cut to the minute. */
  private static final Duration CUT = Duration.ofMinutes(1);

  private VersionOrder() {}

  /**
   * Takes out what the order rules out, as far as that leaves anything.
   *
   * @param rows by version, lowest first, what each can be; changed in place, empty where unknown
   */
  static void decide(List<SortedSet<Instant>> rows) {
    Instant least = Instant.MIN;
    for (SortedSet<Instant> row : rows) {
      Instant from = least;
      if (row.stream().anyMatch(at -> !at.isBefore(from))) {
        row.removeIf(at -> at.isBefore(from));
        least = row.first().minus(CUT);
      }
    }
    Instant most = Instant.MAX;
    for (SortedSet<Instant> row : rows.reversed()) {
      Instant to = most;
      if (row.stream().anyMatch(at -> !at.isAfter(to))) {
        row.removeIf(at -> at.isAfter(to));
        most = row.last().plus(CUT);
      }
    }
  }
}
