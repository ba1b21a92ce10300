package dev.debrief.report;

import dev.debrief.model.Details;
import dev.debrief.model.Details.SignalRole;
import dev.debrief.model.Evidence;
import dev.debrief.model.FindingKind;
import dev.debrief.report.Incident.Found;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Crashes, silences, signals and errors as sentences. */
final class ObservationFacts {
  private final Incident incident;
  private final Telling telling;

  ObservationFacts(Incident incident, Telling telling) {
    this.incident = incident;
    this.telling = telling;
  }

  /** How the machines crashed: totals, bursts, exits at one instant, budgets. */
  List<String> crashes() {
    List<String> out = new ArrayList<>();
    List<Found<Details.Exit>> crashes = incident.crashes();
    if (!crashes.isEmpty()) {
      Map<String, Long> ways = new TreeMap<>();
      crashes.forEach(exit -> ways.merge(Observations.exitWords(exit.details()), 1L, Long::sum));
      List<String> words =
          ways.entrySet().stream().map(way -> way.getValue() + " with " + way.getKey()).toList();
      List<Evidence> lines = new ArrayList<>(firsts(crashes.getFirst()));
      lines.addAll(firsts(crashes.getLast()));
      out.add(
          telling.say(
              Wording.count(crashes.size(), "unrequested exit", "unrequested exits")
                  + " between "
                  + Wording.at(crashes.getFirst().start())
                  + " and "
                  + Wording.at(crashes.getLast().start())
                  + " UTC: "
                  + Wording.list(words),
              lines));
    }
    List<Found<Details.RestartBurst>> bursts = incident.all(Details.RestartBurst.class);
    if (bursts.size() > 8) {
      out.add(series(bursts));
    }
    for (Found<Details.RestartBurst> burst :
        bursts.stream()
            .sorted(Comparator.comparingInt(one -> -one.details().count()))
            .limit(8)
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
    together(out);
    explained(out, FindingKind.RESTART_BUDGET);
    explained(out, FindingKind.SUPERVISOR_BUDGET);
    return out;
  }

  private String series(List<Found<Details.RestartBurst>> bursts) {
    return telling.say(
        Wording.count(bursts.size(), "crash loop", "crash loops")
            + " in all; the greatest are these",
        bursts.stream().flatMap(burst -> burst.finding().evidence().stream().limit(1)).toList());
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
                + " two or more machines exited within "
                + most
                + " ms of each other, first at "
                + Wording.at(all.getFirst().start())
                + " UTC",
            all.getFirst().finding().evidence()));
  }

  private void explained(List<String> out, FindingKind kind) {
    incident.dossier().conclusions().findings().stream()
        .filter(finding -> finding.kind() == kind)
        .limit(4)
        .forEach(
            finding ->
                out.add(
                    telling.say(
                        telling.text(
                            finding.explanation().isBlank()
                                ? finding.title()
                                : finding.explanation()),
                        finding.evidence())));
  }

  /** Who was silent, and where the log is missing. */
  List<String> silences() {
    List<String> out = new ArrayList<>();
    Map<String, List<Found<Details.Silence>>> byEmitter = new TreeMap<>();
    for (Found<Details.Silence> silence : incident.all(Details.Silence.class)) {
      byEmitter
          .computeIfAbsent(
              silence.details().emitter() + " " + silence.details().mode(),
              name -> new ArrayList<>())
          .add(silence);
    }
    byEmitter.values().forEach(run -> out.add(silence(run)));
    return out;
  }

  private String silence(List<Found<Details.Silence>> run) {
    Found<Details.Silence> first = run.getFirst();
    List<Evidence> lines =
        run.stream().flatMap(one -> one.finding().evidence().stream().limit(1)).toList();
    if (run.size() == 1) {
      return telling.say(
          "From "
              + Wording.at(first.start())
              + " UTC "
              + Observations.silenceWords(first, telling).replace(" from here", ""),
          first.finding().evidence());
    }
    boolean absent = first.details().mode() == Details.SilenceMode.ABSENT_DESPITE_DEPENDENTS;
    return telling.say(
        telling.code(first.details().emitter())
            + (absent ? " writes no line in " : " writes far less than its own past says in ")
            + run.size()
            + " stretches between "
            + Wording.at(first.start())
            + " and "
            + Wording.at(run.getLast().end())
            + " UTC"
            + (absent ? ", while others report it missing" : ""),
        lines);
  }

  /** Where the log itself is missing. */
  List<String> gaps() {
    return incident.all(Details.LogGap.class).stream()
        .map(
            gap ->
                telling.say(
                    "The log is missing from "
                        + Wording.at(gap.start())
                        + " to "
                        + Wording.at(gap.end())
                        + " UTC",
                    gap.finding().evidence()))
        .toList();
  }

  /** Signals by name and part, those asked for last. */
  List<String> signals() {
    return signals(List.of(SignalRole.CAUSE, SignalRole.UNKNOWN, SignalRole.INCIDENTAL));
  }

  /** The signals that look like a cause and are none. */
  List<String> misleading() {
    return signals(List.of(SignalRole.INCIDENTAL));
  }

  private List<String> signals(List<SignalRole> roles) {
    List<String> out = new ArrayList<>();
    List<Found<Details.Signal>> all = incident.all(Details.Signal.class);
    for (SignalRole role : roles) {
      Map<String, List<Found<Details.Signal>>> byName = new TreeMap<>();
      all.stream()
          .filter(signal -> signal.details().role() == role)
          .forEach(
              signal ->
                  byName
                      .computeIfAbsent(signal.details().signal(), name -> new ArrayList<>())
                      .add(signal));
      for (Map.Entry<String, List<Found<Details.Signal>>> run : byName.entrySet()) {
        long count = run.getValue().stream().mapToLong(one -> one.details().count()).sum();
        out.add(
            telling.say(
                Wording.capital(
                    Observations.signalWords(run.getKey(), role)
                        + " ("
                        + Wording.count(count, "time", "times")
                        + ")"),
                run.getValue().getFirst().finding().evidence()));
      }
    }
    return out;
  }

  /** The errors that were new, loudest and most frequent first. */
  List<Map<String, Object>> errors() {
    return incident.all(Details.NewSignature.class).stream()
        .sorted(
            Comparator.<Found<Details.NewSignature>>comparingInt(
                    found -> -found.finding().severity().ordinal())
                .thenComparingLong(found -> -found.details().count())
                .thenComparing(Found::start))
        .limit(6)
        .map(
            found -> {
              String quote = telling.quoteFirst(found.finding().evidence());
              String shown = quote.isEmpty() ? telling.text(found.finding().title()) : quote;
              return Map.<String, Object>of(
                  "quote",
                  shown,
                  "count",
                  Long.toString(found.details().count()),
                  "first",
                  Wording.at(found.start()),
                  "sentence",
                  telling.say(
                      shown
                          + " — first at "
                          + Wording.at(found.start())
                          + " UTC, "
                          + Wording.count(found.details().count(), "time", "times"),
                      found.finding().evidence()));
            })
        .toList();
  }

  private static List<Evidence> firsts(Found<Details.Exit> exit) {
    return exit.finding().evidence().stream().limit(1).toList();
  }
}
