package dev.debrief.timeline;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What every part of a drawing needs: the pen, the colours, what is seen, what stands out.
 *
 * @param hidden where folded or missing time is drawn over everything, from left to right
 */
record Sheet(Pen pen, Palette palette, Viewport viewport, Emphasis emphasis, List<Span> hidden) {
  /** Less room than this before what hides it is none for words. */
  private static final double LEAST_WORDS = 20;

  /** A stretch of the drawing, in its pixels. */
  record Span(double from, double to) {}

  /** A sheet on which nothing is hidden. */
  Sheet(Pen pen, Palette palette, Viewport viewport, Emphasis emphasis) {
    this(pen, palette, viewport, emphasis, List.of());
  }

  /** A sheet for a scene. */
  static Sheet of(Pen pen, Palette palette, Viewport viewport, Emphasis emphasis, Scene scene) {
    TimeScale scale = viewport.scale();
    List<Span> hidden = new ArrayList<>();
    Folds folds = scale.folds();
    for (int i = 0; i < folds.count(); i++) {
      if (folds.end(i) > scale.from() && folds.start(i) < scale.to()) {
        hidden.add(span(viewport, folds.start(i), folds.end(i)));
      }
    }
    Track gaps = scene.gaps();
    int end = gaps.firstAfter(scale.to());
    for (int i = gaps.firstReaching(scale.from()); i < end; i++) {
      if (gaps.ends()[i] > scale.from()) {
        hidden.add(span(viewport, gaps.starts()[i], gaps.ends()[i]));
      }
    }
    hidden.sort(Comparator.comparingDouble(Span::from));
    return new Sheet(pen, palette, viewport, emphasis, List.copyOf(hidden));
  }

  private static Span span(Viewport viewport, long from, long to) {
    double gutter = viewport.gutter();
    return new Span(gutter + viewport.scale().x(from), gutter + viewport.scale().x(to));
  }

  /** Whether something is drawn over a part of a stretch. */
  boolean hides(double from, double to) {
    return hidden.stream().anyMatch(span -> span.from() < to && span.to() > from);
  }

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
   * Text in a stretch, kept in sight while any of the stretch is, and clear of what is drawn over
   * it: the first of the texts that fits whole, or nothing.
   */
  double label(
      double from, double to, double baseline, Pen.Face face, int colour, String... texts) {
    double begin = Math.max(from, left()) + 6;
    double end = Math.min(to, right()) - 4;
    for (Span span : hidden) {
      if (span.from() >= begin + LEAST_WORDS) {
        end = Math.min(end, span.from() - 2);
        break;
      }
      begin = Math.max(begin, span.to() + 4);
    }
    double room = end - begin;
    for (String text : texts) {
      if (pen.width(text, face) <= room) {
        pen.text(text, begin, baseline, face, colour);
        return begin + pen.width(text, face);
      }
    }
    return from;
  }
}
