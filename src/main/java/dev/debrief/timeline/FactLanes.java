package dev.debrief.timeline;

import dev.debrief.model.Annotation;
import dev.debrief.model.Change;
import dev.debrief.model.ChangeKind;
import dev.debrief.model.Conclusions;
import dev.debrief.model.Details;
import dev.debrief.model.Evidence;
import dev.debrief.model.Finding;
import dev.debrief.model.Source;
import dev.debrief.model.TimeRange;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The lanes that sources, changes and the author fill. */
final class FactLanes {
  /** Histories and snapshots: they reach back far beyond what the logs show. */
  private static final Set<String> HISTORIES =
      Set.of("releases-json", "releases-table", "machine-json", "machine-status", "git-log");

  private FactLanes() {}

  /** The ranges of the sources that are logs. */
  static Stream<TimeRange> logs(List<Source> sources) {
    return all(sources.stream().filter(s -> !HISTORIES.contains(s.format())).toList());
  }

  static Stream<TimeRange> all(List<Source> sources) {
    return sources.stream().flatMap(s -> covered(s).stream());
  }

  private static List<TimeRange> covered(Source source) {
    Instant first = source.first();
    Instant last = source.last();
    return first == null || last == null || last.isBefore(first)
        ? List.of()
        : List.of(new TimeRange(first, last));
  }

  static List<Lane> sources(List<Source> sources) {
    List<Lane> lanes = new ArrayList<>();
    for (Source source : sources) {
      List<Mark> marks = new ArrayList<>();
      for (TimeRange range : covered(source)) {
        marks.add(
            new Mark.Coverage(
                range,
                source.path(),
                source.format(),
                source.records(),
                Basis.of(List.of(new Evidence(source.path(), 1)))));
      }
      lanes.add(
          new Lane(
              "source:" + source.path() + ":" + source.format(),
              LaneKind.SOURCE,
              source.path(),
              marks.isEmpty() ? source.format() + ", no times" : source.format(),
              marks,
              ""));
    }
    return lanes;
  }

  static List<Lane> notes(List<Annotation> notes) {
    if (notes.isEmpty()) {
      return List.of();
    }
    List<Mark> marks = new ArrayList<>();
    for (Annotation note : notes) {
      Evidence evidence = note.evidence();
      marks.add(
          new Mark.Noted(
              Timelines.range(note),
              note,
              evidence == null ? Basis.NONE : Basis.of(List.of(evidence))));
    }
    return List.of(new Lane("notes", LaneKind.NOTES, "Notes", "", marks, ""));
  }

  /** The changes, and under them the releases that ran; commits stand apart. */
  static List<Lane> changes(Conclusions conclusions, Instant seenUntil) {
    Map<String, List<Finding>> impacts = new HashMap<>();
    for (Finding f : conclusions.findings()) {
      if (f.details() instanceof Details.ChangeImpact impact) {
        impacts.computeIfAbsent(impact.change(), name -> new ArrayList<>()).add(f);
      }
    }
    List<Mark> changes = new ArrayList<>();
    List<Mark> commits = new ArrayList<>();
    for (Change change : conclusions.changes()) {
      String impact =
          impacts.getOrDefault(change.change(), List.of()).stream()
              .filter(change::judgedBy)
              .map(Finding::id)
              .findFirst()
              .orElse("");
      Mark mark =
          new Mark.Changed(
              change.moment(),
              change.change(),
              change.kind(),
              change.actor(),
              change.description(),
              change.impact(),
              new Basis(impact, change.evidence()));
      (change.kind() == ChangeKind.COMMIT ? commits : changes).add(mark);
    }
    conclusions.changes().stream()
        .collect(Collectors.groupingBy(Change::app, TreeMap::new, Collectors.toList()))
        .forEach((app, own) -> changes.addAll(running(own, seenUntil)));
    List<Lane> lanes = new ArrayList<>();
    if (!changes.isEmpty()) {
      lanes.add(new Lane("changes", LaneKind.CHANGES, "Changes", "", changes, ""));
    }
    if (!commits.isEmpty()) {
      lanes.add(new Lane("commits", LaneKind.CHANGES, "Commits", "", commits, ""));
    }
    return lanes;
  }

  /** Which release of one app ran when: from each that got its own version to the next such. */
  private static List<Mark> running(List<Change> changes, Instant seenUntil) {
    List<Change> releases = changes.stream().filter(FactLanes::isRelease).toList();
    List<Mark> running = new ArrayList<>();
    for (int i = 0; i < releases.size(); i++) {
      Change release = releases.get(i);
      Instant from = release.moment().at();
      Instant to = i + 1 < releases.size() ? releases.get(i + 1).moment().at() : seenUntil;
      if (to.isAfter(from)) {
        running.add(
            new Mark.Running(
                new TimeRange(from, to), release.change(), Basis.of(release.evidence())));
      }
    }
    return running;
  }

  /** A failed release never ran; nor does scaling or a commit make one. */
  private static boolean isRelease(Change change) {
    return switch (change.kind()) {
      case DEPLOY, CONFIG, ROLLBACK -> !change.status().equalsIgnoreCase("failed");
      case SCALE, COMMIT, STOP, START, OTHER -> false;
    };
  }
}
