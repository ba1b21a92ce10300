package dev.debrief.analysis.life;

import dev.debrief.analysis.line.PlatformLine;
import dev.debrief.analysis.line.Signals;
import dev.debrief.model.Clock;
import dev.debrief.model.Evidence;
import dev.debrief.model.MachineEvent;
import dev.debrief.model.Moment;
import dev.debrief.model.Precision;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What lines and events tell of one exit, until all of them are in. */
final class ExitDraft {
  /** A kernel's kill this long before an exit explains it: the longest tail seen in real dumps. */
  static final long OOM_LEAD_SECONDS = 30;

  final List<Evidence> evidence = new ArrayList<>();
  @Nullable Mark main;
  @Nullable Mark first;
  @Nullable Integer runnerCode;

  /** Whether no line tells of it: the machine booted again, so it had ended. */
  boolean supposed;

  boolean oomFound;
  boolean abrupt;
  @Nullable Mark kernelOom;
  final List<Mark> asked = new ArrayList<>();
  @Nullable Mark autostop;
  @Nullable Mark trial;
  boolean pulled;
  @Nullable MachineEvent event;
  String eventReason = "";

  /** The instant to compare with events: that of its main line, else of its first. */
  Instant at() {
    if (main != null) {
      return main.at();
    }
    if (first != null) {
      return first.at();
    }
    MachineEvent told = event;
    if (told == null) {
      throw new IllegalStateException("an exit that nothing tells of");
    }
    return eventAt(told);
  }

  static Instant eventAt(MachineEvent told) {
    return told.exit() != null && told.exit().at() != null ? told.exit().at() : told.moment().at();
  }

  void hint(Mark mark) {
    if (first == null) {
      first = mark;
    }
    evidence.add(mark.evidence());
  }

  private Moment moment() {
    MachineEvent told = event;
    Mark line = main != null ? main : first;
    if (line != null && line.moment().precision().atLeast(Precision.MILLISECOND)) {
      return line.moment();
    }
    if (told != null && told.exit() != null && told.exit().at() != null) {
      return new Moment(told.exit().at(), Precision.MILLISECOND, Clock.EVENT);
    }
    if (line != null) {
      return line.moment();
    }
    if (told == null) {
      throw new IllegalStateException("an exit that nothing tells of");
    }
    return told.moment();
  }

  Exit finish(String machine, boolean oneOff) {
    MachineEvent.Exit told = event == null ? null : event.exit();
    String signal = signal(told);
    Integer code = code(told, signal);
    boolean killed = "SIGKILL".equals(signal) || (code != null && code == 137);
    boolean oom =
        oomFound
            || (told != null && Boolean.TRUE.equals(told.oomKilled()))
            || (killed && kernelOom != null);
    boolean requested =
        !asked.isEmpty()
            || autostop != null
            || trial != null
            || (supposed && pulled)
            || (told != null && Boolean.TRUE.equals(told.requestedStop()))
            || eventReason.equals("user")
            || eventReason.equals("deploy")
            || eventReason.equals("autostop");
    // The kernel's kill is nobody's request, whatever was asked for beside it.
    if (oom && asked.isEmpty()) {
      requested = false;
    }
    Mark struck = oom ? (kernelOom != null ? kernelOom : main) : signal != null ? main : null;
    List<Evidence> lines = new ArrayList<>();
    if (main != null) {
      lines.add(main.evidence());
    }
    if (kernelOom != null) {
      lines.add(kernelOom.evidence());
    }
    asked.forEach(mark -> lines.add(mark.evidence()));
    lines.addAll(evidence);
    if (event != null) {
      lines.add(event.evidence());
    }
    return new Exit(
        machine,
        moment(),
        code,
        signal,
        oom,
        kernelOom != null && !oom,
        requested,
        reason(requested, oom, killed),
        oneOff,
        event != null,
        first != null && !supposed,
        supposed && event == null,
        struck,
        lines.stream().distinct().toList());
  }

  private @Nullable String signal(MachineEvent.@Nullable Exit told) {
    if (main != null && main.line() instanceof PlatformLine.MainKilled killed) {
      return killed.signal().isEmpty() ? null : killed.signal();
    }
    if (main != null) {
      return null;
    }
    if (oomFound || (abrupt && !asked.isEmpty())) {
      return "SIGKILL";
    }
    if (told != null && told.signal() != null && told.signal() > 0) {
      return Signals.named(told.signal()).orElse(null);
    }
    // The tables leave the signal out; there 128 + N is all that is told of it.
    if (told != null && told.signal() == null && told.code() != null && told.code() > 128) {
      return Signals.named(told.code() - 128).orElse(null);
    }
    return null;
  }

  private @Nullable Integer code(MachineEvent.@Nullable Exit told, @Nullable String signal) {
    if (main != null && main.line() instanceof PlatformLine.MainExited exited) {
      return exited.code();
    }
    if (told != null && told.code() != null) {
      return told.code();
    }
    if (runnerCode != null) {
      return runnerCode;
    }
    return signal == null ? null : Signals.number(signal).map(n -> 128 + n).orElse(null);
  }

  private String reason(boolean requested, boolean oom, boolean killed) {
    if (oom) {
      return "oom";
    }
    if (!requested) {
      return "crash";
    }
    if (!asked.isEmpty() && (killed || abrupt)) {
      return "kill_timeout";
    }
    if (trial != null) {
      return "platform";
    }
    if (autostop != null || eventReason.equals("autostop")) {
      return "autostop";
    }
    if (pulled || eventReason.equals("deploy")) {
      return "deploy";
    }
    return eventReason.isEmpty() ? "unknown" : eventReason;
  }
}
