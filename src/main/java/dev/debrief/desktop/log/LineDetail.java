package dev.debrief.desktop.log;

import dev.debrief.desktop.parts.Badge;
import dev.debrief.desktop.parts.Buttons;
import dev.debrief.desktop.session.Session;
import dev.debrief.desktop.text.Lines;
import dev.debrief.desktop.text.Texts;
import dev.debrief.desktop.text.Times;
import dev.debrief.model.Entry;
import dev.debrief.model.LogRecord;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
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

/** One line in full: every line of its message, where it stands, how well its time is known. */
final class LineDetail extends VBox {
  private final Session session;
  private final Consumer<Entry> pin;

  LineDetail(Session session, LogTable table, Consumer<Entry> pin) {
    this.session = session;
    this.pin = pin;
    getStyleClass().add("line-detail");
    setMinHeight(90);
    table
        .getSelectionModel()
        .selectedItemProperty()
        .subscribe(
            row -> {
              if (row instanceof LogRow.Loaded loaded) {
                show(loaded.entry());
              }
            });
  }

  private void show(Entry entry) {
    Label time = new Label(Times.moment(entry.moment(), session.zone().get()));
    time.getStyleClass().add("time-strong");
    FlowPane facts =
        new FlowPane(
            10,
            4,
            time,
            Badge.quiet(
                Texts.text(
                    "line.known",
                    Texts.text("precision." + lower(entry.moment().precision())),
                    Texts.text("clock." + lower(entry.moment().clock())))),
            muted(entry.evidence().toString()));
    facts.setAlignment(Pos.CENTER_LEFT);
    if (entry instanceof LogRecord record) {
      for (Map.Entry<String, String> field : new TreeMap<>(record.fields()).entrySet()) {
        facts.getChildren().add(muted(field.getKey() + "=" + field.getValue()));
      }
    }
    HBox.setHgrow(facts, Priority.ALWAYS);
    Button pinIt = Buttons.labelled(Feather.MAP_PIN, "line.pin", () -> pin.accept(entry));
    pinIt.setId("pin-line");
    pinIt.setMinWidth(Region.USE_PREF_SIZE);
    HBox head = new HBox(8, facts, pinIt);
    head.setAlignment(Pos.CENTER_LEFT);
    TextArea message = new TextArea(Lines.message(entry));
    message.setEditable(false);
    message.setWrapText(true);
    message.setPrefRowCount(3);
    message.getStyleClass().add("message-text");
    message.setAccessibleText(Texts.text("line.message"));
    VBox.setVgrow(message, Priority.ALWAYS);
    getChildren().setAll(head, message);
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
