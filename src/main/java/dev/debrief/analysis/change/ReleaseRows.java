package dev.debrief.analysis.change;

import dev.debrief.analysis.Wording;
import dev.debrief.analysis.life.MachineHistory;
import dev.debrief.analysis.outage.LogExtent;
import dev.debrief.model.CaseData;
import dev.debrief.model.Clock;
import dev.debrief.model.Entry;
import dev.debrief.model.Moment;
import dev.debrief.model.Precision;
import dev.debrief.model.Release;
import dev.debrief.model.Source;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The releases of a case while their times are worked out, and what they are held against: each
 * other and the rollouts that the log shows. Whoever places some of them moves them here.
 */
final class ReleaseRows {
  /** A rollout begins within this of its release. */
  static final Duration ROLLOUT = Duration.ofMinutes(6);

  private final List<Release> releases = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();
  private final List<Instant> rollouts;
  private final LogExtent log;

  /** Tables whose local dates were read as UTC for want of anything better. */
  private final Set<String> assumed = new HashSet<>();

  ReleaseRows(CaseData data, List<MachineHistory> machines, LogExtent log) {
    for (Source source : data.sources()) {
      if (source.format().equals("releases-table") && source.zone().endsWith("(assumed)")) {
        assumed.add(source.path());
      }
    }
    for (Entry fact : data.facts()) {
      if (fact instanceof Release release) {
        releases.add(release);
      }
    }
    this.rollouts = Rollouts.of(machines);
    this.log = log;
  }

  /**
   * How far some rows' times have to be put forward.
   *
   * @param by what tells, as a clause
   */
  record Anchor(Duration shift, Precision precision, String by) {}

  int size() {
    return releases.size();
  }

  Release get(int row) {
    return releases.get(row);
  }

  void move(int row, Moment to) {
    releases.set(row, releases.get(row).movedTo(to));
  }

  /** Tells the reader something about them. */
  void note(String sentence) {
    notes.add(sentence);
  }

  List<Release> releases() {
    return List.copyOf(releases);
  }

  List<String> notes() {
    return List.copyOf(notes);
  }

  LogExtent log() {
    return log;
  }

  /** The rows that are of one sort, by their source. */
  Map<String, List<Integer>> tables(Predicate<Release> sort) {
    Map<String, List<Integer>> tables = new LinkedHashMap<>();
    for (int i = 0; i < releases.size(); i++) {
      if (sort.test(releases.get(i))) {
        String source = releases.get(i).evidence().source();
        tables.computeIfAbsent(source, s -> new ArrayList<>()).add(i);
      }
    }
    return tables;
  }

  /** Whether a release's time is a local date of which the zone is not known. */
  boolean zoneless(Release release) {
    return release.moment().clock() == Clock.INFERRED
        && assumed.contains(release.evidence().source());
  }

  /** The zone of a table's dates is known from here on. */
  void zoneKnown(String source) {
    assumed.remove(source);
  }

  private boolean sure(Release release) {
    return release.moment().clock() != Clock.AGE
        && release.moment().clock() != Clock.TWICE
        && !zoneless(release);
  }

  /** Whether a rollout follows a time, with a minute's play on both sides. */
  boolean anyLaid(Instant release) {
    return rollouts.stream().anyMatch(seen -> laid(release, seen));
  }

  /** Rollouts that no release of a sure time explains. */
  List<Instant> unexplained() {
    return rollouts.stream()
        .filter(
            rollout ->
                releases.stream()
                    .filter(release -> release.moment().known() && sure(release))
                    .noneMatch(release -> follows(release.moment().at(), rollout)))
        .toList();
  }

  /** Those of them that the log covers. */
  List<Instant> unexplainedInLog() {
    return log.empty()
        ? List.of()
        : unexplained().stream()
            .filter(at -> !at.isBefore(log.first()) && !at.isAfter(log.last()))
            .toList();
  }

  static boolean follows(Instant release, Instant rollout) {
    return !rollout.isBefore(release)
        && rollout.isBefore(release.plus(ROLLOUT).plus(Precision.MINUTE.width()));
  }

  /** Ages to the minute leave a minute's play on both sides. */
  private static boolean laid(Instant release, Instant rollout) {
    Duration play = Precision.MINUTE.width();
    return follows(release.minus(play), rollout) || follows(release, rollout);
  }

  /** Whether rows put forward by so much and some rollouts explain each other. */
  boolean agrees(List<Integer> rows, List<Instant> seen, Duration shift) {
    List<Instant> made =
        rows.stream()
            .map(row -> releases.get(row).moment().at().plus(shift))
            .filter(at -> !at.isBefore(log.first()) && at.isBefore(log.last()))
            .toList();
    return made.stream().allMatch(at -> seen.stream().anyMatch(rollout -> laid(at, rollout)))
        && seen.stream().allMatch(rollout -> made.stream().anyMatch(at -> laid(at, rollout)));
  }

  /** Another source's release of the same version. */
  Optional<Anchor> byVersion(List<Integer> rows) {
    for (int row : rows) {
      Release own = releases.get(row);
      for (Release other : releases) {
        if (sure(other)
            && other.moment().known()
            && other.moment().precision().atLeast(Precision.MINUTE)
            && other.version().equals(own.version())
            && (other.app().equals(own.app()) || other.app().isEmpty() || own.app().isEmpty())) {
          return Optional.of(
              new Anchor(
                  Duration.between(own.moment().at(), other.moment().at()),
                  Precision.MINUTE,
                  "the time of " + other.version() + " in " + other.evidence().source()));
        }
      }
    }
    return Optional.empty();
  }

  /** Rollouts as a clause. */
  static String shown(List<Instant> seen) {
    return seen.size() == 1
        ? "the one rollout that the log shows, at " + Wording.time(seen.getFirst())
        : "the " + seen.size() + " rollouts that the log shows";
  }
}
