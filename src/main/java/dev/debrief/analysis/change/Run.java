package dev.debrief.analysis.change;

import dev.debrief.analysis.life.Boot;
import dev.debrief.analysis.life.Exit;
import dev.debrief.analysis.life.MachineHistory;
import dev.debrief.model.Evidence;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A run of a machine's program that is known whole and ended by itself.
 *
 * @param life from its boot to its crash
 */
record Run(Duration life, Exit exit) {
  /** Those that began at an instant or later and had ended before another, by machine. */
  static List<Run> within(List<MachineHistory> machines, Instant from, Instant before) {
    return machines.stream()
        .filter(machine -> !machine.oneOff())
        .flatMap(machine -> machine.boots().stream())
        .flatMap(boot -> of(boot, from, before).stream())
        .toList();
  }

  private static Optional<Run> of(Boot boot, Instant from, Instant before) {
    Exit exit = boot.exit();
    if (boot.start() == null
        || exit == null
        || !exit.crash()
        || exit.supposed()
        || boot.start().at().isBefore(from)
        || !exit.at().isBefore(before)) {
      return Optional.empty();
    }
    return Optional.of(new Run(Duration.between(boot.start().at(), exit.at()), exit));
  }

  /** The line that tells of each one's end. */
  static List<Evidence> ends(List<Run> runs) {
    return runs.stream().flatMap(run -> run.exit().evidence().stream().limit(1)).toList();
  }
}
