package dev.debrief.desktop.replay;

import dev.debrief.model.FindingKind;
import dev.debrief.timeline.Lane;
import dev.debrief.timeline.LaneKind;
import dev.debrief.timeline.Mark;
import dev.debrief.timeline.Timeline;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * The instants at which something became known that a reader may want to stop at: changes, the
 * beginnings and ends of outages, bursts, silences and gaps, single exits, other findings.
 *
 * @param instants in order of time
 */
record Steps(List<Instant> instants) {
  Steps {
    instants = List.copyOf(instants);
  }

  static Steps of(Timeline timeline) {
    TreeSet<Instant> instants = new TreeSet<>();
    for (Lane lane : timeline.lanes()) {
      boolean machine = lane.kind() == LaneKind.MACHINE;
      List<Mark> bursts =
          machine ? lane.marks().stream().filter(Mark.Burst.class::isInstance).toList() : List.of();
      for (Mark mark : lane.marks()) {
        switch (mark) {
          case Mark.Changed m -> instants.add(m.start());
          case Mark.Outage m -> both(instants, m);
          case Mark.Burst m -> both(instants, m);
          case Mark.Silence m -> both(instants, m);
          case Mark.Gap m -> both(instants, m);
          case Mark.Concluded m -> {
            if (m.kind() != FindingKind.CHANGE_IMPACT) {
              both(instants, m);
            }
          }
          case Mark.Exit m -> {
            if (bursts.stream().noneMatch(burst -> holds(burst, m.start()))) {
              instants.add(m.start());
            }
          }
          case Mark.Seen m -> instants.add(m.start());
          case Mark.Signal m -> instants.add(m.start());
          case Mark.Coverage ignored -> {}
          case Mark.Running ignored -> {}
          case Mark.Life ignored -> {}
          case Mark.Noted ignored -> {}
        }
      }
    }
    instants.removeIf(at -> at.isBefore(timeline.extent().from()));
    return new Steps(new ArrayList<>(instants));
  }

  private static void both(TreeSet<Instant> instants, Mark mark) {
    instants.add(mark.start());
    instants.add(mark.end());
  }

  private static boolean holds(Mark burst, Instant at) {
    return !at.isBefore(burst.start()) && !at.isAfter(burst.end());
  }

  /** The first after an instant. */
  Optional<Instant> after(Instant at) {
    return instants.stream().filter(step -> step.isAfter(at)).findFirst();
  }

  /** The last before an instant. */
  Optional<Instant> before(Instant at) {
    return instants.reversed().stream().filter(step -> step.isBefore(at)).findFirst();
  }
}
