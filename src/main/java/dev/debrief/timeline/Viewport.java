package dev.debrief.timeline;

import java.time.ZoneId;

/**
 * What part of a scene is drawn where: the margin with the titles on the left, the axis on top, the
 * lanes in the rest.
 *
 * @param width of the whole, in pixels
 * @param height of the whole
 * @param gutter the margin's width
 * @param scale the time on the rest of the width
 * @param scroll how far the lanes are moved up, in pixels
 * @param zone in which times are written
 */
public record Viewport(
    double width, double height, double gutter, TimeScale scale, double scroll, ZoneId zone) {
  /** The height of the axis. */
  public static final double AXIS = 42;

  /** A viewport whose scale fits the width that the margin leaves. */
  public Viewport {
    scale = scale.withWidth(width - gutter);
  }

  /** The same over another stretch of time. */
  public Viewport withScale(TimeScale other) {
    return new Viewport(width, height, gutter, other, scroll, zone);
  }

  /** The height that is left for lanes. */
  public double laneHeight() {
    return Math.max(0, height - AXIS);
  }
}
