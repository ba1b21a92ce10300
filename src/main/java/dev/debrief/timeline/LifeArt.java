package dev.debrief.timeline;

import dev.debrief.model.MachineLife;

/**
 * Draws what a machine was doing. Phases wide enough are bars; where several share a pixel or two,
 * the column shows each state's share of the time as its share of the height, so that a crash loop
 * stays what it is at any zoom.
 */
final class LifeArt {
  private static final MachineLife.State[] STATES = MachineLife.State.values();
  private static final double COLUMN = 2;
  private static final double NARROW = 3;

  private final Sheet sheet;
  private final double y;
  private final double height;
  private final double[] shares = new double[STATES.length];
  private final double phase;

  private long column = Long.MIN_VALUE;
  private int[] held = {};
  private double heldFrom;
  private double heldTo;

  private LifeArt(Sheet sheet, double y, double height) {
    this.sheet = sheet;
    this.y = y;
    this.height = height;
    // Columns lie on a lattice of time, not of the window: they move with what they show.
    double perPixel = sheet.scale().perPixel();
    double columnTime = perPixel * COLUMN;
    phase = sheet.left() - sheet.scale().from() % columnTime / perPixel;
  }

  static void draw(Sheet sheet, Track track, double y, double height) {
    if (track.size() > 0) {
      new LifeArt(sheet, y, height).draw(track);
    }
  }

  private void draw(Track track) {
    long from = sheet.scale().from();
    long to = sheet.scale().to();
    int end = track.firstAfter(to);
    for (int i = track.firstReaching(from); i < end; i++) {
      if (track.ends()[i] < from || !(track.marks().get(i) instanceof Mark.Life life)) {
        continue;
      }
      double x1 = Math.max(sheet.left(), sheet.x(track.starts()[i]));
      double x2 = Math.min(sheet.right(), sheet.x(track.ends()[i]));
      if (x2 - x1 >= NARROW) {
        flushColumn();
        flushHeld();
        bar(life, Sheet.snapped(x1), Sheet.snapped(x2));
      } else {
        share(life.state(), x1, x2);
      }
    }
    flushColumn();
    flushHeld();
  }

  private void bar(Mark.Life life, double x1, double x2) {
    swatch(sheet.pen(), sheet.palette(), life.state(), x1, y, x2 - x1, height);
    if (sheet.emphasis().holds(life)) {
      sheet.pen().frame(x1, y - 1, x2 - x1, height + 2, 1, sheet.ink(Ink.TEXT), Pen.Dash.SOLID);
    }
  }

  /** A stretch of one state: told by its shape as well as by its colour. */
  static void swatch(
      Pen pen,
      Palette palette,
      MachineLife.State state,
      double x,
      double y,
      double width,
      double height) {
    double middle = y + height / 2;
    int colour = palette.of(ink(state));
    switch (state) {
      case UP -> pen.fill(x, y, width, height, colour);
      case FAILING -> {
        pen.fill(x, y, width, height, colour);
        if (width > 6) {
          pen.hatch(x, y, width, height, 6, palette.of(Ink.SURFACE, 0.55));
        }
      }
      case BOOTING -> {
        pen.fill(x, y, width, height, palette.of(Ink.BOOTING, 0.35));
        pen.fill(x, y + height - 4, width, 4, colour);
      }
      case DOWN -> {
        pen.fill(x, y, width, height, palette.of(Ink.DOWN, 0.16));
        pen.fill(x, middle - 2, width, 4, colour);
      }
      case STOPPED -> pen.fill(x, middle - 1, width, 2, colour);
      case ASLEEP -> pen.line(x, middle, x + width, middle, colour, 2, Pen.Dash.DOTTED);
    }
  }

  static Ink ink(MachineLife.State state) {
    return switch (state) {
      case UP -> Ink.UP;
      case BOOTING -> Ink.BOOTING;
      case FAILING -> Ink.FAILING;
      case DOWN -> Ink.DOWN;
      case STOPPED -> Ink.STOPPED;
      case ASLEEP -> Ink.ASLEEP;
    };
  }

  private void share(MachineLife.State state, double x1, double x2) {
    long first = (long) Math.floor((x1 - phase) / COLUMN);
    long last = (long) Math.floor((x2 - phase) / COLUMN);
    for (long c = first; c <= last; c++) {
      if (c != column) {
        flushColumn();
        column = c;
      }
      double left = phase + c * COLUMN;
      // An instant counts a little: a phase shorter than any clock was still there.
      double part = Math.min(x2, left + COLUMN) - Math.max(x1, left);
      shares[state.ordinal()] += Math.max(0.02, part);
    }
  }

  private void flushColumn() {
    if (column == Long.MIN_VALUE) {
      return;
    }
    double sum = 0;
    for (double share : shares) {
      sum += share;
    }
    int[] heights = new int[STATES.length];
    int left = (int) height;
    double known = Math.min(1, sum / COLUMN * 1.5);
    int whole = Math.max(2, (int) Math.round(known * height));
    left = whole;
    for (int i = STATES.length - 1; i >= 0; i--) {
      heights[i] = i == 0 ? left : Math.min(left, (int) Math.round(shares[i] / sum * whole));
      if (shares[i] == 0) {
        heights[i] = 0;
      }
      left -= heights[i];
      shares[i] = 0;
    }
    double x = phase + column * COLUMN;
    column = Long.MIN_VALUE;
    if (java.util.Arrays.equals(heights, held) && Math.abs(x - heldTo) < 0.5) {
      heldTo = x + COLUMN;
      return;
    }
    flushHeld();
    held = heights;
    heldFrom = x;
    heldTo = x + COLUMN;
  }

  private void flushHeld() {
    if (held.length == 0) {
      return;
    }
    double x1 = Math.max(sheet.left(), Sheet.snapped(heldFrom));
    double x2 = Sheet.snapped(heldTo);
    double bottom = y + height;
    for (int i = 0; i < held.length; i++) {
      if (held[i] > 0 && x2 > x1) {
        bottom -= held[i];
        sheet.pen().fill(x1, bottom, x2 - x1, held[i], sheet.ink(ink(STATES[i])));
      }
    }
    held = new int[0];
  }
}
