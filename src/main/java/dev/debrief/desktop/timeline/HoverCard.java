package dev.debrief.desktop.timeline;

import dev.debrief.timeline.Caption;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** What lies under the pointer, told exactly, beside the pointer and inside the view. */
final class HoverCard extends VBox {
  private static final double AWAY = 16;
  private static final double WIDEST = 440;

  private final Label title = new Label();
  private double pointerX;
  private double pointerY;

  HoverCard() {
    getStyleClass().add("hover-card");
    title.getStyleClass().add("title");
    title.setWrapText(true);
    title.setMaxWidth(WIDEST);
    setManaged(false);
    setVisible(false);
    setMouseTransparent(true);
  }

  void show(Caption caption, double x, double y) {
    if (caption.title().isEmpty()) {
      setVisible(false);
      return;
    }
    pointerX = x;
    pointerY = y;
    title.setText(caption.title());
    getChildren().setAll(title);
    setVisible(true);
    caption.lines().forEach(this::add);
  }

  /** One line more, found meanwhile. */
  void add(String text) {
    Label line = new Label(text);
    line.getStyleClass().add("line");
    line.setMaxWidth(WIDEST);
    getChildren().add(line);
    // Its size is asked for before the next pulse would style it.
    applyCss();
    autosize();
    if (getParent() != null) {
      place(getParent().getLayoutBounds().getWidth(), getParent().getLayoutBounds().getHeight());
    }
  }

  void hide() {
    setVisible(false);
  }

  /** Beside the pointer, on whichever side has the room. */
  void place(double width, double height) {
    if (!isVisible()) {
      return;
    }
    autosize();
    double x = pointerX + AWAY;
    if (x + getWidth() > width - 4) {
      x = Math.max(4, pointerX - AWAY - getWidth());
    }
    double y = pointerY + AWAY;
    if (y + getHeight() > height - 4) {
      y = Math.max(4, pointerY - AWAY - getHeight());
    }
    relocate(Math.rint(x), Math.rint(y));
  }
}
