package dev.debrief.analysis.life;

import dev.debrief.model.MachineEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Joins a machine's exit events with the exits that its log tells of; each pair is one exit. */
final class EventExits {
  /** An exit's own time in an event agrees with the log's within this. */
  static final Duration EXACT = Duration.ofSeconds(3);

  /** The event itself is written up to seconds after the exit. */
  static final Duration WRITTEN = Duration.ofSeconds(12);

  private EventExits() {}

  /** The log's drafts with what events tell joined in, and a draft for each further event. */
  static List<ExitDraft> join(List<ExitDraft> drafts, List<MachineEvent> events) {
    List<ExitDraft> all = new ArrayList<>(drafts);
    for (MachineEvent event : events) {
      if (event.exit() == null && !event.type().equals("exit")) {
        continue;
      }
      ExitDraft best = null;
      long distance = Long.MAX_VALUE;
      for (ExitDraft draft : drafts) {
        long off = distance(draft, event);
        if (draft.event == null && off >= 0 && off < distance) {
          best = draft;
          distance = off;
        }
      }
      if (best == null) {
        best = new ExitDraft();
        all.add(best);
      }
      best.event = event;
    }
    for (ExitDraft draft : all) {
      draft.eventReason = reason(draft, events);
    }
    all.sort(Comparator.comparing(ExitDraft::at));
    return all;
  }

  /** How far apart they lie, in ms, or -1 where they can't be the same exit. */
  private static long distance(ExitDraft draft, MachineEvent event) {
    Instant told = ExitDraft.eventAt(event);
    long off = Duration.between(draft.at(), told).toMillis();
    boolean exact = event.exit() != null && event.exit().at() != null;
    long early = exact ? EXACT.toMillis() : 2_000;
    long late = exact ? EXACT.toMillis() : WRITTEN.toMillis();
    return off >= -early && off <= late ? Math.abs(off) : -1;
  }

  /** Who asked, as the events before the exit tell, since the last start; empty where nobody. */
  private static String reason(ExitDraft draft, List<MachineEvent> events) {
    Instant at = draft.at();
    Instant from = at.minus(HistoryBuilder.STOP_LEAD);
    String reason = "";
    for (MachineEvent event : events) {
      Instant when = event.moment().at();
      if (event == draft.event || when.isBefore(from) || when.isAfter(at.plusSeconds(1))) {
        continue;
      }
      String who = event.source();
      switch (event.type()) {
        case "start", "launch", "exit" -> reason = when.isBefore(at) ? "" : reason;
        case "stop", "suspend" ->
            reason = who.equals("proxy") ? "autostop" : who.equals("user") ? "user" : reason;
        case "restart" -> reason = who.equals("user") ? "user" : reason;
        case "update", "destroy" -> reason = "deploy";
        default -> {}
      }
    }
    return reason;
  }
}
