package dev.debrief.desktop.timeline;

import atlantafx.base.theme.Styles;
import dev.debrief.desktop.parts.Buttons;
import dev.debrief.desktop.text.Texts;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** What lies over the lanes until it is closed, by Escape too. */
class Panel extends VBox {
  private final Runnable done;

  /** A panel that is closed; {@code done} runs whenever it was closed again. */
  Panel(String id, Runnable done) {
    this.done = done;
    setId(id);
    getStyleClass().add("lanes-panel");
    setManaged(false);
    setVisible(false);
    addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ESCAPE) {
            close();
            event.consume();
          }
        });
  }

  /** Its title, and the button that closes it, as texts' keys. */
  final HBox head(String title, String closing) {
    Label name = new Label(Texts.text(title));
    name.getStyleClass().add("panel-title");
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    HBox head = new HBox(6, name, space, icon(Feather.X, closing, this::close));
    head.setAlignment(Pos.CENTER_LEFT);
    return head;
  }

  static Button icon(Feather icon, String key, Runnable action) {
    Button button = Buttons.icon(icon, key, action);
    button.getStyleClass().add(Styles.SMALL);
    return button;
  }

  /** Shows it, with the focus on one of its parts. */
  final void open(Node first) {
    setVisible(true);
    first.requestFocus();
  }

  final void close() {
    setVisible(false);
    done.run();
  }
}
