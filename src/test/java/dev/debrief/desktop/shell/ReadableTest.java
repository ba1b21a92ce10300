package dev.debrief.desktop.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
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
