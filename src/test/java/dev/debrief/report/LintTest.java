package dev.debrief.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.debrief.model.Conclusions;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

class LintTest {
  private static final Dossier CASE = CrashLoop.dossier();
  private static final Dossier NOTHING =
      new Dossier(
          "", Conclusions.NONE, List.of(), List.of(), List.of(), new LinesInMemory(List.of()));

  @Test
  void everyPlantedErrorIsFoundAndNoCleanTwinIsBlamed() throws IOException {
    String frame = read("corpus/frame.md");
    List<String> wrong = new ArrayList<>();
    Map<String, Integer> kinds = new TreeMap<>();
    for (JsonNode pair : new YAMLMapper().readTree(read("corpus/claims.yaml"))) {
      kinds.merge(pair.path("kind").asString(), 1, Integer::sum);
      int line = 1 + (int) frame.substring(0, frame.indexOf("CLAIM")).lines().count();
      for (LintFinding finding :
          contradictions(frame.replace("CLAIM", claim(pair, "right")), CASE)) {
        wrong.add("false alarm: " + finding);
      }
      List<LintFinding> found = contradictions(frame.replace("CLAIM", claim(pair, "wrong")), CASE);
      if (found.stream().noneMatch(finding -> finding.line() == line)
          && !pair.path("kind").asString().equals("status")) {
        wrong.add("missed: " + claim(pair, "wrong"));
      }
      found.stream()
          .filter(finding -> finding.line() != line)
          .forEach(
              finding -> wrong.add("false alarm beside " + claim(pair, "wrong") + ": " + finding));
    }
    assertEquals(List.of(), wrong, "of " + kinds);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "| Feb 26 05:58 | Deploy v293 |;| Feb 26 01:58 | We slept |",
        "| Feb 26 02:00-04:00 | Settings tried one by one |;| Feb 25 22:00-23:50 | Settings |",
        "| Feb 26 00:30 | Rollback to the code of v289, still failing |;| Feb 25 22:30-23:30 | More |",
        "| Feb 26 06:05 | App fully operational |;| Feb 26 00:05 | App quiet |"
      })
  void aRowOutOfOrderIsFound(String right, String wrong) throws IOException {
    String frame = read("corpus/frame.md").replace("CLAIM", "");
    assertEquals(List.of(), contradictions(frame, CASE));
    assertTrue(!contradictions(frame.replace(right, wrong), CASE).isEmpty());
  }

  @Test
  void aQuotedLineThatLooksLikeACommentSilencesNothingBelowIt() {
    String wrong = "## The fix (3 changes)\n\n1. One\n2. Two\n";
    assertEquals(1, contradictions("It printed `<!-- x`.\n\n" + wrong, CASE).size());
    assertEquals(List.of(), contradictions("<!-- not yet\n\n" + wrong, CASE));
  }

  /**
   * None of these is a number, a length or a time that a report should give, and each was fatal.
   */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "It was down for 5 hours 99999999999999999999 minutes.",
        "There were 1,000,000,000,000,000,000,000,000 restarts.",
        "It began at 2026-02-25T21:00:00+19:30.",
        "MANY HOURS",
        "It printed `25:61:61 [error] could not lookup Ecto repo BlocksterV2.Repo because`."
      })
  void aReportOfImpossibleNumbersIsReadAllTheSame(String impossible) {
    String wrong = "\n\n## The fix (3 changes)\n\n1. One\n2. Two\n";
    String told =
        impossible.replace("MANY HOURS", "It was down for 1 hour" + " 1 min".repeat(20_000));
    assertTrue(!contradictions(told + wrong, CASE).isEmpty());
  }

  /** For each bracket all behind it was gone through: hours for a megabyte of them. */
  @Test
  @Timeout(value = 2, unit = TimeUnit.MINUTES)
  void aLineOfAMegabyteIsReadAsFarAsALineGoes() {
    String wrong = "\n\n## The fix (3 changes)\n\n1. One\n2. Two\n";
    assertEquals(1, contradictions("It was " + "[".repeat(1 << 20) + wrong, CASE).size());
  }

  @Test
  void aHeadingThatAnnouncesMoreThanFollows() {
    String right = "## The fix (2 changes)\n\n1. One\n2. Two\n";
    assertEquals(List.of(), contradictions(right, CASE));
    assertEquals(1, contradictions(right.replace("(2 ", "(3 "), CASE).size());
  }

  @Test
  void aReleaseThatTheHistorySkipsIsContradictedAndAnUnreachedOneIsNot() {
    assertEquals(List.of(), contradictions("We looked at v400 and at v12 and at /api/v2.", CASE));
  }

  @ParameterizedTest
  @ValueSource(strings = {"outage", "vendor", "chronicle", "postmortem", "resolution"})
  void aDraftOfOurOwnIsNeverContradicted(String template) throws Exception {
    assertEquals(List.of(), contradictions(Drafts.write(CASE, template).markdown(), CASE));
  }

  @Test
  void theContradictionsThatACarefulReaderFindsInTheSeeds() throws IOException {
    assertEquals(List.of(4, 55), lines("seeds/production-outage-report.md"));
    assertEquals(List.of(15, 304), lines("seeds/vendor-bug-report.md"));
    assertEquals(List.of(503), lines("seeds/deployment-guide.md"));
    assertEquals(List.of(), lines("seeds/error-resolution-playbook.md"));
    assertTrue(lines("seeds/deploy-incident.md").contains(1));
  }

  @Test
  void reportsOfOtherIncidentsAreHeldOnlyAgainstThemselves() throws IOException {
    for (String name :
        List.of(
            "004-gallformers-90min-zombie-final",
            "008-adcp-test-agent-downtime",
            "010-dual-research-oom-on-boot-spec",
            "012-stacks-argon2-oom-issue",
            "014-subnet-dashboard-triage-forensics")) {
      assertEquals(List.of(), contradictions(read("real/pm-" + name + ".md"), NOTHING), name);
    }
    List<LintFinding> stall =
        contradictions(read("real/pm-006-gallformers-nightly-rollup-stall.md"), NOTHING);
    assertEquals(List.of(7), stall.stream().map(LintFinding::line).toList(), "30 or 45 seconds");
  }

  @Test
  void reportsThatDisagreeWithEachOtherAreToldWhere() {
    Map<String, String> agreeing = new LinkedHashMap<>();
    agreeing.put("a.md", "# Outage, Feb 25, 2030\n\nThe app was down for 9 hours.\n");
    agreeing.put("b.md", "# Outage of Feb 25, 2030\n\nTotal outage: ~9 h\n");
    assertTrue(
        Lint.check(agreeing, NOTHING).values().stream().noneMatch(Lint::contradicted),
        agreeing.toString());
    Map<String, String> apart = new LinkedHashMap<>();
    apart.put(
        "a.md",
        "# Outage, Feb 25, 2030\n\nThe app was down for 9 hours.\n\n"
            + "| Time (UTC) | Event |\n| - | - |\n| Feb 25 21:00 | Deploy v290 |\n");
    apart.put(
        "b.md",
        "# Outage, Feb 25, 2029\n\nThe app was down for 33 hours.\n\n"
            + "| Time (UTC) | Event |\n| - | - |\n| 2030-02-25 19:00 | Deployed v290 |\n");
    List<LintFinding> found =
        Lint.check(apart, NOTHING).getOrDefault("b.md", List.of()).stream()
            .filter(one -> one.explanation().contains("of a.md"))
            .toList();
    assertEquals(
        List.of(1, 3, 7), found.stream().map(LintFinding::line).toList(), found.toString());
    assertTrue(!Lint.contradicted(Lint.check(apart, NOTHING).getOrDefault("a.md", List.of())));
  }

  @Test
  void aQuotedLineIsLookedForInTheEvidence() {
    String line = "INFO Main child exited normally with code: 1";
    assertEquals(Judgement.SUPPORTED, quote("```\n" + line + "\n```\n"));
    assertEquals(
        Judgement.SUPPORTED, quote("| When | What |\n| - | - |\n| then | `" + line + "` |\n"));
    assertEquals(
        Judgement.SUPPORTED,
        quote("```\n2026-02-25T21:00:33Z app[x] ord [info] " + line + "\n```\n"));
    assertEquals(
        Judgement.CONTRADICTED,
        quote("```\n2026-02-24T11:11:11Z app[x] ord [info] " + line + "\n```\n"));
    assertEquals(Judgement.CONTRADICTED, quote("```\n11:11:11.000 " + line + "\n```\n"));
    assertEquals(
        Judgement.UNSUPPORTED, quote("```\n[error] the warehouse burned down yesterday\n```\n"));
    assertEquals(
        Judgement.UNSUPPORTED, quote("We saw `[error] the warehouse burned down yesterday`.\n"));
    assertTrue(
        Lint.check("## Expected outcome\n\n```\n[info] all is well again\n```\n", CASE).stream()
            .noneMatch(one -> one.explanation().contains("quoted line")));
  }

  private static Judgement quote(String report) {
    return Lint.check(report, CASE).stream()
        .filter(
            one ->
                one.explanation().contains("such a line")
                    || one.explanation().contains("quoted line")
                    || one.explanation().contains("this line"))
        .map(LintFinding::verdict)
        .findFirst()
        .orElseThrow(() -> new AssertionError("not read as a quote: " + report));
  }

  @Test
  void aSecretLeftInIsShownWithoutItself() {
    List<LintFinding> found = Lint.check("key: postgres://app:hunter2@db/x", NOTHING);
    assertEquals(1, found.size());
    assertTrue(!found.getFirst().toString().contains("hunter2"));
  }

  @Test
  void scrambledEncodingsAreRead() {
    assertEquals("✅ RESOLVED", ReportText.unscrambled("‚úÖ RESOLVED"));
    assertEquals("a — b", ReportText.unscrambled("a — b"));
  }

  private static List<Integer> lines(String name) throws IOException {
    return contradictions(read(name), CASE).stream().map(LintFinding::line).distinct().toList();
  }

  private static List<LintFinding> contradictions(String report, Dossier dossier) {
    return Lint.check(report, dossier).stream()
        .filter(finding -> finding.verdict() == Judgement.CONTRADICTED)
        .toList();
  }

  private static String claim(JsonNode pair, String which) {
    return pair.path(which).asString().replace("{A}", CrashLoop.A).replace("{B}", CrashLoop.B);
  }

  private static String read(String name) throws IOException {
    try (InputStream in = LintTest.class.getResourceAsStream("/reports/" + name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
