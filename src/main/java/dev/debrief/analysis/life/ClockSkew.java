package dev.debrief.analysis.life;

import dev.debrief.model.MachineEvent;
import dev.debrief.model.Moment;
import dev.debrief.model.Precision;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * How far the clock of a machine's events runs ahead of the log's. The host stamps the one and the
 * log's pipeline the other; where they differ by more than a moment, an exit that both tell of
 * would count twice. Exits a constant time apart in both show it.
 */
final class ClockSkew {
  /** A host farther off than this is no host of this decade. */
  private static final Duration MOST = Duration.ofMinutes(2);

  /** Fewer exits the same time apart may be chance. */
  private static final int LEAST = 3;

  /** Logs as text tell whole seconds, so that the same difference varies by one. */
  private static final long SAME_MILLIS = 1_000;

  private ClockSkew() {}

  /** How far the events are ahead, negative where behind; zero where nothing shows that. */
  static Duration of(List<ExitDraft> drafts, List<MachineEvent> events) {
    List<ExitDraft> logged = drafts.stream().filter(draft -> draft.main != null).toList();
    List<MachineEvent> exact =
        events.stream().filter(event -> event.exit() != null && event.exit().at() != null).toList();
    if (logged.size() < LEAST || exact.size() < LEAST) {
      return Duration.ZERO;
    }
    int plain = agreeing(logged, exact, 0, EventExits.EXACT.toMillis()).size();
    if (plain * 2 > Math.min(logged.size(), exact.size())) {
      return Duration.ZERO;
    }
    List<Long> best = List.of();
    for (MachineEvent event : exact) {
      for (ExitDraft draft : logged) {
        long off = off(draft, event);
        if (Math.abs(off) > MOST.toMillis()) {
          continue;
        }
        List<Long> agreeing = agreeing(logged, exact, off, SAME_MILLIS);
        boolean more = agreeing.size() > best.size();
        boolean nearer =
            agreeing.size() == best.size() && Math.abs(middle(agreeing)) < Math.abs(middle(best));
        if (more || nearer) {
          best = agreeing;
        }
      }
    }
    return best.size() >= LEAST && best.size() > 2 * plain
        ? Duration.ofMillis(middle(best))
        : Duration.ZERO;
  }

  /** The events by the log's clock, no finer than the log shows. */
  static List<MachineEvent> putBack(List<MachineEvent> events, Duration ahead) {
    if (ahead.isZero()) {
      return events;
    }
    List<MachineEvent> put = new ArrayList<>();
    for (MachineEvent event : events) {
      MachineEvent.Exit exit = event.exit();
      Instant told = exit != null && exit.at() != null ? exit.at() : event.moment().at();
      Precision precision =
          event.moment().precision().atLeast(Precision.SECOND)
              ? Precision.SECOND
              : event.moment().precision();
      put.add(
          new MachineEvent(
              event.evidence(),
              event.lines(),
              new Moment(told.minus(ahead), precision, event.moment().clock()),
              event.app(),
              event.machine(),
              event.region(),
              event.type(),
              event.status(),
              event.source(),
              exit == null
                  ? null
                  : new MachineEvent.Exit(
                      exit.code(),
                      exit.signal(),
                      exit.oomKilled(),
                      exit.requestedStop(),
                      exit.restarting(),
                      exit.restartCount(),
                      null)));
    }
    return put;
  }

  /** By how much each event is off the exit of the log that lies about so far from it. */
  private static List<Long> agreeing(
      List<ExitDraft> drafts, List<MachineEvent> events, long off, long within) {
    List<Long> agreeing = new ArrayList<>();
    for (MachineEvent event : events) {
      for (ExitDraft draft : drafts) {
        long own = off(draft, event);
        if (Math.abs(own - off) <= within) {
          agreeing.add(own);
          break;
        }
      }
    }
    return agreeing;
  }

  private static long off(ExitDraft draft, MachineEvent event) {
    return Duration.between(draft.at(), ExitDraft.eventAt(event)).toMillis();
  }

  private static long middle(List<Long> offs) {
    return offs.stream().sorted().skip(offs.size() / 2).findFirst().orElse(Long.MAX_VALUE);
  }
}
