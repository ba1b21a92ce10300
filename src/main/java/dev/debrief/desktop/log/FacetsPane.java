package dev.debrief.desktop.log;

import dev.debrief.desktop.parts.Buttons;
import dev.debrief.desktop.text.Texts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javafx.collections.MapChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The values found in each field with their counts; a tick narrows the log to them. */
final class FacetsPane extends ScrollPane {
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
    // Where a choice leaves every count as it was, no count tells of it.
    model
        .facets()
        .subscribe(
            chosen ->
                groups.values().stream().flatMap(FacetsPane::rows).forEach(r -> r.tick(chosen)));
    sceneProperty()
        .subscribe(
            scene -> {
              model.counts().seen(scene != null);
              groups.keySet().forEach(this::fill);
            });
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
      fill(group, field);
    }
  }

  /** A row that stays keeps its control, and so the focus of who ticks by keyboard. */
  private void fill(VBox group, String field) {
    List<FacetRow> before = rows(group).toList();
    List<Node> now = new ArrayList<>();
    model
        .counts()
        .values()
        .getOrDefault(field, Map.of())
        .forEach(
            (value, count) -> {
              if (!value.isEmpty()) {
                FacetRow row =
                    before.stream()
                        .filter(one -> one.of(value))
                        .findFirst()
                        .orElseGet(() -> new FacetRow(model, field, value));
                row.count(count);
                row.tick(model.facets().get());
                now.add(row);
              }
            });
    if (!now.isEmpty()) {
      Label name = new Label(Texts.text("facet." + field));
      name.getStyleClass().add("section-title");
      now.addFirst(name);
    }
    group.getChildren().setAll(now);
    group.setManaged(!now.isEmpty());
  }

  private static Stream<FacetRow> rows(VBox group) {
    return group.getChildren().stream()
        .filter(FacetRow.class::isInstance)
        .map(FacetRow.class::cast);
  }
}
