package dev.debrief.desktop.timeline;

import atlantafx.base.theme.Styles;
import dev.debrief.desktop.parts.Buttons;
import dev.debrief.timeline.Arrangement;
import dev.debrief.timeline.Lane;
import dev.debrief.timeline.LaneKind;
import dev.debrief.timeline.Rows;
import javafx.beans.Observable;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** All lanes by name: find, hide, keep on top, move. Lies over the lanes until it is closed. */
final class LanesPanel extends VBox {
  private static final double WIDTH = 340;
  private static final double MOST_HEIGHT = 460;

  private final TimelineModel model;
  private final Runnable done;
  private final TextField filter = new TextField();
  private final VBox rows = new VBox();
  private final Button all;

  LanesPanel(TimelineModel model, Runnable done) {
    this.model = model;
    this.done = done;
    setId("lanes-panel");
    getStyleClass().add("lanes-panel");
    setManaged(false);
    setVisible(false);
    filter.setId("lane-filter");
    filter.setPromptText(Texts.of("timeline.lanes.filter"));
    filter.setAccessibleText(Texts.of("timeline.lanes.filter"));
    filter.textProperty().addListener((o, old, now) -> arrange(arrangement().withFilter(now)));
    Label title = new Label(Texts.of("timeline.lanes.title"));
    title.getStyleClass().add("panel-title");
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    HBox head = new HBox(6, title, space, icon(Feather.X, "timeline.lanes.close", this::close));
    head.setAlignment(Pos.CENTER_LEFT);
    all = new Button(Texts.of("timeline.lane.all"));
    all.setId("lanes-all");
    all.setAccessibleText(Texts.of("timeline.lane.all"));
    all.getStyleClass().addAll(Styles.SMALL);
    all.setOnAction(event -> showAll());
    rows.getStyleClass().add("lane-rows");
    ScrollPane scroll = new ScrollPane(rows);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.setAccessibleText(Texts.of("timeline.lanes.title"));
    VBox.setVgrow(scroll, Priority.ALWAYS);
    getChildren().addAll(head, filter, scroll, all);
    model.arrangementProperty().addListener((Observable o) -> refresh());
    // Told of the change, and not before it: the model takes the new lanes over when it changes.
    model.timelineProperty().addListener((o, old, now) -> refresh());
    addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ESCAPE) {
            close();
            event.consume();
          }
        });
  }

  void open() {
    setVisible(true);
    filter.setText(arrangement().filter());
    refresh();
    filter.requestFocus();
  }

  private void close() {
    setVisible(false);
    done.run();
  }

  void place(double x, double y, double height) {
    resizeRelocate(x, y, WIDTH, Math.min(MOST_HEIGHT, height));
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
    shown.setAccessibleText(Texts.of("timeline.lanes.shown").formatted(name));
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

  private static Button icon(Feather icon, String key, Runnable action) {
    Button button = new Button();
    button.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, Styles.SMALL);
    button.setGraphic(new FontIcon(icon));
    button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    Buttons.name(button, Texts.of(key));
    button.setOnAction(event -> action.run());
    return button;
  }

  private Arrangement arrangement() {
    return model.arrangementProperty().get();
  }

  private void arrange(Arrangement changed) {
    model.arrangementProperty().set(changed);
  }
}
