package dev.debrief.analysis.change;

import dev.debrief.analysis.life.Boot;
import dev.debrief.analysis.life.Exit;
import dev.debrief.analysis.life.MachineHistory;
import dev.debrief.analysis.life.Mark;
import dev.debrief.analysis.line.PlatformLine;
import dev.debrief.model.MachineEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** When releases reached the machines, as these show: the beginning of each rollout. */
final class Rollouts {
  /** One rollout's machines follow one another within this. */
  private static final Duration APART = Duration.ofMinutes(4);

  /** A machine that is stopped for a release is back within this. */
  private static final Duration BACK = Duration.ofMinutes(2);

  private Rollouts() {}

  static List<Instant> of(List<MachineHistory> machines) {
    List<Instant> reached = new ArrayList<>();
    for (MachineHistory machine : machines) {
      if (machine.oneOff()) {
        continue;
      }
      for (Mark mark : machine.marks()) {
        if (mark.line() instanceof PlatformLine.ImagePulled) {
          reached.add(mark.at());
        }
      }
      for (MachineEvent event : machine.events()) {
        if (event.type().equals("update") && event.moment().known()) {
          reached.add(event.moment().at());
        }
      }
      for (Exit exit : machine.exits()) {
        if (exit.requested() && !exit.reason().equals("autostop") && back(machine, exit.at())) {
          reached.add(exit.at());
        }
      }
    }
    reached.sort(null);
    List<Instant> begun = new ArrayList<>();
    Instant last = Instant.MIN;
    for (Instant at : reached) {
      if (begun.isEmpty() || at.isAfter(last.plus(APART))) {
        begun.add(at);
      }
      last = at;
    }
    return begun;
  }

  private static boolean back(MachineHistory machine, Instant stopped) {
    for (Boot boot : machine.boots()) {
      if (boot.start() != null
          && !boot.start().at().isBefore(stopped)
          && boot.start().at().isBefore(stopped.plus(BACK))) {
        return true;
      }
    }
    return false;
  }
}
