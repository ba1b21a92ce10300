package dev.debrief.desktop.log;

import dev.debrief.desktop.parts.Buttons;
import dev.debrief.desktop.text.Texts;
import java.util.Map;
import javafx.beans.InvalidationListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The values found in each field with their counts; a tick narrows the log to them. */
final class FacetsPane extends ScrollPane {
  private static final double TWO_LINES = 40;

  private final LogModel model;
  private final VBox page = new VBox();

  FacetsPane(LogModel model) {
    this.model = model;
    getStyleClass().add("facets");
    setAccessibleText(Texts.text("facets.title"));
    setFitToWidth(true);
    setHbarPolicy(ScrollBarPolicy.NEVER);
    page.getStyleClass().add("facets-page");
    setContent(page);
    model.counts().values().addListener((InvalidationListener) changed -> refresh());
    model.facets().subscribe(facets -> refresh());
    refresh();
  }

  private void refresh() {
    page.getChildren().clear();
    Label title = new Label(Texts.text("facets.title"));
    title.getStyleClass().add("panel-title");
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    HBox head = new HBox(title, space);
    head.setAlignment(Pos.CENTER_LEFT);
    if (model.narrowed()) {
      head.getChildren().add(Buttons.link(Texts.text("facets.clear"), model::clear));
    }
    page.getChildren().add(head);
    for (String field : Facets.FIELDS) {
      group(field, FacetsPane::row);
    }
    group(Shapes.FIELD, FacetsPane::shape);
  }

  private interface Row {
    Node of(FacetsPane pane, String field, String value, long count);
  }

  private void group(String field, Row row) {
    Map<String, Long> counts = model.counts().values().getOrDefault(field, Map.of());
    VBox group = new VBox();
    group.getStyleClass().add("facet");
    Label name = new Label(Texts.text("facet." + field));
    name.getStyleClass().add("section-title");
    group.getChildren().add(name);
    counts.forEach(
        (value, count) -> {
          if (!value.isEmpty()) {
            group.getChildren().add(row.of(this, field, value, count));
          }
        });
    if (group.getChildren().size() > 1) {
      page.getChildren().add(group);
    }
  }

  /** A shape takes the line under its count, as it is longer than the rest. */
  private HBox shape(String field, String value, long count) {
    HBox row = row(field, value, count);
    if (row.getChildren().getFirst() instanceof CheckBox box) {
      box.setText(Texts.shape(value));
      box.setWrapText(true);
      box.setMaxHeight(TWO_LINES);
      box.setTextOverrun(OverrunStyle.ELLIPSIS);
      box.getStyleClass().add("shape");
      Buttons.name(box, Texts.text("facets.shape", Texts.shape(value), count));
    }
    row.setAlignment(Pos.TOP_LEFT);
    return row;
  }

  private HBox row(String field, String value, long count) {
    CheckBox box = new CheckBox(value);
    box.setMnemonicParsing(false);
    box.setSelected(model.facets().get().has(field, value));
    Buttons.name(box, Texts.text("facets.value", Texts.text("facet." + field), value, count));
    box.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
    box.setMinWidth(0);
    box.setMaxWidth(Double.MAX_VALUE);
    box.setOnAction(event -> model.choose(field, value, box.isSelected()));
    HBox.setHgrow(box, Priority.ALWAYS);
    Label number = new Label(Texts.text("number", count));
    number.getStyleClass().add("muted");
    number.setMinWidth(Region.USE_PREF_SIZE);
    HBox row = new HBox(6, box, number);
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }
}
