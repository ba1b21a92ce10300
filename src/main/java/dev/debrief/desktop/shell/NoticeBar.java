package dev.debrief.desktop.shell;

import dev.debrief.desktop.parts.Buttons;
import java.util.Locale;
import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.beans.property.ObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * One line at the foot of the page that says what went well or wrong, or is wanted first; what is
 * not wrong goes by itself, but not while the pointer is on it.
 */
final class NoticeBar extends HBox {
  NoticeBar(ObjectProperty<Optional<Notice>> notice) {
    getStyleClass().add("notice");
    setId("notice");
    setAlignment(Pos.CENTER_LEFT);
    setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    setAccessibleRole(AccessibleRole.TEXT);
    Label words = new Label();
    words.setWrapText(true);
    words.setMinHeight(Region.USE_PREF_SIZE);
    HBox.setHgrow(words, Priority.ALWAYS);
    getChildren()
        .addAll(words, Buttons.icon(Feather.X, "notice.close", () -> notice.set(Optional.empty())));
    PauseTransition pause = new PauseTransition(Duration.seconds(6));
    pause.setOnFinished(event -> notice.set(Optional.empty()));
    hoverProperty()
        .subscribe(
            on -> {
              if (on) {
                pause.stop();
              } else if (notice.get().filter(now -> !now.grave()).isPresent()) {
                pause.playFromStart();
              }
            });
    notice.subscribe(
        now -> {
          pause.stop();
          setVisible(now.isPresent());
          setManaged(now.isPresent());
          now.ifPresent(
              it -> {
                words.setText(it.text());
                words.setGraphic(new FontIcon(icon(it.tone())));
                setAccessibleText(it.text());
                getStyleClass().removeAll("notice-grave", "notice-hint", "notice-good");
                getStyleClass().add("notice-" + it.tone().name().toLowerCase(Locale.ROOT));
                if (!it.grave()) {
                  pause.playFromStart();
                }
              });
        });
  }

  private static Feather icon(Notice.Tone tone) {
    return switch (tone) {
      case GOOD -> Feather.CHECK_CIRCLE;
      case HINT -> Feather.INFO;
      case GRAVE -> Feather.ALERT_CIRCLE;
    };
  }
}
