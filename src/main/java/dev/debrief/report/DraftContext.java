package dev.debrief.report;

import com.samskivert.mustache.Mustache;
import dev.debrief.model.Annotation;
import dev.debrief.model.Details;
import dev.debrief.model.Evidence;
import dev.debrief.model.Hypothesis.Standing;
import dev.debrief.model.Operation;
import dev.debrief.model.Release;
import dev.debrief.model.Verdict;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The names that a template can use. Every value is Markdown, safe as it stands; every sentence
 * ends in its references. {@code packaging/docs/templates.md} lists them for people who write
 * templates.
 */
final class DraftContext {
  /** A timeline of so many rows is told whole; a longer one is told in brief. */
  private static final int SHORT = 24;

  private final Dossier dossier;
  private final Incident incident;
  private final Telling telling;
  private final Redaction.Session redaction;
  private final DraftExtras extras;

  DraftContext(
      Dossier dossier, Redaction.Session redaction, References references, DraftExtras extras) {
    this.dossier = dossier;
    this.incident = new Incident(dossier);
    this.redaction = redaction;
    this.extras = extras;
    this.telling = new Telling(redaction, references);
  }

  Map<String, Object> values() {
    Map<String, Object> out = new HashMap<>();
    out.put("ask", (Mustache.Lambda) (fragment, writer) -> writer.write(ask(fragment.execute())));
    out.put("app", dossier.app().isBlank() ? "the app" : telling.code(dossier.app()));
    out.put("dates", dates());
    Course course = new Course(incident.dossier().conclusions());
    OutageFacts outages = new OutageFacts(incident, telling);
    out.put("summary", new Story(incident, course, telling).sentences());
    out.put("outages", outages.outages());
    out.put("headline", headline());
    absences(out);
    changes(out, course);
    causes(out);
    observations(out);
    OutcomeFacts outcome = new OutcomeFacts(incident, course, telling);
    out.put("status", outcome.status());
    out.put("works", outcome.works());
    out.put("differences", outcome.differences());
    out.put("strategies", outcome.strategies());
    out.put("criteria", outcome.criteria());
    List<Map<String, Object>> brief = rows(Chronology.brief(incident, telling));
    List<Map<String, Object>> full = rows(Chronology.full(incident, telling));
    boolean whole = full.size() <= SHORT;
    out.put("timeline", whole ? full : brief);
    out.put("everything", full);
    out.put("appendix", !whole && full.size() > brief.size());
    out.put("mermaid", extras.mermaid() ? MermaidTimeline.of(incident, redaction) : "");
    out.put("picture", picture());
    MachineFacts machines = new MachineFacts(incident, telling);
    out.put("machines", machines.machines());
    out.put("machinelist", machines.list());
    out.put("before", machines.before());
    out.put("deployed", machines.deployed());
    out.put("environment", environment());
    out.put("operations", operations());
    out.put("notes", notes());
    out.put("unknowns", new Unknowns(incident, telling).sentences());
    out.put("sources", References.sources(dossier.sources(), redaction));
    return out;
  }

  /** What isn't in the evidence, said with the lines between which it isn't. */
  private void absences(Map<String, Object> out) {
    List<Evidence> log = incident.bounds();
    List<Evidence> history = incident.history();
    boolean quiet = Story.quiet(incident);
    boolean unhurt = Story.nothingFailed(incident);
    out.put(
        "nooutage",
        new SetAsideFacts(incident, telling)
            .sentence()
            .orElseGet(
                () ->
                    telling.say(
                        "The evidence shows no time in which the app, or a good part of its"
                            + " requests, failed for a minute or more",
                        log)));
    out.put(
        "nocause",
        telling.say(
            quiet
                ? "There is no failure in the evidence to find a cause for"
                : "No cause could be worked out from the evidence",
            log));
    out.put(
        "nofix",
        telling.say(
            unhurt
                ? "There is no failure in the evidence that could have been mended"
                : "The evidence ties no change to the end of the failures",
            history));
    out.put("nochange", telling.say(noChange(), history));
    out.put(
        "noother",
        telling.say(
            unhurt ? "There is no failure in the evidence that could have been mended" : noChange(),
            history));
    out.put("nobaseline", telling.say("The history doesn't show the release before", history));
    out.put("nocommit", telling.say("No commit is in the evidence", history));
    out.put("nothingworks", telling.say("The evidence shows nothing that surely works", log));
    out.put("noerror", telling.say("No error in these logs is new and unexplained", log));
    out.put("nocrash", telling.say("No machine ended unasked in these logs", log));
    out.put("nostrategy", telling.say("The evidence suggests none", log));
    out.put("nodifference", telling.say("The history shows no two releases to compare", history));
    out.put("noenvironment", telling.say("The logs name no component", log));
    out.put("noevent", telling.say("Nothing in the evidence marks a failure or a change", log));
  }

  private String noChange() {
    boolean released = incident.dossier().facts().stream().anyMatch(Release.class::isInstance);
    if (!incident.attempts().isEmpty()) {
      return "The history shows no other change in this time";
    }
    return released
        ? "The history shows no change in this time"
        : "There is no release history, and the log itself shows no change in this time";
  }

  private void changes(Map<String, Object> out, Course course) {
    ChangeFacts facts = new ChangeFacts(incident, course, telling);
    out.put("began", facts.began());
    out.put("again", facts.again());
    out.put("ended", facts.ended());
    out.put("eased", facts.eased());
    out.put("attempts", facts.attempts());
    out.put("introduced", facts.judged(Verdict.INTRODUCED));
    out.put("fixed", facts.judged(Verdict.FIXED));
    out.put("noeffect", facts.judged(Verdict.NO_EFFECT));
    out.put("others", facts.others());
    out.put("baseline", facts.baseline());
    out.put("commits", facts.commits());
    out.put("settings", facts.settings());
  }

  private void causes(Map<String, Object> out) {
    CauseFacts facts = new CauseFacts(incident, telling);
    out.put("causes", facts.causes());
    boolean idle = Story.nothingFailed(incident) && !CauseFacts.leading(incident).isEmpty();
    out.put(
        "idle",
        idle
            ? List.of(
                telling.say(
                    "Nothing in the evidence failed of what follows: it was seen, and no more",
                    incident.bounds()))
            : List.of());
    out.put("partly", facts.partly());
    out.put("follows", facts.follows());
    out.put("excluded", facts.ruledOut());
    out.put("undecided", facts.undecided());
    out.put("messages", facts.messages());
    out.put("known", facts.known());
    out.put("further", facts.further());
    out.put("tomend", facts.toMend());
    out.put("supported", facts.hypotheses(Standing.SUPPORTED));
    out.put("open", facts.hypotheses(Standing.OPEN));
    out.put("ruledout", facts.hypotheses(Standing.RULED_OUT));
    out.put("notassessed", facts.hypotheses(Standing.NOT_ASSESSED));
  }

  private void observations(Map<String, Object> out) {
    ObservationFacts facts = new ObservationFacts(incident, telling);
    out.put("crashes", new CrashFacts(incident, telling).sentences());
    out.put("silences", facts.silences());
    out.put("gaps", facts.gaps());
    out.put("signals", facts.signals());
    out.put("misleading", facts.misleading());
    out.put("errors", facts.errors());
    out.put("unexplained", facts.unexplained());
  }

  /** A prompt: hidden for tools, and a line that nobody overlooks. */
  private static String ask(String question) {
    String one = question.strip().replaceAll("\\s+", " ");
    return "<!-- ask: " + one.replace("--", "–") + " -->\n> **To be answered:** " + one;
  }

  private String dates() {
    return incident
        .trouble()
        .or(incident::logged)
        .map(range -> Wording.dates(range.from(), range.to()))
        .orElse("date not known");
  }

  private String headline() {
    List<Incident.Found<Details.Outage>> outages = incident.outages();
    if (outages.isEmpty()) {
      return "";
    }
    return outages.size() == 1 ? "one outage" : outages.size() + " outages";
  }

  private String picture() {
    return extras.picture().isBlank()
        ? ""
        : "![The incident as a timeline]("
            + URLEncoder.encode(extras.picture(), StandardCharsets.UTF_8).replace("+", "%20")
            + ")";
  }

  private List<Map<String, Object>> rows(List<Chronology.Row> rows) {
    return rows.stream()
        .map(
            row ->
                Map.<String, Object>of(
                    "time", row.time(),
                    "event", Markdown.cell(telling.say(row.event(), row.evidence()))))
        .toList();
  }

  private List<Map<String, Object>> environment() {
    List<Environment.Component> all = new ArrayList<>(Environment.of(dossier));
    all.addAll(Environment.machines(dossier));
    return all.stream()
        .map(
            component ->
                Map.<String, Object>of(
                    "component", Markdown.cell(telling.text(component.name())),
                    "detail",
                        Markdown.cell(
                            telling.say(
                                telling.codes(component.detail()),
                                component.evidence().isEmpty()
                                    ? incident.bounds()
                                    : component.evidence()))))
        .toList();
  }

  /** What people did, as console captures show it, but for the deploys, which are attempts. */
  private List<String> operations() {
    return dossier.facts().stream()
        .filter(Operation.class::isInstance)
        .map(Operation.class::cast)
        .filter(operation -> Operations.tells(operation.kind()))
        .filter(operation -> !operation.detail().isBlank() || operation.moment().known())
        .limit(12)
        .map(
            operation ->
                telling.say(
                    (operation.moment().known() ? Wording.at(operation.moment()) + " UTC: " : "")
                        + Wording.capital(Operations.words(operation.kind()))
                        + (operation.detail().isBlank()
                            ? ""
                            : ": " + telling.code(operation.detail())),
                    List.of(operation.evidence())))
        .toList();
  }

  private List<String> notes() {
    return dossier.annotations().stream()
        .filter(note -> note.kind() == Annotation.Kind.NOTE && !note.text().isBlank())
        .map(
            note ->
                telling.say(
                    Wording.at(note.start()) + " UTC: " + telling.text(note.text()),
                    note.evidence() == null ? List.of() : List.of(note.evidence())))
        .collect(Collectors.toList());
  }
}
