package dev.debrief.desktop.shell;

import atlantafx.base.theme.Styles;
import dev.debrief.desktop.log.SearchField;
import dev.debrief.desktop.parts.Buttons;
import dev.debrief.desktop.settings.Settings;
import dev.debrief.desktop.text.Texts;
import java.time.ZoneId;
import java.time.ZoneOffset;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The case's menu, import, search, zone, undo, theme and help. */
final class Toolbar extends HBox {
  private static final double LEAST_NAME = 90;
  private static final double MOST_NAME = 260;

  private final Workbench bench;

  Toolbar(Workbench bench, SearchField search, Runnable help) {
    this.bench = bench;
    getStyleClass().add("toolbar");
    setAlignment(Pos.CENTER_LEFT);
    Button importMore =
        Buttons.labelled(Feather.DOWNLOAD, "action.import", bench.actions()::askImport);
    importMore.setId("import");
    importMore.setMinWidth(Region.USE_PREF_SIZE);
    search.setMaxWidth(620);
    search.disableProperty().bind(bench.open().map(is -> !is));
    HBox.setHgrow(search, Priority.ALWAYS);
    Region left = new Region();
    Region right = new Region();
    HBox.setHgrow(left, Priority.SOMETIMES);
    HBox.setHgrow(right, Priority.SOMETIMES);
    getChildren()
        .addAll(
            caseMenu(),
            importMore,
            left,
            search,
            right,
            zones(),
            edit(
                Feather.ROTATE_CCW,
                "undo",
                bench.session().edits().nextUndo(),
                bench.session().edits()::undo),
            edit(
                Feather.ROTATE_CW,
                "redo",
                bench.session().edits().nextRedo(),
                bench.session().edits()::redo),
            theme(),
            help(help));
  }

  private MenuButton caseMenu() {
    MenuButton menu = new MenuButton();
    menu.setGraphic(new FontIcon(Feather.BRIEFCASE));
    menu.setId("case-menu");
    menu.getStyleClass().addAll(Styles.FLAT, "case-menu");
    menu.textProperty().bind(bench.title());
    menu.setAccessibleText(Texts.text("case.menu"));
    menu.setMinWidth(LEAST_NAME);
    menu.setMaxWidth(MOST_NAME);
    MenuItem archive = item("case.archive", bench.actions()::askArchive);
    MenuItem verify = item("case.verify", bench.actions()::verify);
    MenuItem close = item("case.close", bench.actions()::close);
    archive.disableProperty().bind(bench.open().map(is -> !is));
    verify.disableProperty().bind(bench.open().map(is -> !is));
    close.disableProperty().bind(bench.open().map(is -> !is));
    menu.getItems()
        .addAll(
            item("case.new", bench.actions()::newCase),
            item("start.open", bench.actions()::openCase),
            item("start.archive", bench.actions()::openArchive),
            item("start.sample", bench.actions()::openSample),
            new SeparatorMenuItem(),
            archive,
            verify,
            close);
    return menu;
  }

  private HBox zones() {
    ToggleButton utc = new ToggleButton("UTC");
    ToggleButton local = new ToggleButton(Texts.text("zone.local"));
    utc.setId("zone-utc");
    local.setId("zone-local");
    utc.getStyleClass().add(Styles.LEFT_PILL);
    local.getStyleClass().add(Styles.RIGHT_PILL);
    utc.setAccessibleText(Texts.text("zone.utc.name"));
    Settings settings = bench.settings();
    settings
        .zone()
        .subscribe(
            zone -> {
              Buttons.name(local, Texts.text("zone.local.name", zone.getId()));
              if (!bench.session().zone().get().equals(ZoneOffset.UTC)) {
                bench.session().zone().set(zone);
              }
            });
    ToggleGroup group = new ToggleGroup();
    group.getToggles().addAll(utc, local);
    bench
        .session()
        .zone()
        .subscribe(zone -> group.selectToggle(zone.equals(ZoneOffset.UTC) ? utc : local));
    utc.setOnAction(event -> zone(ZoneOffset.UTC));
    local.setOnAction(event -> zone(settings.zone().get()));
    HBox both = new HBox(utc, local);
    both.setAlignment(Pos.CENTER);
    both.setMinWidth(Region.USE_PREF_SIZE);
    return both;
  }

  private void zone(ZoneId zone) {
    bench.session().zone().set(ZoneOffset.UTC);
    bench.session().zone().set(zone);
  }

  private static Button edit(
      Feather icon, String key, ReadOnlyStringProperty next, Runnable action) {
    Button button = Buttons.icon(icon, key, action);
    button.setId(key);
    button.disableProperty().bind(next.isEmpty());
    next.subscribe(
        name ->
            Buttons.name(
                button, name.isEmpty() ? Texts.text(key) : Texts.text(key + ".what", name)));
    return button;
  }

  private Button theme() {
    Button button = Buttons.icon(Feather.MOON, "toolbar.theme", bench.actions()::switchTheme);
    button.setId("switch-theme");
    return button;
  }

  private static Button help(Runnable help) {
    Button button = Buttons.icon(Feather.HELP_CIRCLE, "keys.title", help);
    button.setId("help");
    return button;
  }

  private static MenuItem item(String key, Runnable action) {
    MenuItem item = new MenuItem(Texts.text(key));
    item.setOnAction(event -> action.run());
    return item;
  }
}
