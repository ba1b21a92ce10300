package dev.debrief.desktop.shell;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.debrief.model.Source;
import java.util.Collections;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The page of the sources, where a shipper's archive is thousands of files. */
class ManySourcesTest extends CrashInWindow {
  private static final int MANY = 3_000;

  private List<Source> before = List.of();

  private void showMany() throws Exception {
    before = window.get(() -> List.copyOf(bench().session().sources()));
    window.run(
        () -> {
          bench().session().sources().setAll(Collections.nCopies(MANY, before.getFirst()));
          bench().view().set(View.SOURCES);
        });
    window.until(() -> !cards().isEmpty());
  }

  @AfterEach
  void asBefore() {
    window.run(() -> bench().session().sources().setAll(before));
  }

  private List<Node> cards() {
    return List.copyOf(list().lookupAll(".card"));
  }

  private ListView<?> list() {
    return (ListView<?>) window.window.shell().lookup(".sources");
  }

  @Test
  void onlyTheCardsInSightAreBuilt() throws Exception {
    showMany();
    int built = window.get(() -> cards().size());
    assertTrue(built < 100, built + " cards");
  }

  @Test
  void theLastCanBeReadAgainByKeysAlone() throws Exception {
    showMany();
    window.run(
        () -> {
          list().scrollTo(MANY - 1);
          list().requestFocus();
        });
    window.idle();
    for (int i = 0; i < 20 && !window.get(this::onACardsButton); i++) {
      window.robot.push(KeyCode.TAB);
      window.idle();
    }
    assertTrue(window.get(this::onACardsButton), "no card's button takes the focus");
    window.robot.push(KeyCode.SPACE);
    window.until(() -> window.window.shell().overlay().isVisible());
  }

  private boolean onACardsButton() {
    Node owner = window.window.scene().getFocusOwner();
    if (!(owner instanceof Button)) {
      return false;
    }
    for (Node node = owner; node != null; node = node.getParent()) {
      if (node == list()) {
        return true;
      }
    }
    return false;
  }
}
