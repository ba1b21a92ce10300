package dev.debrief.desktop.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.debrief.desktop.settings.Settings;
import java.util.List;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.Pane;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** The pages' buttons, in windows of any height. */
class NavigationTest {
  private static final double HIGH = 700;
  private static final double LOW = 420;

  @BeforeAll
  static void startToolkit() throws Exception {
    FxToolkit.registerPrimaryStage();
  }

  @Test
  void aLowWindowShowsEveryPageByItsIcon() {
    WaitForAsyncUtils.waitForAsyncFx(
        60_000,
        () -> {
          Look.before(Settings.unkept());
          Navigation pages =
              new Navigation(
                  new SimpleObjectProperty<>(View.TIMELINE), new SimpleBooleanProperty(true));
          Pane root = new Pane(pages);
          root.getStyleClass().add("shell");
          Scene scene = new Scene(root);
          scene.getStylesheets().add("/css/debrief.css");
          assertEquals(ContentDisplay.TOP, shown(pages, HIGH));
          assertEquals(ContentDisplay.GRAPHIC_ONLY, shown(pages, LOW));
          assertEquals(ContentDisplay.TOP, shown(pages, HIGH));
          return pages;
        });
  }

  /** How the buttons show themselves in a height, all of them inside it. */
  private static ContentDisplay shown(Navigation pages, double height) {
    pages.resize(90, height);
    for (int i = 0; i < 3; i++) {
      pages.getScene().getRoot().applyCss();
      pages.requestLayout();
      pages.layout();
    }
    List<ToggleButton> buttons =
        pages.getChildren().stream()
            .filter(ToggleButton.class::isInstance)
            .map(ToggleButton.class::cast)
            .toList();
    for (ToggleButton button : buttons) {
      assertTrue(button.getBoundsInParent().getMaxY() <= height, button.getText());
    }
    return buttons.getFirst().getContentDisplay();
  }
}
