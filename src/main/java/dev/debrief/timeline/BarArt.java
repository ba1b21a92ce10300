package dev.debrief.timeline;

import dev.debrief.model.Details;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Draws stretches of time as bars with words in them, and bursts as brackets. */
final class BarArt {
  /** How much of a row's end is one with the next when it is narrower than this, in pixels. */
  private static final double LEAST = 2;

  private BarArt() {}

  /** The bars of a lane; {@code low} leaves out words and details. */
  static void bars(Sheet sheet, Track track, double y, double height, boolean low) {
    long from = sheet.scale().from();
    int end = track.firstAfter(sheet.scale().to());
    double drawnTo = Double.NEGATIVE_INFINITY;
    for (int i = track.firstReaching(from); i < end; i++) {
      if (track.ends()[i] < from) {
        continue;
      }
      double x1 = sheet.x(track.starts()[i]);
      double x2 = Math.max(x1 + LEAST, sheet.x(track.ends()[i]));
      if (x2 <= drawnTo && x2 - x1 <= LEAST) {
        continue;
      }
      drawnTo = Math.max(drawnTo, x2);
      Mark mark = track.marks().get(i);
      if (low) {
        low(sheet, mark, x1, x2, y, height);
      } else {
        bar(sheet, mark, x1, x2, y, height);
      }
    }
  }

  private static void low(Sheet sheet, Mark mark, double x1, double x2, double y, double height) {
    double from = Math.max(sheet.left(), x1);
    double to = Math.min(sheet.right(), x2);
    int colour =
        mark instanceof Mark.Coverage ? sheet.ink(Ink.COUNT) : sheet.ink(Glyph.of(mark).ink(), 0.8);
    sheet.pen().fill(from, y + 1, to - from, height - 2, colour);
  }

  private static void bar(Sheet sheet, Mark mark, double x1, double x2, double y, double height) {
    // Far ends are held near the window: a renderer may not bear coordinates of a million pixels.
    double from = Sheet.snapped(Math.max(sheet.left() - 20, x1));
    double to = Sheet.snapped(Math.min(sheet.right() + 20, x2));
    Pen pen = sheet.pen();
    switch (mark) {
      case Mark.Outage m -> outage(sheet, m, x1, x2, y, height);
      case Mark.Running m -> {
        double top = y + height - 17;
        boolean even = Math.floorMod(m.version().hashCode(), 2) == 0;
        pen.fill(from, top, to - from, 14, sheet.ink(Ink.RELEASE, even ? 1 : 0.75));
        pen.fill(from, top, 1, 14, sheet.ink(Ink.ACCENT));
        String version = PlainText.line(m.version());
        sheet.label(x1 - 2, x2, top + 11, Pen.Face.SMALL, sheet.ink(Ink.TEXT), version);
      }
      case Mark.Silence m -> {
        double top = y + 4;
        double tall = height - 8;
        pen.round(from, top, to - from, tall, 3, sheet.ink(Ink.SILENCE, 0.08));
        pen.frame(from, top, to - from, tall, 3, sheet.ink(Ink.SILENCE), Pen.Dash.DASHED);
        String emitter = PlainText.line(m.details().emitter());
        sheet.label(
            x1,
            x2,
            top + tall / 2 + 4,
            Pen.Face.SMALL,
            sheet.ink(Ink.TEXT),
            emitter + ": " + expected(m),
            "no " + emitter,
            emitter);
      }
      case Mark.Coverage ignored -> {
        double top = y + height / 2 - 4;
        pen.round(from, top, to - from, 8, 2, sheet.ink(Ink.COUNT));
      }
      case Mark.Seen m -> {
        double middle = y + height / 2;
        pen.fill(from, middle - 1, to - from, 2, sheet.ink(Ink.HEAT_HIGH, 0.6));
        if (m.isNew()) {
          new Glyph(Glyph.Shape.DIAMOND, Ink.DOWN, 0).draw(pen, sheet.palette(), x1, middle, 4);
        }
      }
      case Mark.Life ignored -> {}
      case Mark.Burst ignored -> {}
      case Mark.Gap ignored -> {}
      case Mark.Changed ignored -> {}
      case Mark.Exit ignored -> {}
      case Mark.Signal ignored -> {}
      case Mark.Concluded ignored -> {}
      case Mark.Noted ignored -> {}
    }
    if (sheet.emphasis().holds(mark)) {
      pen.frame(
          from - 1, y + 1, to - from + 2, height - 2, 3, sheet.ink(Ink.ACCENT), Pen.Dash.SOLID);
    }
  }

  private static String expected(Mark.Silence silence) {
    return switch (silence.details().mode()) {
      case ABSENT_DESPITE_DEPENDENTS -> "no word, though others report it missing";
      case BELOW_BASELINE -> "far quieter than before";
    };
  }

  /** The bar, the doubt about its ends, and the instants that divide it. */
  private static void outage(
      Sheet sheet, Mark.Outage outage, double x1, double x2, double y, double height) {
    Pen pen = sheet.pen();
    double top = y + 7;
    double tall = height - 14;
    double from = Sheet.snapped(Math.max(sheet.left() - 20, x1));
    double to = Sheet.snapped(Math.min(sheet.right() + 20, x2));
    doubt(sheet, outage.details().began(), top, tall);
    doubt(sheet, outage.details().ended(), top, tall);
    pen.round(from, top, to - from, tall, 3, sheet.ink(Ink.DOWN));
    if (outage.details().extent().equals("partial")) {
      pen.hatch(from, top, to - from, tall, 7, sheet.ink(Ink.SURFACE, 0.28));
    }
    double words = words(sheet, outage, x1, x2, top + tall / 2 + 4);
    double end = Math.min(to, sheet.right());
    phase(sheet, outage.details().detected(), "noticeable", words, end, top, tall);
    phase(sheet, outage.details().mitigated(), "mitigated", words, end, top, tall);
  }

  private static double words(
      Sheet sheet, Mark.Outage outage, double x1, double x2, double baseline) {
    String length = Wording.duration(Duration.between(outage.start(), outage.end()));
    String extent = outage.details().extent();
    String more =
        extent.equals("whole") ? ", the whole app" : extent.isEmpty() ? "" : ", " + extent;
    int colour = sheet.ink(Ink.SURFACE);
    String text = "Outage, " + length;
    return sheet.label(x1, x2, baseline, Pen.Face.STRONG, colour, text + more, text, length);
  }

  private static void doubt(
      Sheet sheet, Details.Outage.@Nullable Phase phase, double top, double tall) {
    if (phase == null) {
      return;
    }
    double a = Math.max(sheet.left(), sheet.x(Nanos.of(phase.notBefore())));
    double b = Math.min(sheet.right(), sheet.x(Nanos.of(phase.notAfter())));
    if (b - a > 2) {
      sheet.pen().hatch(a, top, b - a, tall, 5, sheet.ink(Ink.DOWN, 0.6));
    }
  }

  private static void phase(
      Sheet sheet,
      Details.Outage.@Nullable Phase phase,
      String name,
      double wordsEnd,
      double barEnd,
      double top,
      double tall) {
    if (phase == null) {
      return;
    }
    double x = Sheet.snapped(sheet.x(Nanos.of(phase.notAfter())));
    if (x < sheet.left() || x > sheet.right()) {
      return;
    }
    double[] xs = {x - 4, x + 4, x};
    sheet.pen().polygon(xs, new double[] {top, top, top + 5}, sheet.ink(Ink.SURFACE));
    sheet.pen().fill(x - 0.5, top, 1, tall, sheet.ink(Ink.SURFACE, x > wordsEnd ? 1 : 0));
    double wide = sheet.pen().width(name, Pen.Face.SMALL);
    if (x > wordsEnd + 8 && x + wide + 8 < barEnd && !sheet.hides(x, x + wide + 8)) {
      sheet.pen().text(name, x + 5, top + tall / 2 + 4, Pen.Face.SMALL, sheet.ink(Ink.SURFACE));
    }
  }

  /** Restart bursts as brackets with how many and how fast. */
  static void bursts(Sheet sheet, Track track, double y) {
    long from = sheet.scale().from();
    int end = track.firstAfter(sheet.scale().to());
    for (int i = track.firstReaching(from); i < end; i++) {
      if (track.ends()[i] < from || !(track.marks().get(i) instanceof Mark.Burst burst)) {
        continue;
      }
      double x1 = Math.max(sheet.left() - 20, sheet.x(track.starts()[i]));
      double x2 = Math.min(sheet.right() + 20, sheet.x(track.ends()[i]));
      double wide = Math.max(3, x2 - x1);
      int colour = sheet.ink(Ink.DOWN);
      sheet.pen().fill(x1, y + 8, wide, 1.5, colour);
      sheet.pen().fill(x1, y + 8, 1.5, 4, colour);
      sheet.pen().fill(x1 + wide - 1.5, y + 8, 1.5, 4, colour);
      String count = Wording.count(burst.count(), "exit");
      sheet.label(
          x1 - 5,
          x2 + 4,
          y + 6,
          Pen.Face.SMALL,
          sheet.ink(Ink.TEXT),
          count + ", up to " + burst.peak() + " in 5 min",
          count,
          "×" + Wording.number(burst.count()));
      if (sheet.emphasis().holds(burst)) {
        sheet.pen().fill(x1, y + 6, wide, 6, sheet.ink(Ink.ACCENT, 0.4));
      }
    }
  }
}
