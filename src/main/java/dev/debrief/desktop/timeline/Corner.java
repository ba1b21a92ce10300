package dev.debrief.desktop.timeline;

import atlantafx.base.theme.Styles;
import dev.debrief.desktop.parts.Buttons;
import javafx.geometry.Bounds;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** What can be done with the whole timeline, in the corner over its margin. */
final class Corner extends HBox {
  Corner(TimelineModel model, Runnable lanes, WholeMenu whole) {
    getStyleClass().add("corner");
    setAlignment(Pos.CENTER_LEFT);
    ToggleButton idle = new ToggleButton();
    dress(idle, Feather.MINIMIZE_2, "timeline.corner.idle", "timeline-idle");
    idle.selectedProperty().bindBidirectional(model.idleFoldedProperty());
    getChildren()
        .addAll(
            button(Feather.LAYERS, "timeline.corner.lanes", "timeline-lanes", lanes),
            idle,
            button(
                Feather.COLUMNS,
                "timeline.corner.compare",
                "timeline-compare",
                model.requests()::compare),
            button(
                Feather.CLOCK,
                "timeline.corner.replay",
                "timeline-replay",
                model.requests()::replay),
            more(whole));
  }

  private static Button button(Feather icon, String key, String id, Runnable action) {
    Button button = new Button();
    dress(button, icon, key, id);
    button.setOnAction(event -> action.run());
    return button;
  }

  private static void dress(ButtonBase button, Feather icon, String key, String id) {
    button.setId(id);
    button.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, Styles.SMALL);
    button.setGraphic(new FontIcon(icon));
    button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    Buttons.name(button, Texts.of(key));
  }

  /** Everything by its name, for those to whom the icons say nothing. */
  private static Button more(WholeMenu whole) {
    Button more = button(Feather.MORE_VERTICAL, "timeline.corner.more", "timeline-more", () -> {});
    more.setOnAction(
        event -> {
          ContextMenu menu = new ContextMenu();
          menu.getItems().setAll(whole.items());
          // Not for the button: its small type would be the menu's.
          Bounds place = more.localToScreen(more.getBoundsInLocal());
          menu.show(more.getParent(), place.getMinX(), place.getMaxY());
        });
    return more;
  }
}
