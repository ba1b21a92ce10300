package dev.debrief.desktop.compare;

import dev.debrief.analysis.compare.Baselines;
import dev.debrief.analysis.compare.Comparison;
import dev.debrief.analysis.compare.Difference;
import dev.debrief.desktop.session.Session;
import dev.debrief.desktop.timeline.Brushes;
import dev.debrief.model.Conclusions;
import dev.debrief.model.Progress;
import dev.debrief.model.TimeRange;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.concurrent.Task;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/** Compares what is brushed, again whenever brush or baseline change while it is open. */
public final class CompareModel {
  private static final Duration PATIENCE = Duration.millis(250);

  private final Session session;
  private final Brushes brushes;
  private final BooleanProperty open = new SimpleBooleanProperty();
  private final ObjectProperty<Optional<Baselines.Choice>> choice =
      new SimpleObjectProperty<>(Optional.empty());
  private final ReadOnlyObjectWrapper<CompareState> state =
      new ReadOnlyObjectWrapper<>(new CompareState.Nothing());
  private final PauseTransition pause = new PauseTransition(PATIENCE);
  private Optional<Comparing> comparing = Optional.empty();
  private Optional<TimeRange> range = Optional.empty();

  /** Follows a timeline's brushes. */
  public CompareModel(Session session, Brushes brushes) {
    this.session = session;
    this.brushes = brushes;
    pause.setOnFinished(event -> run());
    brushes.rangeProperty().subscribe(this::brushed);
    brushes
        .secondProperty()
        .subscribe(
            second -> {
              if (second != null) {
                choice.set(Optional.empty());
                soon();
              }
            });
    open.subscribe(
        is -> {
          if (!is) {
            stop();
            brushes.choosingProperty().set(false);
            brushes.baselineProperty().set(List.of());
          }
        });
  }

  /** Compares in a case. */
  public void open(Comparing of) {
    close();
    comparing = Optional.of(of);
  }

  /** No case is open. */
  public void close() {
    comparing = Optional.empty();
    range = Optional.empty();
    open.set(false);
    brushes.secondProperty().set(null);
    choice.set(Optional.empty());
    state.set(new CompareState.Nothing());
  }

  /** Whether it is shown. */
  public BooleanProperty openProperty() {
    return open;
  }

  /** How far it is. */
  public ReadOnlyObjectProperty<CompareState> stateProperty() {
    return state.getReadOnlyProperty();
  }

  /** The zone that times are told in. */
  public Session session() {
    return session;
  }

  /** What is brushed as a baseline next. */
  public Brushes brushes() {
    return brushes;
  }

  /**
   * Compares a range.
   *
   * @return false where no case is open
   */
  public boolean compare(TimeRange brushed) {
    if (comparing.isEmpty()) {
      return false;
    }
    open.set(true);
    range = Optional.of(brushed);
    run();
    return true;
  }

  /** Takes another baseline than the usual. */
  public void choose(Baselines.Choice other) {
    choice.set(Optional.of(other));
    brushes.secondProperty().set(null);
    run();
  }

  /** Stops what runs. */
  public void stop() {
    pause.stop();
    if (state.get() instanceof CompareState.Running running) {
      running.task().cancel();
      state.set(new CompareState.Stopped(running.range()));
    }
  }

  /** Shows the lines behind a difference in the log, and the first of them selected. */
  public void show(Difference difference) {
    if (difference.kind() == Difference.Kind.MISSING) {
      // The brush would hide the only lines there are.
      session.brush().set(TimeRange.ALWAYS);
    }
    session.query().set(LogQuery.of(difference));
    if (difference.onFirstLine()) {
      session.show(difference.example());
    }
  }

  private void brushed(@Nullable TimeRange now) {
    if (now != null && open.get() && !range.equals(Optional.of(now))) {
      range = Optional.of(now);
      soon();
    }
  }

  private void soon() {
    if (open.get()) {
      pause.playFromStart();
    }
  }

  private void run() {
    stop();
    if (comparing.isEmpty() || range.isEmpty()) {
      return;
    }
    Comparing of = comparing.get();
    TimeRange here = range.get();
    Conclusions known = session.conclusions().get();
    Optional<Baselines.Choice> chosen = choice.get();
    Optional<TimeRange> second = Optional.ofNullable(brushes.secondProperty().get());
    Task<CompareState.Done> task =
        session
            .work()
            .look(
                progress -> done(of, here, known, chosen, second, progress),
                done -> {
                  if (range.equals(Optional.of(here)) && open.get()) {
                    brushes.baselineProperty().set(done.comparison().baseline());
                    state.set(done);
                  }
                });
    state.set(new CompareState.Running(here, task));
  }

  private static CompareState.Done done(
      Comparing of,
      TimeRange here,
      Conclusions known,
      Optional<Baselines.Choice> chosen,
      Optional<TimeRange> second,
      Progress progress)
      throws IOException {
    List<TimeRange> covered = of.covered(progress);
    List<TimeRange> baseline =
        second
            .map(List::of)
            .orElseGet(
                () ->
                    Baselines.of(
                        chosen.orElseGet(() -> Baselines.usual(here, covered, known)),
                        here,
                        covered,
                        known));
    Comparison comparison = of.compare(here, baseline, progress);
    Baselines.Choice usual = Baselines.usual(here, covered, known);
    return new CompareState.Done(
        comparison,
        Baselines.possible(here, covered, known),
        second.isPresent() ? Optional.empty() : Optional.of(chosen.orElse(usual)));
  }
}
