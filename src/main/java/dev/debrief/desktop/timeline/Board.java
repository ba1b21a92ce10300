package dev.debrief.desktop.timeline;

import javafx.scene.Scene;
import javafx.scene.canvas.Canvas;
import javafx.scene.layout.Region;
import javafx.scene.transform.Scale;
import javafx.stage.Screen;
import javafx.stage.Window;

/**
 * A canvas that is drawn pixel by pixel of the screen, in units that grow with the window's text.
 * What is inside, events' places too, is in those units.
 *
 * <p>A canvas of JavaFX keeps as many pixels as the densest screen has, rounded up to a whole
 * number for each point ({@code NGCanvas}): at 150 % it draws at 200 % and is shrunk, in a picture
 * at 200 % made without a screen it is enlarged; either way its words are soft. So this one is as
 * much smaller or larger than the place it fills as makes its pixels those of the screen.
 */
final class Board extends Region {
  private final Scale units = new Scale();
  private final Scale pixels = new Scale();
  private double dense;
  private double sharp = 1;
  private Canvas canvas = new Canvas();
  private CanvasPen pen = new CanvasPen(canvas.getGraphicsContext2D());

  Board() {
    setManaged(false);
    getTransforms().add(units);
    canvas.getTransforms().add(pixels);
    getChildren().add(canvas);
    dense = densest();
  }

  /**
   * Takes a place of the parent, and is empty where that changed anything.
   *
   * @param text how large the text is, 1 for its common size
   * @return whether it has to be drawn anew
   */
  boolean fit(double width, double height, double text) {
    double now = densest();
    boolean other = now != dense;
    if (other) {
      renew(now);
    }
    double screen = screen();
    double wide = Math.max(1, Math.floor(width * screen)) / dense;
    double high = Math.max(1, Math.floor(height * screen)) / dense;
    double sharper = screen * text;
    if (!other && canvas.getWidth() == wide && canvas.getHeight() == high && sharp == sharper) {
      return false;
    }
    sharp = sharper;
    units.setX(text);
    units.setY(text);
    pixels.setX(dense / sharp);
    pixels.setY(dense / sharp);
    canvas.setWidth(wide);
    canvas.setHeight(high);
    resize(wide * dense / sharp, high * dense / sharp);
    return true;
  }

  /** How much of a unit is so many pixels of the screen, none of them in part. */
  double snapped(double length) {
    return Math.rint(length * sharp) / sharp;
  }

  /** Begins a picture over the one before. */
  CanvasPen begin() {
    pen.begin(dense, sharp);
    return pen;
  }

  /** Begins a picture on what lies behind. */
  CanvasPen clean() {
    begin();
    canvas.getGraphicsContext2D().clearRect(0, 0, getWidth(), getHeight());
    return pen;
  }

  /** What measures text as it is drawn here. */
  CanvasPen pen() {
    return pen;
  }

  /** Another screen is there, or one was taken away: a canvas keeps the pixels it began with. */
  private void renew(double now) {
    dense = now;
    canvas = new Canvas();
    canvas.getTransforms().add(pixels);
    pen = new CanvasPen(canvas.getGraphicsContext2D());
    getChildren().setAll(canvas);
  }

  /** Pixels for a point of the window it is in. */
  private double screen() {
    Scene scene = getScene();
    Window window = scene == null ? null : scene.getWindow();
    return window == null ? 1 : window.getRenderScaleX();
  }

  /** Pixels that a canvas made now keeps for each of its points, one way. */
  private static double densest() {
    return Math.ceil(
        Screen.getScreens().stream()
            .mapToDouble(screen -> Math.max(screen.getOutputScaleX(), screen.getOutputScaleY()))
            .max()
            .orElse(1));
  }
}
