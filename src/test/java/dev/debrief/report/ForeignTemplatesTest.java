package dev.debrief.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.debrief.model.InputProblem;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Templates that come from somebody else: data, whatever stands in them. */
class ForeignTemplatesTest {
  private static final Dossier CASE = CrashLoop.dossier();

  @TempDir private Path folder;

  private String draft(String template) throws Exception {
    Files.writeString(folder.resolve("mine.md"), template);
    return Drafts.write(
            CASE,
            "mine",
            DraftTemplates.builtIn().with(folder),
            Redaction.standard(),
            DraftExtras.NONE)
        .markdown();
  }

  private InputProblem problem(String template) {
    return assertThrows(InputProblem.class, () -> draft(template));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "app.class",
        "app.class.name",
        "app.getClass",
        "app.length",
        "app.toUpperCase",
        "outages.class.classLoader",
        "outages.clear",
        "outages.size",
        "outages.0.sentence.bytes",
        "ask.class.module",
        "this.class",
        "timeline.stream",
      })
  void noNameReachesAMethodOrAClass(String name) {
    InputProblem problem = problem("one\n\n{{" + name + "}}\n");
    assertEquals(folder.resolve("mine.md") + ":3", problem.where());
    assertTrue(problem.what().contains("there is no name"), problem.what());
    assertTrue(problem.remedy().contains("templates.md"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/etc/passwd",
        "../../../../etc/passwd",
        "..\\..\\secret",
        "mine",
        "file:///etc/passwd",
        "parts/timeline",
        "http://example.com/x"
      })
  void aPartIsTheProgramsOwnAndNoFile(String part) {
    assertTrue(problem("{{>" + part + "}}").getMessage().contains("mine.md"));
  }

  @Test
  void listsInListsWithoutEndAreStopped() {
    String deep = "{{#timeline}}".repeat(12) + "{{/timeline}}".repeat(12);
    assertTimeoutPreemptively(
        Duration.ofSeconds(20),
        () -> assertTrue(problem(deep).what().contains("never come to an end")));
  }

  @Test
  void textWithoutEndIsStopped() {
    String deep = "{{#timeline}}".repeat(3) + "x".repeat(100_000) + "{{/timeline}}".repeat(3);
    assertTimeoutPreemptively(
        Duration.ofSeconds(20),
        () -> assertTrue(problem(deep).what().contains("longer than any report")));
  }

  @Test
  void sectionsWithoutBottomAreStopped() {
    int levels = 12_000;
    String deep = "{{#app}}".repeat(levels) + "{{/app}}".repeat(levels);
    assertTrue(problem(deep).getMessage().contains("mine.md"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n{{#outages}}\nnever closed\n", "\n{{/app}}\n"})
  void whatIsBrokenIsToldWithItsFile(String template) {
    InputProblem problem = problem(template);
    assertTrue(problem.where().matches(".*mine\\.md:[234]"), problem.getMessage());
    assertFalse(problem.what().contains("line"), problem.what());
  }

  @Test
  void whatIsNoUtf8IsToldWithItsLine() throws Exception {
    byte[] bytes = "# Bericht\n\nst\u00F6rung {{app}}\n".getBytes(StandardCharsets.ISO_8859_1);
    Files.write(folder.resolve("mine.md"), bytes);
    InputProblem problem =
        assertThrows(
            InputProblem.class,
            () ->
                Drafts.write(
                    CASE, "mine", DraftTemplates.builtIn().with(folder), Redaction.standard()));
    assertEquals(folder.resolve("mine.md") + ":3", problem.where());
  }

  @Test
  void whatATemplateMayUseWorksWithoutReflection() throws Exception {
    String draft =
        draft("# {{app}}\n{{#outages}}{{#phases}}\n- {{.}}\n{{/phases}}{{/outages}}{{>timeline}}");
    assertTrue(draft.contains("- It began"), draft);
    assertTrue(draft.contains("| Time (UTC) | Event |"), draft);
  }
}
