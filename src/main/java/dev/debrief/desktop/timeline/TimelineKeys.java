package dev.debrief.desktop.timeline;

import java.util.List;
import javafx.scene.input.KeyEvent;

/** What each key does. */
final class TimelineKeys {
  private static final double STEP = 80;
  private static final double LEAP = 400;
  private static final double NEARER = 0.7;

  private final TimelineModel model;
  private final GoToField goTo;

  TimelineKeys(TimelineModel model, GoToField goTo) {
    this.model = model;
    this.goTo = goTo;
  }

  static List<String[]> all() {
    return List.of(
        row("← →", "timeline.key.left"),
        row("↑ ↓", "timeline.key.up"),
        row("+ −", "timeline.key.zoom"),
        row("Home End", "timeline.key.home"),
        row("F", "timeline.key.fit"),
        row("A", "timeline.key.all"),
        row("N P", "timeline.key.step"),
        row("G", "timeline.key.goto"),
        row("Esc", "timeline.key.escape"));
  }

  private static String[] row(String keys, String text) {
    return new String[] {keys, Texts.of(text)};
  }

  void pressed(KeyEvent event) {
    if (event.isShortcutDown() || event.isAltDown() || event.getTarget() == goTo) {
      return;
    }
    double step = event.isShiftDown() ? LEAP : STEP;
    boolean known = true;
    switch (event.getCode()) {
      case LEFT -> model.pan(-step);
      case RIGHT -> model.pan(step);
      case UP -> model.scrollTo(model.scrollProperty().get() - step / 2);
      case DOWN -> model.scrollTo(model.scrollProperty().get() + step / 2);
      case PLUS, ADD, EQUALS -> model.zoom(NEARER);
      case MINUS, SUBTRACT -> model.zoom(1 / NEARER);
      case HOME -> model.jump(false);
      case END -> model.jump(true);
      case F -> model.fitSelection();
      case A -> model.showAll();
      case N -> model.step(true);
      case P -> model.step(false);
      case G -> goTo.open();
      case ESCAPE -> model.clear();
      default -> known = false;
    }
    if (known) {
      event.consume();
    }
  }
}
