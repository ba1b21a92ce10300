package dev.debrief.desktop.parts;

import atlantafx.base.theme.Styles;
import dev.debrief.desktop.text.Texts;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Control;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Buttons, each with a name for screen readers and a tooltip where it shows no words. */
public final class Buttons {
  private static final String NAMED = "debrief.named";

  private Buttons() {}

  /** A flat button that shows only an icon; the text is its tooltip and accessible name. */
  public static Button icon(Feather icon, String key, Runnable action) {
    Button button = new Button();
    button.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT);
    silent(button, icon, Texts.text(key));
    button.setOnAction(event -> action.run());
    return button;
  }

  /** A button with an icon and words. */
  public static Button labelled(Feather icon, String key, Runnable action) {
    Button button = new Button(Texts.text(key), new FontIcon(icon));
    button.setAccessibleText(Texts.text(key));
    button.setOnAction(event -> action.run());
    return button;
  }

  /** The one button that a view suggests. */
  public static Button suggested(Feather icon, String key, Runnable action) {
    Button button = labelled(icon, key, action);
    button.getStyleClass().add(Styles.ACCENT);
    return button;
  }

  /** A toggle that shows only an icon. */
  public static ToggleButton toggle(Feather icon, String key) {
    ToggleButton button = new ToggleButton();
    button.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT);
    silent(button, icon, Texts.text(key));
    return button;
  }

  /** Words that act when clicked. */
  public static Hyperlink link(String text, Runnable action) {
    Hyperlink link = new Hyperlink(text);
    link.setAccessibleText(text);
    link.setOnAction(
        event -> {
          link.setVisited(false);
          action.run();
        });
    return link;
  }

  /**
   * Gives a control a tooltip and the same words as its accessible name. A tooltip is a window with
   * a scene of its own: it is made when the pointer first comes.
   */
  public static void name(Control control, String text) {
    control.setAccessibleText(text);
    if (control.getProperties().putIfAbsent(NAMED, true) == null) {
      control.addEventHandler(MouseEvent.MOUSE_ENTERED, event -> tooltip(control));
    }
  }

  private static void tooltip(Control control) {
    if (control.getTooltip() == null) {
      Tooltip tooltip = new Tooltip();
      tooltip.textProperty().bind(control.accessibleTextProperty());
      tooltip.setShowDelay(Duration.millis(400));
      control.setTooltip(tooltip);
    }
  }

  private static void silent(ButtonBase button, Feather icon, String text) {
    button.setGraphic(new FontIcon(icon));
    button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    name(button, text);
  }
}
