package dev.debrief.analysis.change;

import dev.debrief.model.Moment;
import dev.debrief.model.Precision;
import dev.debrief.model.Release;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Local dates of which nothing in their table tells the zone: that by which they fit the rest. */
final class LocalDates {
  /** A release's time and a rollout's say the same hour where they are no farther apart. */
  private static final Duration AGREE = Duration.ofMinutes(3);

  private final ReleaseRows releases;

  private LocalDates(ReleaseRows releases) {
    this.releases = releases;
  }

  static void place(ReleaseRows releases) {
    LocalDates dates = new LocalDates(releases);
    releases.tables(releases::zoneless).forEach(dates::place);
  }

  private void place(String source, List<Integer> rows) {
    Optional<ReleaseRows.Anchor> exact = releases.byVersion(rows);
    Optional<ReleaseRows.Anchor> anchor =
        exact.isPresent()
            ? exact.filter(own -> zone(own.shift()) != null)
            : byZone(rows, releases.unexplainedInLog());
    if (anchor.isEmpty()) {
      return;
    }
    @Nullable Duration zone = zone(anchor.get().shift());
    releases.zoneKnown(source);
    if (zone == null || zone.isZero()) {
      return;
    }
    for (int row : rows) {
      Release release = releases.get(row);
      Moment read = release.moment();
      releases.move(row, new Moment(read.at().plus(zone), read.precision(), read.clock()));
    }
    releases.note(
        source
            + " tells local dates and no zone; they were read as "
            + ZoneOffset.ofTotalSeconds((int) -zone.toSeconds())
            + ", by "
            + anchor.get().by()
            + ".");
  }

  /** The nearest difference that clocks on earth show, null where none is near. */
  private static @Nullable Duration zone(Duration shift) {
    Duration half = Duration.ofMinutes(30);
    long halves = Math.round(shift.toSeconds() / (double) half.toSeconds());
    Duration zone = half.multipliedBy(halves);
    boolean near = shift.minus(zone).abs().compareTo(AGREE) <= 0;
    return near && zone.abs().compareTo(Duration.ofHours(14)) <= 0 ? zone : null;
  }

  /** The one zone by which releases and rollouts fit each other; none where UTC does. */
  private Optional<ReleaseRows.Anchor> byZone(List<Integer> rows, List<Instant> seen) {
    if (seen.isEmpty() || releases.agrees(rows, seen, Duration.ZERO)) {
      return Optional.empty();
    }
    List<Duration> fitting = new ArrayList<>();
    for (int half = -28; half <= 28; half++) {
      Duration shift = Duration.ofMinutes(30L * half);
      if (releases.agrees(rows, seen, shift)) {
        fitting.add(shift);
      }
    }
    return fitting.size() == 1
        ? Optional.of(
            new ReleaseRows.Anchor(fitting.getFirst(), Precision.MINUTE, ReleaseRows.shown(seen)))
        : Optional.empty();
  }
}
