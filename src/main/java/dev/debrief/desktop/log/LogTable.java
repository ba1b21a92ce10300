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
import java.util.stream.Stream;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyEvent;
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
    text("log.time", 158, entry -> Times.withoutYear(entry.moment(), zone()), "time-cell");
    gap();
    text("log.machine", 118, Lines::machine, "machine-cell");
    text("log.provider", 64, Lines::provider, "provider-cell");
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
    addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    model.loaded().subscribe(count -> loaded());
    model.terms().subscribe(terms -> refresh());
    model.session().zone().subscribe(zone -> refresh());
    model.position().subscribe(at -> go(at.intValue()));
  }

  /** Right unfolds a message, left folds it, Enter does either; as in any tree. */
  private void key(KeyEvent event) {
    int at = getSelectionModel().getSelectedIndex();
    boolean plain = !event.isShortcutDown() && !event.isShiftDown() && !event.isAltDown();
    if (at < 0 || !plain) {
      return;
    }
    switch (event.getCode()) {
      case RIGHT -> model.unfold(at);
      case LEFT -> model.fold(at);
      case ENTER -> model.toggle(at);
      default -> {
        return;
      }
    }
    event.consume();
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
        .flatMap(LogTable::entries)
        .distinct()
        .toList();
  }

  /** A folded message is all its lines. */
  private static Stream<Entry> entries(LogRow row) {
    return switch (row) {
      case LogRow.Loading loading -> Stream.of();
      case LogRow.Part part -> Stream.of(part.entry());
      case LogRow.Loaded head ->
          Stream.concat(
              Stream.of(head.entry()),
              head.open() ? Stream.of() : head.message().rest().stream().map(Message.Line::entry));
    };
  }

  private java.time.ZoneId zone() {
    return model.session().zone().get();
  }

  private void loaded() {
    refresh();
    int at = getSelectionModel().getSelectedIndex();
    if (at >= 0 && at != model.position().get()) {
      // Chosen while it was still being read.
      model.select(getItems().get(at));
    }
  }

  private void go(int at) {
    following = true;
    try {
      if (at < 0 || at >= getItems().size()) {
        getSelectionModel().clearSelection();
      } else if (getSelectionModel().getSelectedIndex() != at
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
                        : switch (row) {
                          case LogRow.Loading loading -> "…";
                          case LogRow.Loaded loaded -> says.apply(loaded.entry());
                          case LogRow.Part part -> "";
                        });
              }
            });
  }

  private void gap() {
    TableColumn<LogRow, LogRow> column = column("log.gap", 80);
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
    TableColumn<LogRow, LogRow> column = column("log.level", 66);
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
      getStyleClass().removeAll(level, provider, "part");
      if (!empty && row instanceof LogRow.Shown loaded) {
        if (row instanceof LogRow.Part) {
          getStyleClass().add("part");
        }
        Level loud = Lines.level(loaded.entry());
        level = Badge.style(loud);
        provider = "provider-" + Lines.provider(loaded.entry()).toLowerCase(Locale.ROOT);
        getStyleClass().addAll(level, provider);
      }
    }
  }
}
