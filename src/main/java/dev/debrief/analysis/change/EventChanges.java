package dev.debrief.analysis.change;

import dev.debrief.model.Change;
import dev.debrief.model.ChangeKind;
import dev.debrief.model.MachineEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What people did to single machines, as their events tell: stops, starts, destroys. */
final class EventChanges {
  /** Near a release these belong to its rollout. */
  private static final Duration ROLLOUT = Duration.ofMinutes(15);

  private EventChanges() {}

  static List<Change> of(List<MachineEvent> events, List<Change> known) {
    List<MachineEvent> sorted = new ArrayList<>(events);
    sorted.sort(
        Comparator.comparing((MachineEvent event) -> event.moment().at())
            .thenComparing(MachineEvent::machine));
    Map<ChangeKind, Integer> numbers = new HashMap<>();
    List<Change> changes = new ArrayList<>();
    for (MachineEvent event : sorted) {
      if (!event.source().equals("user") || !event.moment().known() || near(event, known)) {
        continue;
      }
      ChangeKind kind =
          switch (event.type()) {
            case "stop", "suspend" -> ChangeKind.STOP;
            case "start", "restart" -> ChangeKind.START;
            case "destroy" -> ChangeKind.SCALE;
            case "update" -> ChangeKind.OTHER;
            default -> ChangeKind.COMMIT;
          };
      if (kind == ChangeKind.COMMIT) {
        continue;
      }
      String name = event.type() + "-" + numbers.merge(kind, 1, Integer::sum);
      changes.add(
          new Change(
              name,
              kind,
              event.moment(),
              "",
              event.status(),
              "",
              "",
              "A person asked for machine "
                  + event.machine()
                  + " to be "
                  + done(event.type())
                  + ".",
              List.of(event.evidence()),
              null));
    }
    return changes;
  }

  private static String done(String type) {
    return switch (type) {
      case "stop" -> "stopped";
      case "update" -> "updated";
      default -> type + "ed";
    };
  }

  private static boolean near(MachineEvent event, List<Change> known) {
    Instant at = event.moment().at();
    return known.stream()
        .anyMatch(
            change ->
                !change.moment().at().isAfter(at.plusSeconds(60))
                    && change.moment().latest().plus(ROLLOUT).isAfter(at));
  }
}
