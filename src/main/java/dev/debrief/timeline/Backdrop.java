package dev.debrief.timeline;

import dev.debrief.model.TimeRange;
import dev.debrief.model.Verdict;

/** What reaches across all lanes: outages, missing log, the brush, decisive changes, the clock. */
final class Backdrop {
  private Backdrop() {}

  /** The stretches of outages, behind everything. */
  static void outages(Sheet sheet, Scene scene, double from, double to) {
    for (Mark.Outage outage : scene.timeline().outages()) {
      // Mixed beforehand: a see-through colour over so large a part costs a renderer dearly.
      int wash = sheet.ink(Ink.OUTAGE_WASH);
      int mixed = Palette.mixed(sheet.ink(Ink.SURFACE), wash | 0xFF000000, (wash >>> 24) / 255.0);
      band(sheet, outage.range(), from, to, mixed);
    }
  }

  private static void band(Sheet sheet, TimeRange range, double from, double to, int colour) {
    double x1 = Math.max(sheet.left(), sheet.x(Nanos.of(range.from())));
    double x2 = Math.min(sheet.right(), sheet.x(Nanos.of(range.to())));
    if (x2 > x1) {
      sheet.pen().fill(x1, from, Math.max(1, x2 - x1), to - from, colour);
    }
  }

  /** Over the marks. */
  static void above(Sheet sheet, Scene scene, double from, double to) {
    gaps(sheet, scene.gaps(), from, to);
    folds(sheet, from, to);
    Emphasis emphasis = sheet.emphasis();
    emphasis
        .brush()
        .ifPresent(
            brush -> {
              band(sheet, brush, from, to, sheet.ink(Ink.BRUSH));
              edge(sheet, Nanos.of(brush.from()), from, to);
              edge(sheet, Nanos.of(brush.to()), from, to);
            });
    emphasis.cursor().ifPresent(at -> edge(sheet, Nanos.of(at), from, to));
    emphasis
        .now()
        .ifPresent(
            now -> {
              double x = Math.max(sheet.left(), sheet.x(Nanos.of(now)));
              if (x < sheet.right()) {
                sheet
                    .pen()
                    .fill(x, from, sheet.right() - x, to - from, sheet.ink(Ink.RAISED, 0.75));
              }
              edge(sheet, Nanos.of(now), from, to);
            });
  }

  private static void edge(Sheet sheet, long at, double from, double to) {
    double x = Math.floor(sheet.x(at)) + 0.5;
    if (x >= sheet.left() && x <= sheet.right()) {
      sheet.pen().line(x, from, x, to, sheet.ink(Ink.ACCENT), 1, Pen.Dash.SOLID);
    }
  }

  /** The changes that began or ended the failing, as a line down through everything. */
  static void decisive(Sheet sheet, Scene scene, double from, double to) {
    for (Scene.Strand strand : scene.strands()) {
      if (strand.lane().kind() != LaneKind.CHANGES) {
        continue;
      }
      Track track = strand.points();
      int end = track.firstAfter(sheet.scale().to());
      for (int i = track.firstReaching(sheet.scale().from()); i < end; i++) {
        if (track.marks().get(i) instanceof Mark.Changed change
            && (change.verdict() == Verdict.INTRODUCED || change.verdict() == Verdict.FIXED)) {
          double x = Math.floor(sheet.x(track.starts()[i])) + 0.5;
          int colour = sheet.ink(Glyph.of(change).ink(), 0.7);
          sheet.pen().line(x, from, x, to, colour, 1, Pen.Dash.DASHED);
        }
      }
    }
  }

  private static void gaps(Sheet sheet, Track gaps, double from, double to) {
    int end = gaps.firstAfter(sheet.scale().to());
    for (int i = gaps.firstReaching(sheet.scale().from()); i < end; i++) {
      double x1 = Math.max(sheet.left(), sheet.x(gaps.starts()[i]));
      double x2 = Math.min(sheet.right(), sheet.x(gaps.ends()[i]));
      if (x2 <= x1) {
        continue;
      }
      double wide = Math.max(2, x2 - x1);
      sheet.pen().fill(x1, from, wide, to - from, sheet.ink(Ink.SURFACE, 0.55));
      sheet.pen().hatch(x1, from, wide, to - from, 8, sheet.ink(Ink.MISSING, 0.5));
      chip(sheet, "log missing", x1, x2, from + 4);
      if (sheet.emphasis().holds(gaps.marks().get(i))) {
        sheet.pen().frame(x1, from, wide, to - from, 0, sheet.ink(Ink.ACCENT), Pen.Dash.SOLID);
      }
    }
  }

  private static void chip(Sheet sheet, String text, double x1, double x2, double y) {
    double wide = sheet.pen().width(text, Pen.Face.SMALL_STRONG) + 12;
    if (wide + 4 > x2 - x1) {
      return;
    }
    double x = (x1 + x2 - wide) / 2;
    sheet.pen().round(x, y, wide, 18, 4, sheet.ink(Ink.SURFACE));
    sheet.pen().frame(x, y, wide, 18, 4, sheet.ink(Ink.RULE), Pen.Dash.SOLID);
    sheet.pen().text(text, x + 6, y + 13, Pen.Face.SMALL_STRONG, sheet.ink(Ink.MUTED));
  }

  /** Folded time: a torn edge with how long it was. */
  private static void folds(Sheet sheet, double from, double to) {
    Folds folds = sheet.scale().folds();
    for (int i = 0; i < folds.count(); i++) {
      double x1 = sheet.x(folds.start(i));
      double x2 = sheet.x(folds.end(i));
      if (x2 < sheet.left() || x1 > sheet.right()) {
        continue;
      }
      double begin = Math.max(sheet.left(), x1);
      double wide = Math.max(1, Math.min(sheet.right(), x2) - begin);
      sheet.pen().fill(begin, from, wide, to - from, sheet.ink(Ink.RAISED));
      sheet.pen().line(begin, from, begin, to, sheet.ink(Ink.RULE), 1, Pen.Dash.DOTTED);
      sheet
          .pen()
          .line(begin + wide, from, begin + wide, to, sheet.ink(Ink.RULE), 1, Pen.Dash.DOTTED);
      String text =
          Wording.duration(java.time.Duration.ofNanos(folds.end(i) - folds.start(i))) + " idle";
      chip(sheet, text, x1, x2, from + 4);
    }
  }
}
