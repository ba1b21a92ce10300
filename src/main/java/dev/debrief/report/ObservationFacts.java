package dev.debrief.report;

import dev.debrief.model.Details;
import dev.debrief.model.Details.SignalRole;
import dev.debrief.model.Evidence;
import dev.debrief.report.Incident.Found;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Silences, signals and errors as sentences. */
final class ObservationFacts {
  /** How many new errors a reader is shown: the loudest. */
  private static final int MOST_ERRORS = 3;

  private final Incident incident;
  private final Telling telling;

  ObservationFacts(Incident incident, Telling telling) {
    this.incident = incident;
    this.telling = telling;
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

  /** The signals that look like a cause and are none; none where there is nothing to cause. */
  List<String> misleading() {
    return incident.trouble().isEmpty() ? List.of() : signals(List.of(SignalRole.INCIDENTAL));
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

  /**
   * The errors that were new and that no known cause speaks of, loudest and most frequent first.
   */
  List<Map<String, Object>> errors() {
    Set<Evidence> told = Incident.told(incident);
    return incident.all(Details.NewSignature.class).stream()
        .filter(found -> found.finding().evidence().stream().noneMatch(told::contains))
        .sorted(
            Comparator.comparing((Found<Details.NewSignature> found) -> found.finding().severity())
                .reversed()
                .thenComparingLong(found -> -found.details().count())
                .thenComparing(Found::start))
        .limit(MOST_ERRORS)
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
}
