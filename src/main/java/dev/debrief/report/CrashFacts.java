package dev.debrief.report;

import dev.debrief.model.Details;
import dev.debrief.model.Evidence;
import dev.debrief.model.Finding;
import dev.debrief.model.FindingKind;
import dev.debrief.report.Incident.Found;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How the machines crashed: totals, bursts, exits at one instant, budgets. */
final class CrashFacts {
  private static final int MOST_BURSTS = 8;

  private final Incident incident;
  private final Telling telling;

  CrashFacts(Incident incident, Telling telling) {
    this.incident = incident;
    this.telling = telling;
  }

  /** All of it as sentences, the total first. */
  List<String> sentences() {
    List<String> out = new ArrayList<>();
    if (!incident.crashes().isEmpty()) {
      out.add(total(incident.crashes()));
    }
    bursts(out);
    together(out);
    explained(out, FindingKind.RESTART_BUDGET);
    explained(out, FindingKind.SUPERVISOR_BUDGET);
    return out;
  }

  /** How many exits nobody asked for, from when to when, and how they ended; at least one is. */
  String total(List<Found<Details.Exit>> crashes) {
    Map<String, Long> ways = new TreeMap<>();
    crashes.forEach(exit -> ways.merge(Observations.exitWords(exit.details()), 1L, Long::sum));
    String words =
        ways.size() == 1
            ? ways.keySet().iterator().next()
            : Wording.list(
                ways.entrySet().stream()
                    .map(way -> way.getValue() + " with " + way.getKey())
                    .toList());
    List<Evidence> lines = new ArrayList<>(firsts(crashes.getFirst()));
    lines.addAll(firsts(crashes.getLast()));
    return telling.say(
        crashes.size() == 1
            ? "One unrequested exit, at "
                + Wording.at(crashes.getFirst().start())
                + " UTC: "
                + words
            : Wording.count(crashes.size(), "unrequested exit", "unrequested exits")
                + " between "
                + Wording.at(crashes.getFirst().start())
                + " and "
                + Wording.at(crashes.getLast().start())
                + " UTC"
                + (ways.size() == 1 ? ", all alike: " : ": ")
                + words,
        lines);
  }

  private void bursts(List<String> out) {
    List<Found<Details.RestartBurst>> bursts = incident.all(Details.RestartBurst.class);
    if (bursts.size() > MOST_BURSTS) {
      out.add(
          telling.say(
              Wording.count(bursts.size(), "crash loop", "crash loops")
                  + " in all; the greatest are these",
              bursts.stream()
                  .flatMap(burst -> burst.finding().evidence().stream().limit(1))
                  .toList()));
    }
    for (Found<Details.RestartBurst> burst :
        bursts.stream()
            .sorted(Comparator.comparingInt(one -> -one.details().count()))
            .limit(MOST_BURSTS)
            .sorted(Comparator.comparing(Found::start))
            .toList()) {
      out.add(
          telling.say(
              "Machine "
                  + telling.codes(burst.finding().machines())
                  + " crashed "
                  + Wording.count(burst.details().count(), "time", "times")
                  + " between "
                  + Wording.at(burst.start())
                  + " and "
                  + Wording.at(burst.end())
                  + " UTC, at most "
                  + burst.details().peak()
                  + " in five minutes",
              burst.finding().evidence()));
    }
  }

  private void together(List<String> out) {
    List<Found<Details.SimultaneousExit>> all = incident.all(Details.SimultaneousExit.class);
    if (all.isEmpty()) {
      return;
    }
    long most = all.stream().mapToLong(exit -> exit.details().spreadMillis()).max().orElse(0);
    out.add(
        telling.say(
            Wording.count(all.size(), "time", "times")
                + " two or more machines exited "
                + spread(most)
                + ", first at "
                + Wording.at(all.getFirst().start())
                + " UTC",
            all.getFirst().finding().evidence()));
  }

  /** {@code in the same millisecond}, {@code within 12 ms of each other}. */
  static String spread(long millis) {
    return millis == 0 ? "in the same millisecond" : "within " + millis + " ms of each other";
  }

  /** What the analysis says of a kind of finding: once, for all the machines it says it of. */
  private void explained(List<String> out, FindingKind kind) {
    Map<String, List<Finding>> byWords = new LinkedHashMap<>();
    incident.dossier().conclusions().findings().stream()
        .filter(finding -> finding.kind() == kind)
        .forEach(
            finding ->
                byWords
                    .computeIfAbsent(
                        finding.explanation().isBlank() ? finding.title() : finding.explanation(),
                        words -> new ArrayList<>())
                    .add(finding));
    byWords.entrySet().stream()
        .limit(2)
        .forEach(
            said -> {
              List<String> machines =
                  said.getValue().stream()
                      .flatMap(finding -> finding.machines().stream())
                      .distinct()
                      .toList();
              List<Evidence> lines =
                  said.getValue().stream()
                      .flatMap(finding -> finding.evidence().stream().limit(1))
                      .toList();
              out.add(
                  telling.say(
                      (machines.isEmpty() ? "" : telling.codes(machines) + ": ")
                          + telling.text(said.getKey()),
                      lines));
            });
  }

  private static List<Evidence> firsts(Found<Details.Exit> exit) {
    return exit.finding().evidence().stream().limit(1).toList();
  }
}
