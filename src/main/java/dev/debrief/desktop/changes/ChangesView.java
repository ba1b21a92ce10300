package dev.debrief.desktop.changes;

import dev.debrief.desktop.parts.Badge;
import dev.debrief.desktop.parts.EmptyState;
import dev.debrief.desktop.session.LineLookup;
import dev.debrief.desktop.session.Selection;
import dev.debrief.desktop.session.Session;
import dev.debrief.desktop.text.Texts;
import dev.debrief.desktop.text.Times;
import dev.debrief.model.Change;
import dev.debrief.model.Evidence;
import dev.debrief.model.Verdict;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import javafx.application.Platform;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.geometry.Orientation;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.text.Text;
import org.kordamp.ikonli.feather.Feather;

/** The change history as understood, with what each change did. */
public final class ChangesView extends BorderPane {
  /** What a column keeps of its width where the window is narrow: the last gives way first. */
  private static final double LEAST = 0.9;

  /** What it takes of a wide one: the last takes the rest. */
  private static final double MOST = 1.15;

  /** In a narrower table a commit, which the last column names too, has no column of its own. */
  private static final double NARROW = 1000;

  private final Session session;
  private final TableView<Change> table = new TableView<>();
  private boolean following;

  /** Follows the session's conclusions. */
  public ChangesView(Session session, LineLookup lookup) {
    this.session = session;
    Label title = new Label(Texts.text("changes.title"));
    title.getStyleClass().add("panel-title");
    Label about = new Label(Texts.text("changes.about"));
    about.getStyleClass().add("muted");
    HBox head = new HBox(12, title, about);
    head.setAlignment(javafx.geometry.Pos.BASELINE_LEFT);
    head.getStyleClass().add("panel-header");
    setTop(head);
    table.setId("changes");
    table.getStyleClass().add("changes-table");
    table.setAccessibleText(Texts.text("changes.title"));
    table.setPlaceholder(new EmptyState(Feather.GIT_COMMIT, "changes.empty"));
    table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_LAST_COLUMN);
    column("changes.at", 200, change -> Times.moment(change.moment(), session.zone().get()));
    column("changes.name", 84, Change::change);
    column("changes.kind", 78, change -> Texts.text("change." + lower(change.kind())));
    verdict();
    column("changes.status", 92, Change::status);
    TableColumn<Change, String> commit = column("changes.commit", 84, Change::commit);
    column("changes.by", 96, change -> shortName(change.actor()));
    what();
    Runnable fit =
        () -> {
          double size = session.size().get();
          table.getColumns().forEach(column -> fit(column, size));
          commit.setVisible(table.getWidth() >= NARROW * size);
        };
    // Rows are as high as their words, which have another width then.
    commit.visibleProperty().subscribe(visible -> Platform.runLater(table::refresh));
    session.size().subscribe(fit);
    table.widthProperty().subscribe(fit);
    ChangeDetail detail = new ChangeDetail(session, lookup);
    SplitPane both = new SplitPane(table, detail);
    both.setOrientation(Orientation.VERTICAL);
    both.setDividerPositions(0.62);
    SplitPane.setResizableWithParent(detail, false);
    setCenter(both);
    session.conclusions().subscribe(conclusions -> show(conclusions.changes()));
    session.zone().subscribe(zone -> table.refresh());
    table
        .getSelectionModel()
        .selectedItemProperty()
        .subscribe(
            change -> {
              if (change != null && !following) {
                session.selection().set(new Selection.OfChange(change));
              }
            });
    table.setOnMouseClicked(
        event -> {
          if (event.getClickCount() == 2) {
            firstLine();
          }
        });
    table.addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ENTER) {
            firstLine();
            event.consume();
          }
        });
    session
        .selection()
        .subscribe(
            selection -> {
              following = true;
              if (selection instanceof Selection.OfChange(Change change)) {
                table.getSelectionModel().select(change);
              } else {
                table.getSelectionModel().clearSelection();
              }
              following = false;
            });
  }

  /**
   * Begins at the change before the first that broke something: what matters is seldom the oldest.
   */
  private void show(List<Change> changes) {
    table.getItems().setAll(changes);
    for (int i = 0; i < changes.size(); i++) {
      if (changes.get(i).impact() == Verdict.INTRODUCED) {
        table.scrollTo(Math.max(0, i - 1));
        return;
      }
    }
  }

  private void firstLine() {
    Change change = table.getSelectionModel().getSelectedItem();
    if (change != null && !change.evidence().isEmpty()) {
      Evidence first = change.evidence().getFirst();
      session.goTo(new Selection.OfLine(first));
    }
  }

  private TableColumn<Change, String> column(
      String key, double width, Function<Change, String> says) {
    TableColumn<Change, String> column = new TableColumn<>(Texts.text(key));
    column.setCellValueFactory(row -> new SimpleStringProperty(says.apply(row.getValue())));
    column.setUserData(width);
    table.getColumns().add(column);
    return column;
  }

  /** Its bounds where everything is shown so large; the last column has none. */
  private static void fit(TableColumn<Change, ?> column, double size) {
    if (column.getUserData() instanceof Double width) {
      column.setMinWidth(0);
      column.setMaxWidth(width * size * MOST);
      column.setMinWidth(width * size * LEAST);
      column.setPrefWidth(width * size);
    }
  }

  /** What it brought, on as many lines as that takes. */
  private void what() {
    TableColumn<Change, String> column = new TableColumn<>(Texts.text("changes.what"));
    column.setCellValueFactory(row -> new SimpleStringProperty(row.getValue().description()));
    column.setPrefWidth(360);
    column.setCellFactory(
        owner ->
            new TableCell<>() {
              private final Text words = new Text();

              {
                words.getStyleClass().add("change-words");
                words.wrappingWidthProperty().bind(column.widthProperty().subtract(20));
              }

              @Override
              protected void updateItem(String text, boolean empty) {
                super.updateItem(text, empty);
                words.setText(text);
                setGraphic(empty ? null : words);
                setAccessibleText(text);
              }
            });
    table.getColumns().add(column);
  }

  /** A person without what the mail goes through; the whole stands beneath. */
  static String shortName(String actor) {
    int mail = actor.indexOf('<');
    String name = mail > 0 ? actor.substring(0, mail).strip() : actor;
    int at = name.indexOf('@');
    return at > 0 ? name.substring(0, at) : name;
  }

  private void verdict() {
    TableColumn<Change, Verdict> column = new TableColumn<>(Texts.text("changes.impact"));
    column.setCellValueFactory(row -> new SimpleObjectProperty<>(row.getValue().impact()));
    column.setUserData(128.0);
    column.setCellFactory(
        owner ->
            new TableCell<>() {
              @Override
              protected void updateItem(Verdict verdict, boolean empty) {
                super.updateItem(verdict, empty);
                setGraphic(empty || verdict == null ? null : Badge.of(verdict));
              }
            });
    table.getColumns().add(column);
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
