package dev.debrief.desktop.timeline;

import dev.debrief.model.TimeRange;
import dev.debrief.timeline.Arrangement;
import dev.debrief.timeline.Caption;
import dev.debrief.timeline.Hit;
import dev.debrief.timeline.Lane;
import dev.debrief.timeline.LaneKind;
import dev.debrief.timeline.Rows;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.ContextMenuEvent;

/** What can be done with the lane or the instant under the pointer. */
final class LaneMenu {
  private final TimelineModel model;
  private final TimelineView view;
  private final ContextMenu menu = new ContextMenu();

  LaneMenu(TimelineModel model, TimelineView view) {
    this.model = model;
    this.view = view;
  }

  void show(Hit hit, ContextMenuEvent event) {
    menu.getItems().clear();
    if (!hit.gutter()) {
      menu.getItems()
          .addAll(
              item("timeline.pin", () -> model.pinAt(hit.at())),
              item("timeline.note", () -> model.noteAt(hit.at())),
              item("timeline.copyTime", () -> copy(hit)));
      hit.mark()
          .ifPresent(
              mark ->
                  menu.getItems()
                      .add(
                          item(
                              "timeline.fit",
                              () -> model.fit(new TimeRange(mark.start(), mark.end())))));
      menu.getItems().add(item("timeline.showAll", model::showAll));
    }
    if (hit.row().isPresent() && hit.row().get() instanceof Rows.Body body) {
      if (!menu.getItems().isEmpty()) {
        menu.getItems().add(new SeparatorMenuItem());
      }
      lane(body);
    }
    if (!model.arrangementProperty().get().hidden().isEmpty()) {
      menu.getItems().add(item("timeline.lane.all", () -> arrange(arrangement().withAllShown())));
    }
    if (!menu.getItems().isEmpty()) {
      menu.show(view, event.getScreenX(), event.getScreenY());
    }
    event.consume();
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

  /** Moves a lane among those of its kind. */
  private void move(Lane lane, int by) {
    List<String> order = new ArrayList<>();
    LaneKind kind = lane.kind();
    for (Rows.Row row : model.painter().rows().rows()) {
      if (row instanceof Rows.Body body && body.kind() == kind) {
        order.add(body.lane().id());
      }
    }
    int at = order.indexOf(lane.id());
    int to = Math.clamp(at + by, 0, order.size() - 1);
    Collections.swap(order, at, to);
    for (String other : arrangement().order()) {
      if (!order.contains(other)) {
        order.add(other);
      }
    }
    arrange(arrangement().withOrder(order));
  }

  private void copy(Hit hit) {
    ClipboardContent content = new ClipboardContent();
    content.putString(Caption.time(hit.at(), model.zoneProperty().get()));
    Clipboard.getSystemClipboard().setContent(content);
  }

  private static MenuItem item(String key, Runnable action) {
    MenuItem item = new MenuItem(Texts.of(key));
    item.setOnAction(event -> action.run());
    return item;
  }
}
