package dev.debrief.timeline;

import java.util.Locale;

/** What a colour is for. */
public enum Ink {
  SURFACE,
  /** Margin and axis. */
  RAISED,
  TEXT,
  MUTED,
  /** Lines behind the marks. */
  GRID,
  /** Lines between the parts. */
  RULE,
  ACCENT,
  /** A brushed range. */
  BRUSH,
  UP,
  BOOTING,
  FAILING,
  DOWN,
  STOPPED,
  ASLEEP,
  /** The stretch of an outage, behind everything. */
  OUTAGE_WASH,
  /** A release that ran. */
  RELEASE,
  SILENCE,
  /** The hatching of missing log. */
  MISSING,
  /** Few of a kind. */
  HEAT_LOW,
  /** Most of a kind. */
  HEAT_HIGH,
  /** Neutral counts. */
  COUNT,
  PIN;

  /** The name in a palette file or a style sheet, such as {@code outage-wash}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
