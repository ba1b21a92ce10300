package dev.debrief.desktop.log;

import dev.debrief.desktop.parts.Buttons;
import dev.debrief.desktop.text.Texts;
import dev.debrief.desktop.text.Times;
import dev.debrief.model.Entry;
import dev.debrief.model.TimeRange;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SplitPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The log table with its filters beside it and the selected line in full beneath. */
public final class LogView extends BorderPane {
  /** Room for the whole message, its heading included. */
  private static final double DETAIL = 128;

  /** Room for its text alone, where the whole is low. */
  private static final double TEXT = 58;

  private static final double LOW = 300;
  private static final double LEAST_TABLE = 60;

  private final LogModel model;
  private final LogTable table;
  private final UnaryOperator<String> redaction;

  /**
   * Shows what the model holds.
   *
   * @param filters whether the filters show from the start
   * @param redaction what copied text goes through
   * @param pin pins an entry, or notes on it
   */
  public LogView(
      LogModel model, boolean filters, UnaryOperator<String> redaction, Consumer<Entry> pin) {
    this.model = model;
    this.redaction = redaction;
    getStyleClass().add("log-view");
    table = new LogTable(model);
    LineDetail detail = new LineDetail(model, redaction, pin);
    // In a low strip the table gives way, never the header.
    LogScroll rows = new LogScroll(table);
    table.setMinHeight(LEAST_TABLE);
    rows.setMinHeight(LEAST_TABLE);
    SplitPane center = new SplitPane(rows);
    center.setOrientation(javafx.geometry.Orientation.VERTICAL);
    center.setMinHeight(0);
    Runnable arrange =
        () -> {
          double size = model.session().size().get();
          boolean low = getHeight() < LOW * size;
          boolean none = model.chosen().get().isEmpty();
          boolean shown = center.getItems().contains(detail);
          if (none) {
            center.getItems().remove(detail);
          } else if (!none && center.getHeight() > 0 && (!shown || detail.compact(low))) {
            detail.compact(low);
            if (!shown) {
              center.getItems().add(detail);
            }
            double room = (low ? TEXT : DETAIL) * size;
            center.setDividerPositions(1 - room / center.getHeight());
            Platform.runLater(
                () -> {
                  // Once more: the pane, growing, has kept what there was before.
                  center.setDividerPositions(1 - room / center.getHeight());
                  table.showChosen();
                });
          }
        };
    model.chosen().subscribe(message -> arrange.run());
    center.heightProperty().subscribe(height -> arrange.run());
    SplitPane.setResizableWithParent(detail, false);
    FacetsPane facets = new FacetsPane(model);
    ToggleButton showFilters = Buttons.toggle(Feather.FILTER, "log.filters");
    showFilters.selectedProperty().subscribe(show -> setLeft(show ? facets : null));
    showFilters.setSelected(filters);
    setTop(header(showFilters));
    table.setMinHeight(0);
    center.setMinHeight(0);
    detail.setMinHeight(0);
    setCenter(center);
    table.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
  }

  private VBox header(ToggleButton showFilters) {
    Label title = new Label(Texts.text("log.title"));
    title.getStyleClass().add("panel-title");
    title.setMinWidth(Region.USE_PREF_SIZE);
    Label count = new Label();
    count.getStyleClass().add("muted");
    count
        .textProperty()
        .bind(Bindings.createStringBinding(model::standing, model.matches(), model.loaded()));
    Label range = new Label();
    range.setGraphic(new FontIcon(Feather.CLOCK));
    range.getStyleClass().addAll("badge", "accent");
    range.setId("brush-range");
    range
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> {
                  TimeRange brush = model.session().brush().get();
                  return brush.equals(TimeRange.ALWAYS)
                      ? ""
                      : Times.range(brush, model.session().zone().get());
                },
                model.session().brush(),
                model.session().zone()));
    range.visibleProperty().bind(range.textProperty().isNotEmpty());
    range.managedProperty().bind(range.visibleProperty());
    Hyperlink clear = Buttons.link(Texts.text("log.showAll"), model::clear);
    clear
        .visibleProperty()
        .bind(
            Bindings.createBooleanBinding(
                model::narrowed,
                model.session().brush(),
                model.session().query(),
                model.matches(),
                model.facets()));
    clear.managedProperty().bind(clear.visibleProperty());
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    ToggleButton fold = Buttons.toggle(Feather.LAYERS, "log.fold");
    fold.setId("fold");
    fold.selectedProperty().bindBidirectional(model.folding());
    fold.disableProperty().bind(model.terms().map(terms -> !terms.isEmpty()));
    MenuButton copy = new MenuButton("", new FontIcon(Feather.COPY));
    copy.getStyleClass().addAll("flat", "button-icon");
    Buttons.name(copy, Texts.text("log.copy"));
    for (CopyAs as : CopyAs.values()) {
      MenuItem item =
          new MenuItem(Texts.text("log.copy." + as.name().toLowerCase(java.util.Locale.ROOT)));
      item.setOnAction(event -> copy(as));
      copy.getItems().add(item);
    }
    HBox line =
        new HBox(
            8,
            showFilters,
            title,
            count,
            range,
            clear,
            space,
            fold,
            Buttons.icon(Feather.SKIP_FORWARD, "log.nextGap", model::nextGap),
            Buttons.icon(Feather.ACTIVITY, "log.nextBurst", model::nextBurst),
            copy);
    line.setAlignment(Pos.CENTER_LEFT);
    line.getStyleClass().add("panel-header");
    line.setMinHeight(Region.USE_PREF_SIZE);
    Label problem = new Label();
    problem.setId("search-problem");
    problem.setWrapText(true);
    problem.setGraphic(new FontIcon(Feather.ALERT_CIRCLE));
    problem.getStyleClass().add("problem");
    problem.textProperty().bind(model.problem());
    problem.visibleProperty().bind(model.problem().isNotEmpty());
    problem.managedProperty().bind(problem.visibleProperty());
    Label remark = new Label();
    remark.setId("log-remark");
    remark.setGraphic(new FontIcon(Feather.INFO));
    remark.getStyleClass().addAll("muted", "remark");
    remark.textProperty().bind(model.remark());
    remark.visibleProperty().bind(model.remark().isNotEmpty());
    remark.managedProperty().bind(remark.visibleProperty());
    return new VBox(line, problem, remark);
  }

  private void copy(CopyAs as) {
    List<Entry> entries = table.selectedEntries();
    if (!entries.isEmpty()) {
      ClipboardContent content = new ClipboardContent();
      content.putString(as.of(entries, redaction));
      Clipboard.getSystemClipboard().setContent(content);
    }
  }

  private void key(KeyEvent event) {
    if (new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN).match(event)) {
      copy(CopyAs.TEXT);
      event.consume();
    }
  }
}
