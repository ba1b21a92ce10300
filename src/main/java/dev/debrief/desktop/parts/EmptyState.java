package dev.debrief.desktop.parts;

import dev.debrief.desktop.text.Texts;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** What a view shows where it has nothing to show: why, and what to do next. */
public final class EmptyState extends VBox {
  /** The texts are {@code key.title} and {@code key.text}. */
  public EmptyState(Feather icon, String key, Node... actions) {
    this(icon, Texts.text(key + ".title"), Texts.text(key + ".text"), actions);
  }

  /** The same with texts that were made elsewhere. */
  public EmptyState(Feather icon, String title, String text, Node... actions) {
    getStyleClass().add("empty-state");
    setAlignment(Pos.CENTER);
    FontIcon large = new FontIcon(icon);
    large.getStyleClass().add("empty-icon");
    Label heading = new Label(title);
    heading.getStyleClass().add("empty-title");
    heading.setWrapText(true);
    Label words = new Label(text);
    words.getStyleClass().add("empty-text");
    words.setWrapText(true);
    getChildren().addAll(large, heading, words);
    if (actions.length > 0) {
      FlowPane row = new FlowPane(8, 8, actions);
      row.setAlignment(Pos.CENTER);
      getChildren().add(row);
    }
  }
}
