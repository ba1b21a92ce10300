package dev.debrief.analysis.outage;

import dev.debrief.analysis.life.Boot;
import dev.debrief.analysis.life.Exit;
import dev.debrief.analysis.life.MachineHistory;
import dev.debrief.analysis.life.Mark;
import dev.debrief.analysis.line.PlatformLine;
import dev.debrief.model.Change;
import dev.debrief.model.ChangeKind;
import dev.debrief.model.Details;
import dev.debrief.model.Evidence;
import dev.debrief.model.MachineEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** When an outage was noticed and when it was over, each between two lines. */
final class OutagePhases {
  /** A time shorter than this between a boot and the recovery is a part of the recovery. */
  private static final Duration EASED = Duration.ofMinutes(1);

  private OutagePhases() {}

  /**
   * The platform's checks, or the first thing that people did about it, whichever came first; null
   * where neither shows.
   */
  static Details.Outage.@Nullable Phase detected(
      Span span, List<MachineHistory> machines, List<Change> changes) {
    Change answer =
        changes.stream()
            .filter(
                change ->
                    change.kind() != ChangeKind.COMMIT
                        && change.moment().known()
                        && change.moment().at().isAfter(span.from())
                        && change.moment().at().isBefore(span.to()))
            .findFirst()
            .orElse(null);
    @Nullable Mark first = null;
    for (MachineHistory machine : machines) {
      for (Mark mark : machine.marks(span.from(), span.to())) {
        boolean notices =
            mark.line() instanceof PlatformLine.CheckFailed
                || mark.line() instanceof PlatformLine.GaveUp;
        if (notices
            && !mark.at().isBefore(span.from())
            && !mark.at().isAfter(span.to())
            && (first == null || mark.at().isBefore(first.at()))) {
          first = mark;
        }
      }
    }
    if (answer != null && (first == null || answer.moment().at().isBefore(first.at()))) {
      return new Details.Outage.Phase(
          span.from(),
          answer.moment().at(),
          null,
          answer.evidence().isEmpty() ? null : answer.evidence().getFirst());
    }
    return first == null
        ? null
        : new Details.Outage.Phase(span.from(), first.at(), null, first.evidence());
  }

  /**
   * When machines ran again though the app still failed: between the last crash and the sign that
   * one of them was up; null where there was no such time.
   *
   * @param none times when no machine was well
   */
  static Details.Outage.@Nullable Phase mitigated(
      Span span, List<Span> none, List<MachineHistory> machines) {
    Instant up =
        none.stream()
            .filter(own -> !own.from().isBefore(span.from()) && !own.to().isAfter(span.to()))
            .map(Span::to)
            .max(Comparator.naturalOrder())
            .orElse(Instant.MAX);
    if (up.isAfter(span.to().minus(EASED))) {
      return null;
    }
    @Nullable Exit last = null;
    @Nullable Evidence sign = null;
    for (MachineHistory machine : machines) {
      for (Exit exit : machine.exits()) {
        boolean later = last == null || exit.at().isAfter(last.at());
        if (exit.crash() && !exit.at().isAfter(up) && later) {
          last = exit;
        }
      }
      sign = sign == null ? sign(machine, up) : sign;
    }
    return last == null || last.at().isBefore(span.from())
        ? new Details.Outage.Phase(up, up, null, sign)
        : new Details.Outage.Phase(last.at(), up, last.evidence().getFirst(), sign);
  }

  /**
   * Whether a machine's check passes again at an instant, so that a boot before it was not well.
   */
  private static boolean passesAt(MachineHistory machine, Instant at) {
    return machine.marks(at, at).stream()
        .anyMatch(mark -> mark.line() instanceof PlatformLine.CheckPassing && mark.at().equals(at));
  }

  /** The line that shows a machine up at an instant, null where it has none. */
  private static @Nullable Evidence sign(MachineHistory machine, Instant up) {
    for (Boot boot : machine.boots()) {
      if (up.equals(boot.up())) {
        @Nullable Mark mark = boot.ready() != null ? boot.ready() : boot.served();
        return mark != null ? mark.evidence() : boot.evidence();
      }
    }
    for (Mark mark : machine.marks(up, up)) {
      if (mark.line() instanceof PlatformLine.CheckPassing && mark.at().equals(up)) {
        return mark.evidence();
      }
    }
    for (MachineEvent event : machine.events()) {
      if (event.moment().at().equals(up)) {
        return event.evidence();
      }
    }
    return null;
  }

  /** The first good answer, ready line or passing check after the last failure. */
  static Details.Outage.Phase recovery(
      Instant lastFailure,
      @Nullable Evidence lastLine,
      Span span,
      Requests requests,
      List<MachineHistory> machines,
      LogExtent log) {
    @Nullable Instant at = null;
    @Nullable Evidence line = null;
    for (Answers slice : requests.between(lastFailure, log.last())) {
      Answers.Seen ok = slice.firstOk();
      if (ok != null && !ok.at().isAfter(lastFailure)) {
        ok = slice.lastOk();
      }
      if (ok != null && ok.at().isAfter(lastFailure)) {
        at = ok.at();
        line = ok.evidence();
        break;
      }
    }
    for (MachineHistory machine : machines) {
      boolean passes =
          passesAt(machine, span.to()); // Not for each boot: a crash loop has thousands.
      for (Boot boot : machine.boots()) {
        Instant up = boot.up();
        Mark sign = boot.ready() != null ? boot.ready() : boot.served();
        boolean held = boot.exit() == null || DownMachines.wasUp(boot, log.last());
        boolean checked = up != null && (!up.isBefore(span.to()) || !passes);
        if (up != null
            && held
            && checked
            && up.isAfter(lastFailure)
            && (at == null || up.isBefore(at))) {
          at = up;
          line = sign != null ? sign.evidence() : boot.evidence();
        }
      }
      for (Mark mark : machine.marks()) {
        if (mark.line() instanceof PlatformLine.CheckPassing
            && mark.at().isAfter(lastFailure)
            && !mark.at().isBefore(span.to())
            && (at == null || mark.at().isBefore(at))) {
          at = mark.at();
          line = mark.evidence();
        }
      }
    }
    if (at == null && log.last().isBefore(lastFailure)) {
      return afterTheLog(lastFailure, lastLine, span, machines);
    }
    if (at == null) {
      return new Details.Outage.Phase(lastFailure, log.last(), lastLine, log.lastLine());
    }
    return new Details.Outage.Phase(lastFailure, at, lastLine, line);
  }

  /** Where only machine events tell of the failures, a start among them ends what they tell. */
  private static Details.Outage.Phase afterTheLog(
      Instant lastFailure, @Nullable Evidence lastLine, Span span, List<MachineHistory> machines) {
    @Nullable Evidence start = null;
    for (MachineHistory machine : machines) {
      start = start == null ? sign(machine, span.to()) : start;
    }
    return start == null || span.to().isBefore(lastFailure)
        ? new Details.Outage.Phase(lastFailure, lastFailure, lastLine, null)
        : new Details.Outage.Phase(lastFailure, span.to(), lastLine, start);
  }
}
