package dev.debrief.desktop.compare;

import dev.debrief.analysis.compare.Aspect;
import dev.debrief.analysis.compare.Baselines;
import dev.debrief.analysis.compare.Comparison;
import dev.debrief.analysis.compare.Difference;
import dev.debrief.desktop.parts.Buttons;
import dev.debrief.desktop.parts.EmptyState;
import dev.debrief.desktop.text.Texts;
import dev.debrief.desktop.text.Times;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ProgressBar;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** What differs between the brushed range and its baseline, the most surprising first. */
public final class ComparePane extends VBox {
  private final CompareModel model;
  private final ObservableList<Difference> shown = FXCollections.observableArrayList();
  private final ListView<Difference> list = new ListView<>(shown);
  private final StackPane body = new StackPane();
  private final MenuButton baseline = new MenuButton();
  private final MenuButton aspect = new MenuButton();
  private final Label told = new Label();
  private Optional<Aspect> only = Optional.empty();

  /** Shows a comparison; its close button closes the model. */
  public ComparePane(CompareModel model) {
    this.model = model;
    setId("compare");
    getStyleClass().add("compare-pane");
    list.setId("differences");
    list.setAccessibleText(Texts.text("compare.list"));
    list.setCellFactory(view -> new DifferenceCell(model::show));
    list.setOnKeyPressed(
        event -> {
          Difference chosen = list.getSelectionModel().getSelectedItem();
          if (event.getCode() == KeyCode.ENTER && chosen != null) {
            model.show(chosen);
            event.consume();
          }
        });
    baseline.setId("baseline");
    aspect.setId("compare-aspect");
    told.setWrapText(true);
    told.setMinHeight(Region.USE_PREF_SIZE);
    told.getStyleClass().add("compare-told");
    FlowPane choices = new FlowPane(8, 6, baseline, aspect);
    choices.getStyleClass().add("compare-choices");
    VBox.setVgrow(body, Priority.ALWAYS);
    getChildren().addAll(head(), told, choices, body);
    model.stateProperty().subscribe(state -> refresh());
    model.session().zone().subscribe(zone -> refresh());
    model.brushes().choosingProperty().subscribe(is -> refresh());
  }

  private HBox head() {
    Label title = new Label(Texts.text("compare.title"));
    title.getStyleClass().add("panel-title");
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    Button close = Buttons.icon(Feather.X, "compare.close", () -> model.openProperty().set(false));
    close.setId("compare-close");
    HBox head = new HBox(8, title, space, close);
    head.setAlignment(Pos.CENTER_LEFT);
    head.getStyleClass().add("panel-header");
    return head;
  }

  private void refresh() {
    switch (model.stateProperty().get()) {
      case CompareState.Nothing nothing ->
          show("", new EmptyState(Feather.COLUMNS, "compare.nothing"));
      case CompareState.Stopped stopped ->
          show(
              Texts.text("compare.stopped"),
              new EmptyState(
                  Feather.COLUMNS,
                  "compare.again",
                  Buttons.suggested(
                      Feather.COLUMNS, "compare.run", () -> model.compare(stopped.range()))));
      case CompareState.Running running -> show(Texts.text("compare.running"), progress(running));
      case CompareState.Done done -> done(done);
    }
    boolean done = model.stateProperty().get() instanceof CompareState.Done;
    baseline.setDisable(!done);
    aspect.setDisable(!done);
  }

  private void show(String words, Node node) {
    told.setText(
        model.brushes().choosingProperty().get() ? Texts.text("compare.brushBaseline") : words);
    body.getChildren().setAll(node);
  }

  private Node progress(CompareState.Running running) {
    ProgressBar bar = new ProgressBar();
    bar.progressProperty().bind(running.task().progressProperty());
    bar.setMaxWidth(Double.MAX_VALUE);
    bar.setAccessibleText(Texts.text("compare.running"));
    Label at = new Label();
    at.textProperty().bind(running.task().messageProperty());
    at.getStyleClass().add("muted");
    Button stop = Buttons.labelled(Feather.X, "cancel", model::stop);
    stop.setId("compare-cancel");
    VBox waiting = new VBox(10, bar, at, stop);
    waiting.getStyleClass().add("detail-page");
    return waiting;
  }

  private void done(CompareState.Done done) {
    Comparison found = done.comparison();
    ZoneId zone = model.session().zone().get();
    choices(done, found);
    if (!found.possible()) {
      String why = found.rangeCovered().isZero() ? "compare.noLog" : "compare.noBaseline";
      show(Times.range(found.range(), zone), new EmptyState(Feather.SLASH, why));
      return;
    }
    shown.setAll(
        found.differences().stream()
            .filter(d -> only.isEmpty() || d.aspect() == only.get())
            .toList());
    String words =
        Texts.text(
            "compare.told",
            Times.range(found.range(), zone),
            Times.duration(found.rangeCovered()),
            Times.duration(found.baselineCovered()),
            found.here(),
            Math.round(found.expected()),
            found.differences().size(),
            found.compared());
    show(words, shown.isEmpty() ? new EmptyState(Feather.CHECK, "compare.same") : list);
  }

  private void choices(CompareState.Done done, Comparison found) {
    baseline.setText(
        Texts.text(
            "compare.baseline",
            done.choice().map(ComparePane::name).orElse(Texts.text("baseline.brushed"))));
    baseline.setAccessibleText(baseline.getText());
    List<MenuItem> items = new ArrayList<>();
    for (Baselines.Choice choice : done.possible()) {
      MenuItem item = new MenuItem(name(choice));
      item.setOnAction(event -> model.choose(choice));
      items.add(item);
    }
    MenuItem brush = new MenuItem(Texts.text("baseline.brush"), new FontIcon(Feather.EDIT_3));
    brush.setOnAction(event -> model.brushes().choosingProperty().set(true));
    items.add(brush);
    baseline.getItems().setAll(items);
    List<MenuItem> aspects = new ArrayList<>();
    aspects.add(aspectItem(Optional.empty(), done));
    for (Aspect each : Aspect.values()) {
      if (found.differences().stream().anyMatch(d -> d.aspect() == each)) {
        aspects.add(aspectItem(Optional.of(each), done));
      }
    }
    aspect.getItems().setAll(aspects);
    aspect.setText(name(only));
    aspect.setAccessibleText(Texts.text("compare.aspects"));
  }

  private MenuItem aspectItem(Optional<Aspect> each, CompareState.Done done) {
    MenuItem item = new MenuItem(name(each));
    item.setOnAction(
        event -> {
          only = each;
          done(done);
        });
    return item;
  }

  private static String name(Baselines.Choice choice) {
    return Texts.text("baseline." + choice.name().toLowerCase(Locale.ROOT));
  }

  private static String name(Optional<Aspect> aspect) {
    return Texts.text(
        "compare.only." + aspect.map(a -> a.name().toLowerCase(Locale.ROOT)).orElse("all"));
  }
}
