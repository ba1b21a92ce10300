package dev.debrief.desktop.timeline;

import dev.debrief.model.TimeRange;
import dev.debrief.timeline.Arrangement;
import dev.debrief.timeline.Density;
import dev.debrief.timeline.Emphasis;
import dev.debrief.timeline.Folds;
import dev.debrief.timeline.Hit;
import dev.debrief.timeline.Nanos;
import dev.debrief.timeline.Rows;
import dev.debrief.timeline.Scene;
import dev.debrief.timeline.TimeScale;
import dev.debrief.timeline.Timeline;
import dev.debrief.timeline.TimelinePainter;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import javafx.beans.Observable;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
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
  private final ObjectProperty<@Nullable Instant> knownUntil = new SimpleObjectProperty<>();
  private final ObjectProperty<ZoneId> zone = new SimpleObjectProperty<>(ZoneOffset.UTC);
  private final ObjectProperty<Arrangement> arrangement =
      new SimpleObjectProperty<>(Arrangement.DEFAULT);
  private final ObjectProperty<@Nullable Hit> hovered = new SimpleObjectProperty<>();
  private final BooleanProperty idleFolded = new SimpleBooleanProperty(true);
  private final Camera camera = new Camera(timeline::get, () -> this.rows.height());
  private final Chosen chosen = new Chosen(() -> this.shown);
  private final Brushes brushes = new Brushes();

  private final Requests requests = new Requests();
  private Scene scene = Scene.of(EMPTY);
  private Rows rows = Rows.of(scene, Arrangement.DEFAULT);
  private Timeline shown = EMPTY;
  private Folds idle = Folds.NONE;

  /** A model with nothing in it. */
  public TimelineModel() {
    requests.where(this::here);
    timeline.addListener((o, old, now) -> replaced(old, now));
    knownUntil.addListener((Observable o) -> rebuild());
    arrangement.addListener((Observable o) -> arrange());
    zone.addListener((o, old, now) -> camera.zone(now));
    idleFolded.addListener((Observable o) -> camera.fold(folds()));
  }

  /** The whole timeline, replay or not. */
  public ObjectProperty<Timeline> timelineProperty() {
    return timeline;
  }

  /** What is seen of it. */
  public Camera camera() {
    return camera;
  }

  /** What is selected on it. */
  public Chosen chosen() {
    return chosen;
  }

  /** What is brushed on it. */
  public Brushes brushes() {
    return brushes;
  }

  /** What is asked for on it that others do. */
  public Requests requests() {
    return requests;
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

  /** What is drawn: the timeline as far as it is known at the replay's instant. */
  public TimelinePainter painter() {
    return new TimelinePainter(scene, rows, true);
  }

  /** What stands out. */
  public Emphasis emphasis() {
    Hit hit = hovered.get();
    return new Emphasis(
        Optional.ofNullable(brushes.rangeProperty().get()),
        brushes.baselineProperty().get(),
        chosen.findingProperty().get(),
        Optional.ofNullable(chosen.evidenceProperty().get()),
        Optional.ofNullable(hit)
            .flatMap(Hit::mark)
            .or(() -> Optional.ofNullable(chosen.markProperty().get())),
        Optional.ofNullable(chosen.cursorProperty().get()),
        Optional.ofNullable(knownUntil.get()));
  }

  /** The timeline as drawn. */
  public Timeline shown() {
    return shown;
  }

  /** The stretches in which nothing happens, as they are drawn where they are folded. */
  public Folds folds() {
    return idleFolded.get() ? idle : Folds.NONE;
  }

  /** Zooms around the middle, or the brush where it is in sight. */
  public void zoom(double factor) {
    camera.zoom(factor, Optional.ofNullable(brushes.rangeProperty().get()));
  }

  /** Shows what is selected: the brush, or the selected finding, or else the focus. */
  public void fitSelection() {
    Optional.ofNullable(brushes.rangeProperty().get())
        .or(chosen::range)
        .ifPresentOrElse(camera::fit, () -> camera.show(timeline.get().focus()));
  }

  /** Brings an instant to the middle where it is out of sight, and marks it. */
  public void goTo(Instant at) {
    chosen.cursorProperty().set(at);
    camera.reveal(at);
  }

  /** Selects the next finding in time, or the one before; from the selected one or the middle. */
  public void step(boolean forward) {
    chosen.step(forward).ifPresent(camera::reveal);
  }

  /** Brushes with keys: moves the free edge, from the selected instant or the middle on. */
  void brushBy(double pixels) {
    TimeScale scale = camera.scale();
    Instant begin =
        chosen
            .instant()
            .filter(scale.range()::contains)
            .orElseGet(() -> Nanos.instant(scale.at(scale.width() / 2)));
    camera.reveal(brushes.extend(pixels, scale, begin));
  }

  /** The instant that a key means: the selected one, or the middle of what is seen. */
  Instant here() {
    TimeScale scale = camera.scale();
    return chosen.instant().orElseGet(() -> Nanos.instant(scale.at(scale.width() / 2)));
  }

  /** Undoes the last of brush and selection. */
  public void clear() {
    if (brushes.choosingProperty().get()) {
      brushes.choosingProperty().set(false);
    } else if (brushes.rangeProperty().get() != null) {
      brushes.rangeProperty().set(null);
    } else {
      chosen.select(null);
    }
  }

  /** What lies under a pixel of the view. */
  public Hit hit(double x, double y) {
    return painter().hit(camera.viewportProperty().get(), x, y);
  }

  private void replaced(Timeline old, Timeline now) {
    boolean other = !old.focus().equals(now.focus()) || !old.extent().equals(now.extent());
    if (other) {
      idle = Idle.of(now);
    }
    rebuild();
    hovered.set(null);
    if (other) {
      camera.fold(folds());
      camera.show(now.focus());
      camera.scrollTo(0);
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
    camera.refresh();
  }
}
