package dev.debrief.desktop.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.debrief.desktop.draft.DraftView;
import dev.debrief.desktop.session.Selection;
import dev.debrief.model.Finding;
import dev.debrief.model.TimeRange;
import dev.debrief.store.CaseFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What an author does in the window, with real clicks and keys on a real case. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FlowsTest {
  @TempDir static Path folder;
  private OpenWindow window;
  private Path logs;

  @BeforeAll
  void open() throws Exception {
    logs = CrashDump.in(folder.resolve("dumps"));
    window = new OpenWindow();
    window.run(() -> Drop.on(window.window.shell(), List.of(logs.toFile())));
    window.until(() -> !bench().session().conclusions().get().findings().isEmpty());
    window.idle();
  }

  @AfterAll
  void close() {
    window.close();
  }

  @BeforeEach
  void everythingShown() throws Exception {
    window.run(
        () -> {
          window.window.shell().overlay().hide();
          bench().log().clear();
          bench().session().selection().set(Selection.NONE);
          bench().view().set(View.TIMELINE);
          window.window.stage().requestFocus();
        });
    window.idle();
  }

  private Workbench bench() {
    return window.bench();
  }

  @Test
  void aFolderDroppedOnTheWindowBecomesACaseWithFindings() {
    assertEquals(2, bench().session().sources().size());
    assertTrue(
        bench().session().conclusions().get().findings().stream()
            .anyMatch(finding -> finding.kind().id().equals("restart_burst")));
    assertEquals(View.TIMELINE, bench().view().get());
    assertEquals(bench().log().matches().get(), bench().log().rows().size() + CrashDump.CRASHES);
  }

  @Test
  void aStackTraceIsUnfoldedAndFoldedByKeysAndByTheMouse() throws Exception {
    window.go(View.LOG);
    int folded = window.get(() -> bench().log().rows().size());
    Finding burst = select("restart_burst");
    window.run(() -> bench().log().goTo(burst.start().minusSeconds(2)));
    window.until(() -> bench().log().position().get() > 0);
    window.idle();
    int row = firstMessageOfMoreLines();
    window.run(
        () -> {
          var table = (TableView<?>) window.node("#log");
          table.getSelectionModel().clearAndSelect(row);
          table.scrollTo(row);
          table.requestFocus();
        });
    window.idle();
    window.robot.push(KeyCode.RIGHT);
    assertEquals(folded + 1, window.get(() -> bench().log().rows().size()));
    assertTrue(
        ((TextArea) window.node("#whole-message")).getText().contains("\n** (RuntimeError)"));
    window.robot.push(KeyCode.LEFT);
    assertEquals(folded, window.get(() -> bench().log().rows().size()));
    window.run(() -> ((TableView<?>) window.node("#log")).scrollTo(row - 1));
    window.idle();
    window.robot.clickOn(
        window.get(
            () ->
                window
                    .robot
                    .lookup(
                        (Node node) ->
                            node instanceof TableRow<?> cell
                                && cell.isVisible()
                                && cell.getIndex() == row)
                    .query()
                    .lookup(".more-lines")));
    assertEquals(folded + 1, window.get(() -> bench().log().rows().size()));
    window.click("#fold");
    window.idle();
    assertEquals(
        window.get(() -> bench().log().matches().get()),
        window.get(() -> (long) bench().log().rows().size()));
    window.click("#fold");
    window.idle();
  }

  private int firstMessageOfMoreLines() {
    return window.get(
        () -> {
          for (int i = bench().log().position().get(); ; i++) {
            if (bench().log().rows().get(i).toString().contains("(RuntimeError)")) {
              return i;
            }
          }
        });
  }

  @Test
  void onlyTheLinesLikeOneAreLeftAndAllComeBack() throws Exception {
    window.go(View.LOG);
    long all = window.get(() -> bench().log().matches().get());
    window.run(() -> ((TableView<?>) window.node("#log")).getSelectionModel().select(5));
    window.idle();
    window.click("#like-line");
    window.until(() -> bench().log().matches().get() < all);
    window.idle();
    assertTrue(window.get(() -> bench().log().facets().get().any()));
    assertFalse(window.robot.lookup(".shape").queryAll().isEmpty());
    window.run(() -> bench().log().clear());
    window.until(() -> bench().log().matches().get() == all);
  }

  @Test
  void theWheelZoomsAroundThePointer() throws Exception {
    TimeRange before =
        window.get(() -> bench().timeline().camera().viewportProperty().get().scale().range());
    window.robot.moveTo(".timeline").scroll(5, javafx.geometry.VerticalDirection.UP);
    window.idle();
    TimeRange after =
        window.get(() -> bench().timeline().camera().viewportProperty().get().scale().range());
    assertTrue(after.length().compareTo(before.length()) < 0, before + " to " + after);
  }

  @Test
  void aBrushedRangeFillsTheTable() throws Exception {
    long all = window.get(() -> bench().log().matches().get());
    Node lanes =
        window.get(
            () ->
                window
                    .robot
                    .lookup(node -> node instanceof javafx.scene.canvas.Canvas)
                    .queryAll()
                    .stream()
                    .max(Comparator.comparingDouble(canvas -> canvas.getLayoutBounds().getHeight()))
                    .orElseThrow());
    window.run(
        () -> {
          shiftDrag(lanes, MouseEvent.MOUSE_PRESSED, 300);
          shiftDrag(lanes, MouseEvent.MOUSE_DRAGGED, 340);
          shiftDrag(lanes, MouseEvent.MOUSE_DRAGGED, 380);
          shiftDrag(lanes, MouseEvent.MOUSE_RELEASED, 380);
        });
    window.idle();
    assertNotEquals(TimeRange.ALWAYS, bench().session().brush().get());
    assertTrue(window.get(() -> bench().log().matches().get()) < all);
  }

  @Test
  void aSearchIsTypedCountedAndHighlighted() throws Exception {
    window.run(() -> window.node(".timeline").requestFocus());
    window.robot.write("/");
    window.until(() -> window.node("#search") == window.window.scene().getFocusOwner());
    window.write("#search", "Ecto AND level:error");
    window.robot.push(KeyCode.ENTER);
    window.until(() -> bench().session().query().get().equals("Ecto AND level:error"));
    window.idle();
    assertEquals(20, window.get(() -> bench().log().matches().get()));
    window.idle();
    assertTrue(((Label) window.node("#match-count")).getText().contains("match"));
    assertFalse(window.robot.lookup(".match").queryAll().isEmpty());
  }

  @Test
  void aSearchThatCannotBeReadSaysWhatToDoInOnePlace() throws Exception {
    select("exit");
    window.run(() -> bench().notice().set(Optional.empty()));
    window.run(() -> bench().session().query().set("level:(error"));
    window.idle();
    assertFalse(window.get(() -> bench().log().problem().get()).isEmpty());
    window.run(() -> bench().log().nextGap());
    window.idle();
    assertEquals(Optional.empty(), window.get(() -> bench().notice().get()));
  }

  @Test
  void aLineBehindAFindingIsShownThoughTheSearchCannotBeRead() throws Exception {
    Finding finding = select("exit");
    window.run(() -> bench().session().query().set("level:(error"));
    window.idle();
    window.run(() -> bench().session().show(finding.evidence().getFirst()));
    window.until(() -> bench().log().position().get() >= 0);
    assertEquals("", window.get(() -> bench().session().query().get()));
  }

  @Test
  void filtersAreUndoneOneByOne() throws Exception {
    long all = window.get(() -> bench().log().matches().get());
    window.run(() -> bench().log().choose("level", "error", true));
    window.until(() -> bench().log().matches().get() < all);
    long errors = window.get(() -> bench().log().matches().get());
    window.run(() -> bench().log().clear());
    window.until(() -> bench().log().matches().get() == all);
    window.click("#undo");
    window.until(() -> bench().log().matches().get() == errors);
    window.click("#undo");
    window.until(() -> bench().log().matches().get() == all);
    assertFalse(window.get(() -> bench().log().narrowed()));
  }

  @Test
  void aFilterTickedByKeyKeepsTheFocusAndGoesWithTheOthers() throws Exception {
    window.go(View.LOG);
    window.until(() -> tick("info") != null);
    window.run(() -> tick("info").requestFocus());
    window.robot.push(KeyCode.SPACE);
    window.until(() -> bench().log().facets().get().any());
    window.idle();
    assertTrue(window.get(() -> tick("info").isFocused() && tick("info").isSelected()));
    window.run(() -> bench().log().clear());
    assertFalse(window.get(() -> tick("info").isSelected()));
    window.idle();
  }

  private CheckBox tick(String value) {
    return window.robot.lookup(".facet .check-box").queryAllAs(CheckBox.class).stream()
        .filter(box -> box.getText().equals(value))
        .findFirst()
        .orElse(null);
  }

  @Test
  void fieldNamesAreCompleted() throws Exception {
    window.click("#search");
    window.write("#search", "mach");
    window.until(() -> window.robot.listWindows().size() > 1);
    window.robot.push(KeyCode.DOWN).push(KeyCode.ENTER);
    window.idle();
    assertEquals(
        "machine:",
        window.get(() -> ((javafx.scene.control.TextField) window.node("#search")).getText()));
    window.run(() -> ((javafx.scene.control.TextField) window.node("#search")).clear());
  }

  @Test
  void aLineIsPinnedAndUnpinned() throws Exception {
    window.go(View.LOG);
    window.run(() -> ((TableView<?>) window.node("#log")).getSelectionModel().select(3));
    window.idle();
    window.click("#pin-line");
    window.write("#answer", "here it began");
    window.click("#answer-ok");
    window.until(() -> bench().session().annotations().size() == 1);
    assertEquals("here it began", bench().session().annotations().getFirst().text());
    window.go(View.TIMELINE);
    window.click("#undo");
    window.until(() -> bench().session().annotations().isEmpty());
    window.click("#redo");
    window.until(() -> bench().session().annotations().size() == 1);
    window.click("#undo");
    window.until(() -> bench().session().annotations().isEmpty());
  }

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
  void aFindingIsDismissedForAReasonAndTakenBack() throws Exception {
    Finding finding = select("restart_burst");
    window.go(View.FINDINGS);
    window.click("#dismiss");
    window.write("#answer", "a drill");
    window.robot.push(KeyCode.ENTER);
    window.until(() -> "a drill".equals(bench().session().dismissed().get(finding.id())));
    assertTrue(
        bench().findings().rows().stream()
            .noneMatch(row -> row.toString().contains("id=" + finding.id() + ",")));
    window.robot.press(KeyCode.CONTROL).push(KeyCode.Z).release(KeyCode.CONTROL);
    window.until(() -> bench().session().dismissed().isEmpty());
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

  @Test
  void theCaseIsArchivedAndReopenedWithItsNotes() throws Exception {
    window.run(
        () ->
            bench()
                .session()
                .selection()
                .set(new Selection.OfInstant(Instant.parse("2026-02-25T21:00:00Z"))));
    window.run(() -> bench().actions().noteSelection());
    window.idle();
    window.write("#answer", "kept");
    window.click("#answer-ok");
    window.until(() -> bench().session().annotations().size() == 1);
    Path zip = folder.resolve("shop.debrief.zip");
    window.files.answers.add(zip);
    window.run(bench().actions()::askArchive);
    window.idle();
    Path first = window.get(() -> bench().current().get().orElseThrow().path());
    window.files.answers.add(zip);
    window.files.answers.add(folder.resolve("unpacked"));
    window.run(bench().actions()::openArchive);
    window.until(
        () -> bench().current().get().filter(open -> open.path().endsWith("unpacked")).isPresent());
    window.idle();
    assertEquals("kept", bench().session().annotations().getFirst().text());
    assertEquals(2, bench().session().sources().size());
    window.run(() -> bench().actions().open(first));
    window.until(() -> bench().current().get().filter(o -> o.path().equals(first)).isPresent());
    window.idle();
    window.run(() -> bench().notes().remove(bench().session().annotations().getFirst()));
    window.idle();
  }

  @Test
  void anImportIsCancelledAndTheCaseIsAsBefore() throws Exception {
    Path big = folder.resolve("big.txt");
    StringBuilder lines = new StringBuilder();
    Instant at = Instant.parse("2026-02-26T00:00:00Z");
    for (int i = 0; i < 400_000; i++) {
      lines
          .append(at.plusSeconds(i / 10))
          .append(" app[")
          .append(CrashDump.MACHINE)
          .append("] ord [info]line number ")
          .append(i)
          .append('\n');
    }
    Files.writeString(big, lines);
    window.run(() -> bench().actions().cases().add(List.of(big)));
    window.until(() -> bench().session().work().running().stream().anyMatch(t -> t.isRunning()));
    window.run(() -> List.copyOf(bench().session().work().running()).forEach(t -> t.cancel()));
    window.idle();
    assertEquals(2, bench().session().sources().size());
    window.run(() -> bench().actions().verify());
    window.idle();
    assertFalse(window.get(() -> bench().notice().get().orElseThrow().grave()));
  }

  @Test
  void aFolderOfRulesRenewsTheConclusionsAndABrokenOneSaysWhere() throws Exception {
    Path rules = Files.createDirectories(folder.resolve("rules"));
    Files.writeString(
        rules.resolve("stager.yaml"),
        """
        id: our-stager
        title: Our stager fell over
        severity: warning
        confidence: 0.9
        needs: [app_log]
        looks_like:
          - text: Oban.Stager}} terminating
        explanation: The stager ended, and nothing took its place.
        check: See what it was doing.
        fix: Start it again.
        reference: Our own book.
        samples:
          match:
            - '[error] GenServer {Oban.Registry, {Oban, Oban.Stager}} terminating'
          no_match:
            - all is well
        """);
    window.go(View.SETTINGS);
    window.files.answers.add(rules);
    String choose = dev.debrief.desktop.text.Texts.text("settings.choose");
    window.run(() -> window.robot.lookup(choose).queryAs(javafx.scene.control.Button.class).fire());
    window.idle();
    Optional<Notice> said = window.get(() -> bench().notice().get());
    if (said.isPresent() && said.get().grave()) {
      throw new AssertionError(said.get().text());
    }
    assertTrue(
        bench().session().conclusions().get().findings().stream()
            .anyMatch(finding -> finding.title().contains("Our stager fell over")));
    Files.writeString(rules.resolve("broken.yaml"), "id: [broken\n");
    window.run(() -> bench().actions().cases().useRules());
    window.idle();
    Notice broken = window.get(() -> bench().notice().get().orElseThrow());
    assertTrue(broken.grave());
    assertTrue(broken.text().contains("broken.yaml"), broken.text());
    window.run(
        () -> {
          window.settings.rules().set("");
          bench().actions().cases().useRules();
        });
    window.idle();
    assertTrue(
        bench().session().conclusions().get().findings().stream()
            .noneMatch(finding -> finding.title().contains("Our stager fell over")));
  }

  @Test
  void theListOfKeysOpensAndClosesByKeys() throws Exception {
    window.run(() -> window.node(".timeline").requestFocus());
    window.robot.write("?");
    window.until(() -> window.window.shell().overlay().isVisible());
    window.robot.push(KeyCode.ESCAPE);
    window.until(() -> !window.window.shell().overlay().isVisible());
  }

  @Test
  void aCaseRemembersItsPageAndItsSearch() throws Exception {
    Path path = window.get(() -> bench().current().get().orElseThrow().path());
    window.run(
        () -> {
          bench().session().query().set("level:error");
          bench().view().set(View.LOG);
        });
    window.idle();
    window.run(() -> bench().actions().close());
    window.idle();
    assertTrue(window.get(() -> bench().current().get().isEmpty()));
    try (CaseFolder open = CaseFolder.open(path)) {
      assertTrue(open.get(CaseState.KEY).orElse("").contains("level"));
    }
    window.run(() -> bench().actions().open(path));
    window.until(() -> bench().current().get().isPresent());
    window.idle();
    assertEquals(View.LOG, window.get(() -> bench().view().get()));
    assertEquals("level:error", window.get(() -> bench().session().query().get()));
  }

  @Test
  void aLineOfTheLogAndTheTimelineShareTheSelection() throws Exception {
    Finding finding = select("exit");
    window.run(() -> bench().session().show(finding.evidence().getFirst()));
    window.until(() -> bench().log().position().get() >= 0);
    window.idle();
    assertEquals(
        finding.evidence().getFirst(),
        window.get(() -> bench().timeline().chosen().evidenceProperty().get()));
  }

  /** The headless robot's mouse knows nothing of its keys, so the event says it itself. */
  private static void shiftDrag(Node on, EventType<MouseEvent> step, double x) {
    Event.fireEvent(
        on,
        new MouseEvent(
            step,
            x,
            90,
            x,
            90,
            MouseButton.PRIMARY,
            1,
            true,
            false,
            false,
            false,
            true,
            false,
            false,
            true,
            false,
            false,
            null));
  }

  private Finding select(String kind) throws Exception {
    Finding finding =
        bench().session().conclusions().get().findings().stream()
            .filter(one -> one.kind().id().equals(kind))
            .findFirst()
            .orElseThrow();
    window.run(() -> bench().findings().select(finding));
    window.idle();
    return finding;
  }
}
