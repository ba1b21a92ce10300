package dev.debrief.desktop.log;

import dev.debrief.desktop.parts.Buttons;
import dev.debrief.desktop.text.Texts;
import javafx.geometry.Pos;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** A value that a field was found with, its count, and a tick that narrows the log to it. */
final class FacetRow extends HBox {
  private static final double TWO_LINES = 40;

  private final String field;
  private final String value;
  private final CheckBox box;
  private final Label count = new Label();

  FacetRow(LogModel model, String field, String value) {
    super(6);
    this.field = field;
    this.value = value;
    this.box = new CheckBox(value);
    box.setMnemonicParsing(false);
    box.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
    box.setMinWidth(0);
    box.setMaxWidth(Double.MAX_VALUE);
    box.setOnAction(event -> model.choose(field, value, box.isSelected()));
    HBox.setHgrow(box, Priority.ALWAYS);
    count.getStyleClass().add("muted");
    count.setMinWidth(Region.USE_PREF_SIZE);
    getChildren().addAll(box, count);
    setAlignment(Pos.CENTER_LEFT);
    if (shape()) {
      // It takes the line under its count, as it is longer than the rest.
      box.setText(Texts.shape(value));
      box.setWrapText(true);
      box.setMaxHeight(TWO_LINES);
      box.setTextOverrun(OverrunStyle.ELLIPSIS);
      box.getStyleClass().add("shape");
      setAlignment(Pos.TOP_LEFT);
    }
  }

  private boolean shape() {
    return field.equals(Shapes.FIELD);
  }

  /** Whether it is of that value. */
  boolean of(String other) {
    return value.equals(other);
  }

  /** Shows how many lines it would leave. */
  void count(long lines) {
    count.setText(Texts.text("number", lines));
    if (shape()) {
      Buttons.name(box, Texts.text("facets.shape", Texts.shape(value), lines));
    } else {
      box.setAccessibleText(Texts.text("facets.value", Texts.text("facet." + field), value, lines));
    }
  }

  /** Shows whether it is chosen. */
  void tick(Facets facets) {
    box.setSelected(facets.has(field, value));
  }
}
