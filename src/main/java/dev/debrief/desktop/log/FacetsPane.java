package dev.debrief.desktop.log;

import dev.debrief.desktop.parts.Buttons;
import dev.debrief.desktop.text.Texts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.collections.MapChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
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
  private static final double TWO_LINES = 40;

  private final LogModel model;
  private final VBox page = new VBox();
  private final Map<String, VBox> groups = new LinkedHashMap<>();

  FacetsPane(LogModel model) {
    this.model = model;
    getStyleClass().add("facets");
    setAccessibleText(Texts.text("facets.title"));
    setFitToWidth(true);
    setHbarPolicy(ScrollBarPolicy.NEVER);
    page.getStyleClass().add("facets-page");
    setContent(page);
    page.getChildren().add(head());
    for (String field : Facets.FIELDS) {
      groups.put(field, new VBox());
    }
    groups.put(Shapes.FIELD, new VBox());
    groups.values().forEach(group -> group.getStyleClass().add("facet"));
    page.getChildren().addAll(groups.values());
    model
        .counts()
        .values()
        .addListener(
            (MapChangeListener<String, Map<String, Long>>) change -> fill(change.getKey()));
    sceneProperty().subscribe(scene -> groups.keySet().forEach(this::fill));
  }

  private HBox head() {
    Label title = new Label(Texts.text("facets.title"));
    title.getStyleClass().add("panel-title");
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    Hyperlink clear = Buttons.link(Texts.text("facets.clear"), model::clear);
    clear.visibleProperty().bind(model.facets().map(Facets::any));
    HBox head = new HBox(title, space, clear);
    head.setAlignment(Pos.CENTER_LEFT);
    return head;
  }

  /** Only while it is seen: every count that comes in would build rows for nobody. */
  private void fill(String field) {
    VBox group = groups.get(field);
    if (group != null && getScene() != null) {
      fill(group, field, field.equals(Shapes.FIELD) ? FacetsPane::shape : FacetsPane::row);
    }
  }

  private interface Row {
    Node of(FacetsPane pane, String field, String value, long count);
  }

  private void fill(VBox group, String field, Row row) {
    List<Node> rows = new ArrayList<>();
    model
        .counts()
        .values()
        .getOrDefault(field, Map.of())
        .forEach(
            (value, count) -> {
              if (!value.isEmpty()) {
                rows.add(row.of(this, field, value, count));
              }
            });
    if (!rows.isEmpty()) {
      Label name = new Label(Texts.text("facet." + field));
      name.getStyleClass().add("section-title");
      rows.addFirst(name);
    }
    group.getChildren().setAll(rows);
    group.setManaged(!rows.isEmpty());
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
