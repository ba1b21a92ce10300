package dev.debrief.analysis.change;

import dev.debrief.analysis.Wording;
import dev.debrief.model.Clock;
import dev.debrief.model.Moment;
import dev.debrief.model.Precision;
import dev.debrief.model.Release;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/** Dates that may be an hour off, for clocks are put forward in spring and back in autumn. */
final class TurnedClocks {
  /** {@code v9} before {@code v10}. */
  private static final Comparator<String> VERSIONS =
      Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder());

  private final ReleaseRows releases;

  private TurnedClocks(ReleaseRows releases) {
    this.releases = releases;
  }

  static void place(ReleaseRows releases) {
    TurnedClocks clocks = new TurnedClocks(releases);
    for (int row = 0; row < releases.size(); row++) {
      if (releases.get(row).moment().clock() == Clock.TWICE) {
        clocks.toldTwice(row);
      }
    }
    for (int row = 0; row < releases.size(); row++) {
      if (clocks.unfollowed(releases.get(row).moment())) {
        clocks.readInAnother(row);
      }
    }
  }

  /** A date in an hour told twice: the hour in which a rollout followed. */
  private void toldTwice(int row) {
    Release release = releases.get(row);
    Instant early = release.moment().at();
    Instant late = early.plus(Duration.ofHours(1));
    List<Instant> unexplained = releases.unexplained();
    Predicate<Instant> free =
        at -> unexplained.stream().anyMatch(seen -> ReleaseRows.follows(at, seen));
    boolean first = free.test(early);
    boolean second = free.test(late);
    if (first != second) {
      Instant at = first ? early : late;
      releases.move(row, new Moment(at, Precision.MINUTE, Clock.INFERRED));
      releases.note(
          release.version()
              + " stands in an hour that clocks tell twice in autumn; it was made at "
              + Wording.time(at)
              + ", as the rollout that followed shows.");
    } else {
      releases.note(
          release.version()
              + " was made at "
              + Wording.time(early)
              + " or at "
              + Wording.time(late)
              + ": its date stands in an hour that clocks tell twice in autumn.");
    }
  }

  /** Whether it is a local date within the log that no rollout follows. */
  private boolean unfollowed(Moment read) {
    return read.clock() == Clock.INFERRED
        && read.precision() == Precision.MINUTE
        && !releases.log().empty()
        && !read.at().isBefore(releases.log().first())
        && !read.at().isAfter(releases.log().last())
        && !releases.anyLaid(read.at());
  }

  /**
   * A local date without an image of its own was read in the offset of the dates beside it. Where
   * clocks were put forward or back between them it is an hour off: no rollout follows it, and one
   * that no release explains lies just that hour away.
   */
  private void readInAnother(int row) {
    Release release = releases.get(row);
    List<Instant> unexplained = releases.unexplained();
    List<Instant> turned = new ArrayList<>();
    for (int hour : new int[] {-1, 1}) {
      Instant at = release.moment().at().plus(Duration.ofHours(hour));
      if (unexplained.stream().anyMatch(seen -> ReleaseRows.follows(at, seen))
          && inOrder(release, at)) {
        turned.add(at);
      }
    }
    if (turned.size() == 1) {
      Instant at = turned.getFirst();
      releases.move(row, new Moment(at, Precision.MINUTE, Clock.INFERRED));
      releases.note(
          release.version()
              + "'s local date was read in the offset of the dates beside it, by which no rollout"
              + " follows it; clocks were put on or back an hour between them, for one follows "
              + Wording.time(at)
              + ".");
    }
  }

  /** Whether a release of that time stands between the versions of its app before and after it. */
  private boolean inOrder(Release release, Instant at) {
    return releases.releases().stream()
        .filter(other -> other.evidence().source().equals(release.evidence().source()))
        .filter(other -> other.moment().known() && !other.equals(release))
        .allMatch(
            other ->
                VERSIONS.compare(other.version(), release.version()) < 0
                    ? !other.moment().at().isAfter(at)
                    : !other.moment().at().isBefore(at));
  }
}
