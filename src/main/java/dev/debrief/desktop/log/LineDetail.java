package dev.debrief.desktop.log;

import dev.debrief.desktop.parts.Badge;
import dev.debrief.desktop.parts.Buttons;
import dev.debrief.desktop.text.Texts;
import dev.debrief.desktop.text.Times;
import dev.debrief.model.Entry;
import dev.debrief.model.LogRecord;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** One message in full: every line, where it stands, how well its time is known. */
final class LineDetail extends VBox {
  private static final int ROWS = 3;
  private static final double BESIDE_FACTS = 170;

  private final LogModel model;
  private final Consumer<Entry> pin;
  private final TextArea message;
  private boolean compact;

  LineDetail(LogModel model, UnaryOperator<String> redaction, Consumer<Entry> pin) {
    this.model = model;
    this.pin = pin;
    this.message = new CopiedRedacted(redaction);
    getStyleClass().add("line-detail");
    message.setEditable(false);
    message.setWrapText(true);
    message.setPrefRowCount(ROWS);
    message.getStyleClass().add("message-text");
    message.setAccessibleText(Texts.text("line.message"));
    message.setId("whole-message");
    VBox.setVgrow(message, Priority.ALWAYS);
    model.chosen().subscribe(this::show);
    model.session().zone().subscribe(zone -> show(model.chosen().get()));
  }

  /** Shows the text alone, where there is no room for more; says whether that is a change. */
  boolean compact(boolean now) {
    boolean changes = now != compact;
    if (changes) {
      compact = now;
      message.setPrefRowCount(compact ? 2 : ROWS);
      show(model.chosen().get());
    }
    return changes;
  }

  private void show(Optional<Message> chosen) {
    if (chosen.isEmpty()) {
      return;
    }
    Entry entry = chosen.get().head();
    Label time = new Label(Times.moment(entry.moment(), model.session().zone().get()));
    time.getStyleClass().add("time-strong");
    FlowPane facts =
        new FlowPane(
            10,
            2,
            time,
            Badge.quiet(
                Texts.text(
                    "line.known",
                    Texts.text("precision." + lower(entry.moment().precision())),
                    Texts.text("clock." + lower(entry.moment().clock())))),
            muted(entry.evidence().toString()));
    facts.setAlignment(Pos.CENTER_LEFT);
    facts.prefWrapLengthProperty().bind(widthProperty().subtract(BESIDE_FACTS));
    if (entry instanceof LogRecord record) {
      for (Map.Entry<String, String> field : new TreeMap<>(record.fields()).entrySet()) {
        facts.getChildren().add(muted(field.getKey() + "=" + field.getValue()));
      }
    }
    HBox.setHgrow(facts, Priority.ALWAYS);
    Button like = Buttons.icon(Feather.FILTER, "line.like", () -> model.likeThis(entry));
    like.setId("like-line");
    Button pinIt = Buttons.labelled(Feather.MAP_PIN, "line.pin", () -> pin.accept(entry));
    pinIt.setId("pin-line");
    pinIt.setMinWidth(Region.USE_PREF_SIZE);
    HBox head = new HBox(4, facts, like, pinIt);
    head.setAlignment(Pos.CENTER_LEFT);
    head.setMinHeight(Region.USE_PREF_SIZE);
    String text = chosen.get().text();
    if (!text.equals(message.getText())) {
      message.setText(text);
    }
    if (compact) {
      getChildren().setAll(message);
    } else {
      getChildren().setAll(head, message);
    }
  }

  private static Label muted(String text) {
    Label label = new Label(text);
    label.getStyleClass().addAll("muted", "mono");
    return label;
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
