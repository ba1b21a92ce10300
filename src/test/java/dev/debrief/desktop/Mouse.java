package dev.debrief.desktop;

import javafx.event.EventType;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

/** What a mouse tells with its first button down. */
public final class Mouse {
  private Mouse() {}

  /** An event at a place of a node; with shift, which the headless robot's mouse doesn't know. */
  public static MouseEvent event(EventType<MouseEvent> type, double x, double y, boolean shift) {
    return new MouseEvent(
        type,
        x,
        y,
        x,
        y,
        MouseButton.PRIMARY,
        1,
        shift,
        false,
        false,
        false,
        true,
        false,
        false,
        shift,
        false,
        false,
        null);
  }
}
