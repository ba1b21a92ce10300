package dev.debrief.desktop.replay;

import dev.debrief.desktop.session.Selection;
import dev.debrief.desktop.session.Session;
import dev.debrief.desktop.timeline.TimelineModel;
import dev.debrief.model.Conclusions;
import dev.debrief.model.Finding;
import dev.debrief.model.TimeRange;
import dev.debrief.timeline.Density;
import dev.debrief.timeline.Timeline;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.concurrent.Task;
import javafx.util.Duration;

/**
 * A clock set back: everything shows only what was knowable then. What is shown while the verdicts
 * of an instant are worked out is what was known at the last instant before that was.
 */
public final class ReplayModel {
  /** How long the clock must rest before an instant is concluded. */
  private static final Duration PATIENCE = Duration.millis(180);

  /** How long a step is looked at while it plays. */
  private static final Duration BEAT = Duration.millis(1_100);

  private static final Known NOTHING = new Known(Conclusions.NONE, TimelineModel.EMPTY);

  private final Session session;
  private final TimelineModel timeline;
  private final ReadOnlyBooleanWrapper on = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper working = new ReadOnlyBooleanWrapper();
  private final BooleanProperty playing = new SimpleBooleanProperty();
  private final PauseTransition rest = new PauseTransition(PATIENCE);
  private final PauseTransition beat = new PauseTransition(BEAT);
  private final Remembered remembered = new Remembered();
  private Optional<Past> past = Optional.empty();
  private Known whole = NOTHING;
  private Known nothing = NOTHING;
  private Steps steps = new Steps(List.of());
  private Optional<Known> shown = Optional.empty();
  private Optional<Task<?>> task = Optional.empty();
  private Optional<Instant> doing = Optional.empty();

  /** All is known; nothing replays. */
  public ReplayModel(Session session, TimelineModel timeline) {
    this.session = session;
    this.timeline = timeline;
    rest.setOnFinished(event -> conclude());
    beat.setOnFinished(event -> next());
    playing.subscribe(
        is -> {
          if (is) {
            beat.playFromStart();
          } else {
            beat.stop();
          }
        });
  }

  /** Replays a case. */
  public void open(Past of) {
    leave();
    past = Optional.of(of);
    remembered.clear();
  }

  /** No case is open. */
  public void close() {
    leave();
    past = Optional.empty();
    remembered.clear();
  }

  /** Whether an earlier instant is shown. */
  public ReadOnlyBooleanProperty onProperty() {
    return on.getReadOnlyProperty();
  }

  /** Whether the verdicts of the instant are still being worked out. */
  public ReadOnlyBooleanProperty workingProperty() {
    return working.getReadOnlyProperty();
  }

  /** Whether the clock goes by itself, from event to event. */
  public BooleanProperty playingProperty() {
    return playing;
  }

  /** What the views share. */
  public Session session() {
    return session;
  }

  /** The timeline as it is known now, whose stretch the clock goes over. */
  public Timeline whole() {
    return on.get() ? whole.timeline() : timeline.timelineProperty().get();
  }

  /** From where to where the clock goes. */
  public TimeRange extent() {
    return whole().extent();
  }

  /** Sets the clock to an instant; begins the replay where none goes on. */
  public void goTo(Instant instant) {
    if (past.isEmpty() || timeline.timelineProperty().get().isEmpty()) {
      return;
    }
    if (!on.get()) {
      begin();
    }
    TimeRange extent = whole.timeline().extent();
    Instant at =
        instant.isBefore(extent.from())
            ? extent.from()
            : instant.isAfter(extent.to()) ? extent.to() : instant;
    session.knownUntil().set(Optional.of(at));
    timeline.knownUntilProperty().set(at);
    boolean begun = doing.equals(Optional.of(at));
    if (!begun) {
      task.ifPresent(Task::cancel);
      doing = Optional.empty();
    }
    rest.stop();
    Optional<Known> exactly = remembered.at(at);
    if (exactly.isPresent()) {
      working.set(false);
      show(exactly.get());
      ahead(at);
      beatOn();
    } else {
      show(remembered.before(at).orElse(nothing));
      working.set(true);
      if (!begun) {
        rest.playFromStart();
      }
    }
  }

  private void begin() {
    whole = new Known(session.conclusions().get(), timeline.timelineProperty().get());
    nothing = nothing(whole.timeline());
    steps = Steps.of(whole.timeline());
    on.set(true);
  }

  /** To the next event, or to the one before. */
  public void step(boolean forward) {
    Optional<Instant> now = session.knownUntil().get();
    if (now.isEmpty()) {
      return;
    }
    Optional<Instant> next = forward ? steps.after(now.get()) : steps.before(now.get());
    if (next.isEmpty()) {
      playing.set(false);
    }
    next.ifPresent(
        at -> {
          goTo(at);
          timeline.camera().reveal(at);
        });
  }

  private void next() {
    if (playing.get()) {
      step(true);
    }
  }

  /** The next step, once this one is whole. */
  private void beatOn() {
    if (playing.get()) {
      beat.playFromStart();
    }
  }

  /** All is known again. */
  public void leave() {
    if (!on.get()) {
      return;
    }
    playing.set(false);
    rest.stop();
    task.ifPresent(Task::cancel);
    task = Optional.empty();
    doing = Optional.empty();
    working.set(false);
    on.set(false);
    session.knownUntil().set(Optional.empty());
    timeline.knownUntilProperty().set(null);
    timeline.timelineProperty().set(whole.timeline());
    conclude(whole.conclusions());
    whole = NOTHING;
    shown = Optional.empty();
  }

  /** The whole case is drawn anew, as after a note. */
  public void renewed(Timeline anew) {
    if (!on.get()) {
      timeline.timelineProperty().set(anew);
      return;
    }
    whole = new Known(whole.conclusions(), anew);
    nothing = nothing(anew);
    remembered.clear();
    session.knownUntil().get().ifPresent(this::goTo);
  }

  private void conclude() {
    session.knownUntil().get().ifPresent(this::work);
  }

  /** Concludes for an instant, and when that is done for the next step, as it will be asked for. */
  private void work(Instant at) {
    if (past.isEmpty()) {
      return;
    }
    Past of = past.get();
    working.set(session.knownUntil().get().equals(Optional.of(at)));
    doing = Optional.of(at);
    task =
        Optional.of(
            session
                .work()
                .look(
                    progress -> of.at(at, progress),
                    known -> {
                      remembered.put(at, known);
                      doing = Optional.empty();
                      boolean shown = session.knownUntil().get().equals(Optional.of(at));
                      if (on.get() && shown) {
                        working.set(false);
                        show(known);
                        ahead(at);
                        beatOn();
                      }
                    }));
  }

  private void ahead(Instant at) {
    steps.after(at).filter(next -> remembered.at(next).isEmpty()).ifPresent(this::work);
  }

  /** Shows what was known, on the time axis of the whole: the window on it must not jump. */
  private void show(Known known) {
    if (shown.filter(now -> now == known).isPresent()) {
      return;
    }
    shown = Optional.of(known);
    Timeline all = whole.timeline();
    Timeline then = known.timeline();
    timeline
        .timelineProperty()
        .set(
            new Timeline(
                all.app(), all.extent(), all.focus(), then.lanes(), then.gaps(), all.density()));
    conclude(known.conclusions());
  }

  private void conclude(Conclusions then) {
    Selection before = session.selection().get();
    session.conclusions().set(then);
    session.selection().set(again(before, then));
  }

  /** The lanes that need no conclusions: what the log counts. */
  private static Known nothing(Timeline all) {
    return new Known(
        Conclusions.NONE,
        new Timeline(
            all.app(),
            all.extent(),
            all.focus(),
            all.lanes().stream().filter(lane -> lane.series().equals(Density.RECORDS)).toList(),
            List.of(),
            all.density()));
  }

  /** The same finding under its id of then, if it was known. */
  private static Selection again(Selection before, Conclusions then) {
    if (!(before instanceof Selection.OfFinding(Finding finding))) {
      return before;
    }
    return then.findings().stream()
        .filter(other -> other.kind() == finding.kind())
        .filter(other -> other.start().equals(finding.start()))
        .filter(other -> other.machines().equals(finding.machines()))
        .findFirst()
        .<Selection>map(Selection.OfFinding::new)
        .orElse(Selection.NONE);
  }
}
