package dev.debrief.desktop.log;

import dev.debrief.desktop.text.Lines;
import dev.debrief.desktop.text.Texts;
import dev.debrief.desktop.text.Times;
import dev.debrief.model.Entry;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;

/** The log table's columns. */
final class LogColumns {
  private final LogModel model;
  private final TableColumn<LogRow, LogRow> gap =
      column("log.gap", 96, "gap-cell", row -> row instanceof LogRow.Loaded it ? it.gap() : "");
  private final TableColumn<LogRow, LogRow> provider =
      entry("log.provider", 72, "provider-cell", Lines::provider);
  private final TableColumn<LogRow, LogRow> message = column("log.message", 240);
  private final List<TableColumn<LogRow, LogRow>> all;

  LogColumns(LogModel model) {
    this.model = model;
    gap.getStyleClass().add("gap-column");
    message.setCellFactory(column -> new MessageCell(model));
    all =
        List.of(
            entry("log.time", 170, "time-cell", this::time),
            gap,
            entry("log.machine", 118, "machine-cell", Lines::machine),
            provider,
            entry("log.level", 66, "level-cell", LogColumns::level),
            message);
  }

  /** All of them. */
  List<TableColumn<LogRow, LogRow>> all() {
    return all;
  }

  /** Gives each its width where everything is shown so large. */
  void size(double size) {
    for (TableColumn<LogRow, LogRow> column : all) {
      if (column != message && column.getUserData() instanceof Double width) {
        column.setPrefWidth(width * size);
      }
    }
  }

  /** The one that takes what the others leave. */
  TableColumn<LogRow, LogRow> message() {
    return message;
  }

  /** Those that a narrow table does without, the first of them first. */
  List<TableColumn<LogRow, LogRow>> spare() {
    return List.of(gap, provider);
  }

  private String time(Entry entry) {
    return Times.withoutYear(entry.moment(), model.session().zone().get());
  }

  private static String level(Entry entry) {
    return Lines.level(entry).name().toLowerCase(Locale.ROOT);
  }

  /** A column that says something of an entry; a message's further lines leave it empty. */
  private static TableColumn<LogRow, LogRow> entry(
      String key, double width, String style, Function<Entry, String> says) {
    return column(
        key,
        width,
        style,
        row ->
            switch (row) {
              case LogRow.Loading loading -> "…";
              case LogRow.Loaded loaded -> says.apply(loaded.entry());
              case LogRow.Part part -> "";
            });
  }

  private static TableColumn<LogRow, LogRow> column(
      String key, double width, String style, Function<LogRow, String> says) {
    TableColumn<LogRow, LogRow> column = column(key, width);
    column.setCellFactory(
        owner ->
            new TableCell<>() {
              {
                getStyleClass().add(style);
              }

              @Override
              protected void updateItem(LogRow row, boolean empty) {
                super.updateItem(row, empty);
                setText(empty || row == null ? null : says.apply(row));
              }
            });
    return column;
  }

  private static TableColumn<LogRow, LogRow> column(String key, double width) {
    TableColumn<LogRow, LogRow> column = new TableColumn<>(Texts.text(key));
    column.setCellValueFactory(row -> new SimpleObjectProperty<>(row.getValue()));
    column.setPrefWidth(width);
    column.setUserData(width);
    column.setSortable(false);
    column.setReorderable(false);
    return column;
  }
}
