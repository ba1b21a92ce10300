package dev.debrief.desktop.timeline;

import dev.debrief.desktop.text.Texts;
import dev.debrief.model.Evidence;
import dev.debrief.model.Moment;
import dev.debrief.model.TimeRange;
import dev.debrief.timeline.Caption;
import dev.debrief.timeline.Hit;
import dev.debrief.timeline.Mark;
import dev.debrief.timeline.Nanos;
import dev.debrief.timeline.Rows;
import dev.debrief.timeline.Viewport;
import javafx.animation.PauseTransition;
import javafx.geometry.Point2D;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.util.Duration;

/** What the pointer does on the lanes. */
final class TimelineMouse {
  /** How far a press may stray and still be a click, in pixels. */
  private static final double CLICK = 4;

  /** One notch of a common wheel gives 40; six notches halve or double. */
  private static final double PER_PIXEL = Math.log(2) / 240;

  private enum Drag {
    NONE,
    PAN,
    BRUSH
  }

  private final TimelineModel model;
  private final TimelineView view;
  private final LaneMenu menu;

  private final PauseTransition pause = new PauseTransition(Duration.millis(160));
  private Drag drag = Drag.NONE;
  private double pressX;
  private double pressY;
  private double lastX;
  private double lastY;
  private long anchor;
  private boolean moved;

  TimelineMouse(TimelineModel model, TimelineView view, WholeMenu whole) {
    this.model = model;
    this.view = view;
    this.menu = new LaneMenu(model, view, whole);
  }

  void attach(Node board) {
    board.addEventHandler(ScrollEvent.SCROLL, this::scrolled);
    board.addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
    board.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::dragged);
    board.addEventHandler(MouseEvent.MOUSE_RELEASED, this::released);
    board.addEventHandler(MouseEvent.MOUSE_MOVED, event -> hover(event, board));
    board.addEventHandler(MouseEvent.MOUSE_EXITED, event -> leave());
    board.setOnContextMenuRequested(
        event -> {
          leave();
          menu.show(model.hit(event.getX(), event.getY()), event);
        });
    view.setOnContextMenuRequested(
        event -> {
          if (event.isKeyboardTrigger()) {
            Viewport viewport = model.camera().viewportProperty().get();
            double x = viewport.gutter() + viewport.scale().x(Nanos.of(model.here()));
            double inside = Math.clamp(x, viewport.gutter(), viewport.width());
            menu.show(event, board.localToScreen(inside, Viewport.AXIS + 18));
          }
        });
  }

  private void scrolled(ScrollEvent event) {
    boolean gutter = event.getX() < model.camera().viewportProperty().get().gutter();
    if (gutter || event.isAltDown()) {
      model.camera().scrollTo(model.camera().scrollProperty().get() - event.getDeltaY());
    } else if (Math.abs(event.getDeltaX()) > Math.abs(event.getDeltaY())) {
      model.camera().pan(-event.getDeltaX());
    } else {
      model.camera().zoom(event.getX(), Math.exp(-event.getDeltaY() * PER_PIXEL));
    }
    view.card().hide();
    event.consume();
  }

  private void pressed(MouseEvent event) {
    view.requestFocus();
    moved = false;
    pressX = event.getX();
    pressY = event.getY();
    lastX = pressX;
    lastY = pressY;
    Viewport viewport = model.camera().viewportProperty().get();
    if (event.getButton() == MouseButton.PRIMARY && pressX >= viewport.gutter()) {
      boolean second = model.brushes().choosingProperty().get();
      if (event.isShiftDown() && event.isShortcutDown()) {
        model.brushes().choosingProperty().set(true);
        second = true;
      }
      drag = event.isShiftDown() || second ? Drag.BRUSH : Drag.PAN;
      anchor = viewport.scale().at(pressX - viewport.gutter());
    } else if (event.getButton() == MouseButton.MIDDLE) {
      drag = Drag.PAN;
    } else {
      drag = Drag.NONE;
    }
  }

  private void dragged(MouseEvent event) {
    moved |= Math.hypot(event.getX() - pressX, event.getY() - pressY) > CLICK;
    if (!moved) {
      return;
    }
    view.card().hide();
    switch (drag) {
      case NONE -> {}
      case PAN -> {
        model.camera().pan(lastX - event.getX());
        model.camera().scrollTo(model.camera().scrollProperty().get() + lastY - event.getY());
        view.setCursor(Cursor.CLOSED_HAND);
      }
      case BRUSH -> brushTo(event.getX());
    }
    lastX = event.getX();
    lastY = event.getY();
  }

  private void brushTo(double x) {
    Viewport viewport = model.camera().viewportProperty().get();
    double inside = Math.clamp(x - viewport.gutter(), 0, viewport.scale().width());
    long other = viewport.scale().at(inside);
    model.brushes().between(anchor, other);
  }

  private void released(MouseEvent event) {
    view.setCursor(Cursor.DEFAULT);
    if (drag == Drag.BRUSH && moved) {
      model.brushes().done();
    }
    drag = Drag.NONE;
    if (moved || event.getButton() != MouseButton.PRIMARY) {
      return;
    }
    Hit hit = model.hit(event.getX(), event.getY());
    if (hit.gutter()) {
      hit.row().ifPresent(row -> fold(row, event.getClickCount()));
    } else if (event.getClickCount() == 2) {
      hit.mark().ifPresent(mark -> model.camera().fit(new TimeRange(mark.start(), mark.end())));
    } else {
      model.chosen().select(hit.mark().orElse(null));
    }
  }

  private void fold(Rows.Row row, int clicks) {
    switch (row) {
      case Rows.Heading heading ->
          model
              .arrangementProperty()
              .set(model.arrangementProperty().get().toggleFold(heading.kind()));
      case Rows.Body body -> {
        if (clicks == 2) {
          model
              .arrangementProperty()
              .set(model.arrangementProperty().get().toggleFold(body.lane().id()));
        }
      }
    }
  }

  private void hover(MouseEvent event, Node board) {
    Hit hit = model.hit(event.getX(), event.getY());
    model.hoveredProperty().set(hit);
    Caption caption = hit.gutter() ? gutter(hit) : Caption.of(hit, model.zoneProperty().get());
    Point2D place = board.localToParent(event.getX(), event.getY());
    view.card().show(caption, place.getX(), place.getY());
    view.pointer().show(hit, place.getX());
    exactly(hit);
    view.setCursor(hit.mark().isPresent() ? Cursor.HAND : Cursor.DEFAULT);
  }

  /** How exactly the time of the first line beneath the pointer is known, once that is found. */
  private void exactly(Hit hit) {
    pause.stop();
    hit.mark()
        .map(Mark::basis)
        .flatMap(basis -> basis.evidence().stream().findFirst())
        .ifPresent(
            line -> {
              pause.setOnFinished(
                  event ->
                      model
                          .requests()
                          .lookUp(
                              line,
                              moment -> {
                                Hit now = model.hoveredProperty().get();
                                if (now != null && now.mark().equals(hit.mark())) {
                                  view.card().add(precision(line, moment));
                                }
                              }));
              pause.playFromStart();
            });
  }

  private static String precision(Evidence line, Moment moment) {
    String key =
        "timeline.precision." + moment.precision().name().toLowerCase(java.util.Locale.ROOT);
    return Texts.text("timeline.precision", line.line(), Texts.text(key));
  }

  /** The whole of a title that the margin may have cut. */
  private static Caption gutter(Hit hit) {
    if (hit.row().isPresent() && hit.row().get() instanceof Rows.Body body) {
      String subtitle = body.lane().subtitle();
      return new Caption(
          body.lane().title(),
          subtitle.isEmpty() ? java.util.List.of() : java.util.List.of(subtitle));
    }
    return new Caption("", java.util.List.of());
  }

  private void leave() {
    model.hoveredProperty().set(null);
    view.card().hide();
    view.pointer().setVisible(false);
    pause.stop();
  }
}
