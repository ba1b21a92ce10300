package dev.debrief.analysis.change;

import dev.debrief.analysis.Wording;
import dev.debrief.model.CaseData;
import dev.debrief.model.Clock;
import dev.debrief.model.MachineSnapshot;
import dev.debrief.model.Moment;
import dev.debrief.model.Precision;
import dev.debrief.model.Release;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tables that tell how long ago each release was made, where nobody knows when they were saved. */
final class AgedTables {
  /** A file's time is right for a table whose releases lie no farther than this from the rest. */
  private static final Duration FAR = Duration.ofHours(24);

  /** Usually a rollout begins after this. */
  private static final Duration USUALLY = Duration.ofSeconds(10);

  /** Two clocks that differ by less tell the same. */
  private static final Duration AGREE = Duration.ofMinutes(3);

  private final ReleaseRows releases;
  private final List<MachineSnapshot> snapshots;

  private AgedTables(ReleaseRows releases, List<MachineSnapshot> snapshots) {
    this.releases = releases;
    this.snapshots = snapshots;
  }

  /** Places them by what else the case tells. */
  static void place(ReleaseRows releases, CaseData data) {
    AgedTables tables =
        new AgedTables(
            releases,
            data.facts().stream()
                .filter(MachineSnapshot.class::isInstance)
                .map(MachineSnapshot.class::cast)
                .toList());
    releases.tables(release -> release.moment().clock() == Clock.AGE).forEach(tables::place);
  }

  private void place(String source, List<Integer> rows) {
    boolean known = rows.stream().allMatch(row -> releases.get(row).moment().known());
    Optional<ReleaseRows.Anchor> anchor = releases.byVersion(rows).or(() -> byMachine(rows));
    if (anchor.isEmpty() && known && near(rows)) {
      return;
    }
    anchor = anchor.or(() -> byRollout(rows));
    String versions =
        Wording.list(rows.stream().map(row -> releases.get(row).version()).distinct().toList());
    if (anchor.isEmpty()) {
      unknown(source, rows, versions);
    } else if (!known || anchor.get().shift().abs().compareTo(AGREE) > 0) {
      counted(source, rows, anchor.get(), versions);
    }
  }

  private void counted(
      String source, List<Integer> rows, ReleaseRows.Anchor anchor, String versions) {
    for (int row : rows) {
      Moment told = releases.get(row).moment();
      Precision fine = anchor.precision();
      boolean finer = told.precision() == Precision.NONE || fine.compareTo(told.precision()) > 0;
      Precision coarse = finer ? fine : told.precision();
      releases.move(row, new Moment(told.at().plus(anchor.shift()), coarse, Clock.INFERRED));
    }
    releases.note(
        source
            + " tells ages, and its file's time is not when it was saved; the times of "
            + versions
            + " were counted from "
            + anchor.by()
            + ".");
  }

  private void unknown(String source, List<Integer> rows, String versions) {
    for (int row : rows) {
      releases.move(row, new Moment(releases.get(row).moment().at(), Precision.NONE, Clock.AGE));
    }
    releases.note(
        source
            + " tells ages and nothing tells when it was saved: when "
            + versions
            + (rows.size() == 1 ? " was" : " were")
            + " made is unknown, and only their order by version is told. Import it with"
            + " --captured-at.");
  }

  /** Whether the table's releases lie where the rest of the case does, or before it. */
  private boolean near(List<Integer> rows) {
    return releases.log().empty()
        || rows.stream()
            .map(row -> releases.get(row).moment().at())
            .min(Comparator.naturalOrder())
            .orElseThrow()
            .isBefore(releases.log().last().plus(FAR));
  }

  /** The machines that run a version got it just after its release; the first of them tells. */
  private Optional<ReleaseRows.Anchor> byMachine(List<Integer> rows) {
    for (int row : rows) {
      Release aged = releases.get(row);
      @Nullable MachineSnapshot first =
          snapshots.stream()
              .filter(snapshot -> snapshot.version().equals(aged.version()))
              .filter(snapshot -> snapshot.moment().known())
              .min(Comparator.comparing(snapshot -> snapshot.moment().at()))
              .orElse(null);
      if (first != null) {
        Instant made = first.moment().at().minus(USUALLY);
        return Optional.of(
            new ReleaseRows.Anchor(
                Duration.between(aged.moment().at(), made),
                Precision.MINUTE,
                "the update of " + first.machine() + " to " + aged.version()));
      }
    }
    return Optional.empty();
  }

  /** The one way to lay the releases on the rollouts in the log in which all of both agree. */
  private Optional<ReleaseRows.Anchor> byRollout(List<Integer> rows) {
    List<Instant> seen = releases.unexplainedInLog();
    if (seen.isEmpty()) {
      return Optional.empty();
    }
    @Nullable Duration only = null;
    for (int row : rows) {
      Instant made = releases.get(row).moment().at();
      for (Instant rollout : seen) {
        Duration shift = Duration.between(made, rollout.minus(USUALLY));
        if (!releases.agrees(rows, seen, shift)) {
          continue;
        }
        if (only != null && only.minus(shift).abs().compareTo(ReleaseRows.ROLLOUT) > 0) {
          return Optional.empty();
        }
        only = only == null ? shift : only;
      }
    }
    return only == null
        ? Optional.empty()
        : Optional.of(new ReleaseRows.Anchor(only, Precision.MINUTE, ReleaseRows.shown(seen)));
  }
}
