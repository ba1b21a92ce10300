package dev.debrief.timeline;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.TextStyle;
import java.util.Locale;

/** Draws the time axis and the lines that go down from it. */
final class AxisArt {
  private static final double AIR = 22;

  private AxisArt() {}

  /** The marks for a viewport: no closer than their words need. */
  static Ticks ticks(Viewport viewport, Pen pen) {
    Ticks loose = Ticks.of(viewport.scale(), viewport.zone(), 60);
    double widest = 40;
    for (Ticks.Tick tick : loose.marks()) {
      widest = Math.max(widest, pen.width(tick.label(), Pen.Face.SMALL_STRONG));
    }
    return Ticks.of(viewport.scale(), viewport.zone(), widest + AIR);
  }

  /** Lines behind the lanes. */
  static void grid(Sheet sheet, Ticks ticks, double from, double to) {
    for (Ticks.Tick tick : ticks.marks()) {
      double x = Math.floor(sheet.x(tick.at())) + 0.5;
      int colour = sheet.ink(tick.major() ? Ink.RULE : Ink.GRID);
      sheet.pen().line(x, from, x, to, colour, 1, Pen.Dash.SOLID);
    }
  }

  /** The axis with its words, and what they leave out at the left. */
  static void axis(Sheet sheet, Scene scene, Ticks ticks) {
    Pen pen = sheet.pen();
    Viewport viewport = sheet.viewport();
    double bottom = Viewport.AXIS;
    pen.fill(0, 0, viewport.width(), bottom, sheet.ink(Ink.RAISED));
    pen.clip(sheet.left(), 0, sheet.right() - sheet.left(), bottom);
    double free = Double.NEGATIVE_INFINITY;
    for (Ticks.Tick tick : ticks.marks()) {
      double x = sheet.x(tick.at());
      pen.line(
          Math.floor(x) + 0.5,
          bottom - 6,
          Math.floor(x) + 0.5,
          bottom,
          sheet.ink(Ink.MUTED),
          1,
          Pen.Dash.SOLID);
      Pen.Face face = tick.major() ? Pen.Face.SMALL_STRONG : Pen.Face.SMALL;
      double wide = pen.width(tick.label(), face);
      double from = x - wide / 2;
      if (tick.major() && x >= sheet.left() && x <= sheet.right()) {
        // A day that begins at the edge is named all the same, beside its line.
        from = Math.clamp(from, sheet.left() + 2, Math.max(sheet.left() + 2, sheet.right() - wide));
      }
      if (from >= free + 8 && from >= sheet.left() && from + wide <= sheet.right()) {
        int colour = sheet.ink(tick.major() ? Ink.TEXT : Ink.MUTED);
        pen.text(tick.label(), from, bottom - 10, face, colour);
        free = from + wide;
      }
    }
    breaks(sheet);
    pen.unclip();
    long begin = viewport.scale().from();
    String context = Ticks.context(Nanos.instant(begin), viewport.zone(), ticks.finest());
    double x = sheet.left() + 6;
    pen.text(context, x, 15, Pen.Face.SMALL_STRONG, sheet.ink(Ink.TEXT));
    AxisSpans.draw(sheet, scene, x + pen.width(context, Pen.Face.SMALL_STRONG));
    String zone = zone(viewport.zone(), begin);
    pen.text(zone, 12, bottom - 10, Pen.Face.SMALL_STRONG, sheet.ink(Ink.MUTED));
    pen.line(
        0, bottom - 0.5, viewport.width(), bottom - 0.5, sheet.ink(Ink.RULE), 1, Pen.Dash.SOLID);
  }

  /** Two strokes through the axis where time is folded. */
  private static void breaks(Sheet sheet) {
    Folds folds = sheet.scale().folds();
    for (int i = 0; i < folds.count(); i++) {
      double x = (sheet.x(folds.start(i)) + sheet.x(folds.end(i))) / 2;
      if (x < sheet.left() || x > sheet.right()) {
        continue;
      }
      double bottom = Viewport.AXIS;
      sheet.pen().fill(x - 5, bottom - 12, 10, 12, sheet.ink(Ink.RAISED));
      for (double off : new double[] {-3, 2}) {
        sheet
            .pen()
            .line(
                x + off - 2,
                bottom,
                x + off + 3,
                bottom - 11,
                sheet.ink(Ink.MUTED),
                1.5,
                Pen.Dash.SOLID);
      }
    }
  }

  /** {@code UTC}, or a zone with its offset at that time. */
  static String zone(ZoneId zone, long at) {
    ZoneOffset offset = zone.getRules().getOffset(Nanos.instant(at));
    if (zone.equals(ZoneOffset.UTC) || zone.getId().equals("UTC")) {
      return "UTC";
    }
    String name = zone.getDisplayName(TextStyle.SHORT, Locale.ENGLISH);
    return name + " (UTC" + (offset.equals(ZoneOffset.UTC) ? "" : offset.getId()) + ")";
  }
}
