package dev.debrief.desktop.timeline;

import dev.debrief.desktop.text.Texts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyCombination;

/** What a menu offers for the whole timeline, wherever it was opened, each with its key. */
final class WholeMenu {
  private final TimelineModel model;
  private final Runnable lanes;
  private final Runnable explain;

  /** What it does beside what the model does: list the lanes, explain the signs. */
  WholeMenu(TimelineModel model, Runnable lanes, Runnable explain) {
    this.model = model;
    this.lanes = lanes;
    this.explain = explain;
  }

  List<MenuItem> items() {
    boolean brushed = model.brushes().rangeProperty().get() != null;
    List<MenuItem> items = new ArrayList<>();
    MenuItem compare = item("timeline.menu.compare", "C", model.requests()::compare);
    compare.setDisable(!brushed);
    MenuItem baseline =
        item(
            "timeline.menu.baseline",
            "",
            () -> {
              model.brushes().choosingProperty().set(true);
              model.requests().compare();
            });
    baseline.setDisable(!brushed);
    CheckMenuItem idle = new CheckMenuItem(Texts.text("timeline.menu.idle"));
    idle.setAccelerator(KeyCombination.valueOf("I"));
    idle.setSelected(model.idleFoldedProperty().get());
    idle.setOnAction(event -> model.idleFoldedProperty().set(idle.isSelected()));
    items.add(compare);
    items.add(baseline);
    items.add(item("timeline.menu.replay", "R", model.requests()::replay));
    items.add(new SeparatorMenuItem());
    items.add(item("timeline.menu.pin", "M", () -> model.requests().pin(here())));
    items.add(item("timeline.menu.note", "B", () -> model.requests().note(here())));
    items.add(new SeparatorMenuItem());
    items.add(item("timeline.menu.lanes", "L", lanes));
    items.add(idle);
    items.add(item("timeline.showAll", "A", model.camera()::showAll));
    items.add(item("timeline.menu.legend", "H", explain));
    return items;
  }

  /** Lists the lanes. */
  Runnable lanes() {
    return lanes;
  }

  private Instant here() {
    return model.here();
  }

  static MenuItem item(String key, String keys, Runnable action) {
    MenuItem item = new MenuItem(Texts.text(key));
    if (!keys.isEmpty()) {
      item.setAccelerator(KeyCombination.valueOf(keys));
    }
    item.setOnAction(event -> action.run());
    return item;
  }
}
