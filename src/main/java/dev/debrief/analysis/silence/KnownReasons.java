package dev.debrief.analysis.silence;

import dev.debrief.analysis.life.Exit;
import dev.debrief.analysis.life.MachineHistory;
import dev.debrief.analysis.outage.AwakeMachines;
import dev.debrief.analysis.outage.LogExtent;
import dev.debrief.analysis.outage.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What explains a silence without more: the process was dead, stopped on request or asleep, the log
 * is missing, the app was failing, or a change took the line out of the program. Each of these is
 * told by a finding of its own, so that a silence it explains is none.
 */
public final class KnownReasons {
  /** A change this shortly before may have taken the line out of the program. */
  private static final Duration CHANGED = Duration.ofMinutes(20);

  /** A failure this shortly before a silence began it. */
  private static final Duration FAILED = Duration.ofSeconds(60);

  private final LogExtent log;
  private final List<MachineHistory> machines;
  private final List<Span> failures;
  private final List<Instant> changes;
  private final Captures captures;

  /**
   * The reasons of one case.
   *
   * @param failures times of outages, crashes and missing log
   * @param changes when changes took effect
   */
  public KnownReasons(
      LogExtent log,
      List<MachineHistory> machines,
      List<Span> failures,
      List<Instant> changes,
      Captures captures) {
    this.log = log;
    this.machines = List.copyOf(machines);
    this.failures = List.copyOf(failures);
    this.changes = List.copyOf(changes);
    this.captures = captures;
  }

  /** Whether any of them explains why these machines' lines stopped coming. */
  boolean explain(Collection<String> spoke, Pause pause) {
    Instant from = pause.from().minus(FAILED);
    boolean failing =
        failures.stream()
            .anyMatch(span -> span.from().isBefore(pause.to()) && from.isBefore(span.to()));
    boolean changed =
        changes.stream()
            .anyMatch(
                at ->
                    at.isAfter(pause.from().minus(CHANGED))
                        && at.isBefore(pause.from().plus(CHANGED)));
    return failing
        || changed
        || !ranThroughout(spoke, pause)
        || !captures.cover(spoke, pause.from(), pause.to());
  }

  /**
   * A pause up to where somebody stopped one of the machines, or a release did: whoever was silent
   * until then was not silent because of it. A machine that sleeps when it has nothing to do was
   * idle before it as well, so that its pause stays whole.
   */
  @Nullable Pause untilStopped(Collection<String> spoke, @Nullable Pause pause) {
    if (pause == null) {
      return null;
    }
    @Nullable Exit first = null;
    for (MachineHistory machine : machines) {
      if (!spoke.contains(machine.machine())) {
        continue;
      }
      for (Exit exit : machine.exits(pause.from(), pause.to())) {
        boolean asked = exit.requested() && !exit.reason().equals("autostop");
        if (asked
            && exit.at().isBefore(pause.to())
            && (first == null || exit.at().isBefore(first.at()))) {
          first = exit;
        }
      }
    }
    return first == null
        ? pause
        : new Pause(pause.from(), first.at(), pause.before(), first.evidence().getFirst());
  }

  /** Whether all machines that it spoke from ran on; one that slept may have taken it along. */
  private boolean ranThroughout(Collection<String> spoke, Pause pause) {
    boolean any = false;
    for (MachineHistory machine : machines) {
      if (!spoke.contains(machine.machine())) {
        continue;
      }
      boolean ran =
          AwakeMachines.of(machine, log.first(), log.last()).stream()
              .anyMatch(
                  span ->
                      !span.from().isAfter(pause.from())
                          && !span.to().isBefore(pause.to().minusSeconds(1)));
      if (!ran) {
        return false;
      }
      any = true;
    }
    return any;
  }
}
