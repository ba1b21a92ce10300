package dev.debrief.desktop.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.debrief.desktop.session.Selection;
import dev.debrief.model.Evidence;
import dev.debrief.model.Finding;
import java.time.Instant;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/** A link leads to where what it names can be seen, from any page, and back. */
class LinksTest extends CrashInWindow {
  @Test
  void aLineBehindAFindingIsShownInTheLogAndTheWayBackLeadsToTheFinding() throws Exception {
    Finding finding = select("restart_burst");
    window.go(View.FINDINGS);
    window.idle();
    window.styled();
    Evidence line = finding.evidence().getFirst();
    window.run(() -> link(line.toString()).fire());
    window.until(() -> bench().log().position().get() >= 0);
    assertEquals(View.LOG, window.get(() -> bench().view().get()));
    assertEquals(new Selection.OfLine(line), window.get(() -> bench().session().selection().get()));
    window.run(() -> window.node("#log").requestFocus());
    window.robot.press(KeyCode.ALT).push(KeyCode.LEFT).release(KeyCode.ALT);
    window.until(() -> bench().view().get() == View.FINDINGS);
    window.styled();
    assertTrue(window.get(() -> link(line.toString()).isVisible()), "the finding is gone");
  }

  @Test
  void onTheTimelineTheLineIsShownBesideIt() throws Exception {
    Finding finding = select("restart_burst");
    window.run(() -> bench().session().goTo(new Selection.OfLine(finding.evidence().getFirst())));
    window.until(() -> bench().log().position().get() >= 0);
    assertEquals(View.TIMELINE, window.get(() -> bench().view().get()));
  }

  @Test
  void aChangeLeadsToItsLineByEnter() throws Exception {
    window.go(View.CHANGES);
    window.run(
        () -> {
          TableView<?> table = (TableView<?>) window.node("#changes");
          table.requestFocus();
          table.getSelectionModel().select(0);
        });
    window.idle();
    window.robot.push(KeyCode.ENTER);
    window.until(() -> bench().view().get() == View.LOG);
    window.until(() -> bench().log().position().get() >= 0);
  }

  @Test
  void aTimeThatIsAskedForIsShownOnTheTimeline() throws Exception {
    window.go(View.SOURCES);
    window.run(
        () ->
            bench().session().goTo(new Selection.OfInstant(Instant.parse("2026-02-25T21:05:00Z"))));
    window.idle();
    assertEquals(View.TIMELINE, window.get(() -> bench().view().get()));
  }

  @Test
  void aSearchThatIsEnteredIsShownWhereItsLinesAre() throws Exception {
    window.go(View.FINDINGS);
    window.run(() -> window.node("#search").requestFocus());
    window.write("#search", "Ecto");
    window.until(() -> bench().session().query().get().equals("Ecto"));
    assertEquals(View.FINDINGS, window.get(() -> bench().view().get()));
    window.robot.push(KeyCode.ENTER);
    window.until(() -> bench().view().get() == View.LOG);
  }

  private Hyperlink link(String text) {
    return window.window.shell().lookupAll(".evidence-link").stream()
        .map(Hyperlink.class::cast)
        .filter(link -> link.getText().equals(text))
        .findFirst()
        .orElseThrow();
  }
}
