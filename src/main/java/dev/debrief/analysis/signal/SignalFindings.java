package dev.debrief.analysis.signal;

import dev.debrief.analysis.Findings;
import dev.debrief.analysis.Wording;
import dev.debrief.analysis.life.Boot;
import dev.debrief.analysis.life.Exit;
import dev.debrief.analysis.life.MachineHistory;
import dev.debrief.analysis.life.Mark;
import dev.debrief.analysis.line.PlatformLine;
import dev.debrief.model.Details;
import dev.debrief.model.Finding;
import dev.debrief.model.Order;
import dev.debrief.model.Severity;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Signals that were sent to a main process or ended one, each a finding of its own. An app's text
 * that names a signal is no delivery, nor is the end of the platform's ssh service.
 */
public final class SignalFindings {
  /** The runtime's word on a signal follows its sending within this. */
  private static final Duration HEARD = Duration.ofSeconds(10);

  private SignalFindings() {}

  /** All of them, reaped children's runs among them. */
  public static List<Finding> of(List<MachineHistory> machines) {
    List<Finding> findings = new ArrayList<>();
    for (MachineHistory machine : machines) {
      for (Boot boot : machine.boots()) {
        sent(machine, boot, findings);
      }
      for (Exit exit : machine.exits()) {
        if (exit.signal() != null && !alreadySent(machine, exit)) {
          findings.add(fatal(machine, exit, exit.signal()));
        }
      }
    }
    findings.addAll(ReapedChildren.of(machines));
    return findings;
  }

  private static void sent(MachineHistory machine, Boot boot, List<Finding> findings) {
    @Nullable Mark last = null;
    for (Boot.SignalMark signal : boot.signals()) {
      Mark mark = signal.mark();
      switch (mark.line()) {
        case PlatformLine.SignalSent said -> {
          findings.add(delivered(machine, boot, signal, said.signal()));
          last = mark;
        }
        case PlatformLine.BeamStopping said -> {
          if (last == null || Duration.between(last.at(), mark.at()).abs().compareTo(HEARD) > 0) {
            findings.add(heard(machine, boot, mark, said.signal()));
            last = mark;
          }
        }
        case PlatformLine.BeamHalted said -> {
          if (boot.exit() == null || !said.signal().equals(boot.exit().signal())) {
            findings.add(halted(machine, boot, mark, said.signal()));
          }
        }
        default -> {}
      }
    }
  }

  private static Finding delivered(
      MachineHistory machine, Boot boot, Boot.SignalMark signal, String name) {
    boolean late = signal.afterExit();
    @Nullable Exit exit = boot.exit();
    String title =
        late
            ? name + " was sent to " + machine.machine() + " after its program had ended"
            : machine.machine() + " was asked to stop with " + name;
    String text;
    if (late) {
      text =
          "The line stands after the exit of the same boot, on the same machine and from the same"
              + " writer, so the signal can't have caused that exit.";
    } else if (exit == null) {
      text = "The platform passes on a stop that was asked for. The log does not show its exit.";
    } else {
      text =
          "The platform passes on a stop that was asked for ("
              + exit.reason()
              + "); the program ended "
              + Wording.length(Duration.between(signal.mark().at(), exit.at()).abs())
              + " later.";
    }
    if (exit != null && exit.moment().orderAgainst(signal.mark().moment()) == Order.UNKNOWN) {
      text +=
          " Their stamps share a second and can't order them; the order is that of the lines, both"
              + " written by the machine's init.";
    }
    return Findings.of(
        signal.mark().at(),
        null,
        List.of(machine.machine()),
        Severity.INFO,
        0.98,
        title,
        text,
        exit == null
            ? List.of(signal.mark().evidence())
            : List.of(signal.mark().evidence(), exit.evidence().getFirst()),
        new Details.Signal(
            name, late ? Details.SignalRole.INCIDENTAL : Details.SignalRole.REQUESTED, 1));
  }

  private static Finding heard(MachineHistory machine, Boot boot, Mark mark, String name) {
    @Nullable Exit exit = boot.exit();
    boolean asked = exit != null && exit.requested();
    return Findings.of(
        mark.at(),
        null,
        List.of(machine.machine()),
        Severity.INFO,
        asked ? 0.95 : 0.7,
        "The program on " + machine.machine() + " received " + name,
        asked
            ? "The runtime says so; the stop was asked for, as its exit shows."
            : "The runtime says so. No line tells who sent it.",
        List.of(mark.evidence()),
        new Details.Signal(
            name, asked ? Details.SignalRole.REQUESTED : Details.SignalRole.UNKNOWN, 1));
  }

  private static Finding halted(MachineHistory machine, Boot boot, Mark mark, String name) {
    @Nullable Exit exit = boot.exit();
    boolean before = exit != null && !exit.at().isBefore(mark.moment().earliest());
    return Findings.of(
        mark.at(),
        null,
        List.of(machine.machine()),
        before ? Severity.CRITICAL : Severity.WARNING,
        0.95,
        name + " halted the runtime on " + machine.machine(),
        "The runtime's own slogan says that it received "
            + name
            + ", which makes it write a crash dump and halt without an orderly shutdown.",
        List.of(mark.evidence()),
        new Details.Signal(name, Details.SignalRole.CAUSE, 1));
  }

  private static Finding fatal(MachineHistory machine, Exit exit, String name) {
    @Nullable Mark struck = exit.killedAt();
    String why;
    if (exit.oom()) {
      why = "The kernel sent it for want of memory.";
    } else if (exit.requested()) {
      why = "It ended a stop that was asked for and that the program did not finish in time.";
    } else {
      why = "Nobody asked for a stop before it. Who sent it, the log does not tell.";
    }
    return Findings.of(
        struck == null ? exit.at() : struck.at(),
        null,
        List.of(machine.machine()),
        exit.requested() ? Severity.INFO : Severity.CRITICAL,
        0.97,
        name + " ended the program on " + machine.machine(),
        why,
        struck == null
            ? exit.evidence()
            : Stream.concat(Stream.of(struck.evidence()), exit.evidence().stream()).toList(),
        new Details.Signal(
            name, exit.requested() ? Details.SignalRole.REQUESTED : Details.SignalRole.CAUSE, 1));
  }

  /** A main process that dies of the very signal that it was sent has one delivery, told above. */
  private static boolean alreadySent(MachineHistory machine, Exit exit) {
    for (Boot boot : machine.boots()) {
      if (boot.exit() == exit) {
        return boot.signals().stream()
            .anyMatch(
                signal ->
                    signal.mark().line() instanceof PlatformLine.SignalSent sent
                        && sent.signal().equals(exit.signal()));
      }
    }
    return false;
  }
}
