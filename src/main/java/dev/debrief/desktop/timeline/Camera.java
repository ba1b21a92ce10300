package dev.debrief.desktop.timeline;

import dev.debrief.model.TimeRange;
import dev.debrief.timeline.Folds;
import dev.debrief.timeline.Nanos;
import dev.debrief.timeline.TimeScale;
import dev.debrief.timeline.Timeline;
import dev.debrief.timeline.Viewport;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleDoubleProperty;

/** What part of a timeline is seen, and how a reader moves over it. */
public final class Camera {
  private static final double EDGE = 24;

  /** What is left free on either side of a range that is fitted, as a share of it. */
  private static final double AIR = 1.0 / 12;

  /** The same for an instant, in ns. */
  private static final long LEAST_AIR = 500_000_000L;

  private final Supplier<Timeline> timeline;
  private final DoubleSupplier lanesHeight;
  private final DoubleProperty scroll = new SimpleDoubleProperty();
  private final ReadOnlyObjectWrapper<Viewport> viewport =
      new ReadOnlyObjectWrapper<>(
          new Viewport(
              800, 400, 190, TimeScale.of(TimelineModel.EMPTY.focus(), 610), 0, ZoneOffset.UTC));

  /**
   * Looks at a timeline.
   *
   * @param lanesHeight the height of all lanes together
   */
  Camera(Supplier<Timeline> timeline, DoubleSupplier lanesHeight) {
    this.timeline = timeline;
    this.lanesHeight = lanesHeight;
    scroll.addListener((o, old, now) -> put(scale(), now.doubleValue()));
  }

  /** What is seen. */
  public ReadOnlyObjectProperty<Viewport> viewportProperty() {
    return viewport.getReadOnlyProperty();
  }

  /** How far the lanes are moved up. */
  public DoubleProperty scrollProperty() {
    return scroll;
  }

  /** Time to pixels. */
  TimeScale scale() {
    return viewport.get().scale();
  }

  /** Fits a window of that size. */
  public void resize(double width, double height, double gutter) {
    Viewport old = viewport.get();
    if (old.width() != width || old.height() != height || old.gutter() != gutter) {
      viewport.set(
          new Viewport(
              Math.max(width, gutter + 1), height, gutter, old.scale(), old.scroll(), old.zone()));
      scrollTo(scroll.get());
    }
  }

  /** Writes times in another zone. */
  void zone(ZoneId zone) {
    Viewport old = viewport.get();
    viewport.set(
        new Viewport(old.width(), old.height(), old.gutter(), old.scale(), old.scroll(), zone));
  }

  /** Draws other stretches of time short. */
  void fold(Folds folds) {
    put(scale().withFolds(folds), scroll.get());
  }

  /** Zooms around a pixel of the whole view: nearer for a factor below 1. */
  public void zoom(double x, double factor) {
    double inside = Math.clamp(x - viewport.get().gutter(), 0, scale().width());
    put(held(scale().zoomed(inside, factor)), scroll.get());
  }

  /** Zooms around the middle, or that of a range where it is in sight. */
  void zoom(double factor, java.util.Optional<TimeRange> around) {
    double middle =
        around
            .map(r -> (scale().x(Nanos.of(r.from())) + scale().x(Nanos.of(r.to()))) / 2)
            .filter(x -> x >= 0 && x <= scale().width())
            .orElse(scale().width() / 2);
    put(held(scale().zoomed(middle, factor)), scroll.get());
  }

  /** Moves the window over time, to later times for a positive way. */
  public void pan(double pixels) {
    put(held(scale().panned(pixels)), scroll.get());
  }

  /** Moves the lanes up, within what there is. */
  public void scrollTo(double y) {
    double most = Math.max(0, lanesHeight.getAsDouble() - viewport.get().laneHeight());
    scroll.set(Math.clamp(y, 0, most));
  }

  /** Shows a range, no more and no less. */
  public void show(TimeRange range) {
    put(held(scale().onto(Nanos.of(range.from()), Nanos.of(range.to()))), scroll.get());
  }

  /** Shows a range with a little air: as much of the picture, whatever is folded in it. */
  public void fit(TimeRange range) {
    long from = Nanos.of(range.from());
    long to = Nanos.of(range.to());
    long least = Math.max(0, LEAST_AIR - (to - from) / 12);
    TimeScale tight = scale().onto(from - least, to + least);
    put(held(tight.zoomed(tight.width() / 2, 1 + 2 * AIR)), scroll.get());
  }

  /** Shows everything from first to last. */
  public void showAll() {
    fit(timeline.get().extent());
  }

  /** Goes to the beginning of the focus, or to its end, at the same zoom. */
  public void jump(boolean toEnd) {
    TimeRange focus = timeline.get().focus();
    pan(
        toEnd
            ? scale().x(Nanos.of(focus.to())) - scale().width()
            : scale().x(Nanos.of(focus.from())));
  }

  /** Brings an instant to the middle where it is out of sight, and off the very edge. */
  public void reveal(Instant at) {
    double x = scale().x(Nanos.of(at));
    double right = scale().width();
    if (x < 0 || x > right) {
      pan(x - right / 2);
    } else if (x < EDGE) {
      pan(x - EDGE);
    } else if (x > right - EDGE) {
      pan(x - (right - EDGE));
    }
  }

  /** Draws again what it shows. */
  void refresh() {
    scrollTo(scroll.get());
    put(scale(), scroll.get());
  }

  private void put(TimeScale scale, double y) {
    Viewport old = viewport.get();
    viewport.set(new Viewport(old.width(), old.height(), old.gutter(), scale, y, old.zone()));
  }

  /** Never farther away than a few times the extent, never wholly beside it. */
  private TimeScale held(TimeScale scale) {
    long first = Nanos.of(timeline.get().extent().from());
    long last = Nanos.of(timeline.get().extent().to());
    long most =
        Math.max(10 * Nanos.SECOND, Math.min(TimeScale.LONGEST / 2, (last - first) * 3 / 2));
    long span = Math.min(most, scale.to() - scale.from());
    long from =
        scale.to() - scale.from() > most
            ? scale.from() + (scale.to() - scale.from() - most) / 2
            : scale.from();
    from = Math.clamp(from, first - span * 3 / 4, Math.max(first - span * 3 / 4, last - span / 4));
    return from == scale.from() && span == scale.to() - scale.from()
        ? scale
        : scale.onto(from, from + span);
  }
}
