package dev.debrief.desktop.timeline;

import dev.debrief.timeline.Hit;
import dev.debrief.timeline.Nanos;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import javafx.scene.control.Label;

/** The instant under the pointer, on the axis: as fine as a pixel tells. */
final class PointerTime extends Label {
  private static final double HALF = 40;

  private final TimelineModel model;
  private double y;
  private double right;

  PointerTime(TimelineModel model) {
    this.model = model;
    getStyleClass().add("pointer-time");
    setManaged(false);
    setVisible(false);
    setMouseTransparent(true);
  }

  /** Where it stands: on the axis, and how far to the right there is room. */
  void place(double axis, double end) {
    y = Math.rint(axis - getHeight() / 2);
    right = end;
    relocate(getLayoutX(), y);
  }

  /** Tells a point's instant, but none in the margin. */
  void show(Hit hit, double x) {
    setVisible(!hit.gutter());
    if (hit.gutter()) {
      return;
    }
    setText(text(hit.at(), model.camera().scale().perPixel(), model.zoneProperty().get()));
    autosize();
    double most = Math.max(0, right - getWidth());
    relocate(Math.rint(Math.clamp(x - Math.min(HALF, getWidth() / 2), 0, most)), y);
  }

  static String text(Instant at, double perPixel, ZoneId zone) {
    String pattern =
        perPixel >= 60 * Nanos.SECOND
            ? "MMM d HH:mm"
            : perPixel >= Nanos.SECOND
                ? "HH:mm:ss"
                : perPixel >= 1e6 ? "HH:mm:ss.SSS" : "HH:mm:ss.SSSSSS";
    return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).withZone(zone).format(at);
  }
}
