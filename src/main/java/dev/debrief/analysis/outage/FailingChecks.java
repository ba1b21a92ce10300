package dev.debrief.analysis.outage;

import dev.debrief.analysis.life.MachineHistory;
import dev.debrief.analysis.life.Mark;
import dev.debrief.analysis.line.PlatformLine;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** When a machine's health checks failed. A failure while it boots, or a short flap, is none. */
final class FailingChecks {
  /** A check that recovers within this was a flap, or the boot itself. */
  private static final Duration FLAP = Duration.ofSeconds(60);

  private FailingChecks() {}

  static List<Span> of(MachineHistory machine, Instant logEnd) {
    List<Span> spans = new ArrayList<>();
    Map<String, Instant> failing = new TreeMap<>();
    for (Mark mark : machine.marks()) {
      if (mark.line() instanceof PlatformLine.CheckFailed check) {
        failing.putIfAbsent(check.check(), mark.at());
      } else if (mark.line() instanceof PlatformLine.CheckPassing check) {
        close(failing, check.check(), mark.at(), spans);
      }
    }
    for (String check : List.copyOf(failing.keySet())) {
      close(failing, check, end(machine, failing.get(check), logEnd), spans);
    }
    return spans;
  }

  private static void close(
      Map<String, Instant> failing, String check, Instant at, List<Span> spans) {
    @Nullable Instant from = failing.remove(check);
    if (from != null && Duration.between(from, at).compareTo(FLAP) >= 0) {
      spans.add(new Span(from, at));
    }
  }

  /**
   * A machine that stops on request takes its failing check along, and one that answers requests
   * well after another boot has left it behind, whether or not a line says that the check passes.
   */
  private static Instant end(MachineHistory machine, @Nullable Instant from, Instant logEnd) {
    Stream<Instant> stopped =
        machine.exits().stream().filter(exit -> exit.requested()).map(exit -> exit.at());
    Stream<Instant> anew =
        machine.boots().stream()
            .filter(boot -> boot.start() != null && boot.served() != null)
            .filter(boot -> DownMachines.wasUp(boot, logEnd))
            .map(boot -> Objects.requireNonNull(boot.start()).at());
    return Stream.concat(stopped, anew)
        .filter(at -> from != null && at.isAfter(from))
        .min(Comparator.naturalOrder())
        .orElse(logEnd);
  }
}
