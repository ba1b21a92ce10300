package dev.debrief.desktop.shell;

import dev.debrief.desktop.session.Session;
import dev.debrief.desktop.text.Texts;
import dev.debrief.desktop.text.Times;
import dev.debrief.model.Source;
import java.time.Instant;
import java.util.Objects;
import javafx.beans.InvalidationListener;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** What is open, in one line; what runs, with its progress. */
final class StatusBar extends HBox {
  private final Session session;
  private final ObservableValue<Boolean> open;
  private final Label words = new Label();

  StatusBar(
      Session session,
      ObservableValue<Boolean> open,
      ObservableValue<Boolean> readOnly,
      Runnable showTasks) {
    this.session = session;
    this.open = open;
    getStyleClass().add("status-bar");
    setAlignment(Pos.CENTER_LEFT);
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    ProgressBar bar = new ProgressBar();
    bar.setPrefWidth(140);
    bar.setAccessibleText(Texts.text("status.progress"));
    Button tasks = new Button("", new FontIcon(Feather.LOADER));
    tasks.getStyleClass().addAll("flat", "small");
    tasks.setId("tasks");
    tasks.setOnAction(event -> showTasks.run());
    InvalidationListener run =
        changed -> {
          var running = session.work().running();
          boolean any = !running.isEmpty();
          bar.setVisible(any);
          bar.setManaged(any);
          tasks.setVisible(any);
          tasks.setManaged(any);
          if (any) {
            bar.progressProperty().bind(running.getFirst().progressProperty());
            tasks.textProperty().bind(running.getFirst().titleProperty());
          } else {
            bar.progressProperty().unbind();
            tasks.textProperty().unbind();
          }
        };
    session.work().running().addListener(run);
    run.invalidated(session.work().running());
    Label zone = new Label();
    zone.textProperty().bind(session.zone().map(now -> Texts.text("status.zone", Times.zone(now))));
    Label locked = new Label(Texts.text("status.readOnly"), new FontIcon(Feather.LOCK));
    locked.setId("read-only");
    locked.getStyleClass().addAll("badge", "warning");
    locked.setMinWidth(Region.USE_PREF_SIZE);
    locked.visibleProperty().bind(readOnly);
    locked.managedProperty().bind(readOnly);
    getChildren().addAll(words, locked, space, tasks, bar, zone);
    InvalidationListener tell = changed -> tell();
    session.sources().addListener(tell);
    session.zone().addListener(tell);
    open.addListener(tell);
    session.conclusions().addListener(tell);
    tell();
  }

  private void tell() {
    if (session.sources().isEmpty()) {
      words.setText(Texts.text(open.getValue() ? "status.empty" : "status.nothing"));
      return;
    }
    long records = session.sources().stream().mapToLong(Source::records).sum();
    String text =
        Texts.text(
            "status.case",
            records,
            session.sources().size(),
            session.conclusions().get().findings().size(),
            session.sources().stream().filter(source -> source.first() == null).count());
    Instant first =
        session.sources().stream()
            .map(Source::first)
            .filter(Objects::nonNull)
            .min(Instant::compareTo)
            .orElse(null);
    Instant last =
        session.sources().stream()
            .map(Source::last)
            .filter(Objects::nonNull)
            .max(Instant::compareTo)
            .orElse(null);
    if (first != null && last != null) {
      text += " · " + Times.range(first, last, session.zone().get());
    }
    words.setText(text);
  }
}
