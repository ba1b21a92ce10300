package dev.debrief.desktop.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.debrief.desktop.draft.DraftView;
import dev.debrief.desktop.session.Selection;
import dev.debrief.model.Finding;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What an author does with the draft, with real clicks and keys on a real case. */
class DraftFlowsTest extends CrashInWindow {
  @Test
  void aFindingGoesIntoTheDraftAndOutAgain() throws Exception {
    Finding finding = select("exit");
    window.go(View.DRAFT);
    window.until(() -> bench().draft().written().get());
    window.go(View.FINDINGS);
    window.click("#add-to-draft");
    window.until(() -> bench().draft().text().get().contains("## Also noted"));
    assertTrue(bench().session().drafted().contains(finding.id()));
    window.click("#undo");
    window.until(() -> !bench().draft().text().get().contains("## Also noted"));
  }

  @Test
  void aMarkOfTheLintJumpsToItsLine() throws Exception {
    window.go(View.DRAFT);
    window.until(() -> bench().draft().written().get());
    window.idle();
    String draft = bench().draft().text().get();
    window.run(
        () ->
            bench()
                .draft()
                .text()
                .set("# Report\n\nThe outage lasted 33 hours (21:00 UTC to 21:20 UTC).\n"));
    window.until(() -> !bench().draft().marks().isEmpty());
    window.idle();
    int line = bench().draft().marks().getFirst().line();
    window.run(
        () ->
            ((javafx.scene.control.ListView<?>) window.node("#lint"))
                .getSelectionModel()
                .select(0));
    var editor = (jfx.incubator.scene.control.richtext.CodeArea) window.node("#draft-editor");
    window.until(() -> editor.getCaretPosition().index() == line - 1);
    window.run(() -> bench().draft().text().set(draft));
    window.idle();
  }

  @Test
  void aFootnoteLeadsToItsRecordAndTheRecordToItsFootnote() throws Exception {
    window.go(View.DRAFT);
    window.until(() -> bench().draft().written().get());
    List<String> lines = bench().draft().text().get().lines().toList();
    int at = 0;
    while (!lines.get(at).matches("\\[\\^e[0-9a-f]+]: .* line \\d+,.*")) {
      at++;
    }
    var line = bench().draft().evidenceIn(lines.get(at)).orElseThrow();
    assertTrue(lines.get(at).contains("`" + line.source() + "` line " + line.line()));
    window.run(() -> bench().session().selection().set(new Selection.OfLine(line)));
    window.idle();
    assertTrue(
        lines
            .get(bench().draft().caret().get())
            .contains("`" + line.source() + "` line " + line.line()));
  }

  @Test
  void aReferenceThatNoLongerFitsIsRedOnThePageToo() throws Exception {
    window.go(View.DRAFT);
    window.until(() -> bench().draft().written().get() && bench().draft().checked().get());
    window.idle();
    String draft = window.get(() -> bench().draft().text().get());
    assertTrue(window.robot.lookup(".footnote-red").queryAll().isEmpty());
    var mark = java.util.regex.Pattern.compile("\\[\\^(e[0-9a-f]+)]").matcher(draft);
    assertTrue(mark.find());
    String label = mark.group(1);
    String other = label.startsWith("e0") ? "e1" + label.substring(2) : "e0" + label.substring(2);
    window.run(() -> bench().draft().text().set(draft.replace(label, other)));
    window.until(
        () -> {
          window.window.shell().applyCss();
          window.window.shell().layout();
          return window.window.shell().lookupAll(".footnote-red").stream()
              .anyMatch(link -> link.getAccessibleText().contains(other));
        });
    window.run(() -> bench().draft().text().set(draft));
    window.until(() -> window.window.shell().lookupAll(".footnote-red").isEmpty());
  }

  @Test
  void aDraftWrittenAgainKeepsTheAuthorsWordsAndCanBeUndone() throws Exception {
    window.go(View.DRAFT);
    window.until(() -> bench().draft().written().get());
    String edited = window.get(() -> bench().draft().text().get()) + "\nOur own last word.\n";
    window.run(() -> bench().draft().text().set(edited));
    window.run(
        () ->
            bench()
                .findings()
                .dismiss(
                    bench().session().conclusions().get().findings().stream()
                        .filter(finding -> finding.kind().id().equals("restart_burst"))
                        .findFirst()
                        .orElseThrow(),
                    "a drill"));
    window.run(() -> bench().draft().refresh());
    window.idle();
    String again = window.get(() -> bench().draft().text().get());
    assertTrue(again.contains("Our own last word."));
    assertNotEquals(edited, again);
    window.click("#undo");
    assertEquals(edited, window.get(() -> bench().draft().text().get()));
    window.click("#undo");
    window.until(() -> bench().session().dismissed().isEmpty());
    window.run(() -> bench().draft().text().set(edited.replace("\nOur own last word.\n", "")));
    window.idle();
  }

  @Test
  void anEarlierVersionOfTheDraftComesBackAndTheReturnCanBeUndone() throws Exception {
    window.run(
        () -> {
          bench().view().set(View.DRAFT);
          bench().draft().load();
        });
    window.until(() -> bench().draft().written().get() && bench().draft().checked().get());
    window.idle();
    // A version that another test made a moment ago would stand for this one's.
    bench()
        .current()
        .get()
        .orElseThrow()
        .put("draft." + bench().draft().template().get() + ".history", "");
    String first = window.get(() -> bench().draft().text().get());
    String second = first + "\nA paragraph of ours.\n";
    window.run(() -> bench().draft().text().set(second));
    window.until(() -> bench().draft().versions().stream().anyMatch(v -> v.text().equals(first)));
    window.run(
        () ->
            bench()
                .draft()
                .bringBack(
                    bench().draft().versions().stream()
                        .filter(version -> version.text().equals(first))
                        .findFirst()
                        .orElseThrow()));
    assertEquals(first, window.get(() -> bench().draft().text().get()));
    window.click("#undo");
    assertEquals(second, window.get(() -> bench().draft().text().get()));
    window.run(() -> bench().draft().text().set(first));
    window.idle();
  }

  @Test
  void whatWasWrittenJustBeforeACaseIsClosedIsKept() throws Exception {
    window.go(View.DRAFT);
    window.until(() -> bench().draft().written().get());
    window.idle();
    Path path = window.get(() -> bench().current().get().orElseThrow().path());
    String before = window.get(() -> bench().draft().text().get());
    window.run(
        () -> {
          bench().draft().text().set(before + "\nThe last words.\n");
          bench().actions().close();
        });
    window.idle();
    window.run(() -> bench().actions().open(path));
    window.until(() -> bench().current().get().isPresent());
    window.go(View.DRAFT);
    window.until(() -> bench().draft().written().get());
    assertTrue(window.get(() -> bench().draft().text().get()).endsWith("The last words.\n"));
    window.run(() -> bench().draft().text().set(before));
    window.idle();
  }

  @Test
  void aTemplateFromTheConfigFolderJoinsTheChoice() throws Exception {
    Path templates = Files.createDirectories(folder.resolve("templates"));
    Files.writeString(templates.resolve("ours.md"), "# Ours: {{app}}\n");
    System.setProperty(dev.debrief.investigation.UserTemplates.PROPERTY, templates.toString());
    try {
      window.go(View.DRAFT);
      window.until(() -> bench().draft().written().get());
      window.run(() -> bench().draft().refreshTemplates());
      assertTrue(bench().draft().templates().contains("ours"));
      window.run(() -> bench().draft().template().set("ours"));
      window.until(() -> bench().draft().text().get().startsWith("# Ours: "));
      window.run(() -> bench().draft().template().set("outage"));
      window.until(() -> bench().draft().text().get().contains("## Duration"));
    } finally {
      System.clearProperty(dev.debrief.investigation.UserTemplates.PROPERTY);
    }
  }

  @Test
  void theDraftIsLaidOutForPaperWholeAndDarkOnWhiteInAnyTheme() throws Exception {
    window.go(View.DRAFT);
    window.until(() -> bench().draft().written().get());
    window.idle();
    window.run(() -> window.settings.theme().set(dev.debrief.desktop.settings.Settings.Theme.DARK));
    try {
      window.until(
          () ->
              !((javafx.scene.control.ListView<?>) window.node("#draft-preview"))
                  .getItems()
                  .isEmpty());
      window.run(
          () -> {
            var page = window.window.shell().draft().page(PrintedPages.WIDTH);
            var paper = PrintedPages.laidOut(page);
            List<Double> ends = PrintedPages.ends(page);
            assertTrue(ends.size() > 10 && ends.getLast() > 1000, ends.toString());
            assertEquals(PrintedPages.WIDTH, page.getWidth());
            var fill =
                (javafx.scene.paint.Color) page.getBackground().getFills().getLast().getFill();
            assertTrue(fill.getBrightness() > 0.95, fill.toString());
            double shown =
                PrintedPages.sheets(ends, 900).stream()
                    .mapToDouble(PrintedPages.Sheet::height)
                    .sum();
            assertEquals(ends.getLast(), shown, 0.01);
            assertTrue(paper.getChildren().contains(page));
          });
    } finally {
      window.run(
          () -> window.settings.theme().set(dev.debrief.desktop.settings.Settings.Theme.LIGHT));
    }
  }

  @Test
  void theDraftIsExportedAsMarkdownAndAsAPage() throws Exception {
    window.go(View.DRAFT);
    window.until(() -> bench().draft().written().get());
    for (DraftView.Export kind :
        List.of(
            DraftView.Export.MARKDOWN,
            DraftView.Export.HTML,
            DraftView.Export.CSV,
            DraftView.Export.PICTURE)) {
      Path file = folder.resolve("out-" + kind);
      window.files.answers.add(file);
      window.run(() -> bench().actions().export(kind, window.window.shell()));
      window.idle();
      assertTrue(Files.size(file) > 100, kind + " wrote nothing");
    }
    assertEquals(bench().draft().text().get(), Files.readString(folder.resolve("out-MARKDOWN")));
    assertTrue(Files.readString(folder.resolve("out-HTML")).contains("<table>"));
    assertTrue(Files.readString(folder.resolve("out-CSV")).startsWith("time_utc,event,evidence"));
  }
}
