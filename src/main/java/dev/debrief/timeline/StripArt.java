package dev.debrief.timeline;

import java.util.Arrays;

/** Draws counts: as heat where a lane is low, as columns where it is tall. */
final class StripArt {
  /** How wide a column is, in pixels. */
  static final double COLUMN = 3;

  private StripArt() {}

  /** Counts over what is seen, in columns that stay on their times while the picture moves. */
  record Columns(double left, double width, long[] counts, double nanos) {
    static Columns of(Density density, String series, Viewport viewport) {
      TimeScale scale = viewport.scale();
      if (scale.folded()) {
        return folded(density, series, viewport);
      }
      double wanted = scale.perPixel() * COLUMN;
      long step = Math.max(1, Math.round(wanted));
      long from = Math.floorDiv(scale.from(), step) * step;
      int buckets = (int) Math.min(20_000, (scale.to() - from) / step + 1);
      long[] counts = density.counts(series, from, from + step * buckets, buckets);
      return new Columns(viewport.gutter() + scale.x(from), step / scale.perPixel(), counts, step);
    }

    private static Columns folded(Density density, String series, Viewport viewport) {
      TimeScale scale = viewport.scale();
      int buckets = (int) Math.ceil(scale.width() / COLUMN);
      long[] counts = density.counts(series, scale, buckets, COLUMN);
      return new Columns(viewport.gutter(), COLUMN, counts, scale.perPixel() * COLUMN);
    }

    long most() {
      long most = 0;
      for (long count : counts) {
        most = Math.max(most, count);
      }
      return most;
    }

    /** Which column a pixel lies in, or -1. */
    int at(double x) {
      int column = (int) Math.floor((x - left) / width);
      return column >= 0 && column < counts.length ? column : -1;
    }
  }

  /** One signature: the more of it in a column, the deeper its colour. */
  static void heat(Sheet sheet, Density density, String series, double y, double height) {
    Columns columns = Columns.of(density, series, sheet.viewport());
    // The next power of two, so that the colours hold while the most comes and goes.
    double most = Math.max(3, Long.highestOneBit(Math.max(1, columns.most())) * 2.0 - 1);
    int wide = (int) Math.ceil(sheet.right() - sheet.left());
    int tall = (int) (height - 6);
    int[] row = new int[wide];
    for (int i = 0; i < columns.counts().length; i++) {
      long count = columns.counts()[i];
      if (count > 0) {
        int colour = sheet.palette().heat(Math.log1p(count) / Math.log1p(most));
        int from = (int) Math.rint(columns.left() + i * columns.width() - sheet.left());
        int to = (int) Math.rint(columns.left() + (i + 1) * columns.width() - sheet.left());
        Arrays.fill(row, Math.clamp(from, 0, wide), Math.clamp(to, 0, wide), colour);
      }
    }
    sheet.pen().mosaic(sheet.left(), y + 3, wide, 1, tall, row);
  }

  /** All of them as columns. */
  static void counts(Sheet sheet, Density density, String all, double y, double height) {
    Columns columns = Columns.of(density, all, sheet.viewport());
    series(sheet, columns, nice(columns.most()), y + height - 2, height - 8, sheet.ink(Ink.COUNT));
  }

  /** All of them as columns, those that count as bad in front and in red. */
  static void counts(
      Sheet sheet, Density density, String all, String bad, double y, double height) {
    Columns columns = Columns.of(density, all, sheet.viewport());
    Columns bads = Columns.of(density, bad, sheet.viewport());
    double most = nice(columns.most());
    double bottom = y + height - 2;
    double tall = height - 8;
    series(sheet, columns, most, bottom, tall, sheet.ink(Ink.COUNT));
    series(sheet, bads, most, bottom, tall, sheet.ink(Ink.DOWN));
    sheet
        .pen()
        .line(sheet.left(), bottom, sheet.right(), bottom, sheet.ink(Ink.RULE), 1, Pen.Dash.SOLID);
  }

  private static void series(
      Sheet sheet, Columns columns, double most, double bottom, double tall, int colour) {
    double from = 0;
    double held = 0;
    for (int i = 0; i <= columns.counts().length; i++) {
      long count = i < columns.counts().length ? columns.counts()[i] : 0;
      double high = count == 0 ? 0 : Math.max(2, Math.rint(count / most * tall));
      if (high == held) {
        continue;
      }
      if (held > 0) {
        bar(sheet, columns, from, i, bottom - held, held, colour);
      }
      from = i;
      held = high;
    }
  }

  private static void bar(
      Sheet sheet, Columns columns, double from, double to, double y, double height, int colour) {
    double x1 = Math.max(sheet.left(), Sheet.snapped(columns.left() + from * columns.width()));
    double x2 = Math.min(sheet.right(), Sheet.snapped(columns.left() + to * columns.width()));
    if (x2 > x1) {
      sheet.pen().fill(x1, y, x2 - x1, height, colour);
    }
  }

  /** A round number at least as great, and not much greater: the scale must not jump at a pan. */
  static double nice(long most) {
    double power = 1;
    while (power * 10 <= most) {
      power *= 10;
    }
    for (double factor : new double[] {1, 1.5, 2, 3, 4, 6, 8}) {
      if (power * factor >= most) {
        return power * factor;
      }
    }
    return power * 10;
  }
}
