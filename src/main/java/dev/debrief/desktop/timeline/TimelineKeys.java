package dev.debrief.desktop.timeline;

import dev.debrief.desktop.text.Texts;
import java.util.List;
import javafx.scene.input.KeyEvent;

/** What each key does. */
final class TimelineKeys {
  private static final double STEP = 80;
  private static final double LEAP = 400;
  private static final double NEARER = 0.7;

  private final TimelineModel model;
  private final TimelineView view;
  private final GoToField goTo;
  private final LanesPanel lanes;
  private final Runnable explain;

  TimelineKeys(
      TimelineModel model, TimelineView view, GoToField goTo, LanesPanel lanes, Runnable explain) {
    this.model = model;
    this.view = view;
    this.goTo = goTo;
    this.lanes = lanes;
    this.explain = explain;
  }

  static List<String[]> all() {
    return List.of(
        row("← →", "timeline.key.left"),
        row("PgUp PgDn", "timeline.key.page"),
        row("↑ ↓", "timeline.key.up"),
        row("+ −", "timeline.key.zoom"),
        row("Home End", "timeline.key.home"),
        row("F", "timeline.key.fit"),
        row("A", "timeline.key.all"),
        row("N P", "timeline.key.step"),
        row("G", "timeline.key.goto"),
        row("Shift ← →", "timeline.key.brush"),
        row("C", "timeline.key.compare"),
        row("R", "timeline.key.replay"),
        row("M", "timeline.key.pin"),
        row("I", "timeline.key.idle"),
        row("L", "timeline.key.lanes"),
        row("H", "timeline.key.legend"),
        row("Esc", "timeline.key.escape"),
        row("Wheel", "timeline.key.wheel"),
        row("Shift drag", "timeline.key.brush"),
        row("Ctrl Shift drag", "timeline.key.baseline"));
  }

  private static String[] row(String keys, String text) {
    return new String[] {keys, Texts.text(text)};
  }

  void pressed(KeyEvent event) {
    boolean elsewhere = event.getTarget() != view;
    if (event.isShortcutDown() || event.isAltDown() || elsewhere) {
      return;
    }
    boolean brush = event.isShiftDown();
    boolean known = true;
    switch (event.getCode()) {
      case LEFT -> move(-STEP, brush);
      case RIGHT -> move(STEP, brush);
      case PAGE_UP -> model.camera().pan(-LEAP);
      case PAGE_DOWN -> model.camera().pan(LEAP);
      case UP -> model.camera().scrollTo(model.camera().scrollProperty().get() - STEP / 2);
      case DOWN -> model.camera().scrollTo(model.camera().scrollProperty().get() + STEP / 2);
      case PLUS, ADD, EQUALS -> model.zoom(NEARER);
      case MINUS, SUBTRACT -> model.zoom(1 / NEARER);
      case HOME -> model.camera().jump(false);
      case END -> model.camera().jump(true);
      case F -> model.fitSelection();
      case A -> model.camera().showAll();
      case N -> model.step(true);
      case P -> model.step(false);
      case C -> model.requests().compare();
      case R -> model.requests().replay();
      case I -> model.idleFoldedProperty().set(!model.idleFoldedProperty().get());
      case M -> model.requests().pin(model.here());
      case H -> explain.run();
      case ENTER -> model.brushes().done();
      case ESCAPE -> model.clear();
      default -> known = false;
    }
    if (known) {
      event.consume();
    }
  }

  /** What opens a field does so when the letter is typed: else it would stand in the field. */
  void typed(KeyEvent event) {
    if (event.getTarget() != view || event.isShortcutDown() || event.isAltDown()) {
      return;
    }
    switch (event.getCharacter()) {
      case "g", "G" -> goTo.open();
      case "l", "L" -> lanes.open();
      default -> {
        return;
      }
    }
    event.consume();
  }

  private void move(double pixels, boolean brush) {
    if (brush) {
      model.brushBy(pixels / 4);
    } else {
      model.camera().pan(pixels);
    }
  }
}
