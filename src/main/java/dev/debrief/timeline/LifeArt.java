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

  /** Up to so many phases of a column are told one by one. */
  private static final int FEW = 4;

  private final Sheet sheet;
  private final double y;
  private final double height;
  private final double[] shares = new double[STATES.length];
  private final double phase;

  private long column = Long.MIN_VALUE;
  private int[] pixels = {};
  private int columns;

  private LifeArt(Sheet sheet, double y, double height) {
    this.sheet = sheet;
    this.y = y;
    this.height = height;
    // Columns lie on a lattice of time, not of the window: they move with what they show.
    double perPixel = sheet.scale().perPixel();
    double columnTime = perPixel * COLUMN;
    phase = sheet.left() - sheet.scale().from() % columnTime / perPixel;
  }

  static void draw(Sheet sheet, Track track, LifeSums sums, double y, double height) {
    if (track.size() > 0) {
      new LifeArt(sheet, y, height).draw(track, sums);
    }
  }

  private void draw(Track track, LifeSums sums) {
    TimeScale scale = sheet.scale();
    long from = scale.from();
    double perNano = !scale.folded() ? 1 / scale.perPixel() : 0;
    int end = track.firstAfter(scale.to());
    for (int i = track.firstReaching(from); i < end; ) {
      long begins = track.starts()[i];
      long ends = track.ends()[i];
      int state = sums.state(i);
      if (ends < from || state < 0) {
        i++;
        continue;
      }
      // The common case by hand: a hundred thousand bars may pass here in each frame.
      double x1 = perNano > 0 ? sheet.left() + (begins - from) * perNano : sheet.x(begins);
      double x2 = perNano > 0 ? sheet.left() + (ends - from) * perNano : sheet.x(ends);
      x1 = Math.max(sheet.left(), x1);
      x2 = Math.min(sheet.right(), x2);
      if (x2 - x1 >= NARROW) {
        flushColumn();
        bar((Mark.Life) track.marks().get(i), Sheet.snapped(x1), Sheet.snapped(x2));
        i++;
        continue;
      }
      int next = perNano > 0 && begins >= from ? together(track, i, end, x1 - phase, perNano) : i;
      if (next - i > FEW) {
        shares(sums, i, next, x1 - phase, perNano);
        i = next;
      } else {
        share(state, x1 - phase, x2 - phase);
        i++;
      }
    }
    flushColumn();
    if (columns > 0) {
      sheet.pen().mosaic(sheet.left(), y, columns, (int) height, 1, pixels);
    }
  }

  /** The first phase that doesn't lie wholly in the column that one begins in. */
  private int together(Track track, int first, int end, double x, double perNano) {
    double columnEnd = ((long) (x / COLUMN) + 1) * COLUMN;
    long until = track.starts()[first] + (long) ((columnEnd - x) / perNano);
    long[] ends = track.ends();
    if (first + FEW >= end || ends[first + FEW] > until) {
      return first;
    }
    // By leaps that double, then by halves: phases follow each other, and so do their ends.
    int low = first + FEW;
    int leap = FEW;
    while (low + leap < end && ends[low + leap] <= until) {
      low += leap;
      leap *= 2;
    }
    int high = Math.min(end, low + leap);
    while (low + 1 < high) {
      int middle = (low + high) >>> 1;
      if (ends[middle] <= until) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return low + 1;
  }

  /** Adds phases that all lie in one column. */
  private void shares(LifeSums sums, int from, int to, double x, double perNano) {
    long c = (long) (x / COLUMN);
    if (c != column) {
      flushColumn();
      column = c;
    }
    for (int state = 0; state < STATES.length; state++) {
      shares[state] += sums.between(state, from, to) * perNano;
    }
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
        // Two rails: what runs, but not whole.
        pen.fill(x, y, width, height, palette.of(Ink.FAILING, 0.3));
        pen.fill(x, y, width, 4, colour);
        pen.fill(x, y + height - 4, width, 4, colour);
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

  /** Adds a phase to the columns it touches; both ends are counted from the lattice's origin. */
  private void share(int state, double x1, double x2) {
    long first = (long) (x1 / COLUMN);
    long last = (long) (x2 / COLUMN);
    for (long c = first; c <= last; c++) {
      if (c != column) {
        flushColumn();
        column = c;
      }
      double left = c * COLUMN;
      // An instant counts a little: a phase shorter than any clock was still there.
      double part = Math.min(x2, left + COLUMN) - Math.max(x1, left);
      shares[state] += Math.max(0.02, part);
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
    double known = Math.min(1, sum / COLUMN * 1.5);
    int left = Math.max(2, (int) Math.round(known * height));
    int whole = left;
    int bottom = (int) height;
    int x = (int) Math.rint(phase + column * COLUMN - sheet.left());
    for (int i = STATES.length - 1; i >= 0; i--) {
      if (shares[i] > 0) {
        int tall = Math.min(left, Math.max(1, (int) Math.round(shares[i] / sum * whole)));
        column(x, bottom - tall, tall, sheet.ink(ink(STATES[i])));
        bottom -= tall;
        left -= tall;
      }
      shares[i] = 0;
    }
    column = Long.MIN_VALUE;
  }

  private void column(int x, int top, int tall, int colour) {
    if (columns == 0) {
      columns = (int) Math.ceil(sheet.right() - sheet.left());
      pixels = new int[columns * (int) height];
    }
    int to = Math.min(columns, x + (int) COLUMN);
    for (int row = top; row < top + tall; row++) {
      for (int i = Math.max(0, x); i < to; i++) {
        pixels[row * columns + i] = colour;
      }
    }
  }
}
