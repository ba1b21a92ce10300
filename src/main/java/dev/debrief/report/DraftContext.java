package dev.debrief.report;

import com.samskivert.mustache.Mustache;
import dev.debrief.model.Annotation;
import dev.debrief.model.Evidence;
import dev.debrief.model.Hypothesis.Standing;
import dev.debrief.model.MachineLife;
import dev.debrief.model.Operation;
import dev.debrief.model.Source;
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
    OutageFacts outages = new OutageFacts(incident, telling);
    out.put("outages", outages.outages());
    out.put("headline", headline());
    changes(out);
    causes(out);
    observations(out);
    OutcomeFacts outcome = new OutcomeFacts(incident, telling);
    out.put("status", outcome.status());
    out.put("works", outcome.works());
    out.put("differences", outcome.differences());
    out.put("strategies", outcome.strategies());
    out.put("criteria", outcome.criteria());
    out.put("timeline", timeline());
    out.put("mermaid", extras.mermaid() ? MermaidTimeline.of(incident, redaction) : "");
    out.put("picture", picture());
    out.put("machines", machines());
    out.put("environment", environment());
    out.put("operations", operations());
    out.put("notes", notes());
    out.put("unknowns", unknowns());
    out.put("sources", References.sources(dossier.sources(), redaction));
    return out;
  }

  private void changes(Map<String, Object> out) {
    ChangeFacts facts = new ChangeFacts(incident, telling);
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
    out.put("crashes", facts.crashes());
    out.put("silences", facts.silences());
    out.put("gaps", facts.gaps());
    out.put("signals", facts.signals());
    out.put("misleading", facts.misleading());
    out.put("errors", facts.errors());
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
    List<Incident.Found<dev.debrief.model.Details.Outage>> outages = incident.outages();
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

  private List<Map<String, Object>> timeline() {
    return new Chronology(incident, telling)
        .rows().stream()
            .map(
                row ->
                    Map.<String, Object>of(
                        "time", row.time(),
                        "event", Markdown.cell(telling.say(row.event(), row.evidence()))))
            .toList();
  }

  private List<Map<String, Object>> machines() {
    List<Map<String, Object>> out = new ArrayList<>();
    for (MachineLife life : dossier.conclusions().lives()) {
      if (life.phases().stream().allMatch(phase -> phase.evidence().isEmpty())) {
        continue;
      }
      var first = life.phases().getFirst();
      var last = life.phases().getLast();
      String state = last.state().name().toLowerCase(java.util.Locale.ROOT);
      out.add(
          Map.of(
              "machine",
              telling.code(life.machine()),
              "region",
              life.region().isBlank() ? "region not known" : telling.code(life.region()),
              "state",
              state,
              "sentence",
              telling.say(
                  "Machine "
                      + telling.code(life.machine())
                      + (life.region().isBlank() ? "" : " in " + telling.code(life.region()))
                      + ": seen from "
                      + Wording.at(first.range().from())
                      + " UTC, "
                      + state
                      + " when last seen, "
                      + Wording.at(last.range().to())
                      + " UTC",
                  Telling.both(first.evidence(), last.evidence()))));
    }
    return out;
  }

  /** The lines that a life begins and ends with, as far as any are known. */
  private static List<Evidence> ends(MachineLife life) {
    List<Evidence> all =
        life.phases().stream().flatMap(phase -> phase.evidence().stream()).toList();
    return all.isEmpty() ? all : List.of(all.getFirst(), all.getLast());
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
                            telling.say(telling.codes(component.detail()), component.evidence()))))
        .toList();
  }

  /** What people did, as console captures show it. */
  private List<String> operations() {
    return dossier.facts().stream()
        .filter(Operation.class::isInstance)
        .map(Operation.class::cast)
        .limit(40)
        .map(
            operation ->
                telling.say(
                    (operation.moment().known() ? Wording.at(operation.moment()) + " UTC: " : "")
                        + operation
                            .kind()
                            .name()
                            .toLowerCase(java.util.Locale.ROOT)
                            .replace('_', ' ')
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

  private List<String> unknowns() {
    List<String> out = new ArrayList<>();
    for (String unknown : dossier.conclusions().unknowns()) {
      out.add(Wording.sentence(telling.text(unknown)));
    }
    for (Source source : dossier.sources()) {
      for (Source.Note note : source.notes()) {
        String place =
            telling.code(source.path()) + (note.line() > 0 ? " line " + note.line() : "");
        out.add(
            place
                + ": "
                + Wording.sentence(telling.text(note.text()))
                + (note.remedy().isBlank()
                    ? ""
                    : " " + Wording.sentence(telling.text(note.remedy()))));
      }
    }
    return out;
  }
}
