package dev.debrief.desktop.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.debrief.analysis.compare.Difference;
import dev.debrief.desktop.Mouse;
import dev.debrief.desktop.compare.CompareState;
import dev.debrief.desktop.session.Selection;
import dev.debrief.desktop.text.Unbroken;
import dev.debrief.desktop.timeline.TimelineView;
import dev.debrief.model.Annotation;
import dev.debrief.model.Change;
import dev.debrief.model.Conclusions;
import dev.debrief.model.Finding;
import dev.debrief.model.TimeRange;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseEvent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an author does on the timeline beyond looking: compares, replays, arranges. */
class TimelineFlowsTest extends CrashInWindow {
  private static final Instant HEALTHY = Instant.parse("2026-02-25T20:50:00Z");
  private static final Instant CRASHING = Instant.parse("2026-02-25T21:06:00Z");
  private static final Instant OVER = Instant.parse("2026-02-25T21:25:00Z");

  @BeforeEach
  void onTheTimeline() throws Exception {
    window.run(
        () -> {
          bench().replay().leave();
          bench().compare().openProperty().set(false);
          bench().timeline().brushes().rangeProperty().set(null);
          bench().timeline().brushes().secondProperty().set(null);
          bench().timeline().idleFoldedProperty().set(true);
        });
    window.until(() -> window.robot.lookup(".timeline").tryQuery().isPresent());
    window.run(() -> view().requestFocus());
    window.idle();
  }

  private TimelineView view() {
    return (TimelineView) window.node(".timeline");
  }

  private void brush(Instant from, Instant to) {
    window.run(() -> bench().timeline().brushes().rangeProperty().set(new TimeRange(from, to)));
  }

  private CompareState.Done compared() throws Exception {
    window.until(() -> bench().compare().stateProperty().get() instanceof CompareState.Done);
    window.idle();
    return (CompareState.Done) window.get(() -> bench().compare().stateProperty().get());
  }

  @Test
  void aChangeThatWasNotJudgedIsShownInFull() throws Exception {
    Change judged = bench().session().conclusions().get().changes().getFirst();
    Change unjudged =
        new Change(
            "scaled by hand",
            judged.kind(),
            judged.moment(),
            judged.actor(),
            judged.status(),
            judged.image(),
            judged.commit(),
            judged.description(),
            judged.evidence(),
            null);
    window.run(
        () -> {
          bench().view().set(View.CHANGES);
          bench().session().selection().set(new Selection.OfChange(unjudged));
        });
    window.idle();
    assertTrue(
        window.window.shell().lookupAll(".detail-title").stream()
            .anyMatch(node -> node instanceof Label l && l.getText().equals("scaled by hand")));
  }

  @Test
  void aBrushedRangeIsComparedAndARowLeadsToItsLines() throws Exception {
    brush(Instant.parse("2026-02-25T21:00:00Z"), Instant.parse("2026-02-25T21:13:00Z"));
    window.robot.push(KeyCode.C);
    CompareState.Done done = compared();
    assertTrue(done.comparison().differences().size() > 4);
    assertEquals(SidePage.COMPARE, bench().side().get());
    assertTrue(window.node("#differences").isVisible());
    assertFalse(window.get(() -> bench().timeline().emphasis().baseline()).isEmpty());
    Difference crash =
        done.comparison().differences().stream()
            .filter(d -> d.kind() == Difference.Kind.NEW && d.value().contains("RuntimeError"))
            .findFirst()
            .orElseThrow();
    window.run(() -> bench().compare().show(crash));
    window.idle();
    assertEquals(CrashDump.CRASHES, bench().log().matches().get());
    Difference rebooted =
        done.comparison().differences().stream()
            .filter(d -> d.value().contains("Restarting system"))
            .findFirst()
            .orElseThrow();
    window.run(() -> bench().compare().show(rebooted));
    window.idle();
    assertEquals(CrashDump.CRASHES, bench().log().matches().get());
    assertEquals(
        new Selection.OfLine(rebooted.example()),
        window.get(() -> bench().session().selection().get()));
  }

  @Test
  void whatIsMissingIsShownWhereItWas() throws Exception {
    brush(Instant.parse("2026-02-25T21:00:00Z"), Instant.parse("2026-02-25T21:13:00Z"));
    window.robot.push(KeyCode.C);
    Difference gone =
        compared().comparison().differences().stream()
            .filter(d -> d.kind() == Difference.Kind.MISSING && d.value().contains("Sent"))
            .findFirst()
            .orElseThrow();
    window.run(() -> bench().compare().show(gone));
    window.idle();
    assertTrue(bench().log().matches().get() > 300);
    assertEquals(TimeRange.ALWAYS, window.get(() -> bench().session().brush().get()));
  }

  @Test
  void aSecondBrushIsTheBaseline() throws Exception {
    brush(CRASHING, CRASHING.plusSeconds(300));
    window.robot.push(KeyCode.C);
    CompareState.Done first = compared();
    assertTrue(first.choice().isPresent());
    window.run(() -> bench().timeline().brushes().choosingProperty().set(true));
    double y = 240;
    window.run(
        () -> {
          press(MouseEvent.MOUSE_PRESSED, 300, y);
          press(MouseEvent.MOUSE_DRAGGED, 320, y);
          press(MouseEvent.MOUSE_DRAGGED, 400, y);
          press(MouseEvent.MOUSE_RELEASED, 400, y);
        });
    window.until(
        () ->
            bench().compare().stateProperty().get() instanceof CompareState.Done done
                && done.choice().isEmpty());
    CompareState.Done second = compared();
    assertEquals(first.comparison().range(), second.comparison().range());
    assertNotEquals(first.comparison().baseline(), second.comparison().baseline());
    assertFalse(window.get(() -> bench().timeline().brushes().choosingProperty().get()));
  }

  private void press(EventType<MouseEvent> type, double x, double y) {
    Node lanes = view().lookupAll("Canvas").stream().skip(1).findFirst().orElseThrow();
    lanes.fireEvent(Mouse.event(type, x, y, false));
  }

  @Test
  void keysBrushFromTheSelectedInstant() throws Exception {
    window.run(
        () -> {
          bench().timeline().camera().fit(new TimeRange(HEALTHY, OVER));
          bench().session().selection().set(new Selection.OfInstant(CRASHING));
          view().requestFocus();
        });
    window.idle();
    window.robot.press(KeyCode.SHIFT).type(KeyCode.RIGHT, KeyCode.RIGHT).release(KeyCode.SHIFT);
    window.idle();
    TimeRange brushed = window.get(() -> bench().timeline().brushes().rangeProperty().get());
    assertEquals(CRASHING, brushed.from());
    assertTrue(brushed.to().isAfter(CRASHING));
    window.robot.press(KeyCode.SHIFT).type(KeyCode.LEFT).release(KeyCode.SHIFT);
    window.idle();
    TimeRange shorter = window.get(() -> bench().timeline().brushes().rangeProperty().get());
    assertEquals(CRASHING, shorter.from());
    assertTrue(shorter.to().isBefore(brushed.to()));
  }

  @Test
  void aReplayShowsOnlyWhatWasKnownThen() throws Exception {
    Conclusions whole = window.get(() -> bench().session().conclusions().get());
    long lines = bench().log().matches().get();
    window.run(() -> bench().replay().goTo(CRASHING));
    window.until(() -> !bench().replay().workingProperty().get());
    window.idle();
    assertTrue(window.node("#replay-bar").isVisible());
    Conclusions then = window.get(() -> bench().session().conclusions().get());
    assertNotEquals(whole, then);
    for (Finding finding : then.findings()) {
      assertFalse(finding.start().isAfter(CRASHING), finding::title);
      assertTrue(finding.end() == null || !finding.end().isAfter(CRASHING), finding::title);
    }
    assertTrue(then.changes().stream().noneMatch(c -> c.moment().at().isAfter(CRASHING)));
    assertTrue(
        window.get(() -> bench().timeline().shown()).lanes().stream()
            .flatMap(lane -> lane.marks().stream())
            .noneMatch(mark -> mark.end().isAfter(CRASHING)));
    assertTrue(bench().log().matches().get() < lines);
    window.click("#replay-leave");
    window.idle();
    assertEquals(whole, window.get(() -> bench().session().conclusions().get()));
    assertEquals(lines, bench().log().matches().get());
    assertFalse(window.node("#replay-bar").isVisible());
  }

  @Test
  void theReplaysClockStepsScrubsAndPlays() throws Exception {
    window.robot.push(KeyCode.R);
    window.until(() -> bench().replay().onProperty().get());
    window.run(() -> bench().replay().goTo(HEALTHY));
    window.until(() -> !bench().replay().workingProperty().get());
    window.click("#replay-forward");
    Instant stepped = until();
    assertTrue(stepped.isAfter(HEALTHY));
    window.click("#replay-back");
    assertTrue(until().isBefore(stepped));
    Slider clock = (Slider) window.node("#replay-clock");
    window.run(() -> clock.setValue(clock.getMax()));
    assertEquals(
        window.get(() -> bench().replay().extent().to()).getEpochSecond(),
        until().getEpochSecond(),
        2);
    window.run(
        () -> {
          bench().replay().goTo(HEALTHY);
          bench().replay().playingProperty().set(true);
        });
    window.until(() -> until().isAfter(HEALTHY));
    window.run(() -> bench().replay().playingProperty().set(false));
  }

  private Instant until() {
    return window.get(() -> bench().session().knownUntil().get().orElseThrow());
  }

  @Test
  void aPageThatAReplayDoesNotSetBackSaysSo() throws Exception {
    window.run(() -> bench().replay().goTo(CRASHING));
    window.until(() -> told().startsWith("Replaying: as known at "));
    window.go(View.SOURCES);
    assertTrue(told().endsWith("This page still shows all that is known"), told());
    window.go(View.FINDINGS);
    assertTrue(told().startsWith("Replaying: as known at "), told());
  }

  private String told() {
    return window.get(() -> ((Label) window.node(".replay-told")).getText());
  }

  @Test
  void theListOfLanesFollowsAReplay() throws Exception {
    int all = window.get(() -> bench().timeline().shown().lanes().size());
    window.click("#timeline-lanes");
    window.run(() -> bench().replay().goTo(OVER));
    window.until(() -> !bench().replay().workingProperty().get());
    window.idle();
    int then = window.get(() -> bench().timeline().shown().lanes().size());
    assertEquals(then, listed());
    window.run(() -> bench().replay().leave());
    assertEquals(all, listed());
    window.robot.push(KeyCode.ESCAPE);
  }

  private int listed() {
    return window.get(() -> window.node("#lanes-panel").lookupAll(".check-box").size());
  }

  @Test
  void aReplayDismissesAndDraftsNothing() throws Exception {
    window.run(() -> bench().replay().goTo(CRASHING));
    window.until(() -> !bench().replay().workingProperty().get());
    window.run(
        () -> {
          Finding finding = bench().session().conclusions().get().findings().getFirst();
          bench().findings().select(finding);
          bench().actions().toggleDraft(finding);
          bench().actions().askDismiss(finding);
        });
    window.idle();
    assertTrue(window.get(() -> bench().session().drafted()).isEmpty());
    assertFalse(window.window.shell().overlay().isVisible());
    assertTrue(
        window.get(() -> bench().notice().get()).orElseThrow().text().contains("leave the replay"));
    for (String button : List.of("#add-to-draft", "#dismiss")) {
      Optional<Node> node = window.robot.lookup(button).tryQuery();
      assertTrue(node.isEmpty() || node.get().isDisabled(), button);
    }
  }

  @Test
  void aHiddenLaneComesBackAlone() throws Exception {
    window.robot.push(KeyCode.L);
    window.idle();
    assertTrue(window.node("#lanes-panel").isVisible());
    assertEquals("", ((TextField) window.node("#lane-filter")).getText());
    toggle("Changes");
    toggle("Log lines");
    assertEquals(Set.of("changes", "log"), hidden());
    toggle("Changes");
    assertEquals(Set.of("log"), hidden());
    window.run(() -> ((TextField) window.node("#lane-filter")).setText("request"));
    window.idle();
    assertEquals(
        List.of("requests"),
        window.get(
            () ->
                bench().timeline().painter().rows().rows().stream()
                    .filter(dev.debrief.timeline.Rows.Body.class::isInstance)
                    .map(row -> ((dev.debrief.timeline.Rows.Body) row).lane().id())
                    .toList()));
    window.run(() -> ((ButtonBase) window.node("#lanes-all")).fire());
    assertEquals(Set.of(), hidden());
    window.robot.push(KeyCode.ESCAPE);
    window.idle();
    assertFalse(window.node("#lanes-panel").isVisible());
    assertTrue(window.get(() -> view().isFocused()));
  }

  private void toggle(String lane) throws Exception {
    window.until(() -> !window.node("#lanes-panel").lookupAll(".check-box").isEmpty());
    window.run(
        () ->
            window.node("#lanes-panel").lookupAll(".check-box").stream()
                .map(CheckBox.class::cast)
                .filter(box -> box.getText().equals(lane))
                .findFirst()
                .orElseThrow()
                .fire());
    window.idle();
  }

  private Set<String> hidden() {
    return window.get(() -> bench().timeline().arrangementProperty().get().hidden());
  }

  @Test
  void idleTimeUnfoldsAndFoldsByItsKey() throws Exception {
    assertTrue(window.get(() -> bench().timeline().folds().count()) > 0);
    window.robot.push(KeyCode.I);
    window.idle();
    assertEquals(0, window.get(() -> bench().timeline().folds().count()));
    window.click("#timeline-idle");
    window.idle();
    assertTrue(window.get(() -> bench().timeline().folds().count()) > 0);
  }

  @Test
  void aPinNeedsNoWordsAndANoteAsksForThem() throws Exception {
    window.run(() -> bench().session().selection().set(new Selection.OfInstant(CRASHING)));
    window.idle();
    window.run(() -> view().requestFocus());
    window.robot.push(KeyCode.M);
    window.idle();
    assertFalse(window.window.shell().overlay().isVisible());
    Annotation pin = window.get(() -> bench().session().annotations().getFirst());
    assertEquals(Annotation.Kind.PIN, pin.kind());
    assertEquals(CRASHING, pin.start());
    window.robot.push(KeyCode.B);
    window.idle();
    assertTrue(window.window.shell().overlay().isVisible());
    window.robot.push(KeyCode.ESCAPE);
    window.run(() -> bench().session().edits().undo());
    window.idle();
    assertTrue(window.get(() -> bench().session().annotations().isEmpty()));
  }

  @Test
  void oneSelectionHoldsInTimelineListDetailAndLog() throws Exception {
    Finding burst =
        bench().session().conclusions().get().findings().stream()
            .filter(finding -> finding.kind().id().equals("restart_burst"))
            .findFirst()
            .orElseThrow();
    window.run(() -> bench().timeline().chosen().select(mark(burst.id())));
    window.idle();
    assertEquals(
        new Selection.OfFinding(burst), window.get(() -> bench().session().selection().get()));
    assertTrue(
        window.robot.lookup(".detail-title").queryAllAs(Label.class).stream()
            .anyMatch(label -> label.getText().equals(Unbroken.text(burst.title()))));
    assertTrue(
        window
            .get(() -> bench().timeline().chosen().range())
            .orElseThrow()
            .from()
            .equals(burst.start()));
    window.until(() -> bench().log().position().get() > 0);
    window.run(() -> bench().session().show(burst.evidence().getFirst()));
    window.idle();
    assertEquals(
        burst.evidence().getFirst(),
        window.get(() -> bench().timeline().chosen().evidenceProperty().get()));
  }

  private dev.debrief.timeline.Mark mark(String finding) {
    return bench().timeline().shown().lanes().stream()
        .flatMap(lane -> lane.marks().stream())
        .filter(mark -> mark.basis().finding().equals(finding))
        .findFirst()
        .orElseThrow();
  }
}
