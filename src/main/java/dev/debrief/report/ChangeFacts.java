package dev.debrief.report;

import dev.debrief.model.Change;
import dev.debrief.model.ChangeKind;
import dev.debrief.model.Details;
import dev.debrief.model.FailureSeries.Effect;
import dev.debrief.model.Level;
import dev.debrief.model.TimeRange;
import dev.debrief.model.Verdict;
import dev.debrief.report.Attempts.Attempt;
import dev.debrief.report.Incident.Found;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The changes as attempts: what was done, and what came of it before the next. */
final class ChangeFacts {
  /** The most loud lines quoted under one attempt. */
  private static final int ERRORS = 3;

  /** The most errors told that a change put an end to. */
  private static final int GONE = 2;

  private final Incident incident;
  private final Course course;
  private final Telling telling;
  private final ChangeWords words;
  private final Attempts grouping;

  ChangeFacts(Incident incident, Course course, Telling telling) {
    this.incident = incident;
    this.course = course;
    this.telling = telling;
    this.words = new ChangeWords(incident, course, telling);
    this.grouping = new Attempts(incident);
  }

  /** Every change made during the trouble as attempts, numbered, each with its result. */
  List<Map<String, Object>> attempts() {
    Set<String> seen = new HashSet<>();
    List<Map<String, Object>> out = new ArrayList<>();
    for (Attempt attempt : grouping.of(incident.attempts())) {
      out.add(attempt(out.size() + 1, attempt, seen));
    }
    return out;
  }

  private Map<String, Object> attempt(int number, Attempt attempt, Set<String> seen) {
    Map<String, Object> out = new HashMap<>();
    Change first = attempt.first();
    out.put("number", Integer.toString(number));
    out.put("title", words.title(attempt).replace("**", ""));
    out.put("time", Wording.at(first.moment()));
    out.put("what", words.made(attempt));
    out.put("result", words.result(attempt));
    out.put("cell", Markdown.cell(words.row(attempt)));
    out.put("resultcell", Markdown.cell(words.resultAndSigns(attempt)));
    out.put("errors", errors(attempt, seen));
    out.put("commit", first.commit().isBlank() ? "" : telling.code(first.commit()));
    Verdict verdict = first.impact();
    out.put(
        "telling",
        verdict == Verdict.INTRODUCED
            || verdict == Verdict.FIXED
            || first.kind() == ChangeKind.ROLLBACK
            || !attempt.firstSeen().isEmpty());
    return out;
  }

  /** Changes with one verdict, as sentences. */
  List<String> judged(Verdict verdict) {
    return incident.judged(verdict).stream().map(words::sentence).toList();
  }

  /** The change that the failures began with; without an outage, each that they began with. */
  List<String> began() {
    return course.outage().isEmpty()
        ? judged(Verdict.INTRODUCED)
        : courses()
            .flatMap(one -> one.began().or(one::lit).stream())
            .distinct()
            .map(words::sentence)
            .toList();
  }

  /** Changes with which failures came back while the outage went on. */
  List<String> again() {
    return course.again().stream().map(words::sentence).toList();
  }

  /** The change that ended the outage; without an outage, each that failures ended with. */
  List<String> ended() {
    return course.outage().isEmpty()
        ? incident.judged(Verdict.FIXED).stream().map(this::withResult).toList()
        : courses().flatMap(one -> one.ended().stream()).map(this::withResult).toList();
  }

  /** What each outage's changes were to it, the first outage first. */
  private Stream<Course> courses() {
    return incident.outages().stream().map(course::of);
  }

  private String withResult(Change change) {
    return words.sentence(change)
        + " "
        + words.result(new Attempt(List.of(change), null, List.of()));
  }

  /** Changes that ended a part of the failures while the outage went on. */
  List<String> eased() {
    return course.eased().stream().map(words::sentence).toList();
  }

  /**
   * What else was changed meanwhile: the commits that came into being, and how many releases
   * brought no new image.
   */
  List<String> others() {
    if (Story.nothingFailed(incident)) {
      return List.of();
    }
    List<String> out = new ArrayList<>();
    Optional<TimeRange> trouble = incident.trouble();
    List<Change> during = incident.attempts();
    for (Change commit : incident.commits()) {
      boolean meanwhile =
          trouble.map(range -> within(commit, range)).orElse(false)
              && course.began().filter(change -> carries(change, commit)).isEmpty();
      if (meanwhile) {
        out.add(commit(commit, during));
      }
    }
    List<Change> rest =
        during.stream()
            .filter(change -> change.impact() != Verdict.FIXED)
            .filter(change -> change.impact() != Verdict.INTRODUCED)
            .toList();
    List<Change> same = rest.stream().filter(c -> c.kind() == ChangeKind.CONFIG).toList();
    List<Change> images =
        rest.stream()
            .filter(c -> c.kind() == ChangeKind.DEPLOY || c.kind() == ChangeKind.ROLLBACK)
            .toList();
    counted(out, images, "deploy or rollback", "deploys and rollbacks");
    counted(out, same, "release of the same image", "releases of the same image");
    rest.stream()
        .filter(c -> c.kind() != ChangeKind.CONFIG && !images.contains(c))
        .collect(Collectors.collectingAndThen(Collectors.toList(), grouping::of))
        .stream()
        .limit(8)
        .forEach(attempt -> out.add(words.made(attempt)));
    return out;
  }

  private void counted(List<String> out, List<Change> changes, String one, String many) {
    if (changes.size() == 1) {
      out.add(words.sentence(changes.getFirst()));
    } else if (!changes.isEmpty()) {
      out.add(
          telling.say(
              Wording.count(changes.size(), one, many)
                  + ", "
                  + telling.text(changes.getFirst().change())
                  + " to "
                  + telling.text(changes.getLast().change())
                  + (incident.trouble().isPresent()
                      ? ", with none of which the failures began or ended"
                      : ""),
              Telling.both(
                  changes.getFirst().evidence().stream().limit(1).toList(),
                  changes.getLast().evidence().stream().limit(1).toList())));
    }
  }

  private static boolean within(Change commit, TimeRange range) {
    return commit.moment().latest().isAfter(range.from().minus(Duration.ofHours(1)))
        && commit.moment().earliest().isBefore(range.to().plus(Duration.ofHours(1)));
  }

  private static boolean carries(Change change, Change commit) {
    String hash = change.commit();
    return !hash.isBlank()
        && (commit.change().startsWith(hash) || hash.startsWith(commit.change()));
  }

  private String commit(Change commit, List<Change> during) {
    Optional<Change> with =
        during.stream()
            .filter(c -> c.kind() == ChangeKind.DEPLOY && carries(c, commit))
            .filter(c -> c.app().equals(commit.app()) || commit.app().isEmpty())
            .findFirst();
    String after =
        with.map(
                change ->
                    "; probably first deployed with **"
                        + telling.text(change.change())
                        + "**: "
                        + words.outcome(change))
            .orElse("");
    return telling.say(
        telling.text(commit.description())
            + " (commit "
            + telling.code(commit.change())
            + ", "
            + Wording.at(commit.moment())
            + " UTC)"
            + after,
        with.map(change -> Telling.both(commit.evidence(), change.evidence()))
            .orElse(commit.evidence()));
  }

  /** What ran before, as sentences. */
  List<String> baseline() {
    return incident
        .baseline()
        .map(
            change ->
                List.of(
                    telling.say(
                        "The release before was "
                            + telling.code(change.change())
                            + ", made "
                            + Wording.at(change.moment())
                            + " UTC"
                            + (change.actor().isBlank()
                                ? ""
                                : ", by " + telling.text(change.actor()))
                            + (change.image().isBlank()
                                ? ""
                                : ", image " + telling.code(change.image())),
                        change.evidence())))
        .orElse(List.of());
  }

  /** The commits of the history, with when and what. */
  List<String> commits() {
    return incident.commits().stream()
        .map(
            commit ->
                telling.say(
                    telling.code(commit.change())
                        + " — "
                        + telling.text(commit.description())
                        + " ("
                        + Wording.at(commit.moment())
                        + " UTC)",
                    commit.evidence()))
        .toList();
  }

  /** Changes of secrets and settings while it went on, those of one attempt in one row. */
  List<Map<String, Object>> settings() {
    List<Change> made =
        incident.attempts().stream().filter(change -> change.kind() == ChangeKind.CONFIG).toList();
    return grouping.of(made).stream()
        .map(
            attempt ->
                Map.<String, Object>of(
                    "name",
                    Markdown.cell(
                        attempt.changes().size() == 1
                            ? telling.code(attempt.first().change())
                            : telling.code(attempt.first().change())
                                + " to "
                                + telling.code(attempt.last().change())),
                    "time",
                    Wording.at(attempt.first().moment()),
                    "what",
                    Markdown.cell(words.setting(attempt))))
        .toList();
  }

  /** The loud lines between this attempt and the next whose like no earlier attempt showed. */
  private List<String> errors(Attempt attempt, Set<String> seen) {
    Instant from = attempt.first().moment().at();
    Instant to = attempt.next() == null ? from.plusSeconds(3600) : attempt.next();
    if (!from.isBefore(to)) {
      return List.of();
    }
    List<String> out = new ArrayList<>();
    for (Found<Details.KnownCause> cause : attempt.firstSeen()) {
      String quote = telling.quoteFirst(cause.finding().evidence());
      out.add(
          telling.say(
              "First seen at "
                  + Wording.at(cause.start())
                  + " UTC: "
                  + telling.text(Wording.going(cause.finding().title()))
                  + (quote.isEmpty() ? "" : ": " + quote),
              cause.finding().evidence()));
      cause.finding().evidence().stream().limit(1).map(telling::shape).forEach(seen::add);
    }
    for (var log : incident.dossier().lookup().atLeast(Level.ERROR, new TimeRange(from, to), 40)) {
      String shape = Telling.shape(log.message());
      if (out.size() < ERRORS && log.begins() && !shape.isBlank() && seen.add(shape)) {
        out.add(
            telling.say(
                "First seen at "
                    + Wording.at(log.moment())
                    + " UTC: "
                    + telling.code(log.message().strip()),
                List.of(log.evidence())));
      }
    }
    out.addAll(gone(attempt.last()));
    return out;
  }

  /** The errors that came no more after a change: what it did mend, whatever else went on. */
  private List<String> gone(Change change) {
    return incident
        .impact(change)
        .map(impact -> impact.details().series())
        .orElse(List.of())
        .stream()
        .filter(series -> series.effect() == Effect.ENDED && series.line() != null)
        .filter(series -> !series.template().isEmpty())
        .limit(GONE)
        .map(
            series ->
                telling.say(
                    "Gone after it: "
                        + telling.code(series.template())
                        + ", "
                        + Wording.count(series.beforeMessages(), "time", "times")
                        + " before, none until the next change",
                    series.line() == null ? List.of() : List.of(series.line())))
        .toList();
  }
}
