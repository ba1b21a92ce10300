package dev.debrief.desktop.timeline;

import dev.debrief.model.Evidence;
import dev.debrief.model.TimeRange;
import dev.debrief.timeline.Arrangement;
import dev.debrief.timeline.Density;
import dev.debrief.timeline.Emphasis;
import dev.debrief.timeline.Folds;
import dev.debrief.timeline.Hit;
import dev.debrief.timeline.Mark;
import dev.debrief.timeline.Nanos;
import dev.debrief.timeline.Rows;
import dev.debrief.timeline.Scene;
import dev.debrief.timeline.TimeScale;
import dev.debrief.timeline.Timeline;
import dev.debrief.timeline.TimelinePainter;
import dev.debrief.timeline.Viewport;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.Observable;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/**
 * What a timeline shows and what a reader does with it, without a window. Lives on one thread, that
 * of the window where there is one.
 */
public final class TimelineModel {
  /** What there is before a case is open. */
  public static final Timeline EMPTY =
      new Timeline(
          "",
          new TimeRange(Instant.EPOCH, Instant.EPOCH.plusSeconds(1)),
          new TimeRange(Instant.EPOCH, Instant.EPOCH.plusSeconds(1)),
          List.of(),
          List.of(),
          Density.NONE);

  private final ObjectProperty<Timeline> timeline = new SimpleObjectProperty<>(EMPTY);
  private final ReadOnlyObjectWrapper<Viewport> viewport =
      new ReadOnlyObjectWrapper<>(
          new Viewport(800, 400, 190, TimeScale.of(EMPTY.focus(), 610), 0, ZoneOffset.UTC));
  private final ObjectProperty<@Nullable TimeRange> brush = new SimpleObjectProperty<>();
  private final StringProperty finding = new SimpleStringProperty("");
  private final ObjectProperty<@Nullable Evidence> evidence = new SimpleObjectProperty<>();
  private final ObjectProperty<@Nullable Mark> selected = new SimpleObjectProperty<>();
  private final ObjectProperty<@Nullable Instant> cursor = new SimpleObjectProperty<>();
  private final ObjectProperty<@Nullable Instant> knownUntil = new SimpleObjectProperty<>();
  private final ObjectProperty<ZoneId> zone = new SimpleObjectProperty<>(ZoneOffset.UTC);
  private final ObjectProperty<Arrangement> arrangement =
      new SimpleObjectProperty<>(Arrangement.DEFAULT);
  private final ObjectProperty<@Nullable Hit> hovered = new SimpleObjectProperty<>();
  private final BooleanProperty idleFolded = new SimpleBooleanProperty();
  private final DoubleProperty scroll = new SimpleDoubleProperty();

  private Consumer<Instant> onPin = at -> {};
  private Consumer<Instant> onNote = at -> {};
  private Scene scene = Scene.of(EMPTY);
  private Rows rows = Rows.of(scene, Arrangement.DEFAULT);
  private Timeline shown = EMPTY;

  /** A model with nothing in it. */
  public TimelineModel() {
    timeline.addListener((o, old, now) -> replaced(old, now));
    knownUntil.addListener((Observable o) -> rebuild());
    arrangement.addListener((Observable o) -> arrange());
    zone.addListener((o, old, now) -> put(viewport.get().scale(), scroll.get()));
    scroll.addListener((o, old, now) -> put(viewport.get().scale(), now.doubleValue()));
    idleFolded.addListener(
        (Observable o) -> put(viewport.get().scale().withFolds(folds()), scroll.get()));
  }

  /** The whole timeline, replay or not. */
  public ObjectProperty<Timeline> timelineProperty() {
    return timeline;
  }

  /** What is seen of it. */
  public ReadOnlyObjectProperty<Viewport> viewportProperty() {
    return viewport.getReadOnlyProperty();
  }

  /** The brushed range; null where there is none. */
  public ObjectProperty<@Nullable TimeRange> brushProperty() {
    return brush;
  }

  /** The selected finding's id; empty where none is. */
  public StringProperty findingProperty() {
    return finding;
  }

  /** The selected line; marks that stand on it stand out. */
  public ObjectProperty<@Nullable Evidence> evidenceProperty() {
    return evidence;
  }

  /** The mark that was clicked; null where none is. */
  public ObjectProperty<@Nullable Mark> selectedProperty() {
    return selected;
  }

  /** An instant marked across all lanes, such as that of the selected log line. */
  public ObjectProperty<@Nullable Instant> cursorProperty() {
    return cursor;
  }

  /** The instant a replay stands at: nothing later is shown. Null for all of it. */
  public ObjectProperty<@Nullable Instant> knownUntilProperty() {
    return knownUntil;
  }

  /** In which zone times are written. */
  public ObjectProperty<ZoneId> zoneProperty() {
    return zone;
  }

  /** How the lanes are arranged. */
  public ObjectProperty<Arrangement> arrangementProperty() {
    return arrangement;
  }

  /** What lies under the pointer; null where it is elsewhere. */
  public ObjectProperty<@Nullable Hit> hoveredProperty() {
    return hovered;
  }

  /** Whether stretches in which nothing happens are drawn short. */
  public BooleanProperty idleFoldedProperty() {
    return idleFolded;
  }

  /** How far the lanes are moved up. */
  public DoubleProperty scrollProperty() {
    return scroll;
  }

  /** What is drawn: the timeline as far as it is known at the replay's instant. */
  public TimelinePainter painter() {
    return new TimelinePainter(scene, rows, true);
  }

  /** What stands out. */
  public Emphasis emphasis() {
    Hit hit = hovered.get();
    return new Emphasis(
        Optional.ofNullable(brush.get()),
        finding.get(),
        Optional.ofNullable(evidence.get()),
        hit == null ? Optional.ofNullable(selected.get()) : hit.mark().or(this::selectedMark),
        Optional.ofNullable(cursor.get()),
        Optional.ofNullable(knownUntil.get()));
  }

  private Optional<Mark> selectedMark() {
    return Optional.ofNullable(selected.get());
  }

  /** The timeline as drawn. */
  public Timeline shown() {
    return shown;
  }

  /** Fits a window of that size. */
  public void resize(double width, double height, double gutter) {
    Viewport old = viewport.get();
    if (old.width() != width || old.height() != height || old.gutter() != gutter) {
      viewport.set(
          new Viewport(
              Math.max(width, gutter + 1), height, gutter, old.scale(), old.scroll(), zone.get()));
      scrollTo(scroll.get());
    }
  }

  /** Zooms around a pixel of the whole view: nearer for a factor below 1. */
  public void zoom(double x, double factor) {
    double inside = Math.clamp(x - viewport.get().gutter(), 0, viewport.get().scale().width());
    put(held(viewport.get().scale().zoomed(inside, factor)), scroll.get());
  }

  /** Zooms around the middle, or the brush where it is in sight. */
  public void zoom(double factor) {
    TimeScale scale = viewport.get().scale();
    TimeRange range = brush.get();
    double middle = scale.width() / 2;
    if (range != null) {
      double x = (scale.x(Nanos.of(range.from())) + scale.x(Nanos.of(range.to()))) / 2;
      middle = x >= 0 && x <= scale.width() ? x : middle;
    }
    put(held(scale.zoomed(middle, factor)), scroll.get());
  }

  /** Moves the window over time, to later times for a positive way. */
  public void pan(double pixels) {
    put(held(viewport.get().scale().panned(pixels)), scroll.get());
  }

  /** Moves the lanes up, within what there is. */
  public void scrollTo(double y) {
    double most = Math.max(0, rows.height() - viewport.get().laneHeight());
    scroll.set(Math.clamp(y, 0, most));
  }

  /** Shows a range, no more and no less. */
  public void show(TimeRange range) {
    put(
        held(viewport.get().scale().onto(Nanos.of(range.from()), Nanos.of(range.to()))),
        scroll.get());
  }

  /** Shows a range with a little air. */
  public void fit(TimeRange range) {
    long from = Nanos.of(range.from());
    long to = Nanos.of(range.to());
    long air = Math.max(500_000_000L, (to - from) / 12);
    put(held(viewport.get().scale().onto(from - air, to + air)), scroll.get());
  }

  /** Shows what is selected: the brush, or the selected finding, or else the focus. */
  public void fitSelection() {
    TimeRange range = brush.get();
    if (range == null) {
      Mark mark = selected.get();
      range =
          mark == null
              ? findings().stream()
                  .filter(m -> m.basis().finding().equals(finding.get()))
                  .map(TimelineModel::range)
                  .findFirst()
                  .orElse(null)
              : range(mark);
    }
    if (range == null) {
      show(timeline.get().focus());
    } else {
      fit(range);
    }
  }

  /** Shows everything from first to last. */
  public void showAll() {
    fit(timeline.get().extent());
  }

  /** Goes to the beginning of the focus, or to its end, at the same zoom. */
  public void jump(boolean toEnd) {
    TimeScale scale = viewport.get().scale();
    TimeRange focus = timeline.get().focus();
    double by =
        toEnd ? scale.x(Nanos.of(focus.to())) - scale.width() : scale.x(Nanos.of(focus.from()));
    pan(by);
  }

  /** Brings an instant to the middle where it is out of sight, and marks it. */
  public void goTo(Instant at) {
    cursor.set(at);
    reveal(at);
  }

  /** Brings an instant to the middle where it is out of sight or at the very edge. */
  public void reveal(Instant at) {
    TimeScale scale = viewport.get().scale();
    double x = scale.x(Nanos.of(at));
    if (x < 24 || x > scale.width() - 24) {
      pan(x - scale.width() / 2);
    }
  }

  /** Selects the next finding in time, or the one before; from the selected one or the middle. */
  public void step(boolean forward) {
    List<Mark> findings = findings();
    if (findings.isEmpty()) {
      return;
    }
    int at = -1;
    for (int i = 0; i < findings.size(); i++) {
      if (findings.get(i).basis().finding().equals(finding.get())) {
        at = i;
      }
    }
    int next;
    if (at < 0) {
      next = forward ? 0 : findings.size() - 1;
    } else {
      next = Math.clamp(at + (forward ? 1 : -1), 0, findings.size() - 1);
    }
    select(findings.get(next));
    reveal(findings.get(next).start());
  }

  /** Selects a mark and what it stands on; nothing for null. */
  public void select(@Nullable Mark mark) {
    selected.set(mark);
    finding.set(mark == null ? "" : mark.basis().finding());
    evidence.set(
        mark == null || mark.basis().evidence().isEmpty()
            ? null
            : mark.basis().evidence().getFirst());
    cursor.set(null);
  }

  /** Undoes the last of brush and selection. */
  public void clear() {
    if (brush.get() != null) {
      brush.set(null);
    } else {
      select(null);
    }
  }

  /** Who is told where the reader wants a pin. */
  public void onPin(Consumer<Instant> listener) {
    onPin = listener;
  }

  /** Who is told where the reader wants a note. */
  public void onNote(Consumer<Instant> listener) {
    onNote = listener;
  }

  void pinAt(Instant at) {
    onPin.accept(at);
  }

  void noteAt(Instant at) {
    onNote.accept(at);
  }

  /** What lies under a pixel of the view. */
  public Hit hit(double x, double y) {
    return painter().hit(viewport.get(), x, y);
  }

  /** One mark for each finding, by time. */
  List<Mark> findings() {
    List<Mark> found = new ArrayList<>();
    java.util.Set<String> ids = new java.util.HashSet<>();
    shown.lanes().stream()
        .flatMap(lane -> lane.marks().stream())
        .sorted(Comparator.comparing(Mark::start))
        .filter(mark -> !mark.basis().finding().isEmpty())
        .filter(mark -> ids.add(mark.basis().finding()))
        .forEach(found::add);
    return found;
  }

  private static TimeRange range(Mark mark) {
    return new TimeRange(mark.start(), mark.end());
  }

  private void replaced(Timeline old, Timeline now) {
    rebuild();
    hovered.set(null);
    if (!old.focus().equals(now.focus())) {
      put(viewport.get().scale().withFolds(folds()), 0);
      show(now.focus());
      scroll.set(0);
    }
  }

  private void rebuild() {
    Instant until = knownUntil.get();
    shown = until == null ? timeline.get() : timeline.get().until(until);
    scene = Scene.of(shown);
    arrange();
  }

  private void arrange() {
    rows = Rows.of(scene, arrangement.get());
    scrollTo(scroll.get());
    put(viewport.get().scale(), scroll.get());
  }

  private Folds folds() {
    return idleFolded.get() ? Idle.of(timeline.get()) : Folds.NONE;
  }

  private void put(TimeScale scale, double y) {
    Viewport old = viewport.get();
    viewport.set(new Viewport(old.width(), old.height(), old.gutter(), scale, y, zone.get()));
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
