package dev.debrief.desktop.changes;

import dev.debrief.desktop.parts.Badge;
import dev.debrief.desktop.parts.EmptyState;
import dev.debrief.desktop.session.Selection;
import dev.debrief.desktop.session.Session;
import dev.debrief.desktop.text.Texts;
import dev.debrief.desktop.text.Times;
import dev.debrief.model.Change;
import dev.debrief.model.Evidence;
import dev.debrief.model.Verdict;
import java.util.Locale;
import java.util.function.Function;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;

/** The change history as understood, with what each change did. */
public final class ChangesView extends BorderPane {
  private final Session session;
  private final TableView<Change> table = new TableView<>();
  private boolean following;

  /** Follows the session's conclusions. */
  public ChangesView(Session session) {
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
    column("changes.at", 165, change -> Times.moment(change.moment(), session.zone().get()));
    column("changes.name", 110, Change::change);
    column("changes.kind", 90, change -> Texts.text("change." + lower(change.kind())));
    verdict();
    column("changes.by", 150, Change::actor);
    column("changes.status", 95, Change::status);
    column("changes.image", 190, change -> shortImage(change.image()));
    column("changes.commit", 90, Change::commit);
    column("changes.what", 360, Change::description);
    setCenter(table);
    session.conclusions().subscribe(conclusions -> table.getItems().setAll(conclusions.changes()));
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

  private void firstLine() {
    Change change = table.getSelectionModel().getSelectedItem();
    if (change != null && !change.evidence().isEmpty()) {
      Evidence first = change.evidence().getFirst();
      session.show(first);
    }
  }

  private void column(String key, double width, Function<Change, String> says) {
    TableColumn<Change, String> column = new TableColumn<>(Texts.text(key));
    column.setCellValueFactory(row -> new SimpleStringProperty(says.apply(row.getValue())));
    column.setPrefWidth(width);
    table.getColumns().add(column);
  }

  private void verdict() {
    TableColumn<Change, Verdict> column = new TableColumn<>(Texts.text("changes.impact"));
    column.setCellValueFactory(row -> new SimpleObjectProperty<>(row.getValue().impact()));
    column.setPrefWidth(150);
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

  /** The part of an image reference that tells it from others: its tag or the digest's start. */
  static String shortImage(String image) {
    int digest = image.indexOf("@sha256:");
    if (digest >= 0) {
      return image.substring(digest + 1, Math.min(image.length(), digest + 20));
    }
    int slash = image.lastIndexOf('/');
    int colon = image.indexOf(':', slash + 1);
    return colon >= 0 ? image.substring(colon + 1) : image.substring(slash + 1);
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
