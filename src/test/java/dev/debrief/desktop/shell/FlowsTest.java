package dev.debrief.desktop.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.debrief.desktop.Mouse;
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
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseEvent;
import org.junit.jupiter.api.Test;

/** What an author does in the window, with real clicks and keys on a real case. */
class FlowsTest extends CrashInWindow {
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

  private static void shiftDrag(Node on, EventType<MouseEvent> step, double x) {
    Event.fireEvent(on, Mouse.event(step, x, 90, true));
  }
}
