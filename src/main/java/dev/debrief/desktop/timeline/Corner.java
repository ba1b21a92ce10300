package dev.debrief.desktop.timeline;

import atlantafx.base.theme.Styles;
import dev.debrief.desktop.parts.Buttons;
import javafx.geometry.Bounds;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;

/** What can be done with the whole timeline, in the corner over its margin. */
final class Corner extends HBox {
  Corner(TimelineModel model, Runnable lanes, WholeMenu whole) {
    getStyleClass().add("corner");
    setAlignment(Pos.CENTER_LEFT);
    ToggleButton idle = Buttons.toggle(Feather.MINIMIZE_2, "timeline.corner.idle");
    dress(idle, "timeline-idle");
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
    Button button = Buttons.icon(icon, key, action);
    dress(button, id);
    return button;
  }

  private static void dress(ButtonBase button, String id) {
    button.setId(id);
    button.getStyleClass().add(Styles.SMALL);
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
