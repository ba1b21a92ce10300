package dev.debrief.desktop.parts;

import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/**
 * The layer above a window's content for questions and the list of keys. Escape or a click beside
 * it closes it, and the focus goes back to where it was.
 */
public final class Overlay extends StackPane {
  private final Node beneath;
  private @Nullable Node focusBefore;

  /** Lies over {@code beneath}, hidden. */
  public Overlay(Node beneath) {
    this.beneath = beneath;
    getStyleClass().add("overlay");
    setVisible(false);
    setAlignment(Pos.CENTER);
    setOnMouseClicked(
        event -> {
          if (event.getTarget() == this) {
            hide();
          }
        });
    addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ESCAPE) {
            hide();
            event.consume();
          }
        });
  }

  /** Shows a card and gives it the focus. */
  public void show(Region card) {
    if (!isVisible()) {
      focusBefore = getScene() == null ? null : getScene().getFocusOwner();
    }
    card.getStyleClass().add("overlay-card");
    card.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    getChildren().setAll(card);
    setVisible(true);
    beneath.setDisable(true);
    Platform.runLater(
        () -> {
          if (isVisible() && !focusInside()) {
            Node first = firstFocusable(card);
            if (first != null) {
              first.requestFocus();
            }
          }
        });
  }

  /** Takes the card away. */
  public void hide() {
    setVisible(false);
    getChildren().clear();
    beneath.setDisable(false);
    if (focusBefore != null) {
      focusBefore.requestFocus();
      focusBefore = null;
    }
  }

  private boolean focusInside() {
    Node owner = getScene() == null ? null : getScene().getFocusOwner();
    for (Node node = owner; node != null; node = node.getParent()) {
      if (node == this) {
        return true;
      }
    }
    return false;
  }

  private static @Nullable Node firstFocusable(Node node) {
    if (node.isFocusTraversable() && !node.isDisabled() && node.isVisible()) {
      return node;
    }
    if (node instanceof javafx.scene.Parent parent) {
      for (Node child : parent.getChildrenUnmodifiable()) {
        Node found = firstFocusable(child);
        if (found != null) {
          return found;
        }
      }
    }
    return null;
  }
}
