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
    for (TimeRange part : emphasis.baseline()) {
      baseline(sheet, part, from, to);
    }
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

  /** What a brushed range is compared with: bounded by dots, named, not coloured. */
  private static void baseline(Sheet sheet, TimeRange part, double from, double to) {
    double x1 = sheet.x(Nanos.of(part.from()));
    double x2 = sheet.x(Nanos.of(part.to()));
    double begin = Math.max(sheet.left(), x1);
    double end = Math.min(sheet.right(), x2);
    if (end <= begin) {
      return;
    }
    int colour = sheet.ink(Ink.ACCENT);
    for (double x : new double[] {x1, x2}) {
      if (x >= sheet.left() && x <= sheet.right()) {
        double at = Math.floor(x) + 0.5;
        sheet.pen().line(at, from, at, to, colour, 1, Pen.Dash.DOTTED);
      }
    }
    sheet.pen().fill(begin, from, end - begin, 3, sheet.ink(Ink.ACCENT, 0.55));
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
      sheet.pen().hatch(x1, from, wide, to - from, 12, sheet.palette().missing());
      if (sheet.emphasis().holds(gaps.marks().get(i))) {
        sheet.pen().frame(x1, from, wide, to - from, 0, sheet.ink(Ink.ACCENT), Pen.Dash.SOLID);
      }
    }
  }

  /** Folded time. */
  private static void folds(Sheet sheet, double from, double to) {
    Folds folds = sheet.scale().folds();
    for (int i = 0; i < folds.count(); i++) {
      double x1 = sheet.x(folds.start(i));
      double x2 = sheet.x(folds.end(i));
      if (x2 < sheet.left() || x1 > sheet.right()) {
        continue;
      }
      FoldArt.torn(sheet.pen(), sheet.palette(), x1, x2, from, to);
    }
  }
}
