package dev.debrief.desktop.timeline;

import dev.debrief.timeline.Nanos;
import dev.debrief.timeline.TimeScale;
import java.time.Instant;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** Where a reader types a time to go to. Hidden until asked for. */
final class GoToField extends TextField {
  private static final PseudoClass WRONG = PseudoClass.getPseudoClass("danger");
  private static final double WIDTH = 320;

  private final TimelineModel model;
  private final Runnable done;

  GoToField(TimelineModel model, Runnable done) {
    this.model = model;
    this.done = done;
    setId("go-to");
    setManaged(false);
    setVisible(false);
    setPromptText(Texts.of("timeline.goto.prompt"));
    setAccessibleText(Texts.of("timeline.goto.prompt"));
    setOnAction(event -> go());
    textProperty().addListener((o, old, now) -> pseudoClassStateChanged(WRONG, false));
    focusedProperty()
        .addListener(
            (o, old, now) -> {
              if (!now) {
                setVisible(false);
              }
            });
    addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ESCAPE) {
            close();
            event.consume();
          }
        });
  }

  void open() {
    clear();
    setVisible(true);
    requestFocus();
  }

  private void close() {
    setVisible(false);
    done.run();
  }

  private void go() {
    TimeScale scale = model.camera().viewportProperty().get().scale();
    Instant near = Nanos.instant(scale.at(scale.width() / 2));
    Optional<Instant> wanted = TimeText.parse(getText(), model.zoneProperty().get(), near);
    if (wanted.isEmpty()) {
      pseudoClassStateChanged(WRONG, true);
      setAccessibleHelp(Texts.of("timeline.goto.bad"));
      return;
    }
    model.goTo(wanted.get());
    close();
  }

  void place(double x, double y) {
    resizeRelocate(x, y, WIDTH, prefHeight(WIDTH));
  }
}
