package dev.debrief.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.debrief.model.InputProblem;
import dev.debrief.model.Source;
import dev.debrief.report.ReferenceCheck.Standing;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeavingTheCaseTest {
  private static final Dossier CASE = CrashLoop.dossier();

  @Test
  void everyReferenceResolvesAndEverySentenceOfTheTimelineHasOne() throws InputProblem {
    for (String template : DraftTemplates.BUILT_IN) {
      String draft = Drafts.write(CASE, template).markdown();
      List<ReferenceCheck.Checked> checked = ReferenceCheck.check(draft, CASE);
      assertTrue(checked.size() > 5, template);
      assertEquals(
          Set.of(Standing.HOLDS),
          checked.stream().map(ReferenceCheck.Checked::standing).collect(Collectors.toSet()));
      draft
          .lines()
          .filter(line -> line.matches("\\| \\d{4}-.*"))
          .forEach(line -> assertTrue(line.contains("[^e"), line));
    }
  }

  @Test
  void changedBytesTurnReferencesRed() throws InputProblem {
    String draft = Drafts.write(CASE, "outage").markdown();
    List<Source> changed = CASE.sources().stream().map(LeavingTheCaseTest::withOtherBytes).toList();
    Dossier other =
        new Dossier(
            CASE.app(), CASE.conclusions(), changed, CASE.facts(), List.of(), CASE.lookup());
    List<ReferenceCheck.Checked> checked = ReferenceCheck.check(draft, other);
    assertTrue(
        checked.stream()
            .filter(one -> one.evidence().isPresent())
            .allMatch(one -> one.standing() == Standing.SOURCE_CHANGED));
    String moved = draft.replaceAll("(?m)^(\\[\\^e[0-9a-f]+]: `fly-logs.json` line )\\d+", "$12");
    assertTrue(
        ReferenceCheck.check(moved, CASE).stream()
            .anyMatch(one -> one.standing() == Standing.LINE_CHANGED));
  }

  @Test
  void whatChangedBehindADraftIsRedInTheLintAndOnThePage() throws Exception {
    String draft = Drafts.write(CASE, "outage").markdown();
    Dossier other =
        new Dossier(
            CASE.app(),
            CASE.conclusions(),
            CASE.sources().stream().map(LeavingTheCaseTest::withOtherBytes).toList(),
            CASE.facts(),
            CASE.annotations(),
            CASE.lookup());
    assertTrue(ReferenceCheck.red(draft, CASE).isEmpty());
    assertTrue(!ReferenceCheck.red(draft, other).isEmpty());
    List<LintFinding> found =
        Lint.check(draft, other).stream()
            .filter(one -> one.explanation().contains("no longer fits: the file"))
            .toList();
    int summary = 1 + draft.lines().toList().indexOf("## Summary") + 2;
    assertTrue(found.stream().anyMatch(one -> one.line() == summary), found.toString());
    assertTrue(found.stream().allMatch(one -> one.verdict() == Judgement.CONTRADICTED));
    String page = DraftHtml.page("t", draft, Optional.empty(), ReferenceCheck.red(draft, other));
    assertTrue(page.contains("<a class=\"red\""), page);
    assertFalse(DraftHtml.page("t", draft, Optional.empty()).contains("<a class=\"red\""));
  }

  private static Source withOtherBytes(Source s) {
    return new Source(
        s.path(),
        s.format(),
        "cd".repeat(32),
        s.bytes(),
        s.lines(),
        s.records(),
        s.begun(),
        s.continuations(),
        s.duplicates(),
        s.duplicateLines(),
        s.unparsed(),
        s.blank(),
        s.first(),
        s.last(),
        s.zone(),
        s.notes());
  }

  @Test
  void aTemplateOfOnesOwnJoinsAndAWrongNameInItIsTold(@TempDir Path folder) throws Exception {
    Files.writeString(
        folder.resolve("mine.md"), "# {{app}}\n\n{{#outages}}{{sentence}}{{/outages}}\n");
    Files.writeString(folder.resolve("broken.md"), "{{nothing}}");
    DraftTemplates templates = DraftTemplates.builtIn().with(folder);
    assertTrue(templates.names().contains("mine"));
    String draft =
        Drafts.write(CASE, "mine", templates, Redaction.standard(), DraftExtras.NONE).markdown();
    assertTrue(draft.startsWith("# `blockster-v2`\n\n**9 h 5 min**"), draft);
    InputProblem problem =
        Assertions.assertThrows(
            InputProblem.class,
            () -> Drafts.write(CASE, "broken", templates, Redaction.standard(), DraftExtras.NONE));
    assertTrue(problem.getMessage().contains("nothing"), problem.getMessage());
  }

  @Test
  void theTableForSpreadsheetsBearsNoFormula() {
    String csv = TimelineCsv.of(CASE, Redaction.standard());
    assertTrue(csv.startsWith("time_utc,event,evidence\r\n2026-02-23 08:10:00,"), csv);
    assertTrue(csv.contains("crash-looping"));
    assertEquals("\"'=cmd|' /C calc'!A0\"", TimelineCsv.cell("=cmd|' /C calc'!A0"));
    assertEquals("\"'@x,\"\"y\"\"\"", TimelineCsv.cell("@x,\"y\""));
    assertEquals("\"' \t=x\"".replace('\t', ' '), TimelineCsv.cell(" \t=x"));
    assertEquals("\"'＝1+1\"", TimelineCsv.cell("＝1+1"));
  }

  @Test
  void thePageNeedsNothingElse() throws InputProblem {
    String page =
        DraftHtml.page(
            "A <title>",
            Drafts.write(CASE, "outage").markdown(),
            Optional.of("<svg id=\"t\"></svg>"));
    assertFalse(page.contains("<script"));
    assertFalse(page.contains("<!-- ask"));
    assertFalse(Pattern.compile("(?:src|href)=\"(?!#)").matcher(page).find());
    assertTrue(page.contains("<title>A &lt;title&gt;</title>"));
    assertTrue(page.contains("<figure><svg"));
    assertTrue(page.contains("To be answered"));
    assertTrue(page.contains("class=\"footnotes\""));
  }

  @Test
  void aQuotedLineThatLooksLikeACommentHidesNothingOfThePage() {
    String body =
        DraftHtml.body(
            "It says `<!-- x`.\n\nThis is evidence.\n\n<!-- ask: why? -->\n> **To be answered:** why?\n\n"
                + "One <!-- aside --> word.\n");
    assertTrue(body.contains("<code>&lt;!-- x</code>"), body);
    assertTrue(body.contains("This is evidence."), body);
    assertTrue(body.contains("To be answered"), body);
    assertFalse(body.contains("ask:") || body.contains("aside"), body);
  }

  @Test
  void theMermaidBlockIsThereByChoice() throws InputProblem {
    DraftExtras extras = new DraftExtras(true, "the night.svg");
    String draft =
        Drafts.write(CASE, "outage", DraftTemplates.builtIn(), Redaction.standard(), extras)
            .markdown();
    assertTrue(draft.contains("```mermaid\ngantt\n"));
    assertTrue(draft.contains("v290 :milestone, 2026-02-25T21:00:00, 0s"));
    assertTrue(draft.contains("](the%20night.svg)"));
  }

  /** What cmark-gfm linked although a sign stood before it. */
  @Test
  void anAddressAfterASignIsNoLink() {
    for (String foreign :
        List.of("*www.example.com", "_www.example.com", "(www.example.com", "x ~www.a.b")) {
      assertTrue(Markdown.text(foreign).contains("`"), Markdown.text(foreign));
    }
  }

  @Property(tries = 1000)
  void foreignTextStaysInItsCellAndMakesNoMarkup(@ForAll @StringLength(max = 60) String foreign) {
    for (String safe : List.of(Markdown.text(foreign), Markdown.code(foreign))) {
      harmless("| a | b |\n| - | - |\n| x | " + Markdown.cell(safe) + " |\n\nafter", foreign, true);
      harmless("- " + safe + "\n", foreign, false);
    }
  }

  @Property(tries = 1000)
  void whatATerminalShowsHasTheWordsOfTheForeignTextAndNoMarks(
      @ForAll @StringLength(max = 60) @CharRange(from = ' ', to = '~') String foreign) {
    String words = foreign.replaceAll("[`'\\s]", "");
    String said = "**" + Markdown.text(foreign + "x") + "**[^e0123abcd]";
    assertEquals(words + "x", Markdown.plain(said).replaceAll("[`'\\s]", ""));
  }

  @Test
  void knownTricksStayText() {
    for (String trick :
        List.of(
            "<script>alert(1)</script>",
            "`` ` ``` ````",
            "a | b || c \\| d \\\\| e",
            "[x](javascript:alert(1)) ![i](http://x/y.png) [^1] [^e11111111]",
            "@someone #12 owner/repo#3 GH-4 :smile: $x$ ~~s~~ **b** __u__ *i* _j_",
            "https://example.com www.example.com mailto:a@b.co",
            "line\nbreak\r\nand\rmore\u2028sep",
            "\u202Eevil\u202C \u200Bzero \u0000nul \u001B[31mred",
            "# heading\n- item\n1. one\n> quote\n```\nfence",
            "&lt;b&gt; &#64;x",
            "- [ ] task",
            "1. x",
            "+1",
            "===",
            "\\")) {
      for (String safe : List.of(Markdown.text(trick), Markdown.code(trick))) {
        harmless("| a | b |\n| - | - |\n| x | " + Markdown.cell(safe) + " |\n\nafter", trick, true);
        harmless("- " + safe + "\n", trick, false);
        harmless(safe + "\n", trick, false);
      }
    }
  }

  private static void harmless(String markdown, String foreign, boolean table) {
    String html = DraftHtml.body(markdown);
    Matcher tags = Pattern.compile("</?([a-z0-9]+)").matcher(html);
    Set<String> allowed =
        Set.of("p", "code", "table", "thead", "tbody", "tr", "th", "td", "ul", "li");
    while (tags.find()) {
      assertTrue(allowed.contains(tags.group(1)), foreign + " made " + html);
    }
    if (table) {
      assertEquals(2, html.split("<td>", -1).length - 1, foreign + " made " + html);
      assertEquals(2, html.split("<tr>", -1).length - 1, foreign + " made " + html);
      assertTrue(html.contains("<p>after</p>"), foreign + " made " + html);
    }
  }
}
