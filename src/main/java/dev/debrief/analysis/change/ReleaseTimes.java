package dev.debrief.analysis.change;

import dev.debrief.analysis.Wording;
import dev.debrief.analysis.life.MachineHistory;
import dev.debrief.analysis.outage.LogExtent;
import dev.debrief.model.CaseData;
import dev.debrief.model.Clock;
import dev.debrief.model.Entry;
import dev.debrief.model.MachineSnapshot;
import dev.debrief.model.Moment;
import dev.debrief.model.Precision;
import dev.debrief.model.Release;
import dev.debrief.model.Source;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Works out the times of releases that their table alone doesn't tell: ages where nobody knows when
 * the table was saved, dates in the hour that autumn tells twice, and local dates whose zone
 * nothing in the table tells. Another source's release of the same version tells, or the machines
 * that run it, or the rollouts that the log shows.
 */
public final class ReleaseTimes {
  /** A file's time is right for a table whose releases lie no farther than this from the rest. */
  private static final Duration FAR = Duration.ofHours(24);

  /** A rollout begins within this of its release. */
  private static final Duration ROLLOUT = Duration.ofMinutes(6);

  /** Usually it begins after this. */
  private static final Duration USUALLY = Duration.ofSeconds(10);

  /** {@code v9} before {@code v10}. */
  private static final Comparator<String> VERSIONS =
      Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder());

  /** Two clocks that differ by less tell the same. */
  private static final Duration AGREE = Duration.ofMinutes(3);

  private final List<Release> releases = new ArrayList<>();
  private final List<MachineSnapshot> snapshots = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();
  private final List<Instant> rollouts;
  private final LogExtent log;

  /**
   * The releases with the best times that the case gives.
   *
   * @param notes what a reader should know of them
   */
  public record Placed(List<Release> releases, List<String> notes) {}

  /** Tables whose local dates were read as UTC for want of anything better. */
  private final Set<String> assumed = new HashSet<>();

  private ReleaseTimes(CaseData data, List<MachineHistory> machines, LogExtent log) {
    for (Source source : data.sources()) {
      if (source.format().equals("releases-table") && source.zone().endsWith("(assumed)")) {
        assumed.add(source.path());
      }
    }
    for (Entry fact : data.facts()) {
      if (fact instanceof Release release) {
        releases.add(release);
      } else if (fact instanceof MachineSnapshot snapshot) {
        snapshots.add(snapshot);
      }
    }
    this.rollouts = Rollouts.of(machines);
    this.log = log;
  }

  /**
   * Places the releases of a case.
   *
   * @param machines their rollouts show when releases reached them
   * @param log how far it goes
   */
  public static Placed of(CaseData data, List<MachineHistory> machines, LogExtent log) {
    ReleaseTimes times = new ReleaseTimes(data, machines, log);
    times.zoned();
    times.twice();
    times.turned();
    times.aged();
    return new Placed(List.copyOf(times.releases), List.copyOf(times.notes));
  }

  /** A date in an hour told twice: the hour in which a rollout followed. */
  private void twice() {
    for (int i = 0; i < releases.size(); i++) {
      Release release = releases.get(i);
      if (release.moment().clock() != Clock.TWICE) {
        continue;
      }
      Instant early = release.moment().at();
      Instant late = early.plus(Duration.ofHours(1));
      Predicate<Instant> free = at -> unexplained().stream().anyMatch(seen -> follows(at, seen));
      boolean first = free.test(early);
      boolean second = free.test(late);
      if (first != second) {
        Instant at = first ? early : late;
        releases.set(i, release.movedTo(new Moment(at, Precision.MINUTE, Clock.INFERRED)));
        notes.add(
            release.version()
                + " stands in an hour that clocks tell twice in autumn; it was made at "
                + Wording.time(at)
                + ", as the rollout that followed shows.");
      } else {
        notes.add(
            release.version()
                + " was made at "
                + Wording.time(early)
                + " or at "
                + Wording.time(late)
                + ": its date stands in an hour that clocks tell twice in autumn.");
      }
    }
  }

  /**
   * A local date without an image of its own was read in the offset of the dates beside it. Where
   * clocks were put forward or back between them it is an hour off: no rollout follows it, and one
   * that no release explains lies just that hour away.
   */
  private void turned() {
    for (int i = 0; i < releases.size(); i++) {
      Release release = releases.get(i);
      Moment read = release.moment();
      boolean local = read.clock() == Clock.INFERRED && read.precision() == Precision.MINUTE;
      if (!local
          || log.empty()
          || read.at().isBefore(log.first())
          || read.at().isAfter(log.last())
          || rollouts.stream().anyMatch(seen -> laid(read.at(), seen))) {
        continue;
      }
      List<Instant> turned = new ArrayList<>();
      for (int hour : new int[] {-1, 1}) {
        Instant at = read.at().plus(Duration.ofHours(hour));
        if (unexplained().stream().anyMatch(seen -> follows(at, seen)) && inOrder(release, at)) {
          turned.add(at);
        }
      }
      if (turned.size() == 1) {
        Instant at = turned.getFirst();
        releases.set(i, release.movedTo(new Moment(at, Precision.MINUTE, Clock.INFERRED)));
        notes.add(
            release.version()
                + "'s local date was read in the offset of the dates beside it, by which no rollout"
                + " follows it; clocks were put on or back an hour between them, for one follows "
                + Wording.time(at)
                + ".");
      }
    }
  }

  /** Whether a release of that time stands between the versions of its app before and after it. */
  private boolean inOrder(Release release, Instant at) {
    return releases.stream()
        .filter(other -> other.evidence().source().equals(release.evidence().source()))
        .filter(other -> other.moment().known() && !other.equals(release))
        .allMatch(
            other ->
                VERSIONS.compare(other.version(), release.version()) < 0
                    ? !other.moment().at().isAfter(at)
                    : !other.moment().at().isBefore(at));
  }

  private static boolean follows(Instant release, Instant rollout) {
    return !rollout.isBefore(release)
        && rollout.isBefore(release.plus(ROLLOUT).plus(Precision.MINUTE.width()));
  }

  /** Rollouts that no release of a sure time explains. */
  private List<Instant> unexplained() {
    return rollouts.stream()
        .filter(
            rollout ->
                releases.stream()
                    .filter(release -> release.moment().known() && sure(release))
                    .noneMatch(release -> follows(release.moment().at(), rollout)))
        .toList();
  }

  private boolean sure(Release release) {
    return release.moment().clock() != Clock.AGE
        && release.moment().clock() != Clock.TWICE
        && !zoneless(release);
  }

  /** Whether a release's time is a local date of which the zone is not known. */
  private boolean zoneless(Release release) {
    return release.moment().clock() == Clock.INFERRED
        && assumed.contains(release.evidence().source());
  }

  /** Local dates without a zone: the zone by which they fit what else is known. */
  private void zoned() {
    Map<String, List<Integer>> tables = new LinkedHashMap<>();
    for (int i = 0; i < releases.size(); i++) {
      if (zoneless(releases.get(i))) {
        String source = releases.get(i).evidence().source();
        tables.computeIfAbsent(source, s -> new ArrayList<>()).add(i);
      }
    }
    tables.forEach(
        (source, rows) -> {
          Optional<Anchor> exact = byVersion(rows);
          Optional<Anchor> anchor =
              exact.isPresent()
                  ? exact.filter(own -> zone(own.shift()) != null)
                  : byZone(rows, log.empty() ? List.of() : within(unexplained()));
          if (anchor.isEmpty()) {
            return;
          }
          @Nullable Duration zone = zone(anchor.get().shift());
          assumed.remove(source);
          if (zone == null || zone.isZero()) {
            return;
          }
          for (int row : rows) {
            Release release = releases.get(row);
            Moment read = release.moment();
            releases.set(
                row,
                release.movedTo(new Moment(read.at().plus(zone), read.precision(), read.clock())));
          }
          notes.add(
              source
                  + " tells local dates and no zone; they were read as "
                  + ZoneOffset.ofTotalSeconds((int) -zone.toSeconds())
                  + ", by "
                  + anchor.get().by()
                  + ".");
        });
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
  private Optional<Anchor> byZone(List<Integer> rows, List<Instant> seen) {
    if (seen.isEmpty() || agrees(rows, seen, Duration.ZERO)) {
      return Optional.empty();
    }
    List<Duration> fitting = new ArrayList<>();
    for (int half = -28; half <= 28; half++) {
      Duration shift = Duration.ofMinutes(30L * half);
      if (agrees(rows, seen, shift)) {
        fitting.add(shift);
      }
    }
    return fitting.size() == 1
        ? Optional.of(new Anchor(fitting.getFirst(), Precision.MINUTE, shown(seen)))
        : Optional.empty();
  }

  private static String shown(List<Instant> seen) {
    return seen.size() == 1
        ? "the one rollout that the log shows, at " + Wording.time(seen.getFirst())
        : "the " + seen.size() + " rollouts that the log shows";
  }

  private void aged() {
    Map<String, List<Integer>> tables = new LinkedHashMap<>();
    for (int i = 0; i < releases.size(); i++) {
      if (releases.get(i).moment().clock() == Clock.AGE) {
        String source = releases.get(i).evidence().source();
        tables.computeIfAbsent(source, s -> new ArrayList<>()).add(i);
      }
    }
    tables.forEach(this::place);
  }

  private void place(String source, List<Integer> rows) {
    boolean known = rows.stream().allMatch(row -> releases.get(row).moment().known());
    Optional<Anchor> anchor = byVersion(rows).or(() -> byMachine(rows));
    if (anchor.isEmpty() && known && near(rows)) {
      return;
    }
    anchor = anchor.or(() -> byRollout(rows));
    String versions =
        Wording.list(rows.stream().map(row -> releases.get(row).version()).distinct().toList());
    if (anchor.isPresent()) {
      Duration shift = anchor.get().shift();
      if (known && shift.abs().compareTo(AGREE) <= 0) {
        return;
      }
      for (int row : rows) {
        Release release = releases.get(row);
        Precision own = release.moment().precision();
        Precision fine = anchor.get().precision();
        Precision coarse = own == Precision.NONE || fine.compareTo(own) > 0 ? fine : own;
        releases.set(
            row,
            release.movedTo(new Moment(release.moment().at().plus(shift), coarse, Clock.INFERRED)));
      }
      notes.add(
          source
              + " tells ages, and its file's time is not when it was saved; the times of "
              + versions
              + " were counted from "
              + anchor.get().by()
              + ".");
      return;
    }
    for (int row : rows) {
      Release release = releases.get(row);
      releases.set(
          row, release.movedTo(new Moment(release.moment().at(), Precision.NONE, Clock.AGE)));
    }
    notes.add(
        source
            + " tells ages and nothing tells when it was saved: when "
            + versions
            + (rows.size() == 1 ? " was" : " were")
            + " made is unknown, and only their order by version is told. Import it with"
            + " --captured-at.");
  }

  /**
   * How far a table's times have to be put forward.
   *
   * @param by what tells, as a clause
   */
  private record Anchor(Duration shift, Precision precision, String by) {}

  /** Whether the table's releases lie where the rest of the case does, or before it. */
  private boolean near(List<Integer> rows) {
    return log.empty()
        || rows.stream()
            .map(row -> releases.get(row).moment().at())
            .min(Comparator.naturalOrder())
            .orElseThrow()
            .isBefore(log.last().plus(FAR));
  }

  /** Another source's release of the same version. */
  private Optional<Anchor> byVersion(List<Integer> rows) {
    for (int row : rows) {
      Release aged = releases.get(row);
      for (Release other : releases) {
        if (sure(other)
            && other.moment().known()
            && other.moment().precision().atLeast(Precision.MINUTE)
            && other.version().equals(aged.version())
            && (other.app().equals(aged.app()) || other.app().isEmpty() || aged.app().isEmpty())) {
          return Optional.of(
              new Anchor(
                  Duration.between(aged.moment().at(), other.moment().at()),
                  Precision.MINUTE,
                  "the time of " + other.version() + " in " + other.evidence().source()));
        }
      }
    }
    return Optional.empty();
  }

  /** The machines that run a version got it just after its release; the first of them tells. */
  private Optional<Anchor> byMachine(List<Integer> rows) {
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
            new Anchor(
                Duration.between(aged.moment().at(), made),
                Precision.MINUTE,
                "the update of " + first.machine() + " to " + aged.version()));
      }
    }
    return Optional.empty();
  }

  /** The one way to lay the releases on the rollouts in the log in which all of both agree. */
  private Optional<Anchor> byRollout(List<Integer> rows) {
    List<Instant> seen = log.empty() ? List.of() : within(unexplained());
    if (seen.isEmpty()) {
      return Optional.empty();
    }
    @Nullable Duration only = null;
    for (int row : rows) {
      Instant made = releases.get(row).moment().at();
      for (Instant rollout : seen) {
        Duration shift = Duration.between(made, rollout.minus(USUALLY));
        if (!agrees(rows, seen, shift)) {
          continue;
        }
        if (only != null && only.minus(shift).abs().compareTo(ROLLOUT) > 0) {
          return Optional.empty();
        }
        only = only == null ? shift : only;
      }
    }
    return only == null
        ? Optional.empty()
        : Optional.of(new Anchor(only, Precision.MINUTE, shown(seen)));
  }

  private List<Instant> within(List<Instant> all) {
    return all.stream().filter(at -> !at.isBefore(log.first()) && !at.isAfter(log.last())).toList();
  }

  private boolean agrees(List<Integer> rows, List<Instant> seen, Duration shift) {
    List<Instant> made =
        rows.stream()
            .map(row -> releases.get(row).moment().at().plus(shift))
            .filter(at -> !at.isBefore(log.first()) && at.isBefore(log.last()))
            .toList();
    return made.stream().allMatch(at -> seen.stream().anyMatch(rollout -> laid(at, rollout)))
        && seen.stream().allMatch(rollout -> made.stream().anyMatch(at -> laid(at, rollout)));
  }

  /** Ages to the minute leave a minute's play on both sides. */
  private static boolean laid(Instant release, Instant rollout) {
    Duration play = Precision.MINUTE.width();
    return follows(release.minus(play), rollout) || follows(release, rollout);
  }
}
