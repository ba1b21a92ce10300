package dev.debrief.analysis.change;

import dev.debrief.analysis.life.MachineHistory;
import dev.debrief.model.CaseData;
import dev.debrief.model.Change;
import dev.debrief.model.ChangeKind;
import dev.debrief.model.Commit;
import dev.debrief.model.Entry;
import dev.debrief.model.Evidence;
import dev.debrief.model.LogRecord;
import dev.debrief.model.MachineEvent;
import dev.debrief.model.MachineSnapshot;
import dev.debrief.model.Operation;
import dev.debrief.model.Release;
import dev.debrief.model.Unparsed;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Every change that the case tells of, oldest first. */
public final class Ledger {
  private Ledger() {}

  /**
   * From the histories saved beside the log, and from the log's images where those are missing.
   *
   * @param releases those of the case, with the best times that it gives
   * @param machines whose first lines tell which of them were made within the log
   */
  public static List<Change> of(
      CaseData data, List<Release> releases, PulledImages pulled, List<MachineHistory> machines) {
    List<Operation> operations = new ArrayList<>();
    List<Commit> commits = new ArrayList<>();
    List<MachineEvent> events = new ArrayList<>();
    for (Entry entry : data.facts()) {
      switch (entry) {
        case Operation operation -> operations.add(operation);
        case Commit commit -> commits.add(commit);
        case MachineEvent event -> events.add(event);
        case Release _, LogRecord _, MachineSnapshot _, Unparsed _ -> {}
      }
    }
    List<Change> changes = new ArrayList<>(releases(releases, operations, commits));
    changes.addAll(Operations.changes(operations, changes));
    changes.addAll(pulled.changes(changes, machines));
    changes.addAll(EventChanges.of(events, changes));
    for (Commit commit : commits) {
      changes.add(commit(commit));
    }
    changes.sort(
        Comparator.comparing((Change change) -> change.moment().at())
            .thenComparing(Change::kind)
            .thenComparing(Change::change));
    return List.copyOf(changes);
  }

  private static List<Change> releases(
      List<Release> releases, List<Operation> operations, List<Commit> commits) {
    Map<String, Release> once = new LinkedHashMap<>();
    Map<String, List<Evidence>> lines = new LinkedHashMap<>();
    for (Release release : releases) {
      String key = release.app() + ' ' + release.version();
      lines.computeIfAbsent(key, k -> new ArrayList<>()).add(release.evidence());
      once.merge(key, release, Ledger::better);
    }
    List<Map.Entry<String, Release>> sorted = new ArrayList<>(once.entrySet());
    sorted.sort(
        Comparator.comparingLong((Map.Entry<String, Release> e) -> number(e.getValue().version()))
            .thenComparing(e -> e.getValue().moment().at()));
    List<Change> changes = new ArrayList<>();
    Map<String, Set<String>> seen = new LinkedHashMap<>();
    Map<String, String> previous = new LinkedHashMap<>();
    for (Map.Entry<String, Release> entry : sorted) {
      Release release = entry.getValue();
      Set<String> images = seen.computeIfAbsent(release.app(), app -> new HashSet<>());
      String image = Images.name(release.image());
      String before = previous.getOrDefault(release.app(), "");
      ChangeKind kind = kind(release, image, before, images);
      if (!image.isEmpty()) {
        images.add(image);
        previous.put(release.app(), image);
      }
      List<Evidence> evidence = new ArrayList<>(lines.getOrDefault(entry.getKey(), List.of()));
      Operations.about(release, operations)
          .forEach(operation -> evidence.add(operation.evidence()));
      String commit = kind == ChangeKind.DEPLOY ? carried(release, commits) : "";
      changes.add(
          new Change(
              release.version(),
              kind,
              release.moment(),
              release.actor(),
              release.status(),
              release.image(),
              commit,
              describe(release, kind, commit, Operations.cached(release, operations)),
              evidence,
              null));
    }
    return changes;
  }

  /** The row that says more: with an image, and with the finer time. */
  private static Release better(Release a, Release b) {
    if (a.image().isEmpty() != b.image().isEmpty()) {
      return a.image().isEmpty() ? b : a;
    }
    return b.moment().precision().compareTo(a.moment().precision()) < 0 ? b : a;
  }

  private static ChangeKind kind(Release release, String image, String before, Set<String> images) {
    String reason = release.reason();
    String words = release.description().toLowerCase(Locale.ROOT);
    boolean scaled = reason.equals("scale") || words.startsWith("scale ");
    if (!image.isEmpty() && !before.isEmpty()) {
      if (image.equals(before)) {
        return scaled ? ChangeKind.SCALE : ChangeKind.CONFIG;
      }
      return images.contains(image) ? ChangeKind.ROLLBACK : ChangeKind.DEPLOY;
    }
    if (reason.equals("change_secrets") || reason.equals("restart") || words.contains("secret")) {
      return ChangeKind.CONFIG;
    }
    if (scaled) {
      return ChangeKind.SCALE;
    }
    return words.contains("rollback") || words.contains("rolled back")
        ? ChangeKind.ROLLBACK
        : ChangeKind.DEPLOY;
  }

  private static long number(String version) {
    try {
      return Long.parseLong(version.startsWith("v") ? version.substring(1) : version);
    } catch (NumberFormatException e) {
      return Long.MAX_VALUE;
    }
  }

  /**
   * The last commit before the image's build began, or before the release where that is unknown.
   */
  private static String carried(Release release, List<Commit> commits) {
    Instant built = Images.built(release.image()).orElse(release.moment().latest());
    return commits.stream()
        .filter(
            commit ->
                !commit.moment().at().isAfter(built)
                    && commit.moment().at().isAfter(built.minus(Duration.ofDays(30))))
        .max(Comparator.comparing((Commit commit) -> commit.moment().at()))
        .map(Commit::hash)
        .orElse("");
  }

  private static String describe(Release release, ChangeKind kind, String commit, boolean cached) {
    String version = release.version();
    StringBuilder text = new StringBuilder();
    text.append(
        switch (kind) {
          case CONFIG -> version + " kept the image before it: secrets, settings or a restart";
          case ROLLBACK -> version + " went back to an earlier image";
          case SCALE -> version + " changed the scale";
          case DEPLOY, COMMIT, STOP, START, OTHER -> version + " brought a new image";
        });
    if (!release.image().isEmpty() && kind != ChangeKind.CONFIG) {
      text.append(" (").append(Images.tag(release.image())).append(')');
    }
    if (!commit.isEmpty()) {
      text.append(", probably commit ").append(commit);
    }
    if (cached) {
      text.append("; every build step came from the cache, so the code may not have changed");
    }
    if (!release.status().isEmpty() && !release.status().equals("complete")) {
      text.append("; its status is ").append(release.status());
    }
    return text.append('.').toString();
  }

  private static Change commit(Commit commit) {
    String hash = commit.hash();
    return new Change(
        hash.length() > 12 ? hash.substring(0, 7) : hash,
        ChangeKind.COMMIT,
        commit.moment(),
        commit.author(),
        "",
        "",
        hash,
        commit.subject(),
        List.of(commit.evidence()),
        null);
  }
}
