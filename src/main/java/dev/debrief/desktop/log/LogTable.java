package dev.debrief.desktop.log;

import dev.debrief.desktop.parts.Badge;
import dev.debrief.desktop.parts.EmptyState;
import dev.debrief.desktop.text.Lines;
import dev.debrief.desktop.text.Texts;
import dev.debrief.desktop.text.Times;
import dev.debrief.model.Entry;
import dev.debrief.model.Level;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import org.kordamp.ikonli.feather.Feather;

/** The matching entries, as many as there are; only what is in sight is held. */
final class LogTable extends TableView<LogRow> {
  private static final double ROW = 26;
  private static final double LEAST_MESSAGE = 260;
  private static final double SCROLL_BAR = 16;

  private final LogModel model;
  private boolean following;

  LogTable(LogModel model) {
    super(model.rows());
    this.model = model;
    setId("log");
    getStyleClass().addAll("log-table", "dense");
    setAccessibleText(Texts.text("log.table"));
    setFixedCellSize(ROW);
    setPlaceholder(new EmptyState(Feather.ALIGN_LEFT, "log.empty"));
    getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
    setRowFactory(table -> new Row());
    text("log.time", 192, entry -> Times.withoutYear(entry.moment(), zone()), "time-cell");
    gap();
    text("log.machine", 122, Lines::machine, "machine-cell");
    text("log.provider", 70, Lines::provider, "provider-cell");
    level();
    TableColumn<LogRow, LogRow> message = column("log.message", 240);
    message.setCellFactory(column -> new MessageCell(model));
    widthProperty().subscribe(width -> stretch(message));
    for (TableColumn<LogRow, ?> column : getColumns()) {
      column.widthProperty().subscribe(width -> stretch(message));
    }
    getSelectionModel()
        .selectedItemProperty()
        .subscribe(
            row -> {
              if (!following && row != null) {
                model.select(row);
              }
            });
    model.loaded().subscribe(count -> loaded());
    model.terms().subscribe(terms -> refresh());
    model.session().zone().subscribe(zone -> refresh());
    model.position().subscribe(at -> go(at.intValue()));
  }

  /** The message takes the width that the others leave. */
  private void stretch(TableColumn<LogRow, ?> message) {
    double others =
        getColumns().stream()
            .filter(column -> column != message)
            .mapToDouble(TableColumn::getWidth)
            .sum();
    message.setPrefWidth(Math.max(LEAST_MESSAGE, getWidth() - others - SCROLL_BAR));
  }

  /** The selected rows' entries that are here, in order. */
  List<Entry> selectedEntries() {
    return getSelectionModel().getSelectedIndices().stream()
        .sorted()
        .map(index -> getItems().get(index))
        .filter(LogRow.Loaded.class::isInstance)
        .map(row -> ((LogRow.Loaded) row).entry())
        .toList();
  }

  private java.time.ZoneId zone() {
    return model.session().zone().get();
  }

  private void loaded() {
    refresh();
    int at = model.position().get();
    if (at >= 0 && getSelectionModel().getSelectedIndex() == at) {
      go(at);
    }
  }

  private void go(int at) {
    if (at < 0 || at >= getItems().size()) {
      return;
    }
    following = true;
    try {
      if (getSelectionModel().getSelectedIndex() != at
          || getSelectionModel().getSelectedIndices().size() > 1) {
        getSelectionModel().clearAndSelect(at);
        getFocusModel().focus(at);
        scrollTo(Math.max(0, at - 4));
      }
    } finally {
      following = false;
    }
  }

  private TableColumn<LogRow, LogRow> column(String key, double width) {
    TableColumn<LogRow, LogRow> column = new TableColumn<>(Texts.text(key));
    column.setCellValueFactory(row -> new SimpleObjectProperty<>(row.getValue()));
    column.setPrefWidth(width);
    column.setSortable(false);
    column.setReorderable(false);
    getColumns().add(column);
    return column;
  }

  private void text(String key, double width, Function<Entry, String> says, String style) {
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
                setText(
                    empty || row == null
                        ? null
                        : row instanceof LogRow.Loaded loaded ? says.apply(loaded.entry()) : "…");
              }
            });
  }

  private void gap() {
    TableColumn<LogRow, LogRow> column = column("log.gap", 84);
    column.setCellFactory(
        owner ->
            new TableCell<>() {
              {
                getStyleClass().add("gap-cell");
              }

              @Override
              protected void updateItem(LogRow row, boolean empty) {
                super.updateItem(row, empty);
                setText(!empty && row instanceof LogRow.Loaded loaded ? loaded.gap() : null);
              }
            });
  }

  private void level() {
    TableColumn<LogRow, LogRow> column = column("log.level", 72);
    column.setCellFactory(
        owner ->
            new TableCell<>() {
              {
                getStyleClass().add("level-cell");
              }

              @Override
              protected void updateItem(LogRow row, boolean empty) {
                super.updateItem(row, empty);
                setText(
                    !empty && row instanceof LogRow.Loaded loaded
                        ? Lines.level(loaded.entry()).name().toLowerCase(Locale.ROOT)
                        : null);
              }
            });
  }

  /** A row takes its level's and its provider's style. */
  private static final class Row extends TableRow<LogRow> {
    private String level = "";
    private String provider = "";

    @Override
    protected void updateItem(LogRow row, boolean empty) {
      super.updateItem(row, empty);
      getStyleClass().removeAll(level, provider);
      if (!empty && row instanceof LogRow.Loaded loaded) {
        Level loud = Lines.level(loaded.entry());
        level = Badge.style(loud);
        provider = "provider-" + Lines.provider(loaded.entry()).toLowerCase(Locale.ROOT);
        getStyleClass().addAll(level, provider);
      }
    }
  }
}
