package dev.debrief.desktop.log;

import dev.debrief.desktop.parts.Buttons;
import dev.debrief.desktop.text.Texts;
import java.util.Map;
import javafx.beans.InvalidationListener;
import javafx.geometry.Pos;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The values found in each field with their counts; a tick narrows the log to them. */
final class FacetsPane extends ScrollPane {
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
    model.values().addListener((InvalidationListener) changed -> refresh());
    refresh();
  }

  private void refresh() {
    page.getChildren().clear();
    Label title = new Label(Texts.text("facets.title"));
    title.getStyleClass().add("panel-title");
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    Hyperlink clear = Buttons.link(Texts.text("facets.clear"), model::clear);
    clear.setDisable(!model.narrowed());
    HBox head = new HBox(title, space, clear);
    head.setAlignment(Pos.CENTER_LEFT);
    page.getChildren().add(head);
    for (String field : Facets.FIELDS) {
      Map<String, Long> counts = model.values().getOrDefault(field, Map.of());
      if (!counts.isEmpty()) {
        page.getChildren().add(group(field, counts));
      }
    }
  }

  private VBox group(String field, Map<String, Long> counts) {
    Label name = new Label(Texts.text("facet." + field));
    name.getStyleClass().add("section-title");
    VBox group = new VBox(name);
    group.getStyleClass().add("facet");
    counts.forEach(
        (value, count) -> {
          if (!value.isEmpty()) {
            group.getChildren().add(row(field, value, count));
          }
        });
    return group;
  }

  private HBox row(String field, String value, long count) {
    CheckBox box = new CheckBox(value);
    box.setMnemonicParsing(false);
    box.setSelected(model.chosen(field, value));
    box.setAccessibleText(Texts.text("facets.value", Texts.text("facet." + field), value, count));
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
