package dev.debrief.desktop.replay;

import atlantafx.base.theme.Styles;
import dev.debrief.desktop.parts.Buttons;
import dev.debrief.desktop.text.Texts;
import dev.debrief.desktop.text.Times;
import dev.debrief.timeline.Folds;
import dev.debrief.timeline.Nanos;
import dev.debrief.timeline.TimeScale;
import java.time.Instant;
import java.time.ZoneId;
import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Says that an earlier instant is shown, and which; sets its clock; leads back. */
public final class ReplayBar extends HBox {
  private static final double FINEST = 10_000;

  private final ReplayModel model;
  private final Supplier<Folds> folds;
  private final Slider clock = new Slider(0, FINEST, 0);
  private final Label told = new Label();
  private final ObservableValue<Boolean> follows;
  private boolean following;

  /**
   * Shows itself while a replay goes on.
   *
   * @param folds the idle time over which the clock goes quickly
   * @param follows whether the page that shows is set back too
   */
  public ReplayBar(ReplayModel model, Supplier<Folds> folds, ObservableValue<Boolean> follows) {
    this.model = model;
    this.folds = folds;
    this.follows = follows;
    setId("replay-bar");
    getStyleClass().add("replay-bar");
    setAlignment(Pos.CENTER_LEFT);
    told.getStyleClass().add("replay-told");
    told.setMinWidth(Region.USE_PREF_SIZE);
    clock.setId("replay-clock");
    clock.setAccessibleText(Texts.text("replay.clock"));
    clock.setBlockIncrement(FINEST / 200);
    clock.valueProperty().addListener((o, old, now) -> scrubbed(now.doubleValue()));
    HBox.setHgrow(clock, Priority.ALWAYS);
    ProgressIndicator working = new ProgressIndicator();
    working.setPrefSize(16, 16);
    working.setMinSize(16, 16);
    working.setAccessibleText(Texts.text("replay.working"));
    working.visibleProperty().bind(model.workingProperty());
    Button leave = new Button(Texts.text("replay.leave"));
    leave.setId("replay-leave");
    leave.setAccessibleText(Texts.text("replay.leave.long"));
    leave.setMinWidth(Region.USE_PREF_SIZE);
    leave.getStyleClass().addAll(Styles.ACCENT, Styles.SMALL);
    leave.setOnAction(event -> model.leave());
    getChildren()
        .addAll(
            new FontIcon(Feather.CLOCK),
            told,
            working,
            icon(Feather.SKIP_BACK, "replay.back", "replay-back", () -> model.step(false)),
            play(),
            icon(Feather.SKIP_FORWARD, "replay.forward", "replay-forward", () -> model.step(true)),
            clock,
            leave);
    visibleProperty().bind(model.onProperty());
    managedProperty().bind(model.onProperty());
    model.session().knownUntil().subscribe(at -> follow());
    model.session().zone().subscribe(zone -> follow());
    follows.subscribe(it -> follow());
    addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
  }

  private ToggleButton play() {
    ToggleButton play = Buttons.toggle(Feather.PLAY, "replay.play");
    play.setId("replay-play");
    play.getStyleClass().add(Styles.SMALL);
    play.selectedProperty().bindBidirectional(model.playingProperty());
    model
        .playingProperty()
        .subscribe(
            is -> {
              play.setGraphic(new FontIcon(is ? Feather.PAUSE : Feather.PLAY));
              Buttons.name(play, Texts.text(is ? "replay.pause" : "replay.play"));
            });
    return play;
  }

  private static Button icon(Feather icon, String key, String id, Runnable action) {
    Button button = Buttons.icon(icon, key, action);
    button.setId(id);
    button.getStyleClass().add(Styles.SMALL);
    return button;
  }

  private void pressed(KeyEvent event) {
    if (event.getCode() == KeyCode.ESCAPE) {
      model.leave();
      event.consume();
    } else if (event.getTarget() == clock && event.getCode() == KeyCode.SPACE) {
      model.playingProperty().set(!model.playingProperty().get());
      event.consume();
    }
  }

  private TimeScale scale() {
    return TimeScale.of(model.extent(), FINEST).withFolds(folds.get());
  }

  private void scrubbed(double value) {
    if (!following && model.onProperty().get()) {
      model.playingProperty().set(false);
      model.goTo(Nanos.instant(scale().at(value)));
    }
  }

  private void follow() {
    model.session().knownUntil().get().ifPresent(this::tell);
  }

  private void tell(Instant at) {
    ZoneId zone = model.session().zone().get();
    told.setText(
        Texts.text(
            follows.getValue() ? "replay.told" : "replay.notHere",
            Times.second(at, zone),
            Times.zone(zone)));
    following = true;
    clock.setValue(scale().x(Nanos.of(at)));
    following = false;
  }
}
