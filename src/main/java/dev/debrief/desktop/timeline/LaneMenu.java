package dev.debrief.desktop.timeline;

import dev.debrief.desktop.text.Texts;
import dev.debrief.model.TimeRange;
import dev.debrief.timeline.Arrangement;
import dev.debrief.timeline.Caption;
import dev.debrief.timeline.Hit;
import dev.debrief.timeline.Lane;
import dev.debrief.timeline.Rows;
import java.util.Set;
import javafx.geometry.Point2D;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.ContextMenuEvent;

/** What can be done with the lane or the instant under the pointer. */
final class LaneMenu {
  private final TimelineModel model;
  private final TimelineView view;
  private final WholeMenu whole;
  private final ContextMenu menu = new ContextMenu();

  LaneMenu(TimelineModel model, TimelineView view, WholeMenu whole) {
    this.model = model;
    this.view = view;
    this.whole = whole;
  }

  void show(Hit hit, ContextMenuEvent event) {
    menu.getItems().clear();
    if (!hit.gutter()) {
      instant(hit);
    }
    if (hit.row().isPresent() && hit.row().get() instanceof Rows.Body body) {
      part();
      lane(body);
    }
    back();
    part();
    menu.getItems()
        .addAll(
            item("timeline.menu.lanes", whole.lanes()),
            item("timeline.showAll", model.camera()::showAll));
    menu.show(view, event.getScreenX(), event.getScreenY());
    event.consume();
  }

  /** What the keys' menu offers: that of the selected instant. */
  void show(ContextMenuEvent event, Point2D onScreen) {
    menu.getItems().setAll(whole.items());
    menu.show(view, onScreen.getX(), onScreen.getY());
    event.consume();
  }

  private void instant(Hit hit) {
    menu.getItems()
        .addAll(
            item("timeline.pin", () -> model.requests().pin(hit.at())),
            item("timeline.note", () -> model.requests().note(hit.at())),
            item("timeline.copyTime", () -> copy(hit)),
            item("timeline.replayHere", () -> model.requests().replay(hit.at())));
    hit.mark()
        .ifPresent(
            mark -> {
              TimeRange range = new TimeRange(mark.start(), mark.end());
              menu.getItems().add(item("timeline.fit", () -> model.camera().fit(range)));
              if (!mark.start().equals(mark.end())) {
                menu.getItems().add(item("timeline.brush", () -> brush(range)));
              }
            });
    if (model.brushes().rangeProperty().get() != null) {
      part();
      menu.getItems()
          .addAll(
              item("timeline.menu.compare", model.requests()::compare),
              item("timeline.menu.unbrush", () -> model.brushes().rangeProperty().set(null)));
    }
  }

  private void brush(TimeRange range) {
    model.brushes().rangeProperty().set(range);
  }

  /** The hidden lanes, to bring back one by one. */
  private void back() {
    Set<String> hidden = arrangement().hidden();
    if (hidden.isEmpty()) {
      return;
    }
    Menu hiddenLanes = new Menu(Texts.text("timeline.lane.hidden", hidden.size()));
    model.shown().lanes().stream()
        .filter(lane -> hidden.contains(lane.id()))
        .forEach(
            lane -> {
              MenuItem one = new MenuItem(lane.title().lines().findFirst().orElse(""));
              one.setOnAction(event -> arrange(arrangement().toggleHidden(lane.id())));
              hiddenLanes.getItems().add(one);
            });
    hiddenLanes
        .getItems()
        .addAll(
            new SeparatorMenuItem(),
            item("timeline.lane.all", () -> arrange(arrangement().withAllShown())));
    part();
    menu.getItems().add(hiddenLanes);
  }

  private void part() {
    if (!menu.getItems().isEmpty()) {
      menu.getItems().add(new SeparatorMenuItem());
    }
  }

  private void lane(Rows.Body body) {
    String id = body.lane().id();
    menu.getItems()
        .addAll(
            item(
                body.pinned() ? "timeline.lane.unpin" : "timeline.lane.pin",
                () -> arrange(arrangement().togglePin(id))),
            item(
                body.folded() ? "timeline.lane.unfold" : "timeline.lane.fold",
                () -> arrange(arrangement().toggleFold(id))),
            item("timeline.lane.up", () -> move(body.lane(), -1)),
            item("timeline.lane.down", () -> move(body.lane(), 1)),
            item("timeline.lane.hide", () -> arrange(arrangement().toggleHidden(id))));
  }

  private Arrangement arrangement() {
    return model.arrangementProperty().get();
  }

  private void arrange(Arrangement changed) {
    model.arrangementProperty().set(changed);
  }

  private void move(Lane lane, int by) {
    arrange(arrangement().moved(lane, by, model.shown().lanes()));
  }

  private void copy(Hit hit) {
    ClipboardContent content = new ClipboardContent();
    content.putString(Caption.time(hit.at(), model.zoneProperty().get()));
    Clipboard.getSystemClipboard().setContent(content);
  }

  private static MenuItem item(String key, Runnable action) {
    return WholeMenu.item(key, "", action);
  }
}
