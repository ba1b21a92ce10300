package dev.debrief.desktop.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.debrief.desktop.session.Selection;
import dev.debrief.model.Finding;
import java.time.Instant;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/** What an author does with the log, with real clicks and keys on a real case. */
class LogFlowsTest extends CrashInWindow {
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
  void aPauseBehindASpaceLeavesTheSpaceToWhoeverTypesOn() throws Exception {
    window.run(() -> window.node("#search").requestFocus());
    window.write("#search", "Ecto ");
    window.until(() -> bench().session().query().get().equals("Ecto"));
    assertEquals("Ecto ", window.get(() -> ((TextField) window.node("#search")).getText()));
    window.robot.write("AND level:error");
    window.until(() -> bench().session().query().get().equals("Ecto AND level:error"));
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
  void aJumpThatLeadsNowhereIsRemarkedUponAndIsNoMistakeOfTheSearch() throws Exception {
    window.run(() -> bench().session().query().set("line:300"));
    window.idle();
    window.run(() -> bench().log().nextGap());
    window.until(() -> !bench().log().remark().get().isEmpty());
    assertEquals("", window.get(() -> bench().log().problem().get()));
    window.run(() -> bench().session().query().set(""));
    window.until(() -> bench().log().remark().get().isEmpty());
  }

  @Test
  void theStripUnderTheTimelineFollowsWhatWasChosenOnAnotherPage() throws Exception {
    window.idle();
    window.go(View.LOG);
    window.run(
        () ->
            bench()
                .session()
                .selection()
                .set(new Selection.OfInstant(Instant.parse("2026-02-25T21:25:00Z"))));
    window.until(() -> bench().log().position().get() > 300);
    window.idle();
    window.go(View.TIMELINE);
    window.until(
        () -> {
          window.window.shell().applyCss();
          window.window.shell().layout();
          return window.window.shell().lookupAll(".table-row-cell").stream()
              .filter(TableRow.class::isInstance)
              .map(row -> (TableRow<?>) row)
              .anyMatch(row -> row.isSelected() && row.isVisible() && !row.isEmpty());
        });
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
  void aLineOfTheLogAndTheTimelineShareTheSelection() throws Exception {
    Finding finding = select("exit");
    window.run(() -> bench().session().show(finding.evidence().getFirst()));
    window.until(() -> bench().log().position().get() >= 0);
    window.idle();
    assertEquals(
        finding.evidence().getFirst(),
        window.get(() -> bench().timeline().chosen().evidenceProperty().get()));
  }
}
