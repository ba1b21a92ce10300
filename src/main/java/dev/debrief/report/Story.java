package dev.debrief.report;

import dev.debrief.model.Change;
import dev.debrief.model.ChangeKind;
import dev.debrief.model.Details;
import dev.debrief.model.Evidence;
import dev.debrief.model.Hypothesis;
import dev.debrief.model.Precision;
import dev.debrief.model.Verdict;
import dev.debrief.report.Incident.Found;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What happened in a few sentences: a report's first screen. */
final class Story {
  /** What a machine's program as a whole goes by in findings. */
  private static final String PROGRAM = "app";

  private static final String WITH = "with ";

  /** So many changes are named, more are counted. */
  private static final int NAMED = 2;

  /** Failures that begin so soon after a change begin with it. */
  private static final Duration AT_ONCE = Duration.ofMinutes(1);

  private final Incident incident;
  private final Course course;
  private final Telling telling;
  private final OutageExtents extents;
  private final List<String> out = new ArrayList<>();

  Story(Incident incident, Course course, Telling telling) {
    this.incident = incident;
    this.course = course;
    this.telling = telling;
    this.extents = new OutageExtents(incident, course, telling);
  }

  /** The sentences, in the order in which a reader asks. */
  List<String> sentences() {
    Optional<Found<Details.Outage>> outage = course.outage();
    if (outage.isPresent()) {
      out.addAll(extents.of(outage.get()));
      began(outage.get());
    } else {
      noOutage();
    }
    cause();
    silence();
    if (outage.isPresent()) {
      unmoved();
      eased();
    }
    signal();
    if (outage.isPresent()) {
      ended(outage.get());
      out.addAll(extents.others(outage.get()));
    }
    gap();
    return List.copyOf(out);
  }

  private void say(String words, List<Evidence> lines) {
    out.add(telling.say(words, lines));
  }

  private void began(Found<Details.Outage> outage) {
    Optional<Change> change = course.began();
    if (change.isPresent()) {
      String later = after(change.get(), outage.start());
      say(
          "It began "
              + later
              + ChangeWords.called(change.get(), telling)
              + (later.equals(WITH) ? " at " : ", made ")
              + Wording.at(change.get().moment())
              + " UTC",
          change.get().evidence());
    } else if (course.lit().isPresent()) {
      Change lit = course.lit().get();
      say(
          "It goes back to "
              + ChangeWords.called(lit, telling)
              + " at "
              + Wording.at(lit.moment())
              + " UTC, after which all went well at first",
          incident.impact(lit).map(found -> found.finding().evidence()).orElse(lit.evidence()));
    } else if (course.hidden().isPresent()) {
      Change hidden = course.hidden().get();
      say(
          "Whether it began with "
              + ChangeWords.called(hidden, telling)
              + " at "
              + Wording.at(hidden.moment())
              + " UTC can't be told: the log of that time is missing",
          Telling.both(hidden.evidence(), outage.finding().evidence().stream().limit(1).toList()));
    } else {
      say(
          "No change in the evidence comes with its beginning",
          Telling.both(outage.finding().evidence().stream().limit(1).toList(), incident.history()));
    }
  }

  /** {@code with}, or how long after it where failures took their time. */
  private static String after(Change change, Instant failed) {
    Duration gap = Duration.between(change.moment().at(), failed);
    boolean known = change.moment().precision().atLeast(Precision.SECOND);
    return known && gap.compareTo(AT_ONCE) > 0 ? Wording.length(gap) + " after " : WITH;
  }

  private void noOutage() {
    if (!incident.crashes().isEmpty()) {
      out.add(new CrashFacts(incident, telling).total(incident.crashes()));
    }
    Optional<String> aside = new SetAsideFacts(incident, telling).sentence();
    if (aside.isPresent()) {
      out.add(aside.get());
    } else {
      say("No outage of a minute or more is in the evidence", incident.bounds());
    }
    for (Change change : incident.judged(Verdict.INTRODUCED)) {
      Optional<Instant> first =
          incident.crashes().stream()
              .map(Found::start)
              .filter(at -> at.isAfter(change.moment().at()))
              .findFirst();
      String later = first.map(at -> after(change, at)).orElse(WITH);
      say(
          "The failures began "
              + later
              + ChangeWords.called(change, telling)
              + (later.equals(WITH) ? " at " : ", made ")
              + Wording.at(change.moment())
              + " UTC",
          change.evidence());
    }
    for (Change change : incident.judged(Verdict.FIXED)) {
      say(
          "The failures ended with "
              + ChangeWords.called(change, telling)
              + " at "
              + Wording.at(change.moment())
              + " UTC",
          change.evidence());
    }
  }

  private void cause() {
    Optional<Hypothesis> best = CauseFacts.leading(incident).stream().findFirst();
    best.ifPresent(
        cause ->
            say(
                (nothingFailed(incident)
                        ? "Seen, though nothing in the evidence failed of it"
                        : "The best supported cause")
                    + named(cause.title()),
                CauseFacts.lines(cause.support())));
    best.filter(Hypothesis::ofCode)
        .flatMap(
            cause ->
                new CauseFacts(incident, telling).newError(cause, "A new error came with it: "))
        .ifPresent(out::add);
  }

  /** A cause's name after a colon, and before it whose it is, where the case holds several apps. */
  private String named(String title) {
    return incident.dossier().conclusions().changes().stream()
        .map(Change::app)
        .filter(app -> !app.isEmpty() && title.startsWith(app + ": "))
        .findFirst()
        .map(
            app ->
                ", in "
                    + telling.code(app)
                    + ": "
                    + telling.text(Wording.going(title.substring(app.length() + 2))))
        .orElse(": " + telling.text(Wording.going(title)));
  }

  /** Whether neither outage nor crash nor a change's failures are there to have a cause. */
  static boolean nothingFailed(Incident incident) {
    return incident.outages().isEmpty()
        && SetAsideFacts.outages(incident).isEmpty()
        && incident.crashes().isEmpty()
        && incident.all(Details.Silence.class).isEmpty()
        && incident.judged(Verdict.INTRODUCED).isEmpty();
  }

  private void silence() {
    new ObservationFacts(incident, telling).missed().stream().limit(1).forEach(out::add);
    incident.all(Details.Silence.class).stream()
        .filter(silence -> silence.details().mode() == Details.SilenceMode.BELOW_BASELINE)
        .max(Comparator.comparing(Found::length))
        .ifPresent(
            silence ->
                say(
                    (silence.details().emitter().equals(PROGRAM)
                            ? "The program on "
                                + String.join(
                                    ", ",
                                    silence.finding().machines().stream()
                                        .map(telling::code)
                                        .toList())
                            : telling.code(silence.details().emitter()))
                        + " fell silent from "
                        + Wording.at(silence.start())
                        + " to "
                        + Wording.at(silence.end())
                        + " UTC, while others went on, and nothing in the evidence explains it",
                    silence.finding().evidence()));
  }

  private void unmoved() {
    List<Change> none = course.unmoved();
    if (none.isEmpty()) {
      return;
    }
    Optional<Change> suspect = course.began().filter(course::acquitted);
    Optional<Change> rollback =
        none.stream()
            .filter(change -> change.kind() == ChangeKind.ROLLBACK)
            .min(Comparator.comparing(change -> !course.acquits(change)));
    List<Evidence> lines = new ArrayList<>();
    rollback.ifPresent(change -> lines.addAll(change.evidence().stream().limit(1).toList()));
    lines.addAll(none.getFirst().evidence().stream().limit(1).toList());
    lines.addAll(none.getLast().evidence().stream().limit(1).toList());
    if (rollback.isEmpty()) {
      say(
          none.size() <= NAMED
              ? Wording.capital(names(none)) + " did nothing to it"
              : Wording.count(none.size(), "change", "changes")
                  + " made while it lasted had no effect",
          lines);
      return;
    }
    List<Change> rest = none.stream().filter(change -> !change.equals(rollback.get())).toList();
    boolean acquits = suspect.isPresent() && course.acquits(rollback.get());
    say(
        (acquits
                ? "The new code of "
                    + ChangeWords.strong(suspect.get(), telling)
                    + " is not the cause: going back to an image from before it ("
                : "Going back to an earlier image (")
            + ChangeWords.called(rollback.get(), telling)
            + ") had no effect"
            + (rest.isEmpty()
                ? ""
                : ", nor had "
                    + (rest.size() <= NAMED
                        ? names(rest)
                        : Wording.count(rest.size(), "other change", "other changes"))),
        lines);
  }

  private void eased() {
    List<Change> eased = course.eased();
    if (eased.isEmpty()) {
      return;
    }
    List<Change> again = course.again();
    List<Evidence> lines = new ArrayList<>();
    eased.forEach(change -> lines.addAll(change.evidence().stream().limit(1).toList()));
    again.forEach(change -> lines.addAll(change.evidence().stream().limit(1).toList()));
    say(
        "With "
            + names(eased)
            + " the "
            + ChangeWords.counted(incident, eased.getFirst())
            + " ended, and the outage went on"
            + (again.isEmpty() ? "" : "; with " + names(again) + " they came back"),
        lines);
  }

  private String names(List<Change> changes) {
    return Wording.list(
        changes.stream().map(change -> ChangeWords.strong(change, telling)).toList());
  }

  private void signal() {
    if (incident.crashes().isEmpty()) {
      return; // where nothing ended unasked, nobody takes a signal for the cause
    }
    List<Found<Details.Signal>> all =
        incident.all(Details.Signal.class).stream()
            .filter(signal -> signal.details().role() == Details.SignalRole.INCIDENTAL)
            .toList();
    all.stream()
        .max(Comparator.comparingInt(signal -> signal.details().count()))
        .ifPresent(
            most -> {
              String name = most.details().signal();
              long count =
                  all.stream()
                      .filter(one -> one.details().signal().equals(name))
                      .mapToLong(one -> one.details().count())
                      .sum();
              boolean killed =
                  incident.all(Details.Signal.class).stream()
                      .anyMatch(
                          one ->
                              one.details().role() == Details.SignalRole.CAUSE
                                  && one.details().signal().equals(name));
              say(
                  (killed ? "Not every line with " : "The signal ")
                      + telling.text(name)
                      + (killed ? " tells of the cause: " : " (")
                      + Wording.count(count, "time", "times")
                      + (killed
                          ? " it follows an exit, or comes with a healthy boot as well"
                          : ") is a consequence and not the cause: it follows exits, or comes with"
                              + " healthy boots as well"),
                  most.finding().evidence());
            });
  }

  private void ended(Found<Details.Outage> outage) {
    if (outage.finding().end() == null) {
      return;
    }
    Optional<Change> change = course.ended();
    if (change.isEmpty()) {
      Optional<Change> started = course.started();
      String person =
          started
              .map(
                  act ->
                      ". "
                          + telling.text(act.description()).replaceFirst("\\.$", "")
                          + " at "
                          + Wording.at(act.moment())
                          + " UTC; no release comes with its end")
              .orElse(", and no change in the evidence comes with its end");
      say(
          "It ended at " + Wording.at(outage.end()) + " UTC" + person,
          Telling.both(
              started.map(Change::evidence).orElse(List.of()), OutageFacts.endEvidence(outage)));
      return;
    }
    boolean acted = !change.get().moment().earliest().isAfter(outage.end());
    say(
        "It ended with "
            + ChangeWords.called(change.get(), telling)
            + ", "
            + (acted ? "made " : "whose release is dated ")
            + Wording.at(change.get().moment())
            + " UTC",
        Telling.both(change.get().evidence(), OutageFacts.endEvidence(outage)));
  }

  private void gap() {
    List<Found<Details.LogGap>> gaps =
        incident.all(Details.LogGap.class).stream()
            .filter(
                gap ->
                    incident
                        .outageWindow()
                        .map(
                            range ->
                                gap.start().isBefore(range.to().plusSeconds(3600))
                                    && gap.end().isAfter(range.from().minusSeconds(3600)))
                        .orElse(true))
            .toList();
    if (!gaps.isEmpty()) {
      Found<Details.LogGap> first = gaps.getFirst();
      say(
          "The log is missing from "
              + Wording.at(first.start())
              + " to "
              + Wording.at(first.end())
              + " UTC"
              + (gaps.size() > 1
                  ? ", and " + Wording.count(gaps.size() - 1, "more time", "more times")
                  : "")
              + ": nothing can be concluded from it",
          first.finding().evidence());
    }
  }

  /** Whether anything in the evidence went wrong. */
  static boolean quiet(Incident incident) {
    List<Hypothesis> causes = CauseFacts.leading(incident);
    return incident.trouble().isEmpty()
        && SetAsideFacts.outages(incident).isEmpty()
        && causes.isEmpty()
        && incident.judged(Verdict.INTRODUCED).isEmpty()
        && incident.all(Details.Silence.class).isEmpty();
  }
}
