package dev.debrief.report;

import dev.debrief.model.Change;
import dev.debrief.model.ChangeKind;
import dev.debrief.model.Details;
import dev.debrief.model.Evidence;
import dev.debrief.model.Hypothesis;
import dev.debrief.model.Verdict;
import dev.debrief.report.Incident.Found;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What happened in a few sentences: a report's first screen. */
final class Story {
  /** What a machine's program as a whole goes by in findings. */
  private static final String PROGRAM = "app";

  private final Incident incident;
  private final Course course;
  private final Telling telling;
  private final List<String> out = new ArrayList<>();

  Story(Incident incident, Course course, Telling telling) {
    this.incident = incident;
    this.course = course;
    this.telling = telling;
  }

  /** The sentences, in the order in which a reader asks. */
  List<String> sentences() {
    Optional<Found<Details.Outage>> outage = course.outage();
    if (outage.isPresent()) {
      lasted(outage.get());
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
    }
    gap();
    return List.copyOf(out);
  }

  private void say(String words, List<Evidence> lines) {
    out.add(telling.say(words, lines));
  }

  private void lasted(Found<Details.Outage> outage) {
    boolean whole = outage.details().whole();
    boolean over = outage.finding().end() != null;
    String what = whole ? "The app was down" : "A part of the requests failed";
    String long_ =
        over
            ? " for **"
                + Wording.length(outage.length())
                + "**, from "
                + Wording.at(outage.start())
                + " to "
                + Wording.at(outage.end())
                + " UTC"
            : " from " + Wording.at(outage.start()) + " UTC on, and still when the log ends";
    say(
        what + long_,
        Telling.both(
            outage.finding().evidence().stream().limit(1).toList(),
            OutageFacts.endEvidence(outage)));
    int others = incident.outages().size() - 1;
    if (others > 0) {
      Found<Details.Outage> other =
          incident.outages().stream().filter(one -> !one.equals(outage)).findFirst().orElse(outage);
      say(
          Wording.count(others, "more outage is", "more outages are") + " listed below",
          other.finding().evidence());
    }
    new SetAsideFacts(incident, telling).sentence().ifPresent(out::add);
  }

  private void began(Found<Details.Outage> outage) {
    Optional<Change> change = course.began();
    if (change.isPresent()) {
      say(
          "It began with "
              + ChangeWords.called(change.get(), telling)
              + " at "
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
    } else {
      say(
          "No change in the evidence comes with its beginning",
          Telling.both(outage.finding().evidence().stream().limit(1).toList(), incident.history()));
    }
  }

  private void noOutage() {
    Optional<String> aside = new SetAsideFacts(incident, telling).sentence();
    if (aside.isPresent()) {
      out.add(aside.get());
    } else {
      say("No outage of a minute or more is in the evidence", incident.bounds());
    }
    List<Found<Details.Exit>> crashes = incident.crashes();
    if (!crashes.isEmpty()) {
      out.add(new CrashFacts(incident, telling).total());
    }
    for (Change change : incident.judged(Verdict.INTRODUCED)) {
      say(
          "Failures began with "
              + ChangeWords.called(change, telling)
              + " at "
              + Wording.at(change.moment())
              + " UTC",
          change.evidence());
    }
    for (Change change : incident.judged(Verdict.FIXED)) {
      say(
          "They ended with "
              + ChangeWords.called(change, telling)
              + " at "
              + Wording.at(change.moment())
              + " UTC",
          change.evidence());
    }
  }

  private void cause() {
    CauseFacts.leading(incident).stream()
        .findFirst()
        .ifPresent(
            cause ->
                say(
                    (nothingFailed()
                            ? "Seen, though nothing in the evidence failed of it: "
                            : "The best supported cause: ")
                        + telling.text(cause.title()),
                    CauseFacts.lines(cause.support())));
  }

  /** Whether neither outage nor crash nor a change's failures are there to have a cause. */
  private boolean nothingFailed() {
    return incident.outages().isEmpty()
        && SetAsideFacts.outages(incident).isEmpty()
        && incident.crashes().isEmpty()
        && incident.all(Details.Silence.class).isEmpty()
        && incident.judged(Verdict.INTRODUCED).isEmpty();
  }

  private void silence() {
    incident.all(Details.Silence.class).stream()
        .filter(
            silence -> silence.details().mode() == Details.SilenceMode.ABSENT_DESPITE_DEPENDENTS)
        .max(Comparator.comparing(Found::length))
        .ifPresent(
            silence ->
                say(
                    telling.code(silence.details().emitter())
                        + " is silent: not one line of its own, while others report it missing",
                    silence.finding().evidence()));
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
    Optional<Change> rollback =
        none.stream().filter(change -> change.kind() == ChangeKind.ROLLBACK).findFirst();
    List<Evidence> lines = new ArrayList<>();
    rollback.ifPresent(change -> lines.addAll(change.evidence().stream().limit(1).toList()));
    lines.addAll(none.getFirst().evidence().stream().limit(1).toList());
    lines.addAll(none.getLast().evidence().stream().limit(1).toList());
    int others = none.size() - (rollback.isPresent() ? 1 : 0);
    String rest = Wording.count(others, "other change", "other changes");
    if (rollback.isEmpty()) {
      say(
          (none.size() == 1 ? "One change" : Wording.count(none.size(), "change", "changes"))
              + " made while it lasted had no effect",
          lines);
      return;
    }
    boolean code = course.began().filter(course::acquitted).isPresent();
    say(
        (code ? "No code change affected it: going" : "Going")
            + " back to an earlier image ("
            + ChangeWords.called(rollback.get(), telling)
            + ") had no effect"
            + (others > 0 ? ", nor had " + rest : ""),
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
    if (incident.trouble().isEmpty() || nothingFailed()) {
      return;
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
        && incident.all(Details.Silence.class).isEmpty();
  }
}
