package dev.debrief.timeline;

/** What every part of a drawing needs: the pen, the colours, what is seen, what stands out. */
record Sheet(Pen pen, Palette palette, Viewport viewport, Emphasis emphasis) {
  TimeScale scale() {
    return viewport.scale();
  }

  int ink(Ink ink) {
    return palette.of(ink);
  }

  int ink(Ink ink, double alpha) {
    return palette.of(ink, alpha);
  }

  /** Where an instant lies on the whole drawing. */
  double x(long at) {
    return viewport.gutter() + viewport.scale().x(at);
  }

  double left() {
    return viewport.gutter();
  }

  double right() {
    return viewport.width();
  }

  /** Whole pixels: edges of bars must not blur while the picture moves. */
  static double snapped(double value) {
    return Math.rint(value);
  }

  /**
   * Text in a stretch, kept in sight while any of the stretch is: the first of the texts that fits
   * whole, or nothing.
   */
  double label(
      double from, double to, double baseline, Pen.Face face, int colour, String... texts) {
    double begin = Math.max(from, left()) + 6;
    double room = Math.min(to, right()) - 4 - begin;
    for (String text : texts) {
      if (pen.width(text, face) <= room) {
        pen.text(text, begin, baseline, face, colour);
        return begin + pen.width(text, face);
      }
    }
    return from;
  }
}
