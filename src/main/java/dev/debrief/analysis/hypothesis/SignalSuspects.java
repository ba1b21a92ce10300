package dev.debrief.analysis.hypothesis;

import dev.debrief.analysis.Wording;
import dev.debrief.analysis.rule.Commands;
import dev.debrief.analysis.rule.RuleOutcome;
import dev.debrief.model.Details;
import dev.debrief.model.Details.SignalRole;
import dev.debrief.model.Finding;
import dev.debrief.model.Hypothesis;
import dev.debrief.model.Hypothesis.Standing;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;

/** Signals and stops that a reader of the log would suspect. */
final class SignalSuspects {
  /** What a program does to itself: it says how it ended, and its last words say why. */
  private static final Set<String> OWN =
      Set.of("SIGABRT", "SIGSEGV", "SIGBUS", "SIGILL", "SIGFPE", "SIGTRAP", "SIGSYS");

  private static final double MANNER = 0.3;

  private SignalSuspects() {}

  static List<Hypothesis> of(
      List<Finding> findings, List<RuleOutcome> outcomes, Failure failure, String app) {
    TreeMap<String, List<Finding>> bySignal = new TreeMap<>();
    List<Finding> autostops = new ArrayList<>();
    for (Finding finding : findings) {
      if (finding.details() instanceof Details.Signal signal) {
        bySignal.computeIfAbsent(signal.signal(), s -> new ArrayList<>()).add(finding);
      } else if (finding.details() instanceof Details.Exit exit
          && exit.reason().equals("autostop")) {
        autostops.add(finding);
      }
    }
    List<Hypothesis> suspects = new ArrayList<>();
    bySignal.forEach(
        (signal, told) -> {
          if (!hasRule(signal, outcomes) && !isKernels(signal, outcomes)) {
            suspects.addAll(signal(signal, told, failure, app));
          }
        });
    if (!autostops.isEmpty()) {
      suspects.add(autostop(autostops, app));
    }
    return suspects;
  }

  /** A rule that judges this signal says more than we can here. */
  private static boolean hasRule(String signal, List<RuleOutcome> outcomes) {
    String prefix = signal.toLowerCase(Locale.ROOT) + "-";
    return outcomes.stream()
        .anyMatch(
            outcome ->
                outcome.rule().id().startsWith(prefix)
                    && outcome.standing() != RuleOutcome.Standing.NOT_SEEN
                    && outcome.standing() != RuleOutcome.Standing.NOT_ASSESSED);
  }

  /** The kernel kills with SIGKILL for want of memory; the rule on that says it better. */
  private static boolean isKernels(String signal, List<RuleOutcome> outcomes) {
    return signal.equals("SIGKILL")
        && outcomes.stream()
            .anyMatch(
                outcome ->
                    outcome.rule().id().equals("oom-killed")
                        && outcome.standing() == RuleOutcome.Standing.MATCHED);
  }

  private static List<Hypothesis> signal(
      String signal, List<Finding> told, Failure failure, String app) {
    List<Finding> during =
        told.stream().filter(f -> failure.touches(f.start(), f.range().to())).toList();
    List<Finding> causes = during.stream().filter(f -> role(f) == SignalRole.CAUSE).toList();
    if (!causes.isEmpty()) {
      return List.of(
          suspect(
              signal,
              Standing.SUPPORTED,
              OWN.contains(signal) ? MANNER : 0.5,
              List.of(
                  Arguments.from(
                      signal
                          + " ended the main process "
                          + Wording.count(causes.size(), "time", "times")
                          + ".",
                      causes)),
              List.of(),
              OWN.contains(signal)
                  ? "A program brings "
                      + signal
                      + " on itself: what it printed last, or its core dump, says why."
                  : "Who sent "
                      + signal
                      + " decides it: the kernel, the platform's stop, or a person.",
              failure,
              app));
    }
    boolean incidental =
        !during.isEmpty() && during.stream().allMatch(f -> role(f) == SignalRole.INCIDENTAL);
    return incidental
        ? List.of(
            suspect(
                signal,
                Standing.RULED_OUT,
                0.1,
                List.of(),
                List.of(
                    Arguments.from(
                        "Each time it follows the exit or comes with healthy boots as well ("
                            + Wording.count(during.size(), "finding", "findings")
                            + "): it is not the cause.",
                        during)),
                "Nothing is left to decide.",
                failure,
                app))
        : List.of();
  }

  private static SignalRole role(Finding finding) {
    return finding.details() instanceof Details.Signal signal ? signal.role() : SignalRole.UNKNOWN;
  }

  private static Hypothesis suspect(
      String signal,
      Standing standing,
      double score,
      List<Hypothesis.Argument> support,
      List<Hypothesis.Argument> refutation,
      String decide,
      Failure failure,
      String app) {
    return new Hypothesis(
        "signal-" + signal.toLowerCase(Locale.ROOT),
        signal + " ended the program",
        standing,
        score,
        support,
        refutation,
        decide,
        Commands.filled("flyctl machine status {machine} --app {app}", app, failure.machine()));
  }

  private static Hypothesis autostop(List<Finding> autostops, String app) {
    return new Hypothesis(
        "autostop",
        "The proxy stopped the machines for want of traffic",
        Standing.RULED_OUT,
        0.1,
        List.of(),
        List.of(
            Arguments.from(
                String.format(
                    Locale.ROOT,
                    "%,d exits were asked for by the autostop. They are counted as sleep; the failure is"
                        + " made of exits and errors that nobody asked for.",
                    autostops.size()),
                autostops)),
        "Nothing is left to decide.",
        Commands.filled("flyctl config show --app {app}", app, ""));
  }
}
