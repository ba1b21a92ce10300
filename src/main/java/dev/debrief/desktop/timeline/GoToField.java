package dev.debrief.desktop.timeline;

import dev.debrief.desktop.text.Texts;
import dev.debrief.timeline.Nanos;
import dev.debrief.timeline.TimeScale;
import java.time.Instant;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;

/** Where a reader types a time to go to. Gone as soon as the focus is elsewhere. */
final class GoToField extends Panel {
  private static final PseudoClass WRONG = PseudoClass.getPseudoClass("danger");
  private static final double WIDTH = 340;

  private final TimelineModel model;
  private final TextField time = new TextField();
  private final Label wrong = new Label(Texts.text("timeline.goto.bad"));

  GoToField(TimelineModel model, Runnable done) {
    super("go-to-panel", done);
    this.model = model;
    time.setId("go-to");
    time.setPromptText(Texts.text("timeline.goto.prompt"));
    time.setAccessibleText(Texts.text("timeline.goto.prompt"));
    time.setOnAction(event -> go());
    time.textProperty().addListener((o, old, now) -> wrong(false));
    time.focusedProperty()
        .addListener(
            (o, old, now) -> {
              if (!now) {
                setVisible(false);
              }
            });
    wrong.getStyleClass().add("wrong");
    wrong.managedProperty().bind(wrong.visibleProperty());
    getChildren().addAll(time, wrong);
    wrong(false);
  }

  void open() {
    time.clear();
    wrong(false);
    open(time);
  }

  private void go() {
    TimeScale scale = model.camera().viewportProperty().get().scale();
    Instant near = Nanos.instant(scale.at(scale.width() / 2));
    Optional<Instant> wanted = TimeText.parse(time.getText(), model.zoneProperty().get(), near);
    wrong(wanted.isEmpty());
    wanted.ifPresent(
        instant -> {
          model.goTo(instant);
          close();
        });
  }

  private void wrong(boolean is) {
    time.pseudoClassStateChanged(WRONG, is);
    time.setAccessibleHelp(is ? wrong.getText() : "");
    wrong.setVisible(is);
    if (getParent() != null) {
      getParent().requestLayout();
    }
  }

  void place(double x, double y, double text) {
    resizeRelocate(x, y, WIDTH * text, prefHeight(WIDTH * text));
  }
}
