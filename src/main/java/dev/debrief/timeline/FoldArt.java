package dev.debrief.timeline;

import java.time.Duration;

/** Draws idle time that is folded: a torn strip with how long it was. */
public final class FoldArt {
  private static final double TOOTH = 4;

  private FoldArt() {}

  /** A strip with two torn edges between two heights. */
  public static void torn(
      Pen pen, Palette palette, double from, double to, double top, double bottom) {
    double wide = Math.max(2, to - from);
    pen.fill(from, top, wide, bottom - top, palette.of(Ink.RAISED));
    edge(pen, from, top, bottom, palette.of(Ink.RULE));
    edge(pen, from + wide, top, bottom, palette.of(Ink.RULE));
  }

  /** In whole pixels to and fro: slanted lines would cost a renderer in software dearly. */
  private static void edge(Pen pen, double x, double top, double bottom, int colour) {
    double way = 1;
    for (double y = top; y < bottom; y += TOOTH) {
      pen.fill(Math.rint(x + way), y, 1, Math.min(TOOTH, bottom - y), colour);
      way = -way;
    }
  }

  /** How long the folded time was, where there is room: in words, or as short as can be. */
  public static void length(
      Pen pen, Palette palette, Folds folds, int fold, double from, double to, double baseline) {
    Duration idle = Duration.ofNanos(folds.end(fold) - folds.start(fold));
    String longer = Wording.duration(idle) + " idle";
    for (String text : new String[] {longer, roughly(idle)}) {
      double wide = pen.width(text, Pen.Face.SMALL);
      if (wide + 6 <= to - from) {
        pen.text(text, (from + to - wide) / 2, baseline, Pen.Face.SMALL, palette.of(Ink.MUTED));
        return;
      }
    }
  }

  /** The greatest unit of a duration alone. */
  static String roughly(Duration idle) {
    if (idle.toDays() > 0) {
      return idle.toDays() + " d";
    }
    return idle.toHours() > 0 ? idle.toHours() + " h" : idle.toMinutes() + " min";
  }
}
