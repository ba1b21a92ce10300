package dev.debrief.analysis.change;

import dev.debrief.analysis.life.Boot;
import dev.debrief.analysis.life.MachineHistory;
import dev.debrief.analysis.life.Mark;
import dev.debrief.analysis.line.PlatformLine;
import dev.debrief.model.Change;
import dev.debrief.model.MachineEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When a change reached the machines. A release is written down before its rollout; the machines'
 * updates, pulled images and boots tell when it took effect.
 *
 * @param begin the change's own time
 * @param complete when the last machine that took it up had booted with it; {@code begin} where
 *     nothing tells
 */
record Rollout(Instant begin, Instant complete) {
  /** A rollout that takes longer has failed or waits. */
  private static final Duration LONGEST = Duration.ofMinutes(15);

  static Rollout of(Change change, Instant next, List<MachineHistory> machines) {
    Instant begin = change.moment().at();
    Instant limit = begin.plus(LONGEST);
    limit = next.isBefore(limit) ? next : limit;
    Instant complete = begin;
    for (MachineHistory machine : machines) {
      Instant reached = machine.oneOff() ? null : reached(machine, begin, limit);
      if (reached != null && reached.isAfter(complete)) {
        complete = reached;
      }
    }
    return new Rollout(begin, complete);
  }

  /** The first boot after the machine was told of it; null where nothing shows that it was. */
  private static @Nullable Instant reached(MachineHistory machine, Instant begin, Instant limit) {
    @Nullable Instant told = null;
    for (Mark mark : machine.marks(begin, limit)) {
      if (mark.line() instanceof PlatformLine.ImagePulled && in(mark.at(), begin, limit)) {
        told = earlier(told, mark.at());
      }
    }
    for (MachineEvent event : machine.events()) {
      boolean changes =
          event.type().equals("update")
              || (event.type().equals("stop") && event.source().equals("user"));
      if (changes && in(event.moment().at(), begin, limit)) {
        told = earlier(told, event.moment().at());
      }
    }
    for (var exit : machine.exits(begin, limit)) {
      if (exit.requested() && !exit.reason().equals("autostop") && in(exit.at(), begin, limit)) {
        told = earlier(told, exit.at());
      }
    }
    if (told == null) {
      return null;
    }
    for (Boot boot : machine.boots()) {
      Instant up = boot.up();
      if (boot.start() != null && boot.start().at().isAfter(told) && up != null) {
        return up.isBefore(limit) ? up : told;
      }
    }
    return told;
  }

  private static boolean in(Instant at, Instant from, Instant to) {
    return !at.isBefore(from) && at.isBefore(to);
  }

  private static Instant earlier(@Nullable Instant a, Instant b) {
    return a == null || b.isBefore(a) ? b : a;
  }
}
