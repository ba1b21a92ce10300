package dev.debrief.report;

import dev.debrief.model.Change;
import dev.debrief.model.ChangeKind;
import dev.debrief.model.Details;
import dev.debrief.model.Evidence;
import dev.debrief.model.Hypothesis;
import dev.debrief.model.MachineLife;
import dev.debrief.model.TimeRange;
import dev.debrief.model.Verdict;
import dev.debrief.report.Incident.Found;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Where it stands: the status, what works, what differs, what would show that it is over. */
final class OutcomeFacts {
  /** A machine that stayed up so long did work. */
  private static final Duration STEADY = Duration.ofMinutes(5);

  private static final String UNKNOWN = "not in the evidence";

  private final Incident incident;
  private final Course course;
  private final Telling telling;

  OutcomeFacts(Incident incident, Course course, Telling telling) {
    this.incident = incident;
    this.course = course;
    this.telling = telling;
  }

  /** One sentence on how it stands when the log ends. */
  List<String> status() {
    Optional<TimeRange> logged = incident.logged();
    String until = logged.map(range -> Wording.at(range.to()) + " UTC").orElse("an unknown time");
    List<Found<Details.Outage>> outages = incident.outages();
    SetAsideFacts aside = new SetAsideFacts(incident, telling);
    if (outages.isEmpty()) {
      return List.of(
          telling.say(
              aside.sentence().isPresent()
                  ? "No outage but what the author set aside; the log ends at " + until
                  : "No outage in the evidence, whose log ends at " + until,
              incident.bounds()));
    }
    Found<Details.Outage> last = outages.getLast();
    return List.of(
        telling.say(
            last.finding().end() == null
                ? "Still failing when the log ends, at " + until
                : "Recovered at "
                    + Wording.at(last.end())
                    + " UTC; no later outage"
                    + (aside.after(last.end()) ? " but what the author set aside" : "")
                    + " in the log, which ends at "
                    + until,
            OutageFacts.endEvidence(last)));
  }

  /** What the evidence shows to work. */
  List<String> works() {
    List<String> out = new ArrayList<>();
    for (MachineLife life : incident.dossier().conclusions().lives()) {
      life.phases().stream()
          .filter(phase -> phase.state() == MachineLife.State.UP && !phase.evidence().isEmpty())
          .filter(phase -> phase.range().length().compareTo(STEADY) >= 0)
          .reduce((first, second) -> second)
          .ifPresent(
              phase ->
                  out.add(
                      telling.say(
                          "Machine "
                              + telling.code(life.machine())
                              + " was up from "
                              + Wording.at(phase.range().from())
                              + " to "
                              + Wording.at(phase.range().to())
                              + " UTC ("
                              + Wording.length(phase.range().length())
                              + incident.missingIn(phase.range())
                              + ")",
                          phase.evidence())));
    }
    return out;
  }

  /** The last good release beside the first bad one, for a table. */
  List<Map<String, Object>> differences() {
    Optional<Change> bad =
        course
            .began()
            .or(course::lit)
            .or(() -> incident.judged(Verdict.INTRODUCED).stream().findFirst());
    if (bad.isEmpty()) {
      return List.of();
    }
    List<Change> all = incident.changes();
    int at = all.indexOf(bad.get());
    if (at < 1) {
      return List.of();
    }
    Change before = all.get(at - 1);
    Change after = bad.get();
    List<Evidence> lines = Telling.both(before.evidence(), after.evidence());
    List<Map<String, Object>> out = new ArrayList<>();
    row(out, "Release", telling.code(before.change()), telling.code(after.change()), lines);
    row(out, "Made (UTC)", Wording.at(before.moment()), Wording.at(after.moment()), lines);
    row(out, "Image", named(before.image()), named(after.image()), lines);
    row(out, "Commit", named(before.commit()), named(after.commit()), lines);
    row(out, "Made by", named(before.actor()), named(after.actor()), lines);
    return out;
  }

  private String named(String value) {
    return value.isBlank() ? UNKNOWN : telling.code(value);
  }

  private void row(
      List<Map<String, Object>> out,
      String aspect,
      String before,
      String after,
      List<Evidence> lines) {
    boolean known = !before.equals(UNKNOWN) && !after.equals(UNKNOWN);
    String same = !known ? "can't be compared" : before.equals(after) ? "the same" : "differs";
    out.add(
        Map.of(
            "aspect", aspect,
            "before", Markdown.cell(before),
            "after", Markdown.cell(after),
            "verdict", Markdown.cell(telling.say(same, lines))));
  }

  /**
   * Ways out, most direct first: what held, what is known to mend a matched cause, the way back.
   */
  List<Map<String, Object>> strategies() {
    List<Map<String, Object>> out = new ArrayList<>();
    List<Change> held =
        course.outage().isEmpty()
            ? incident.judged(Verdict.FIXED)
            : course.ended().stream().toList();
    for (Change change : held) {
      strategy(
          out,
          "Keep " + telling.code(change.change()),
          "HIGH",
          "The failures end with it",
          change.evidence());
    }
    for (Found<Details.KnownCause> cause : firstOfEachRule()) {
      List<String> steps = Sentences.of(CauseFacts.fix(cause).strip());
      if (!steps.isEmpty()) {
        String more = telling.text(String.join(" ", steps.subList(1, steps.size())));
        strategy(
            out,
            telling.text(steps.getFirst()),
            out.isEmpty() ? "HIGH" : "MEDIUM",
            "It is known to mend "
                + telling.code(cause.details().rule())
                + (more.isEmpty() ? "" : ". " + more),
            cause.finding().evidence());
      }
    }
    List<Change> begun =
        course.outage().isEmpty()
            ? incident.judged(Verdict.INTRODUCED)
            : course.began().or(course::lit).stream().toList();
    for (Change change : begun) {
      boolean tried =
          incident.judged(Verdict.NO_EFFECT).stream()
              .anyMatch(other -> other.kind() == ChangeKind.ROLLBACK);
      strategy(
          out,
          "Go back to before " + telling.code(change.change()),
          tried ? "LOW" : "MEDIUM",
          tried
              ? "The failures begin with it, but a rollback during the incident had no effect"
              : course.fuse(change).isEmpty()
                  ? "The failures begin with it"
                  : "The failures go back to it",
          change.evidence());
    }
    return out;
  }

  private List<Found<Details.KnownCause>> firstOfEachRule() {
    Set<String> seen = new HashSet<>();
    List<String> told = CauseFacts.leading(incident).stream().map(Hypothesis::id).toList();
    return incident.all(Details.KnownCause.class).stream()
        .filter(cause -> told.contains(cause.details().rule()))
        .filter(cause -> seen.add(cause.details().rule()))
        .toList();
  }

  private void strategy(
      List<Map<String, Object>> out,
      String title,
      String priority,
      String why,
      List<Evidence> evidence) {
    String heading = title.endsWith(".") ? title.substring(0, title.length() - 1) : title;
    out.add(
        Map.of(
            "number",
            Integer.toString(out.size() + 1),
            "title",
            heading,
            "priority",
            priority,
            "why",
            telling.say(why, evidence)));
  }

  /** What would show in the logs that it is over. */
  List<String> criteria() {
    List<String> out = new ArrayList<>();
    Set<String> heard = new HashSet<>();
    for (Found<Details.KnownCause> cause : firstOfEachRule()) {
      String quote = telling.quoteFirst(cause.finding().evidence());
      out.add(
          telling.say(
              "No further match of "
                  + telling.code(cause.details().rule())
                  + (quote.isEmpty() ? "" : ", such as " + quote),
              cause.finding().evidence()));
    }
    incident.all(Details.Silence.class).stream()
        .filter(
            silence -> silence.details().mode() == Details.SilenceMode.ABSENT_DESPITE_DEPENDENTS)
        .filter(silence -> heard.add(silence.details().emitter()))
        .forEach(
            silence ->
                out.add(
                    telling.say(
                        telling.code(silence.details().emitter())
                            + " is heard, or is missed by nobody",
                        silence.finding().evidence())));
    if (!incident.crashes().isEmpty()) {
      out.add(
          telling.say(
              "No unrequested exit on "
                  + telling.codes(incident.machines().stream().limit(6).toList()),
              incident.crashes().getLast().finding().evidence()));
    }
    return out;
  }
}
