package dev.debrief.report;

import dev.debrief.model.Annotation;
import dev.debrief.model.Change;
import dev.debrief.model.Details;
import dev.debrief.model.Evidence;
import dev.debrief.model.Severity;
import dev.debrief.model.TimeRange;
import dev.debrief.report.Incident.Found;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The rows of a report's timeline: changes, failures, what was said and what was not, in order. */
final class Chronology {
  /** The most commits, and the most new errors. */
  private static final int COMMITS = 40;

  private static final int NEW_ERRORS = 8;

  /** Changes this long before the trouble are of the past; the last of them is what ran before. */
  private static final Duration PAST = Duration.ofHours(6);

  private final Incident incident;
  private final Telling telling;
  private final ChangeWords words;
  private final Attempts grouping;
  private final Series series;
  private final CrashRows crashes;
  private final boolean brief;

  private Chronology(Incident incident, Telling telling, boolean brief) {
    this.incident = incident;
    this.telling = telling;
    this.words = new ChangeWords(incident, new Course(incident.dossier().conclusions()), telling);
    this.grouping = new Attempts(incident);
    this.series = new Series(brief);
    this.crashes = new CrashRows(incident, telling, series);
    this.brief = brief;
  }

  /** Every change and every event. */
  static List<Row> full(Incident incident, Telling telling) {
    return new Chronology(incident, telling, false).rows();
  }

  /** What a reader needs of it: like changes in one row, the first of a kind for its like. */
  static List<Row> brief(Incident incident, Telling telling) {
    return new Chronology(incident, telling, true).rows();
  }

  /**
   * One row.
   *
   * @param at what it is sorted by, UTC
   * @param time as it is shown
   * @param event Markdown, one line
   */
  record Row(Instant at, String time, String event, List<Evidence> evidence) {
    /** One of an instant that is known. */
    static Row at(Instant at, String event, List<Evidence> evidence) {
      return new Row(at, Wording.at(at), event, evidence);
    }
  }

  /** By time; rows of one instant in the order cause, effect, note. */
  private List<Row> rows() {
    List<Row> rows = new ArrayList<>();
    changes(rows);
    outages(rows);
    rows.addAll(crashes.loops());
    rows.addAll(crashes.single());
    rows.addAll(crashes.together());
    causes(rows);
    signals(rows);
    silences(rows);
    rows.addAll(crashes.givenUp());
    newErrors(rows);
    notes(rows);
    rows.sort(Comparator.comparing(Row::at));
    return rows;
  }

  private void add(List<Row> rows, Instant at, String event, List<Evidence> evidence) {
    rows.add(Row.at(at, event, evidence));
  }

  private void changes(List<Row> rows) {
    if (brief) {
      attempts(rows);
    } else {
      incident.changes().forEach(change -> rows.add(row(change)));
    }
    commits(rows);
  }

  private Row row(Change change) {
    List<Evidence> lines =
        Telling.both(
            change.evidence(),
            incident.impact(change).map(impact -> impact.finding().evidence()).orElse(List.of()));
    return new Row(
        change.moment().at(),
        Wording.at(change.moment()),
        ChangeWords.told(change, telling) + words.effect(change),
        lines);
  }

  /** What ran before, and the attempts since shortly before the trouble. */
  private void attempts(List<Row> rows) {
    Optional<TimeRange> trouble = incident.trouble();
    List<Change> all = incident.changes();
    List<Change> recent =
        all.stream()
            .filter(
                change ->
                    trouble
                        .map(range -> change.moment().latest().isAfter(range.from().minus(PAST)))
                        .orElse(true))
            .toList();
    int first = all.size() - recent.size();
    if (first > 0) {
      rows.add(row(all.get(first - 1)));
    }
    for (Attempts.Attempt attempt : grouping.of(recent)) {
      rows.add(
          new Row(
              attempt.first().moment().at(),
              Wording.at(attempt.first().moment()),
              words.rowWords(attempt) + words.effect(attempt.first()),
              ChangeWords.lines(attempt)));
    }
  }

  private void commits(List<Row> rows) {
    Optional<TimeRange> trouble = incident.trouble();
    incident.commits().stream()
        .filter(
            commit ->
                trouble
                    .map(
                        range ->
                            commit.moment().latest().isAfter(range.from().minus(Duration.ofDays(1)))
                                && commit
                                    .moment()
                                    .earliest()
                                    .isBefore(range.to().plus(Duration.ofHours(6))))
                    .orElse(true))
        .limit(COMMITS)
        .forEach(
            commit ->
                rows.add(
                    new Row(
                        commit.moment().at(),
                        Wording.at(commit.moment()),
                        "Commit "
                            + telling.code(commit.change())
                            + ": "
                            + telling.text(commit.description()),
                        commit.evidence())));
  }

  private void outages(List<Row> rows) {
    for (Found<Details.Outage> outage : incident.outages()) {
      String what = outage.details().whole() ? "outage" : "partial outage";
      add(
          rows,
          outage.start(),
          "**The " + what + " begins**: first user-visible failure",
          outage.finding().evidence());
      // A change made meanwhile shows that somebody had noticed, and has a row of its own.
      if (!change(outage.details().detected())) {
        phase(rows, outage.details().detected(), "The platform itself first reports it");
      }
      phase(
          rows,
          outage.details().mitigated(),
          "Mitigated: a machine runs again, requests or checks still fail");
      if (outage.finding().end() != null) {
        List<Evidence> end = OutageFacts.endEvidence(outage);
        add(rows, outage.end(), "**The " + what + " ends**: recovery that held", end);
      }
    }
  }

  private boolean change(Details.Outage.@Nullable Phase phase) {
    Evidence line = phase == null ? null : phase.after();
    return line != null && incident.changeAt(line).isPresent();
  }

  private void phase(List<Row> rows, Details.Outage.@Nullable Phase phase, String what) {
    if (phase != null && phase.after() != null) {
      add(rows, phase.notAfter(), what, List.of(phase.after()));
    }
  }

  private void causes(List<Row> rows) {
    Map<String, List<Found<Details.KnownCause>>> byRule = new TreeMap<>();
    incident
        .all(Details.KnownCause.class)
        .forEach(
            cause ->
                byRule
                    .computeIfAbsent(cause.details().rule(), rule -> new ArrayList<>())
                    .add(cause));
    for (List<Found<Details.KnownCause>> run : byRule.values()) {
      for (Found<Details.KnownCause> cause : series.ends(run)) {
        String quote = telling.quoteFirst(cause.finding().evidence());
        add(
            rows,
            cause.start(),
            telling.text(cause.finding().title())
                + " ("
                + telling.code(cause.details().rule())
                + ", "
                + matches(brief ? run : List.of(cause))
                + ")"
                + (quote.isEmpty() ? "" : ": " + quote),
            cause.finding().evidence());
      }
    }
  }

  private static String matches(List<Found<Details.KnownCause>> run) {
    long count = run.stream().mapToLong(cause -> cause.details().count()).sum();
    return count == 1 ? "seen once" : "first of " + Wording.count(count, "match", "matches");
  }

  private void signals(List<Row> rows) {
    Map<String, List<Found<Details.Signal>>> byName = new TreeMap<>();
    Observations seen = new Observations(incident);
    for (Found<Details.Signal> signal : incident.all(Details.Signal.class)) {
      if (seen.tells(signal.details())) {
        byName
            .computeIfAbsent(
                signal.details().signal() + " " + signal.details().role(), key -> new ArrayList<>())
            .add(signal);
      }
    }
    for (List<Found<Details.Signal>> run : byName.values()) {
      Found<Details.Signal> first = run.getFirst();
      long count = run.stream().mapToLong(signal -> signal.details().count()).sum();
      String what = seen.signalWords(first.details().signal(), first.details().role());
      add(
          rows,
          first.start(),
          (count == 1 ? "Once: " : "First of " + Wording.number(count) + " times: ") + what,
          first.finding().evidence());
    }
  }

  private void silences(List<Row> rows) {
    Map<String, List<Found<Details.Silence>>> byEmitter = new TreeMap<>();
    incident
        .all(Details.Silence.class)
        .forEach(
            silence ->
                byEmitter
                    .computeIfAbsent(silence.details().emitter(), name -> new ArrayList<>())
                    .add(silence));
    for (Found<Details.Silence> silence :
        byEmitter.values().stream().flatMap(run -> series.ends(run).stream()).toList()) {
      add(
          rows,
          silence.start(),
          Observations.silenceWords(silence, telling),
          silence.finding().evidence());
    }
    for (Found<Details.LogGap> gap : incident.all(Details.LogGap.class)) {
      add(
          rows,
          gap.start(),
          "The log is missing until "
              + Wording.at(gap.end())
              + " ("
              + Wording.length(gap.length())
              + "): nothing can be concluded from this time",
          gap.finding().evidence());
    }
  }

  private void newErrors(List<Row> rows) {
    Set<Evidence> told = Incident.told(incident);
    incident.all(Details.NewSignature.class).stream()
        .sorted(
            Comparator.comparing((Found<Details.NewSignature> found) -> found.finding().severity())
                .reversed()
                .thenComparingLong(found -> -found.details().count())
                .thenComparing(Found::start))
        .filter(found -> found.finding().severity() != Severity.INFO)
        .filter(found -> found.finding().evidence().stream().noneMatch(told::contains))
        .limit(brief ? Series.SHOWN : NEW_ERRORS)
        .forEach(
            found -> {
              String quote = telling.quoteFirst(found.finding().evidence());
              add(
                  rows,
                  found.start(),
                  (found.details().count() == 1
                          ? "New, and seen once: "
                          : "New, the first of "
                              + Wording.number(found.details().count())
                              + " alike: ")
                      + (quote.isEmpty() ? telling.text(found.finding().title()) : quote),
                  found.finding().evidence());
            });
  }

  private void notes(List<Row> rows) {
    for (Annotation note : incident.dossier().annotations()) {
      if (!note.text().isBlank()) {
        add(
            rows,
            note.start(),
            (note.kind() == Annotation.Kind.PIN ? "Pinned: " : "Note: ")
                + telling.text(note.text()),
            note.evidence() == null ? List.of() : List.of(note.evidence()));
      }
    }
  }
}
