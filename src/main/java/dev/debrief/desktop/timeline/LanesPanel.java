package dev.debrief.desktop.timeline;

import atlantafx.base.theme.Styles;
import dev.debrief.desktop.text.Texts;
import dev.debrief.timeline.Arrangement;
import dev.debrief.timeline.Lane;
import dev.debrief.timeline.LaneKind;
import dev.debrief.timeline.Rows;
import javafx.beans.Observable;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** All lanes by name: find, hide, keep on top, move. */
final class LanesPanel extends Panel {
  private static final double WIDTH = 340;
  private static final double MOST_HEIGHT = 460;

  private final TimelineModel model;
  private final TextField filter = new TextField();
  private final VBox rows = new VBox();
  private final Button all;

  LanesPanel(TimelineModel model, Runnable done) {
    super("lanes-panel", done);
    this.model = model;
    filter.setId("lane-filter");
    filter.setPromptText(Texts.text("timeline.lanes.filter"));
    filter.setAccessibleText(Texts.text("timeline.lanes.filter"));
    filter.textProperty().addListener((o, old, now) -> arrange(arrangement().withFilter(now)));
    all = new Button(Texts.text("timeline.lane.all"));
    all.setId("lanes-all");
    all.setAccessibleText(Texts.text("timeline.lane.all"));
    all.getStyleClass().addAll(Styles.SMALL);
    all.setOnAction(event -> showAll());
    rows.getStyleClass().add("lane-rows");
    ScrollPane scroll = new ScrollPane(rows);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.setAccessibleText(Texts.text("timeline.lanes.title"));
    VBox.setVgrow(scroll, Priority.ALWAYS);
    getChildren().addAll(head("timeline.lanes.title", "timeline.lanes.close"), filter, scroll, all);
    model.arrangementProperty().addListener((Observable o) -> refresh());
    // Told of the change, and not before it: the model takes the new lanes over when it changes.
    model.timelineProperty().addListener((o, old, now) -> refresh());
  }

  void open() {
    filter.setText(arrangement().filter());
    open(filter);
    refresh();
  }

  void place(double x, double y, double height, double text) {
    resizeRelocate(x, y, WIDTH * text, Math.min(MOST_HEIGHT * text, height));
  }

  private void showAll() {
    arrange(arrangement().withAllShown());
    filter.clear();
  }

  private void refresh() {
    if (!isVisible()) {
      return;
    }
    rows.getChildren().clear();
    Arrangement now = arrangement();
    LaneKind last = null;
    for (Lane lane : now.ordered(model.shown().lanes())) {
      if (lane.kind() != last && Rows.grouped(lane.kind())) {
        Label heading = new Label(lane.kind().title());
        heading.getStyleClass().add("lane-kind");
        rows.getChildren().add(heading);
      }
      last = lane.kind();
      rows.getChildren().add(row(lane, now));
    }
    all.setDisable(now.hidden().isEmpty() && now.filter().isEmpty());
  }

  private HBox row(Lane lane, Arrangement now) {
    String name = lane.title().lines().findFirst().orElse("");
    CheckBox shown = new CheckBox(name);
    shown.setSelected(!now.hidden().contains(lane.id()));
    shown.setAccessibleText(Texts.text("timeline.lanes.shown", name));
    shown.setOnAction(event -> arrange(arrangement().toggleHidden(lane.id())));
    shown.setMaxWidth(Double.MAX_VALUE);
    shown.setMinWidth(0);
    HBox.setHgrow(shown, Priority.ALWAYS);
    boolean pinned = now.pinned().contains(lane.id());
    Button pin =
        icon(
            Feather.BOOKMARK,
            pinned ? "timeline.lane.unpin" : "timeline.lane.pin",
            () -> arrange(arrangement().togglePin(lane.id())));
    pin.getStyleClass().add(pinned ? "lane-pinned" : "lane-unpinned");
    HBox row =
        new HBox(
            2,
            shown,
            pin,
            icon(Feather.ARROW_UP, "timeline.lane.up", () -> move(lane, -1)),
            icon(Feather.ARROW_DOWN, "timeline.lane.down", () -> move(lane, 1)));
    row.setAlignment(Pos.CENTER_LEFT);
    row.setMinWidth(Region.USE_COMPUTED_SIZE);
    return row;
  }

  private void move(Lane lane, int by) {
    arrange(arrangement().moved(lane, by, model.shown().lanes()));
  }

  private Arrangement arrangement() {
    return model.arrangementProperty().get();
  }

  private void arrange(Arrangement changed) {
    model.arrangementProperty().set(changed);
  }
}
