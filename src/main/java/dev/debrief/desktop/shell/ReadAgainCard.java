package dev.debrief.desktop.shell;

import atlantafx.base.theme.Styles;
import dev.debrief.desktop.text.Texts;
import dev.debrief.model.Source;
import dev.debrief.source.ImportOptions;
import java.time.Year;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** Asks for the zone and the year that a source's unmarked times are in. */
final class ReadAgainCard extends VBox {
  ReadAgainCard(Source source, Consumer<ImportOptions> again, Runnable cancel) {
    Label title = new Label(Texts.text("again.title", source.path()));
    title.getStyleClass().add("title-4");
    Label text = new Label(Texts.text("again.text"));
    text.getStyleClass().add("muted");
    text.setWrapText(true);
    ComboBox<String> zone =
        new ComboBox<>(
            FXCollections.observableArrayList(
                ZoneId.getAvailableZoneIds().stream().sorted().toList()));
    zone.setValue("UTC");
    zone.setAccessibleText(Texts.text("again.zone"));
    CheckBox setYear = new CheckBox(Texts.text("again.year"));
    Spinner<Integer> year = new Spinner<>(2000, 2100, Year.now(ZoneOffset.UTC).getValue());
    year.setEditable(true);
    year.setAccessibleText(Texts.text("again.year"));
    year.getEditor().setAccessibleText(Texts.text("again.year"));
    year.disableProperty().bind(setYear.selectedProperty().not());
    GridPane grid = new GridPane(12, 10);
    Label zoneName = new Label(Texts.text("again.zone"));
    zoneName.setLabelFor(zone);
    grid.addRow(0, zoneName, zone);
    grid.addRow(1, setYear, year);
    Button ok = new Button(Texts.text("again.ok"));
    ok.getStyleClass().add(Styles.ACCENT);
    ok.setDefaultButton(true);
    ok.setOnAction(
        event -> {
          ImportOptions options = ImportOptions.NONE.withZone(ZoneId.of(zone.getValue()));
          again.accept(setYear.isSelected() ? options.withYear(year.getValue()) : options);
        });
    Button no = new Button(Texts.text("cancel"));
    no.setOnAction(event -> cancel.run());
    HBox buttons = new HBox(8, no, ok);
    buttons.setAlignment(Pos.CENTER_RIGHT);
    getChildren().addAll(title, text, grid, buttons);
    setSpacing(14);
    setPrefWidth(480);
  }
}
