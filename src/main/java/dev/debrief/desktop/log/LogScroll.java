package dev.debrief.desktop.log;

import dev.debrief.desktop.text.Texts;
import javafx.application.Platform;
import javafx.geometry.Orientation;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** The table with a scroll bar over all its rows, where its own knows one stretch of them. */
final class LogScroll extends HBox {
  private final LogTable table;
  private final ScrollBar bar = new ScrollBar();
  private boolean syncing;
  private boolean asked;

  LogScroll(LogTable table) {
    this.table = table;
    getStyleClass().add("log-rows");
    bar.setOrientation(Orientation.VERTICAL);
    bar.setAccessibleText(Texts.text("log.scroll"));
    bar.setUnitIncrement(1);
    bar.setId("log-scroll");
    HBox.setHgrow(table, Priority.ALWAYS);
    getChildren().addAll(table, bar);
    table
        .skinProperty()
        .subscribe(
            skin -> {
              if (table.lookup(".virtual-flow") instanceof VirtualFlow<?> flow) {
                flow.positionProperty().subscribe(position -> ask());
                flow.heightProperty().subscribe(height -> ask());
                // What was to be shown before there was anything to scroll.
                Platform.runLater(table::showChosen);
              }
            });
    table.getItems().addListener((javafx.beans.InvalidationListener) changed -> ask());
    bar.valueProperty()
        .subscribe(
            row -> {
              if (!syncing) {
                table.lead((int) Math.round(row.doubleValue()));
              }
            });
  }

  /** The control tells of its position before it has put its rows there. */
  private void ask() {
    if (!asked && !syncing) {
      asked = true;
      Platform.runLater(
          () -> {
            asked = false;
            sync();
          });
    }
  }

  private void sync() {
    if (!(table.lookup(".virtual-flow") instanceof VirtualFlow<?> flow)) {
      return;
    }
    double seen = Math.max(1, flow.getHeight() / table.row());
    int rows = table.getItems().size();
    double first = table.base() + flow.getPosition() * Math.max(0, rows - seen);
    double most = Math.max(0, table.whole() - seen);
    syncing = true;
    try {
      bar.setMax(most);
      bar.setVisibleAmount(most == 0 ? 0 : Math.max(most * 0.03, seen));
      bar.setBlockIncrement(seen);
      bar.setValue(Math.min(first, most));
      bar.setVisible(most > 0);
    } finally {
      syncing = false;
    }
    int middle = (int) (first + seen / 2);
    int base = table.base();
    table.reach(middle);
    if (table.base() != base) {
      table.scrollTo((int) Math.round(first) - table.base());
    }
  }
}
