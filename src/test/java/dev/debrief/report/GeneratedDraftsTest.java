package dev.debrief.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.debrief.analysis.Analysis;
import dev.debrief.analysis.AnalysisSettings;
import dev.debrief.analysis.incident.Incident;
import dev.debrief.analysis.incident.Incidents;
import dev.debrief.model.Conclusions;
import dev.debrief.model.Entry;
import dev.debrief.model.LogRecord;
import dev.debrief.model.Progress;
import dev.debrief.model.Source;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Drafts of generated incidents, held against the incidents they were written from. One seed a
 * story by default; more with {@code -Ddebrief.incident.seeds=50}.
 */
class GeneratedDraftsTest {
  private static final int SEEDS = Integer.getInteger("debrief.incident.seeds", 1);

  @ParameterizedTest
  @EnumSource
  void everySentenceOfADraftIsBackedAndNoneIsContradictedByItsOwnCase(Incidents.Story story)
      throws Exception {
    List<String> wrong = new ArrayList<>();
    for (long seed = 1; seed <= SEEDS; seed++) {
      Dossier dossier = dossier(Incidents.of(seed, story));
      for (String template : DraftTemplates.BUILT_IN) {
        String draft = Drafts.write(dossier, template).markdown();
        for (LintFinding found : Lint.check(draft, dossier)) {
          if (found.verdict() == Judgement.CONTRADICTED) {
            wrong.add(story + " " + seed + " " + template + ": " + found);
          }
        }
        for (String sentence : ReferencedSentences.without(draft)) {
          wrong.add(story + " " + seed + " " + template + ": no reference: " + sentence);
        }
        if (ReferenceCheck.check(draft, dossier).stream().anyMatch(ReferenceCheck.Checked::red)) {
          wrong.add(story + " " + seed + " " + template + ": a reference doesn't resolve");
        }
      }
    }
    assertEquals(List.of(), wrong);
  }

  @ParameterizedTest
  @EnumSource(
      value = Incidents.Story.class,
      names = {"CRASH_LOOP", "BAD_RELEASE", "OUT_OF_MEMORY", "GAVE_UP"})
  void theTimelineTellsEveryChangeAndTheFirstCrash(Incidents.Story story) throws Exception {
    Dossier dossier = dossier(Incidents.of(3, story));
    List<String> rows =
        Drafts.write(dossier, "outage")
            .markdown()
            .lines()
            .filter(line -> line.matches("\\| \\d{4}-\\d\\d-\\d\\d .*"))
            .toList();
    for (var change : new dev.debrief.report.Incident(dossier).changes()) {
      assertTrue(
          rows.stream().anyMatch(row -> row.contains("**" + change.change() + "**")),
          change.change());
    }
    if (!new dev.debrief.report.Incident(dossier).crashes().isEmpty()) {
      assertTrue(rows.stream().anyMatch(row -> row.contains("crash")), rows.toString());
    }
  }

  private static Dossier dossier(Incident incident) {
    Conclusions conclusions = Analysis.of(incident.data(), AnalysisSettings.DEFAULT, Progress.NONE);
    return new Dossier(
        "app",
        conclusions,
        sources(incident.entries()),
        incident.entries().stream().filter(entry -> !(entry instanceof LogRecord)).toList(),
        List.of(),
        new LinesInMemory(incident.entries()));
  }

  /** The accounts that an import would have given. */
  private static List<Source> sources(List<Entry> entries) {
    Map<String, List<Entry>> bySource = new TreeMap<>();
    entries.forEach(
        entry ->
            bySource
                .computeIfAbsent(entry.evidence().source(), path -> new ArrayList<>())
                .add(entry));
    List<Source> out = new ArrayList<>();
    bySource.forEach(
        (path, its) -> {
          boolean logs = its.getFirst() instanceof LogRecord;
          List<Instant> times = its.stream().map(entry -> entry.moment().at()).sorted().toList();
          long lines =
              its.stream()
                  .max(Comparator.comparingLong(e -> e.evidence().line()))
                  .orElseThrow()
                  .evidence()
                  .line();
          out.add(
              new Source(
                  path,
                  logs ? "fly-text" : "releases-json",
                  "ab".repeat(32),
                  1,
                  lines,
                  its.size(),
                  its.size(),
                  0,
                  0,
                  0,
                  0,
                  0,
                  times.getFirst(),
                  times.getLast(),
                  "UTC",
                  List.of()));
        });
    return out;
  }
}
