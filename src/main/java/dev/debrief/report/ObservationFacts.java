package dev.debrief.report;

import dev.debrief.model.Details;
import dev.debrief.model.Details.SignalRole;
import dev.debrief.model.Evidence;
import dev.debrief.report.Incident.Found;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Silences, signals and errors as sentences. */
final class ObservationFacts {
  /** How many new errors a reader is shown: the loudest. */
  private static final int MOST_ERRORS = 3;

  /** A signal so long before or after the trouble is taken for its cause by nobody. */
  private static final Duration NEAR = Duration.ofMinutes(15);

  private final Incident incident;
  private final Telling telling;

  ObservationFacts(Incident incident, Telling telling) {
    this.incident = incident;
    this.telling = telling;
  }

  /** Who was silent, and where the log is missing. */
  List<String> silences() {
    return silences(incident.all(Details.Silence.class));
  }

  /** The same of those that others report missing. */
  List<String> missed() {
    return silences(
        incident.all(Details.Silence.class).stream()
            .filter(one -> one.details().mode() == Details.SilenceMode.ABSENT_DESPITE_DEPENDENTS)
            .toList());
  }

  private List<String> silences(List<Found<Details.Silence>> all) {
    List<String> out = new ArrayList<>();
    Map<String, List<Found<Details.Silence>>> byEmitter = new TreeMap<>();
    for (Found<Details.Silence> silence : all) {
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
    boolean absent = first.details().mode() == Details.SilenceMode.ABSENT_DESPITE_DEPENDENTS;
    return telling.say(
        telling.code(first.details().emitter())
            + (absent ? " is silent " : " writes far less than its own past says ")
            + (run.size() == 1
                ? "from " + Wording.at(first.start()) + " to "
                : "in " + run.size() + " stretches between " + Wording.at(first.start()) + " and ")
            + Wording.at(run.getLast().end())
            + " UTC"
            + (absent ? ", with not one line of its own, while others report it missing" : ""),
        run.size() == 1 ? first.finding().evidence() : lines);
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

  /** The signals that look like a cause and are none: those that come while something fails. */
  List<String> misleading() {
    Observations seen = new Observations(incident);
    return signals(
        List.of(SignalRole.INCIDENTAL), signal -> !seen.cause(signal.details().signal()));
  }

  private List<String> signals(List<SignalRole> roles) {
    return signals(roles, signal -> true);
  }

  private List<String> signals(List<SignalRole> roles, Predicate<Found<Details.Signal>> which) {
    List<String> out = new ArrayList<>();
    Observations seen = new Observations(incident);
    List<Found<Details.Signal>> all =
        incident.all(Details.Signal.class).stream()
            .filter(this::nearTrouble)
            .filter(which)
            .toList();
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
                    seen.signalWords(run.getKey(), role)
                        + " ("
                        + Wording.count(count, "time", "times")
                        + ")"),
                run.getValue().getFirst().finding().evidence()));
      }
    }
    return out;
  }

  /**
   * Whether a signal comes when it could be taken for a cause, if only in the same quarter hour.
   */
  private boolean nearTrouble(Found<Details.Signal> signal) {
    return incident
        .trouble()
        .filter(range -> !signal.end().isBefore(range.from().minus(NEAR)))
        .filter(range -> !signal.start().isAfter(range.to().plus(NEAR)))
        .isPresent();
  }

  /**
   * The errors that were new and that no known cause speaks of, loudest and most frequent first.
   */
  List<Map<String, Object>> errors() {
    return errors(Incident.told(incident));
  }

  /** Those of them that no cause told in full rests on either. */
  List<Map<String, Object>> unexplained() {
    Set<Evidence> told = new HashSet<>(Incident.told(incident));
    CauseFacts.leading(incident).forEach(cause -> told.addAll(CauseFacts.lines(cause.support())));
    return errors(told);
  }

  private List<Map<String, Object>> errors(Set<Evidence> told) {
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
                          + (found.details().count() == 1
                              ? " — once, at "
                              : " — the first of "
                                  + Wording.number(found.details().count())
                                  + " alike, at ")
                          + Wording.at(found.start())
                          + " UTC",
                      found.finding().evidence()));
            })
        .toList();
  }
}
