package dev.debrief.analysis.life;

import dev.debrief.analysis.Findings;
import dev.debrief.analysis.Wording;
import dev.debrief.analysis.line.Signals;
import dev.debrief.model.Details;
import dev.debrief.model.Finding;
import dev.debrief.model.Precision;
import dev.debrief.model.Severity;
import java.util.ArrayList;
import java.util.List;

/** Each exit as a finding. */
public final class ExitFindings {
  private ExitFindings() {}

  /** One finding for every exit, a one-off's that ended as it should, with 0, among them. */
  public static List<Finding> of(List<MachineHistory> machines) {
    List<Finding> findings = new ArrayList<>();
    for (MachineHistory machine : machines) {
      for (Exit exit : machine.exits()) {
        findings.add(finding(exit));
      }
    }
    return findings;
  }

  private static Finding finding(Exit exit) {
    String reason = reason(exit);
    return Findings.of(
        exit.at(),
        null,
        List.of(exit.machine()),
        exit.requested() || reason.equals(Details.Exit.FINISHED)
            ? Severity.INFO
            : exit.oneOff() ? Severity.WARNING : Severity.CRITICAL,
        confidence(exit),
        title(exit),
        explanation(exit),
        exit.evidence(),
        new Details.Exit(exit.code(), exit.signal(), exit.oom(), exit.requested(), reason));
  }

  private static String reason(Exit exit) {
    if (!exit.oneOff() || !exit.reason().equals("crash")) {
      return exit.reason();
    }
    return Integer.valueOf(0).equals(exit.code()) ? Details.Exit.FINISHED : "release_command";
  }

  private static double confidence(Exit exit) {
    if (exit.supposed()) {
      return 0.6;
    }
    if (exit.code() == null && exit.signal() == null) {
      return 0.8;
    }
    return exit.fromEvent() && exit.fromLog() ? 0.99 : 0.97;
  }

  private static String title(Exit exit) {
    String machine = exit.machine().isEmpty() ? "A machine" : exit.machine();
    if (exit.supposed()) {
      return machine + " ended without a line that says so, and booted again";
    }
    String how = how(exit);
    return switch (exit.reason()) {
      case "oom" -> machine + " ran out of memory: the kernel killed the program";
      case "deploy" -> machine + " stopped for a deploy" + how;
      case "autostop" -> machine + " was put to sleep for want of traffic" + how;
      case "user" -> machine + " was stopped by a person" + how;
      case "platform" -> machine + " was stopped by the platform" + how;
      case "kill_timeout" -> machine + " was asked to stop, did not in time, and was killed" + how;
      case "unknown" -> machine + " stopped on request" + how;
      default ->
          (exit.oneOff() ? "One-off " + machine + " ended" : machine + " exited unasked") + how;
    };
  }

  private static String how(Exit exit) {
    if (exit.signal() != null) {
      return " (" + exit.signal() + ")";
    }
    return exit.code() == null ? "" : " with code " + exit.code();
  }

  private static String explanation(Exit exit) {
    if (exit.supposed()) {
      return "The log shows the next boot of this machine and not how it ended before: neither its"
          + " code nor its exact time is known. The last line before that boot gives the time. No"
          + " line tells of a stop that was asked for, and it is one of several in a row.";
    }
    StringBuilder text = new StringBuilder();
    Integer code = exit.code();
    if (exit.oom()) {
      text.append("The kernel's log or the platform says that memory ran out, so the signal came");
      text.append(" from the kernel and not from a person or a deploy.");
    } else if (exit.signal() != null) {
      text.append("The main process died of ").append(exit.signal()).append('.');
      if (exit.signal().equals("SIGKILL") && !exit.requested()) {
        text.append(" No line tells of want of memory and none of a stop that was asked for,");
        text.append(" so who sent it is not known.");
      }
    } else if (code == null) {
      text.append("The machine went down; no line gives its exit code.");
    } else if (code == 0 && exit.oneOff()) {
      text.append("The program did what it was started for and ended with 0.");
    } else if (code == 0 && !exit.requested()) {
      text.append("The program ended by itself with 0. The platform does not restart it");
      text.append(" under the policy on-failure.");
    } else if (code > 128 && Signals.number(Signals.named(code - 128).orElse("")).isPresent()) {
      text.append("Code ").append(code).append(" is how a shell or wrapper reports that its child");
      text.append(" died of ").append(Signals.named(code - 128).orElse("")).append('.');
      if (code == 137) {
        text.append(" No line tells of want of memory: 137 alone does not show that.");
      }
    } else {
      text.append("The main process left with code ").append(code).append('.');
    }
    if (exit.oomBeside()) {
      text.append(" The kernel had killed another process of this machine for want of memory");
      text.append(" shortly before.");
    }
    text.append(
        exit.requested()
            ? " It was asked for: a signal was sent to it, or its events say so."
            : exit.oneOff()
                ? " The machine ran a release command or another one-off."
                : " No stop was asked for before it.");
    if (!exit.moment().precision().atLeast(Precision.MILLISECOND)) {
      text.append(" Its time is known to within ")
          .append(Wording.length(exit.moment().precision().width()))
          .append('.');
    }
    if (!exit.fromLog()) {
      text.append(" Only the machine's events tell of it; the log has no line.");
    }
    return text.toString();
  }
}
