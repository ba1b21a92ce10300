package dev.debrief.analysis.outage;

import dev.debrief.analysis.life.Boot;
import dev.debrief.analysis.life.Exit;
import dev.debrief.analysis.life.MachineHistory;
import dev.debrief.analysis.life.Mark;
import dev.debrief.analysis.line.PlatformLine;
import dev.debrief.model.Moment;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** When a machine ran, as far as log and events tell: from a boot to its exit. */
public final class AwakeMachines {
  private AwakeMachines() {}

  /** In order. A run whose beginning is not in the log is taken to reach back to its start. */
  public static List<Span> of(MachineHistory machine, Instant logStart, Instant logEnd) {
    List<Span> spans = new ArrayList<>();
    List<Boot> boots = machine.boots();
    NavigableSet<Instant> told = new TreeSet<>();
    for (Exit exit : machine.exits()) {
      if (!exit.fromLog()) {
        told.add(exit.at());
      }
    }
    for (int i = 0; i < boots.size(); i++) {
      Boot boot = boots.get(i);
      @Nullable Instant from = boot.start() == null ? null : boot.start().at();
      if (from == null) {
        // Running since before the log, if it said anything before its first exit or boot.
        from = i == 0 && machine.first() != null ? logStart : null;
      }
      if (from == null) {
        continue;
      }
      Instant to = logEnd;
      if (boot.exit() != null) {
        to = boot.exit().at();
      } else if (i + 1 < boots.size()) {
        @Nullable Moment next = boots.get(i + 1).start();
        to = next == null ? logEnd : next.at();
      }
      Instant end = stopTold(told, from, to);
      if (end.isAfter(from)) {
        spans.add(new Span(from, end));
      }
    }
    return Span.without(Span.united(spans, Duration.ZERO), asleep(machine, logEnd));
  }

  /** A suspended machine keeps its memory and shows no exit; any sign of it ends its sleep. */
  static List<Span> asleep(MachineHistory machine, Instant logEnd) {
    List<Span> asleep = new ArrayList<>();
    @Nullable Instant from = null;
    for (Mark mark : machine.marks()) {
      if (mark.line() instanceof PlatformLine.Autostop stop && stop.suspended()) {
        from = from == null ? mark.at() : from;
      } else if (from != null && mark.at().isAfter(from.plusSeconds(5))) {
        asleep.add(new Span(from, mark.at()));
        from = null;
      }
    }
    if (from != null) {
      asleep.add(new Span(from, logEnd));
    }
    return asleep;
  }

  /** An exit that only the events tell of ends a run as well. */
  private static Instant stopTold(NavigableSet<Instant> told, Instant from, Instant to) {
    @Nullable Instant first = told.higher(from);
    return first != null && first.isBefore(to) ? first : to;
  }
}
