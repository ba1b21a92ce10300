package dev.debrief.analysis.life;

import dev.debrief.analysis.line.PlatformLine;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads one machine's lines in order and cuts them into runs, each with at most one exit: init's
 * line leads, the clean-up, the reboot, the runner's line and late repeats belong to it.
 */
final class HistoryBuilder {
  /** Lines of one exit may trail this long; unmounting a volume can take most of a minute. */
  static final Duration TRAIL = Duration.ofSeconds(60);

  /** Boot lines of one boot lie within this. */
  static final Duration BOOT_SPREAD = Duration.ofMinutes(2);

  /** A stop asked for this long ago still explains an exit: the longest kill_timeout and a bit. */
  static final Duration STOP_LEAD = Duration.ofSeconds(330);

  /** A run whose parts are still coming in. */
  static final class Run {
    @Nullable Mark start;
    @Nullable Mark ready;
    @Nullable Mark served;
    String command = "";
    final Set<Class<?>> bootLines = new HashSet<>();
    final List<Boot.SignalMark> signals = new ArrayList<>();
    final List<Mark> asked = new ArrayList<>();
    @Nullable Mark autostop;
    @Nullable Mark trial;
    @Nullable Mark kernelOom;
    @Nullable ExitDraft exit;

    /** Whether the runner says that it made the machine's new version. */
    boolean created;
  }

  final List<Run> runs = new ArrayList<>();
  boolean neverRestarts;
  private Run run = new Run();

  /** Reads a machine's lines. */
  HistoryBuilder(List<Mark> marks) {
    runs.add(run);
    for (Mark mark : marks) {
      take(mark);
    }
    UnseenExits.suppose(runs);
    notePulls(marks);
  }

  private void take(Mark mark) {
    switch (mark.line()) {
      case PlatformLine.VmStarted vm -> boots(mark);
      case PlatformLine.InitStarted init -> boots(mark);
      case PlatformLine.Preparing preparing -> {
        boots(mark);
        run.command = preparing.command();
      }
      case PlatformLine.MachineStarted started -> started(mark);
      case PlatformLine.Ready ready -> {
        if (run.ready == null && run.exit == null) {
          run.ready = mark;
        }
      }
      case PlatformLine.Served served -> {
        if (run.served == null && run.exit == null) {
          run.served = mark;
        }
      }
      case PlatformLine.SignalSent sent -> {
        run.signals.add(new Boot.SignalMark(mark, run.exit != null));
        if (run.exit == null) {
          run.asked.add(mark);
        }
      }
      case PlatformLine.ChildReaped reaped -> {
        if (!reaped.signal().isEmpty()) {
          run.signals.add(new Boot.SignalMark(mark, run.exit != null));
        }
      }
      case PlatformLine.BeamStopping stopping ->
          run.signals.add(new Boot.SignalMark(mark, run.exit != null));
      case PlatformLine.BeamHalted halted ->
          run.signals.add(new Boot.SignalMark(mark, run.exit != null));
      case PlatformLine.Autostop stop -> run.autostop = mark;
      case PlatformLine.TrialStop trial -> run.trial = mark;
      case PlatformLine.KernelOom oom -> kernelOom(mark, oom);
      case PlatformLine.MainExited exited -> main(mark);
      case PlatformLine.MainKilled killed -> main(mark);
      case PlatformLine.SpawnFailed failed -> hint(mark);
      case PlatformLine.OomFound found -> hint(mark).oomFound = true;
      case PlatformLine.AbruptEnd abrupt -> hint(mark).abrupt = true;
      case PlatformLine.Reboot reboot -> hint(mark);
      case PlatformLine.RunnerExit exited -> {
        ExitDraft draft = hint(mark);
        if (draft.runnerCode == null) {
          draft.runnerCode = exited.code();
        }
      }
      case PlatformLine.NeverRestarts never -> neverRestarts = true;
      case PlatformLine.GaveUp gaveUp -> {}
      case PlatformLine.LastWord word -> {}
      case PlatformLine.ImagePulled pulled -> {}
      case PlatformLine.Waking waking -> {}
      case PlatformLine.Reachable reachable -> {}
      case PlatformLine.ProxyFailure failure -> {}
      case PlatformLine.CheckFailed failed -> {}
      case PlatformLine.CheckPassing passing -> {}
    }
  }

  private void boots(Mark mark) {
    boolean another =
        run.exit != null
            || run.bootLines.contains(mark.line().getClass())
            || (run.start == null && (run.ready != null || run.served != null))
            || (run.start != null && far(run.start, mark, BOOT_SPREAD));
    if (another) {
      begin();
    }
    if (run.start == null) {
      run.start = mark;
    }
    run.bootLines.add(mark.line().getClass());
  }

  /** The runner's word comes another way and may trail a quick crash. */
  private void started(Mark mark) {
    boolean trails =
        run.start != null
            && !run.bootLines.contains(PlatformLine.MachineStarted.class)
            && !far(run.start, mark, Duration.ofSeconds(run.exit == null ? 120 : 15));
    if (trails) {
      run.bootLines.add(PlatformLine.MachineStarted.class);
    } else if (run.start == null || run.exit != null || far(run.start, mark, BOOT_SPREAD)) {
      boots(mark);
    }
    run.created |= mark.line() instanceof PlatformLine.MachineStarted said && said.created();
  }

  private void main(Mark mark) {
    ExitDraft draft = run.exit;
    if (draft != null && draft.main != null) {
      if (draft.main.line().equals(mark.line()) && !far(draft.main, mark, Duration.ofSeconds(2))) {
        draft.evidence.add(mark.evidence());
        return;
      }
      // The main process ends once a boot: the boot between is not in the log.
      begin();
    } else if (draft != null && draft.first != null && far(draft.first, mark, TRAIL)) {
      begin();
    }
    hint(mark).main = mark;
  }

  private ExitDraft hint(Mark mark) {
    ExitDraft draft = run.exit;
    if (draft != null && draft.first != null && far(draft.first, mark, TRAIL.multipliedBy(2))) {
      begin();
      draft = null;
    }
    if (draft == null) {
      draft = new ExitDraft();
      run.exit = draft;
      for (Mark asked : run.asked) {
        if (!far(asked, mark, STOP_LEAD)) {
          draft.asked.add(asked);
        }
      }
      if (run.autostop != null && !far(run.autostop, mark, STOP_LEAD)) {
        draft.autostop = run.autostop;
      }
      if (run.trial != null && !far(run.trial, mark, STOP_LEAD)) {
        draft.trial = run.trial;
      }
      if (run.kernelOom != null
          && !far(run.kernelOom, mark, Duration.ofSeconds(ExitDraft.OOM_LEAD_SECONDS))) {
        draft.kernelOom = run.kernelOom;
      }
    }
    draft.hint(mark);
    return draft;
  }

  /** The kernel's own line leads its exit; the short repeat may trail by seconds. */
  private void kernelOom(Mark mark, PlatformLine.KernelOom oom) {
    if (run.exit != null) {
      if (oom.process().isEmpty()) {
        run.exit.evidence.add(mark.evidence());
      } else if (run.exit.kernelOom == null) {
        run.exit.kernelOom = mark;
      }
      return;
    }
    boolean repeat = oom.process().isEmpty() && runs.size() > 1 && justBooted(mark);
    if (repeat) {
      ExitDraft before = runs.get(runs.size() - 2).exit;
      if (before != null) {
        before.evidence.add(mark.evidence());
        return;
      }
    }
    if (run.kernelOom == null || !oom.process().isEmpty()) {
      run.kernelOom = mark;
    }
  }

  private boolean justBooted(Mark mark) {
    return run.start != null && !far(run.start, mark, Duration.ofSeconds(15));
  }

  private void begin() {
    run = new Run();
    runs.add(run);
  }

  /** An image pulled close to an exit makes it a deploy's. */
  private void notePulls(List<Mark> marks) {
    List<Instant> pulls = new ArrayList<>();
    for (Mark mark : marks) {
      if (mark.line() instanceof PlatformLine.ImagePulled) {
        pulls.add(mark.at());
      }
    }
    for (Run each : runs) {
      if (each.exit == null) {
        continue;
      }
      Instant at = each.exit.at();
      each.exit.pulled =
          pulls.stream()
              .anyMatch(
                  pull ->
                      pull.isAfter(at.minus(Duration.ofMinutes(5)))
                          && pull.isBefore(at.plus(Duration.ofMinutes(2))));
    }
  }

  private static boolean far(Mark a, Mark b, Duration most) {
    return Duration.between(a.at(), b.at()).abs().compareTo(most) > 0;
  }
}
