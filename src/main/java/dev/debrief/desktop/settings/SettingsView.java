package dev.debrief.desktop.settings;

import dev.debrief.desktop.parts.Buttons;
import dev.debrief.desktop.text.Texts;
import dev.debrief.report.Redaction;
import dev.debrief.report.RedactionRule;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.collections.FXCollections;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.kordamp.ikonli.feather.Feather;

/** What the user may prefer. Every change holds at once. */
public final class SettingsView extends BorderPane {
  /**
   * Shows and changes the settings.
   *
   * @param askFolder asks the user for a folder
   * @param useRules concludes the open case anew with a folder's rules
   */
  public SettingsView(Settings settings, Supplier<Optional<Path>> askFolder, Runnable useRules) {
    Label title = new Label(Texts.text("settings.title"));
    title.getStyleClass().add("panel-title");
    HBox head = new HBox(title);
    head.getStyleClass().add("panel-header");
    setTop(head);
    VBox page =
        new VBox(
            row("settings.theme", theme(settings)),
            row("settings.scale", scale(settings)),
            row("settings.zone", zone(settings)),
            row("settings.redaction", redaction(settings)),
            row("settings.rules", rules(settings, askFolder, useRules)));
    page.getStyleClass().addAll("detail-page", "settings");
    page.setMaxWidth(760);
    ScrollPane scroll = new ScrollPane(page);
    scroll.setFitToWidth(true);
    scroll.setAccessibleText(Texts.text("settings.title"));
    setCenter(scroll);
  }

  private static ChoiceBox<Settings.Theme> theme(Settings settings) {
    ChoiceBox<Settings.Theme> box = new ChoiceBox<>();
    box.setId("theme");
    box.getItems().setAll(Settings.Theme.values());
    box.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(Settings.Theme theme) {
            return theme == null
                ? ""
                : Texts.text("theme." + theme.name().toLowerCase(Locale.ROOT));
          }

          @Override
          public Settings.Theme fromString(String text) {
            throw new UnsupportedOperationException("never typed");
          }
        });
    box.valueProperty().bindBidirectional(settings.theme());
    return box;
  }

  private static Slider scale(Settings settings) {
    Slider slider = new Slider(100, 200, settings.scale().get());
    slider.setMajorTickUnit(25);
    slider.setMinorTickCount(0);
    slider.setSnapToTicks(true);
    slider.setShowTickLabels(true);
    slider.setShowTickMarks(true);
    slider.setMaxWidth(360);
    slider.setId("scale");
    settings.scale().subscribe(percent -> slider.setValue(percent.intValue()));
    slider
        .valueProperty()
        .subscribe(
            value -> {
              if (!slider.isValueChanging()) {
                settings.scale().set((int) Math.round(value.doubleValue() / 25) * 25);
              }
            });
    return slider;
  }

  private static ComboBox<String> zone(Settings settings) {
    ComboBox<String> box =
        new ComboBox<>(
            FXCollections.observableArrayList(
                ZoneId.getAvailableZoneIds().stream().sorted().toList()));
    box.setId("zone");
    TypeAhead.on(box);
    box.setValue(settings.zone().get().getId());
    box.valueProperty()
        .subscribe(
            id -> {
              if (id != null) {
                settings.zone().set(ZoneId.of(id));
              }
            });
    return box;
  }

  private static VBox redaction(Settings settings) {
    VBox rules = new VBox(6);
    rules.setId("redaction");
    for (RedactionRule rule : Redaction.standard().rules()) {
      CheckBox box = new CheckBox(rule.hides());
      box.setWrapText(true);
      box.setMinHeight(Region.USE_PREF_SIZE);
      box.setMnemonicParsing(false);
      box.setAccessibleText(rule.hides());
      box.setSelected(rule.on() != settings.switched(rule.id()));
      box.setOnAction(event -> settings.turn(rule.id()));
      rules.getChildren().add(box);
    }
    return rules;
  }

  private static HBox rules(
      Settings settings, Supplier<Optional<Path>> askFolder, Runnable useRules) {
    TextField field = new TextField();
    field.setId("rules");
    field.textProperty().bindBidirectional(settings.rules());
    HBox.setHgrow(field, Priority.ALWAYS);
    field.setAccessibleText(Texts.text("settings.rules"));
    field.setOnAction(event -> useRules.run());
    HBox row =
        new HBox(
            8,
            field,
            Buttons.labelled(
                Feather.FOLDER,
                "settings.choose",
                () ->
                    askFolder
                        .get()
                        .ifPresent(
                            path -> {
                              settings.rules().set(path.toString());
                              useRules.run();
                            })),
            Buttons.labelled(Feather.REFRESH_CW, "settings.useRules", useRules));
    return row;
  }

  private static VBox row(String key, Region control) {
    Label name = new Label(Texts.text(key));
    name.getStyleClass().add("finding-title");
    name.setLabelFor(control);
    Label text = new Label(Texts.text(key + ".text"));
    text.getStyleClass().add("muted");
    text.setWrapText(true);
    text.setMinHeight(Region.USE_PREF_SIZE);
    if (control instanceof Control named) {
      named.setAccessibleText(Texts.text(key));
    }
    VBox row = new VBox(6, name, text, control);
    row.getStyleClass().add("setting");
    return row;
  }
}
