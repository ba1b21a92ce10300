package dev.debrief.desktop.parts;

import atlantafx.base.theme.Styles;
import dev.debrief.desktop.text.Texts;
import dev.debrief.desktop.text.Unbroken;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** A question with one answer in words, shown on the overlay. */
public final class Ask {
  private Ask() {}

  /** Asks for a line of text; texts are {@code key.title}, {@code key.text}, {@code key.ok}. */
  public static void line(Overlay overlay, String key, String given, Consumer<String> answer) {
    ask(overlay, key, "", new TextField(given), answer);
  }

  /** Asks for some sentences on something that is named; Ctrl+Enter answers. */
  public static void sentences(
      Overlay overlay, String key, String about, String given, Consumer<String> answer) {
    TextArea area = new TextArea(given);
    area.setWrapText(true);
    area.setPrefRowCount(4);
    ask(overlay, key, about, area, answer);
  }

  private static void ask(
      Overlay overlay, String key, String about, TextInputControl field, Consumer<String> answer) {
    Label title = new Label(Texts.text(key + ".title"));
    title.getStyleClass().add(Styles.TITLE_4);
    Label text = new Label(Texts.text(key + ".text"));
    text.setWrapText(true);
    text.getStyleClass().add("muted");
    field.setAccessibleText(Texts.text(key + ".text"));
    field.setId("answer");
    field.setPrefWidth(440);
    Button ok = new Button(Texts.text(key + ".ok"));
    ok.getStyleClass().add(Styles.ACCENT);
    ok.setDefaultButton(field instanceof TextField);
    ok.setId("answer-ok");
    Runnable give =
        () -> {
          String words = field.getText().strip();
          overlay.hide();
          answer.accept(words);
        };
    ok.setOnAction(event -> give.run());
    field.addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ENTER && event.isShortcutDown()) {
            give.run();
            event.consume();
          }
        });
    Button cancel = new Button(Texts.text("cancel"));
    cancel.setOnAction(event -> overlay.hide());
    HBox buttons = new HBox(8, cancel, ok);
    buttons.setAlignment(Pos.CENTER_RIGHT);
    VBox card = new VBox(12, title, text, field, buttons);
    if (!about.isEmpty()) {
      Label what = new Label(Unbroken.text(about));
      what.setWrapText(true);
      card.getChildren().add(1, what);
    }
    card.setPrefWidth(480);
    overlay.show(card);
    field.requestFocus();
    field.end();
  }
}
