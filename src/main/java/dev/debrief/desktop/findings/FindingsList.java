package dev.debrief.desktop.findings;

import dev.debrief.desktop.parts.Buttons;
import dev.debrief.desktop.parts.EmptyState;
import dev.debrief.desktop.session.Selection;
import dev.debrief.desktop.text.Texts;
import dev.debrief.model.Finding;
import dev.debrief.model.Severity;
import java.util.Locale;
import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.kordamp.ikonli.feather.Feather;

/** The findings, ranked, in foldable groups. */
public final class FindingsList extends VBox {
  private final FindingsModel model;
  private final ListView<FindingRow> list;
  private boolean following;

  /** Shows what the model holds. */
  public FindingsList(FindingsModel model) {
    this.model = model;
    getStyleClass().add("findings-list");
    list = new ListView<>(model.rows());
    list.setId("findings");
    list.setAccessibleText(Texts.text("findings.list"));
    list.setCellFactory(view -> new FindingCell(model));
    model.hidden().subscribe(hidden -> list.setPlaceholder(nothing()));
    model.session().knownUntil().subscribe(until -> list.setPlaceholder(nothing()));
    list.setMinHeight(120);
    VBox.setVgrow(list, Priority.ALWAYS);
    list.getSelectionModel()
        .selectedItemProperty()
        .subscribe(
            row -> {
              if (!following && !model.refreshing() && row instanceof FindingRow.One one) {
                model.session().show(one.finding());
              }
            });
    list.addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          if ((event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE)
              && list.getSelectionModel().getSelectedItem() instanceof FindingRow.Group group) {
            model.fold(group.chapter());
            event.consume();
          }
        });
    model.session().selection().subscribe(this::follow);
    model.session().zone().subscribe(zone -> list.refresh());
    model
        .rows()
        .addListener(
            (javafx.beans.InvalidationListener)
                changed -> follow(model.session().selection().get()));
    getChildren().addAll(filters(), list);
  }

  /** Why the list is empty: nothing was found, nothing was known yet, or all of it is hidden. */
  private EmptyState nothing() {
    int hidden = model.hidden().get();
    if (hidden == 0) {
      return model.session().replaying()
          ? new EmptyState(Feather.CLOCK, "findings.early")
          : new EmptyState(Feather.SEARCH, "findings.empty");
    }
    Button all = Buttons.labelled(Feather.EYE, "findings.showAll", model::showAll);
    all.setId("show-all-findings");
    return new EmptyState(
        Feather.EYE_OFF,
        Texts.text("findings.hidden.title"),
        Texts.text("findings.hidden.text", hidden),
        all);
  }

  private void follow(Selection selection) {
    following = true;
    try {
      if (selection instanceof Selection.OfFinding(Finding finding)) {
        for (int i = 0; i < model.rows().size(); i++) {
          if (model.rows().get(i) instanceof FindingRow.One one
              && one.finding().id().equals(finding.id())) {
            if (list.getSelectionModel().getSelectedIndex() != i) {
              list.getSelectionModel().select(i);
              int first = Math.max(0, i - 2);
              // Once more when the cells have their heights: before, they are guessed.
              list.scrollTo(first);
              Platform.runLater(() -> list.scrollTo(first));
            }
            return;
          }
        }
      }
      list.getSelectionModel().clearSelection();
    } finally {
      following = false;
    }
  }

  private HBox filters() {
    ChoiceBox<Severity> least = new ChoiceBox<>();
    least.getItems().setAll(Severity.values());
    least.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(Severity severity) {
            return severity == null
                ? ""
                : Texts.text("findings.least." + severity.name().toLowerCase(Locale.ROOT));
          }

          @Override
          public Severity fromString(String text) {
            throw new UnsupportedOperationException("never typed");
          }
        });
    least.valueProperty().bindBidirectional(model.least());
    least.setAccessibleText(Texts.text("findings.least"));
    ToggleButton dismissed = Buttons.toggle(Feather.EYE_OFF, "findings.showDismissed");
    dismissed.selectedProperty().bindBidirectional(model.showDismissed());
    Label title = new Label(Texts.text("findings.title"));
    title.getStyleClass().add("panel-title");
    title.setMinWidth(Region.USE_PREF_SIZE);
    least.setMinWidth(100);
    least.setMaxWidth(150);
    dismissed.setMinWidth(Region.USE_PREF_SIZE);
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    HBox line = new HBox(10, title, space, dismissed, least);
    line.setAlignment(Pos.CENTER_LEFT);
    line.getStyleClass().add("panel-header");
    return line;
  }
}
