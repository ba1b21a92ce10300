package dev.debrief.desktop.timeline;

import dev.debrief.model.TimeRange;
import dev.debrief.timeline.Density;
import dev.debrief.timeline.FoldArt;
import dev.debrief.timeline.Folds;
import dev.debrief.timeline.Ink;
import dev.debrief.timeline.Lane;
import dev.debrief.timeline.LaneKind;
import dev.debrief.timeline.Mark;
import dev.debrief.timeline.Nanos;
import dev.debrief.timeline.Palette;
import dev.debrief.timeline.Pen;
import dev.debrief.timeline.TimeScale;
import dev.debrief.timeline.Timeline;
import dev.debrief.timeline.Viewport;
import java.util.Arrays;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;

/** The strip over the lanes: what the logs cover from end to end, and the window on it. */
final class Overview {
  private static final double EDGE = 6;
  private static final double LEAST = 3;
  private static final double TOP = 4;

  private enum Grip {
    NONE,
    FROM,
    TO,
    MIDDLE,
    NEW
  }

  private final TimelineModel model;
  private Grip grip = Grip.NONE;
  private long anchor;
  private long span;
  private double width = 1;
  private Timeline measured = TimelineModel.EMPTY;
  private long begin;
  private long end;

  Overview(TimelineModel model) {
    this.model = model;
  }

  void attach(Board board) {
    board.addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
    board.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::dragged);
    board.addEventHandler(MouseEvent.MOUSE_RELEASED, event -> grip = Grip.NONE);
    board.addEventHandler(
        MouseEvent.MOUSE_MOVED, event -> ((Node) event.getSource()).setCursor(cursor(event)));
    board.addEventHandler(
        ScrollEvent.SCROLL,
        event -> {
          model.zoom(Math.exp(-event.getDeltaY() * Math.log(2) / 240));
          event.consume();
        });
  }

  /** All that the logs cover and the window, whichever reaches farther. */
  private TimeScale scale() {
    Timeline timeline = model.shown();
    if (timeline != measured) {
      measure(timeline);
    }
    TimeRange all = timeline.extent();
    TimeScale seen = model.camera().viewportProperty().get().scale();
    long from = Math.max(Nanos.of(all.from()), begin);
    from = Math.min(from, Math.max(seen.from(), Nanos.of(all.from())));
    long to = Math.max(end, Math.min(seen.to(), Nanos.of(all.to())));
    return TimeScale.of(
            new TimeRange(Nanos.instant(from), Nanos.instant(Math.max(from + 1, to))), width)
        .withFolds(model.folds());
  }

  /** From the first to the last that machines did: releases and commits may reach back years. */
  private void measure(Timeline timeline) {
    begin = Nanos.of(timeline.focus().from());
    end = Nanos.of(timeline.focus().to());
    for (Lane lane : timeline.lanes()) {
      if (lane.kind() == LaneKind.MACHINE) {
        for (Mark mark : lane.marks()) {
          begin = Math.min(begin, Nanos.of(mark.start()));
          end = Math.max(end, Nanos.of(mark.end()));
        }
      }
    }
    measured = timeline;
  }

  void draw(double wide, double height, Palette palette, Pen pen) {
    width = Math.max(1, wide);
    TimeScale scale = scale();
    Timeline timeline = model.shown();
    pen.fill(0, 0, wide, height, palette.of(Ink.RAISED));
    double tall = height - TOP - 3;
    int columns = (int) Math.max(1, Math.ceil(width / 2));
    long[] all = timeline.density().counts(Density.RECORDS, scale, columns, 2);
    long[] errors = timeline.density().counts(Density.ERRORS, scale, columns, 2);
    double most = Math.max(1, Arrays.stream(all).max().orElse(1));
    counts(all, most, tall, palette.of(Ink.COUNT), pen);
    counts(errors, most, tall, palette.of(Ink.DOWN), pen);
    for (Mark.Outage outage : timeline.outages()) {
      double from = scale.x(Nanos.of(outage.start()));
      double to = Math.max(from + 2, scale.x(Nanos.of(outage.end())));
      pen.fill(from, 0, to - from, height, palette.of(Ink.DOWN, 0.1));
      pen.fill(from, 0, to - from, 3, palette.of(Ink.DOWN));
    }
    for (Mark.Gap gap : timeline.gaps()) {
      double from = scale.x(Nanos.of(gap.start()));
      double to = scale.x(Nanos.of(gap.end()));
      pen.hatch(from, TOP, Math.max(2, to - from), tall, 7, palette.missing());
    }
    breaks(scale, height, palette, pen);
    window(scale, height, palette, pen);
    lengths(scale, height, palette, pen);
    pen.line(0, height - 0.5, wide, height - 0.5, palette.of(Ink.RULE), 1, Pen.Dash.SOLID);
  }

  private static void counts(long[] counts, double most, double tall, int colour, Pen pen) {
    for (int i = 0; i < counts.length; i++) {
      if (counts[i] > 0) {
        // By its root: a quiet hour must be seen beside a storm.
        double high = Math.max(1, Math.rint(Math.sqrt(counts[i] / most) * tall));
        pen.fill(i * 2.0, TOP + tall - high, 2, high, colour);
      }
    }
  }

  /** Where idle time is drawn short: a torn strip. */
  private static void breaks(TimeScale scale, double height, Palette palette, Pen pen) {
    Folds folds = scale.folds();
    for (int i = 0; i < folds.count(); i++) {
      double from = scale.x(folds.start(i));
      double to = scale.x(folds.end(i));
      if (to > 0 && from < scale.width()) {
        FoldArt.torn(pen, palette, from, to, 0, height);
      }
    }
  }

  /** How long those are: over the veil, or nobody could read it. */
  private static void lengths(TimeScale scale, double height, Palette palette, Pen pen) {
    Folds folds = scale.folds();
    for (int i = 0; i < folds.count(); i++) {
      double from = scale.x(folds.start(i));
      double to = scale.x(folds.end(i));
      if (to > 0 && from < scale.width()) {
        FoldArt.length(pen, palette, folds, i, from, to, height / 2 + 4);
      }
    }
  }

  private void window(TimeScale scale, double height, Palette palette, Pen pen) {
    Viewport viewport = model.camera().viewportProperty().get();
    double from = Math.max(0, scale.x(viewport.scale().from()));
    double to = Math.min(width, Math.max(from + LEAST, scale.x(viewport.scale().to())));
    int veil = palette.of(Ink.SURFACE, 0.62);
    pen.fill(0, 0, from, height, veil);
    pen.fill(to, 0, Math.max(0, width - to), height, veil);
    TimeRange brush = model.brushes().rangeProperty().get();
    if (brush != null) {
      double a = scale.x(Nanos.of(brush.from()));
      double b = scale.x(Nanos.of(brush.to()));
      pen.fill(a, 0, Math.max(1, b - a), height, palette.of(Ink.BRUSH));
    }
    int accent = palette.of(Ink.ACCENT);
    pen.frame(from, 0, to - from, height - 1, 2, accent, Pen.Dash.SOLID);
    grip(from, height, accent, pen);
    grip(to, height, accent, pen);
  }

  private static void grip(double x, double height, int colour, Pen pen) {
    pen.round(x - 2, height / 2 - 8, 4, 16, 2, colour);
  }

  private Grip grip(double x) {
    TimeScale scale = scale();
    Viewport viewport = model.camera().viewportProperty().get();
    double from = scale.x(viewport.scale().from());
    double to = scale.x(viewport.scale().to());
    if (Math.abs(x - from) <= EDGE && x < (from + to) / 2) {
      return Grip.FROM;
    }
    if (Math.abs(x - to) <= EDGE) {
      return Grip.TO;
    }
    return x > from && x < to ? Grip.MIDDLE : Grip.NEW;
  }

  private Cursor cursor(MouseEvent event) {
    return switch (grip(event.getX())) {
      case FROM, TO -> Cursor.H_RESIZE;
      case MIDDLE -> Cursor.OPEN_HAND;
      case NEW, NONE -> Cursor.CROSSHAIR;
    };
  }

  private void pressed(MouseEvent event) {
    TimeScale seen = model.camera().viewportProperty().get().scale();
    grip = event.isShiftDown() ? Grip.NEW : grip(event.getX());
    long at = scale().at(event.getX());
    span = seen.to() - seen.from();
    anchor = grip == Grip.MIDDLE ? at - seen.from() : at;
    if (grip == Grip.NEW && !event.isShiftDown()) {
      show(at - span / 2, at + span / 2);
      anchor = span / 2;
      grip = Grip.MIDDLE;
    }
  }

  private void dragged(MouseEvent event) {
    TimeScale seen = model.camera().viewportProperty().get().scale();
    long at = scale().at(Math.clamp(event.getX(), 0, width));
    switch (grip) {
      case NONE -> {}
      case FROM -> show(Math.min(at, seen.to() - TimeScale.SHORTEST), seen.to());
      case TO -> show(seen.from(), Math.max(at, seen.from() + TimeScale.SHORTEST));
      case MIDDLE -> show(at - anchor, at - anchor + span);
      case NEW -> show(Math.min(anchor, at), Math.max(anchor, at) + TimeScale.SHORTEST);
    }
  }

  private void show(long from, long to) {
    model.camera().show(new TimeRange(Nanos.instant(from), Nanos.instant(to)));
  }
}
