package dev.debrief.desktop.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing that matters is cut: on a small screen, and with everything larger. */
class ReadableTest extends CrashInWindow {
  /** Where a text gives way: lines of a log are whole beneath it, the rest on hover. */
  private static final List<String> MAY_BE_CUT =
      List.of("log-table", "facets", "recent-case", "table-cell", "shape");

  @ParameterizedTest
  @ValueSource(ints = {100, 150, 200})
  void noTextIsCutAt1280By800InAnySize(int percent) throws Exception {
    window.run(
        () -> {
          window.settings.scale().set(percent);
          window.window.spread(1280 * percent / 100.0, 800 * percent / 100.0);
        });
    var cut = new TreeSet<String>();
    for (View view : View.values()) {
      window.go(view);
      window.run(() -> PictureSubject.choose(bench(), view));
      window.idle();
      window.idle();
      window.styled();
      List<String> here = new ArrayList<>();
      window.run(() -> collect(window.window.shell(), here));
      here.forEach(text -> cut.add(view + ": " + text));
    }
    assertEquals(new TreeSet<String>(), cut);
  }

  @ParameterizedTest
  @ValueSource(ints = {900, 1024, 1280, 1920})
  void theLogLeavesItsRoomToTheMessagesAndNeedsNoScrollingSideways(int width) throws Exception {
    window.run(
        () -> {
          window.settings.scale().set(100);
          window.window.spread(width, 640);
        });
    for (View view : List.of(View.TIMELINE, View.LOG)) {
      window.go(view);
      window.idle();
      window.styled();
      window.run(
          () -> {
            var table =
                (TableView<?>)
                    window.window.shell().lookupAll("#log").stream()
                        .filter(node -> node.getScene() != null)
                        .findFirst()
                        .orElseThrow();
            double columns =
                table.getVisibleLeafColumns().stream().mapToDouble(TableColumn::getWidth).sum();
            double message = table.getVisibleLeafColumns().getLast().getWidth();
            boolean all = table.getVisibleLeafColumns().size() == table.getColumns().size();
            assertTrue(columns <= table.getWidth(), columns + " of " + table.getWidth());
            assertTrue(!all || message >= 300, "a column could be spared for " + message);
          });
    }
  }

  private static void collect(Node node, List<String> cut) {
    if (!node.isVisible() || MAY_BE_CUT.stream().anyMatch(node.getStyleClass()::contains)) {
      return;
    }
    if (node instanceof Labeled label
        && label.getText() != null
        && !label.getText().isEmpty()
        && label.isTextTruncated()) {
      cut.add(label.getText());
    }
    if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(child -> collect(child, cut));
    }
  }
}
