package dev.debrief.analysis.signal;

import dev.debrief.analysis.Findings;
import dev.debrief.analysis.Wording;
import dev.debrief.analysis.life.Boot;
import dev.debrief.analysis.life.MachineHistory;
import dev.debrief.analysis.life.Mark;
import dev.debrief.analysis.line.PlatformLine;
import dev.debrief.analysis.statistics.FisherExact;
import dev.debrief.model.Details;
import dev.debrief.model.Evidence;
import dev.debrief.model.Finding;
import dev.debrief.model.Severity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Children that init collected after a signal: never the main process. A run of the same signal on
 * one machine is one finding, and the boots that held are counted against those that crashed.
 */
final class ReapedChildren {
  private ReapedChildren() {}

  /** How often boots of each sort show a signal before their exit. */
  private record Table(long heldWith, long heldWithout, long crashedWith, long crashedWithout) {
    double p() {
      return FisherExact.test(crashedWith, crashedWithout, heldWith, heldWithout);
    }
  }

  static List<Finding> of(List<MachineHistory> machines) {
    List<Finding> findings = new ArrayList<>();
    SortedMap<String, Table> tables = new TreeMap<>();
    for (MachineHistory machine : machines) {
      SortedMap<String, List<Boot.SignalMark>> runs = new TreeMap<>();
      for (Boot boot : machine.boots()) {
        for (Boot.SignalMark signal : boot.signals()) {
          if (signal.mark().line() instanceof PlatformLine.ChildReaped child) {
            runs.computeIfAbsent(child.signal(), name -> new ArrayList<>()).add(signal);
          }
        }
      }
      runs.forEach(
          (name, run) ->
              findings.add(
                  finding(
                      machine,
                      name,
                      run,
                      tables.computeIfAbsent(name, signal -> table(machines, signal)))));
    }
    return findings;
  }

  private static Table table(List<MachineHistory> machines, String name) {
    long heldWith = 0;
    long heldWithout = 0;
    long crashedWith = 0;
    long crashedWithout = 0;
    for (MachineHistory machine : machines) {
      for (Boot boot : machine.boots()) {
        if (boot.start() == null || machine.oneOff()) {
          continue;
        }
        boolean shows =
            boot.signals().stream()
                .anyMatch(
                    signal ->
                        !signal.afterExit()
                            && signal.mark().line() instanceof PlatformLine.ChildReaped child
                            && child.signal().equals(name));
        if (boot.held()) {
          heldWith += shows ? 1 : 0;
          heldWithout += shows ? 0 : 1;
        } else {
          crashedWith += shows ? 1 : 0;
          crashedWithout += shows ? 0 : 1;
        }
      }
    }
    return new Table(heldWith, heldWithout, crashedWith, crashedWithout);
  }

  private static Finding finding(
      MachineHistory machine, String name, List<Boot.SignalMark> run, Table table) {
    Instant start = run.getFirst().mark().at();
    Instant end = run.getLast().mark().at();
    long late = run.stream().filter(Boot.SignalMark::afterExit).count();
    List<Evidence> lines = run.stream().map(Boot.SignalMark::mark).map(Mark::evidence).toList();
    StringBuilder text = new StringBuilder();
    text.append("Init collected ").append(Wording.count(run.size(), "child", "children"));
    text.append(" of the program after ").append(name);
    text.append("; none of these lines is about the main process. ");
    if (late > 0) {
      text.append(late).append(" of them stand after the exit of their boot and can't have");
      text.append(" caused it. ");
    }
    text.append("Of the boots in this case that held, ").append(table.heldWith()).append(" of ");
    text.append(table.heldWith() + table.heldWithout()).append(" show it; of those that crashed, ");
    text.append(table.crashedWith()).append(" of ");
    text.append(table.crashedWith() + table.crashedWithout()).append(" show it before their exit");
    if (table.crashedWith() + table.crashedWithout() > 0
        && table.heldWith() + table.heldWithout() > 0) {
      text.append(" (Fisher's exact test: ").append(Wording.p(table.p())).append(").");
    } else {
      text.append('.');
    }
    return Findings.of(
        start,
        end.equals(start) ? null : end,
        List.of(machine.machine()),
        Severity.INFO,
        table.heldWith() > 0 || late > 0 ? 0.97 : 0.85,
        name
            + " reaped "
            + Wording.count(run.size(), "time", "times")
            + " on "
            + machine.machine()
            + ": not the cause",
        text.toString(),
        lines,
        new Details.Signal(name, Details.SignalRole.INCIDENTAL, run.size()));
  }
}
