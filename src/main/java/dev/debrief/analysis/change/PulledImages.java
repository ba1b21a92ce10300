package dev.debrief.analysis.change;

import dev.debrief.analysis.Collector;
import dev.debrief.analysis.Wording;
import dev.debrief.analysis.life.MachineHistory;
import dev.debrief.analysis.line.PlatformLine;
import dev.debrief.analysis.line.PlatformLines;
import dev.debrief.model.Change;
import dev.debrief.model.ChangeKind;
import dev.debrief.model.Evidence;
import dev.debrief.model.LogRecord;
import dev.debrief.model.Moment;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Deploys as the log's own image lines show them, for when the release history is missing. */
public final class PulledImages implements Collector {
  /** The machines of one rolling deploy pull their image within this of one another. */
  private static final Duration ROLLOUT = Duration.ofMinutes(15);

  /** One machine's pull. */
  public record Pull(Moment moment, String machine, String image, Evidence evidence) {
    /** When, UTC. */
    public Instant at() {
      return moment.at();
    }
  }

  private final List<Pull> pulls = new ArrayList<>();

  @Override
  public void take(LogRecord log) {
    if (log.provider().equals("runner")
        && log.moment().known()
        && log.message().stripLeading().startsWith("Pulling container image")
        && PlatformLines.read(log).orElse(null) instanceof PlatformLine.ImagePulled pulled
        // Until 2023 the line named no image, and stood at each restart as well.
        && !pulled.image().isEmpty()) {
      pulls.add(new Pull(log.moment(), log.machine(), pulled.image(), log.evidence()));
    }
  }

  /**
   * A change for each rollout that no known change explains. A machine that is made with the image
   * in force is one more of the same, or in another's place: nothing changed.
   */
  List<Change> changes(List<Change> known, List<MachineHistory> machines) {
    Map<String, Instant> first = new HashMap<>();
    for (MachineHistory machine : machines) {
      Moment began = machine.first();
      if (began != null) {
        first.put(machine.machine(), began.at());
      }
    }
    List<Change> changes = new ArrayList<>();
    List<Pull> rollout = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (Pull pull : pulls) {
      boolean explained =
          known.stream()
              .anyMatch(
                  change ->
                      change.kind() != ChangeKind.COMMIT
                          && !change.moment().at().isAfter(pull.at().plusSeconds(60))
                          && change.moment().latest().isAfter(pull.at().minus(ROLLOUT)));
      boolean made = !first.getOrDefault(pull.machine(), Instant.MIN).isBefore(pull.at());
      if (explained || (made && inForce(known, pull))) {
        continue;
      }
      boolean another =
          !rollout.isEmpty()
              && (rollout.getFirst().at().plus(ROLLOUT).isBefore(pull.at())
                  || rollout.stream().anyMatch(own -> own.machine().equals(pull.machine())));
      if (another) {
        changes.add(change(rollout, changes, seen, inForce(known, rollout.getFirst())));
        rollout.clear();
      }
      rollout.add(pull);
    }
    if (!rollout.isEmpty()) {
      changes.add(change(rollout, changes, seen, inForce(known, rollout.getFirst())));
    }
    return changes;
  }

  /** Whether the image is that of the last release before. */
  private static boolean inForce(List<Change> known, Pull pull) {
    String image = Images.name(pull.image());
    Change last = null;
    for (Change change : known) {
      if (!change.image().isEmpty()
          && !change.moment().at().isAfter(pull.at())
          && (last == null || !change.moment().at().isBefore(last.moment().at()))) {
        last = change;
      }
    }
    return last != null && !image.isEmpty() && image.equals(Images.name(last.image()));
  }

  private static Change change(
      List<Pull> rollout, List<Change> before, Set<String> seen, boolean inForce) {
    Pull first = rollout.getFirst();
    String image = Images.name(first.image());
    ChangeKind kind = inForce && before.isEmpty() ? ChangeKind.CONFIG : ChangeKind.DEPLOY;
    if (!image.isEmpty() && !before.isEmpty()) {
      if (image.equals(Images.name(before.getLast().image()))) {
        kind = ChangeKind.CONFIG;
      } else if (seen.contains(image)) {
        kind = ChangeKind.ROLLBACK;
      }
    }
    seen.add(image);
    long machines = rollout.stream().map(Pull::machine).distinct().count();
    return new Change(
        "deploy-" + (before.size() + 1),
        kind,
        first.moment(),
        "",
        "",
        first.image(),
        "",
        "A deploy reached "
            + Wording.count(machines, "machine", "machines")
            + ", as the log's image lines show; the release history does not tell of it.",
        rollout.stream().map(Pull::evidence).toList(),
        null);
  }
}
