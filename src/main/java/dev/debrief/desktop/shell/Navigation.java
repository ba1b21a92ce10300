package dev.debrief.desktop.shell;

import dev.debrief.desktop.text.Texts;
import java.util.EnumMap;
import java.util.Map;
import javafx.beans.property.ObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** The pages to go to, at the window's left edge. */
final class Navigation extends VBox {
  private final Map<View, ToggleButton> buttons = new EnumMap<>(View.class);

  Navigation(ObjectProperty<View> view, ObservableValue<Boolean> open) {
    getStyleClass().add("navigation");
    setAccessibleText(Texts.text("navigation"));
    for (View page : View.values()) {
      if (page == View.SETTINGS) {
        Region space = new Region();
        VBox.setVgrow(space, Priority.ALWAYS);
        getChildren().add(space);
      }
      ToggleButton button = new ToggleButton(page.title(), new FontIcon(page.icon()));
      button.setContentDisplay(ContentDisplay.TOP);
      button.setMaxWidth(Double.MAX_VALUE);
      button.getStyleClass().add("navigation-button");
      button.setAccessibleText(page.title());
      button.setId("go-" + page.id());
      button.setOnAction(event -> view.set(page));
      if (page.ofCase()) {
        button.disableProperty().bind(open.map(is -> !is));
      }
      buttons.put(page, button);
      getChildren().add(button);
    }
    view.subscribe(now -> buttons.forEach((page, button) -> button.setSelected(page == now)));
  }
}
