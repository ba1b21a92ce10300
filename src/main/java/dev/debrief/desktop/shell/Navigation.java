package dev.debrief.desktop.shell;

import dev.debrief.desktop.text.Texts;
import java.util.EnumMap;
import java.util.Map;
import javafx.beans.property.ObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** The pages to go to, at the window's left edge; in a low window their icons alone. */
final class Navigation extends VBox {
  private static final PseudoClass LOW = PseudoClass.getPseudoClass("low");

  private final Map<View, ToggleButton> buttons = new EnumMap<>(View.class);
  private boolean low;
  private double whole;

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
    setMinHeight(0);
  }

  @Override
  protected void layoutChildren() {
    if (!low) {
      whole = prefHeight(-1);
    }
    if (getHeight() < whole != low) {
      low = !low;
      pseudoClassStateChanged(LOW, low);
      buttons.forEach((page, button) -> button.setTooltip(low ? new Tooltip(page.title()) : null));
      applyCss();
    }
    super.layoutChildren();
  }
}
