package dev.debrief.desktop.log;

import dev.debrief.desktop.parts.Badge;
import dev.debrief.desktop.parts.EmptyState;
import dev.debrief.desktop.text.Lines;
import dev.debrief.desktop.text.Texts;
import dev.debrief.model.Entry;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;

/**
 * The matching entries, as many as there are: the control holds a stretch of them, and moves it
 * along as one scrolls. Rows are named here by their place among all.
 */
final class LogTable extends TableView<LogRow> {
  private static final double ROW = 26;

  /** So near to an end of the stretch it is moved. */
  private static final int MARGIN = 500;

  private static final double LEAST_MESSAGE = 140;

  /** Where messages have less room than this, columns that can be spared give way to them. */
  private static final double READABLE_MESSAGE = 300;

  /** So many rows are seen above the chosen one, where there is room for as many below it. */
  private static final int ABOVE = 4;

  private final LogModel model;
  private final Stretch stretch;
  private final LogColumns columns;
  private boolean following;
  private boolean fitting;
  private boolean missed;
  private boolean aimed;

  LogTable(LogModel model) {
    this.model = model;
    this.stretch = new Stretch(model.rows());
    this.columns = new LogColumns(model);
    setItems(stretch);
    setId("log");
    getStyleClass().addAll("log-table", "dense");
    setAccessibleText(Texts.text("log.table"));
    model.problem().map(String::isEmpty).subscribe(readable -> setPlaceholder(nothing()));
    getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
    setRowFactory(table -> new Row());
    getColumns().setAll(columns.all());
    model
        .session()
        .size()
        .subscribe(
            size -> {
              setFixedCellSize(row());
              columns.size(size.doubleValue());
              fit();
            });
    widthProperty().subscribe(width -> fit());
    for (TableColumn<LogRow, ?> column : getColumns()) {
      column.widthProperty().subscribe(width -> fit());
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
    sceneProperty().subscribe(scene -> seen());
    heightProperty().subscribe(height -> keepPlace());
    addEventFilter(ScrollEvent.SCROLL, event -> aimed = false);
  }

  /** How high a row is. */
  double row() {
    return ROW * model.session().size().get();
  }

  /** The row that the control's first item is. */
  int base() {
    return stretch.base();
  }

  /** How many rows there are in all. */
  int whole() {
    return stretch.whole();
  }

  /** Brings the chosen row into sight. */
  void showChosen() {
    int row = model.position().get();
    if (row >= 0 && row < whole()) {
      aimed = true;
      showFrom(Math.max(0, row - above()));
    }
  }

  /** In another height the chosen row stays in sight, or else the first one where it is, whole. */
  private void keepPlace() {
    if (lookup(".virtual-flow") instanceof VirtualFlow<?> flow
        && flow.getFirstVisibleCell() != null
        && flow.getLastVisibleCell() != null) {
      int first = flow.getFirstVisibleCell().getIndex();
      int last = flow.getLastVisibleCell().getIndex();
      int chosen = model.position().get() - stretch.base();
      // What was scrolled to a moment ago may not be laid out yet.
      boolean seen = aimed || (chosen >= first && chosen <= last);
      Platform.runLater(seen ? this::showChosen : () -> scrollTo(first));
    }
  }

  private int above() {
    int seen = (int) (getHeight() / row()) - 1; // But for the heading.
    return Math.clamp((seen - 1) / 2, 0, ABOVE);
  }

  /** The same for a reader who looks elsewhere than at the chosen row. */
  void lead(int row) {
    aimed = false;
    showFrom(row);
  }

  /** Scrolls so that a row is the first in sight. */
  void showFrom(int row) {
    reach(row);
    scrollTo(row - stretch.base());
  }

  /** Moves the stretch where so many rows from one on are not well inside it; says if it did. */
  boolean reach(int row) {
    boolean moves = !stretch.holds(row, MARGIN);
    if (moves) {
      following = true;
      try {
        getSelectionModel().clearSelection();
        stretch.around(row);
        int chosen = model.position().get();
        if (stretch.holds(chosen, 0)) {
          getSelectionModel().select(chosen - stretch.base());
        }
      } finally {
        following = false;
      }
    }
    return moves;
  }

  /** Right unfolds a message, left folds it, Enter does either, as in any tree. */
  private void key(KeyEvent event) {
    int at = getSelectionModel().getSelectedIndex() + stretch.base();
    boolean plain = !event.isShortcutDown() && !event.isShiftDown() && !event.isAltDown();
    if (!plain || getItems().isEmpty()) {
      return;
    }
    switch (event.getCode()) {
      case HOME -> choose(0);
      case END -> choose(whole() - 1);
      case RIGHT -> model.unfold(at);
      case LEFT -> model.fold(at);
      case ENTER -> model.toggle(at);
      default -> {
        return;
      }
    }
    event.consume();
  }

  private void choose(int row) {
    showFrom(row);
    getSelectionModel().clearAndSelect(row - stretch.base());
    getFocusModel().focus(row - stretch.base());
  }

  /** The message takes the width that the others leave; where that is little, some give way. */
  private void fit() {
    if (fitting) {
      return;
    }
    fitting = true;
    double left = getWidth() - 2;
    for (TableColumn<LogRow, ?> column : getColumns()) {
      left -= column == columns.message() ? 0 : column.getWidth();
    }
    for (TableColumn<LogRow, ?> column : columns.spare()) {
      boolean room = left >= READABLE_MESSAGE * model.session().size().get();
      column.setVisible(room);
      left += room ? 0 : column.getWidth();
    }
    columns.message().setPrefWidth(Math.max(LEAST_MESSAGE, left));
    fitting = false;
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

  /** Why there are no rows; before the first answer nobody knows. */
  private Node nothing() {
    if (model.loaded().get() == 0) {
      return new Region();
    }
    return model.problem().get().isEmpty()
        ? new EmptyState(Feather.ALIGN_LEFT, "log.empty")
        : new EmptyState(Feather.ALERT_CIRCLE, "log.unreadable");
  }

  private void loaded() {
    if (model.loaded().get() == 1) {
      setPlaceholder(nothing());
    }
    refresh();
    int at = getSelectionModel().getSelectedIndex();
    if (at >= 0 && at + stretch.base() != model.position().get()) {
      // Chosen while it was still being read.
      model.select(getItems().get(at));
    }
  }

  /** On a page that doesn't show, nothing scrolls: what was missed is made good when it does. */
  private void seen() {
    if (getScene() != null && missed) {
      missed = false;
      Platform.runLater(this::showChosen);
    }
  }

  private void go(int row) {
    missed = getScene() == null;
    boolean moved = row >= 0 && row < whole() && reach(row);
    following = true;
    try {
      int at = row - stretch.base();
      if (row < 0 || at >= getItems().size()) {
        getSelectionModel().clearSelection();
      } else if (moved
          || getSelectionModel().getSelectedIndex() != at
          || getSelectionModel().getSelectedIndices().size() > 1) {
        getSelectionModel().clearAndSelect(at);
        getFocusModel().focus(at);
        aimed = true;
        scrollTo(Math.max(0, at - above()));
      }
    } finally {
      following = false;
    }
  }

  /** A row takes its level's and its provider's style. */
  private static final class Row extends TableRow<LogRow> {
    private List<String> styles = List.of();

    @Override
    protected void updateItem(LogRow row, boolean empty) {
      super.updateItem(row, empty);
      List<String> next = empty || row == null ? List.of() : styles(row);
      // Styles cost more than all else in a row, and most rows are like the one before.
      if (!next.equals(styles)) {
        getStyleClass().removeAll(styles);
        getStyleClass().addAll(next);
        styles = next;
      }
    }

    private static List<String> styles(LogRow row) {
      return switch (row) {
        case LogRow.Loading loading -> List.of();
        case LogRow.Part part -> List.of("part", Badge.style(Lines.level(part.entry())));
        case LogRow.Loaded head ->
            List.of(
                Badge.style(Lines.level(head.entry())),
                "provider-" + Lines.provider(head.entry()).toLowerCase(Locale.ROOT));
      };
    }
  }
}
