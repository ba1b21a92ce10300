package dev.debrief.timeline;

import dev.debrief.model.Annotation;
import dev.debrief.model.ChangeKind;
import dev.debrief.model.Details;
import dev.debrief.model.Severity;
import dev.debrief.model.Verdict;

/**
 * A small sign. Each says by its shape alone what it stands for; its colour only repeats it.
 *
 * @param shape what is drawn
 * @param ink in which colour
 * @param rank which one is drawn where several fall on one spot: the smallest
 */
record Glyph(Shape shape, Ink ink, int rank) {
  /** What can be drawn. */
  enum Shape {
    /** A triangle with an exclamation mark. */
    ALERT,
    /** A disc with a tick. */
    CHECK,
    /** A ring with a bar: nothing came of it. */
    NO_ENTRY,
    QUESTION,
    CROSS,
    BOLT,
    SQUARE,
    SQUARE_HOLLOW,
    DIAMOND,
    DIAMOND_HOLLOW,
    /** Hollow, with a dot in it. */
    DIAMOND_DOT,
    ARROW_DOWN,
    DISC,
    RING,
    PIN,
    NOTE
  }

  static int rank(Mark mark) {
    return of(mark).rank();
  }

  /** The sign of a mark; for a mark that is drawn as a bar, the one that a legend would show. */
  static Glyph of(Mark mark) {
    return switch (mark) {
      case Mark.Changed m -> change(m);
      case Mark.Exit m -> exit(m.details());
      case Mark.Signal m -> signal(m.details().role());
      case Mark.Concluded m -> concluded(m.severity());
      case Mark.Noted m ->
          m.annotation().kind() == Annotation.Kind.PIN
              ? new Glyph(Shape.PIN, Ink.PIN, 0)
              : new Glyph(Shape.NOTE, Ink.PIN, 0);
      case Mark.Burst ignored -> new Glyph(Shape.CROSS, Ink.DOWN, 0);
      case Mark.Silence ignored -> new Glyph(Shape.RING, Ink.SILENCE, 0);
      case Mark.Seen ignored -> new Glyph(Shape.DIAMOND, Ink.DOWN, 0);
      case Mark.Coverage ignored -> new Glyph(Shape.SQUARE, Ink.COUNT, 0);
      case Mark.Running ignored -> new Glyph(Shape.SQUARE, Ink.RELEASE, 0);
      case Mark.Life ignored -> new Glyph(Shape.SQUARE, Ink.UP, 0);
      case Mark.Gap ignored -> new Glyph(Shape.SQUARE, Ink.MISSING, 0);
      case Mark.Outage ignored -> new Glyph(Shape.SQUARE, Ink.DOWN, 0);
    };
  }

  private static Glyph change(Mark.Changed change) {
    Verdict verdict = change.verdict();
    if (verdict == null) {
      return change.kind() == ChangeKind.COMMIT
          ? new Glyph(Shape.DISC, Ink.MUTED, 6)
          : new Glyph(Shape.SQUARE_HOLLOW, Ink.ACCENT, 5);
    }
    return switch (verdict) {
      case INTRODUCED -> new Glyph(Shape.ALERT, Ink.DOWN, 0);
      case FIXED -> new Glyph(Shape.CHECK, Ink.UP, 1);
      case INCONCLUSIVE -> new Glyph(Shape.QUESTION, Ink.MUTED, 2);
      case NO_EFFECT -> new Glyph(Shape.NO_ENTRY, Ink.MUTED, 3);
      case NEUTRAL -> new Glyph(Shape.DISC, Ink.ACCENT, 4);
    };
  }

  private static Glyph exit(Details.Exit exit) {
    if (exit.requested()) {
      return new Glyph(Shape.SQUARE_HOLLOW, Ink.STOPPED, 4);
    }
    if (exit.oom()) {
      return new Glyph(Shape.SQUARE, Ink.DOWN, 0);
    }
    if (exit.signal() != null) {
      return new Glyph(Shape.DIAMOND, Ink.DOWN, 1);
    }
    Integer code = exit.code();
    return code != null && code == 0
        ? new Glyph(Shape.DIAMOND_HOLLOW, Ink.FAILING, 3)
        : new Glyph(Shape.CROSS, Ink.DOWN, 2);
  }

  static Glyph signal(Details.SignalRole role) {
    return switch (role) {
      case CAUSE -> new Glyph(Shape.BOLT, Ink.DOWN, 0);
      case UNKNOWN -> new Glyph(Shape.QUESTION, Ink.MUTED, 1);
      case REQUESTED -> new Glyph(Shape.ARROW_DOWN, Ink.ACCENT, 2);
      case INCIDENTAL -> new Glyph(Shape.RING, Ink.MUTED, 3);
    };
  }

  private static Glyph concluded(Severity severity) {
    return switch (severity) {
      case CRITICAL -> new Glyph(Shape.DIAMOND, Ink.DOWN, 0);
      case WARNING -> new Glyph(Shape.DIAMOND_DOT, Ink.FAILING, 1);
      case INFO -> new Glyph(Shape.DIAMOND_HOLLOW, Ink.MUTED, 2);
    };
  }

  /** Draws it around a point; {@code r} is half its height. */
  void draw(Pen pen, Palette palette, double x, double y, double r) {
    int colour = palette.of(ink);
    int ground = palette.of(Ink.SURFACE);
    switch (shape) {
      case ALERT -> {
        double[] xs = {x, x + r * 1.15, x - r * 1.15};
        double[] ys = {y - r * 1.1, y + r * 0.9, y + r * 0.9};
        pen.polygon(xs, ys, colour);
        pen.fill(x - 0.8, y - r * 0.4, 1.6, r * 0.7, ground);
        pen.fill(x - 0.8, y + r * 0.48, 1.6, 1.5, ground);
      }
      case CHECK -> {
        pen.disc(x, y, r, colour);
        pen.line(x - r * 0.5, y, x - r * 0.1, y + r * 0.42, ground, 1.6, Pen.Dash.SOLID);
        pen.line(x - r * 0.1, y + r * 0.42, x + r * 0.52, y - r * 0.4, ground, 1.6, Pen.Dash.SOLID);
      }
      case NO_ENTRY -> {
        ring(pen, palette, x, y, r * 0.9);
        pen.fill(x - r * 0.5, y - 0.8, r, 1.6, colour);
      }
      case QUESTION -> {
        ring(pen, palette, x, y, r);
        double size = pen.width("?", Pen.Face.SMALL_STRONG);
        pen.text("?", x - size / 2, y + 4, Pen.Face.SMALL_STRONG, colour);
      }
      case CROSS -> {
        double d = r * 0.75;
        pen.line(x - d, y - d, x + d, y + d, colour, 1.8, Pen.Dash.SOLID);
        pen.line(x - d, y + d, x + d, y - d, colour, 1.8, Pen.Dash.SOLID);
      }
      case BOLT -> {
        double[] xs = {x + r * 0.2, x - r * 0.8, x - r * 0.05, x - r * 0.3, x + r * 0.8, x};
        double[] ys = {
          y - r * 1.2, y + r * 0.2, y + r * 0.2, y + r * 1.2, y - r * 0.25, y - r * 0.25
        };
        pen.polygon(xs, ys, colour);
      }
      case SQUARE -> pen.fill(x - r * 0.8, y - r * 0.8, r * 1.6, r * 1.6, colour);
      case SQUARE_HOLLOW -> hollow(pen, palette, square(x, r), square2(y, r));
      case DIAMOND -> pen.polygon(diamondX(x, r), diamondY(y, r), colour);
      case DIAMOND_HOLLOW -> hollow(pen, palette, diamondX(x, r), diamondY(y, r));
      case DIAMOND_DOT -> {
        hollow(pen, palette, diamondX(x, r), diamondY(y, r));
        pen.disc(x, y, r * 0.34, colour);
      }
      case ARROW_DOWN -> {
        double[] xs = {x - r * 0.9, x + r * 0.9, x};
        double[] ys = {y - r * 0.7, y - r * 0.7, y + r * 0.9};
        hollow(pen, palette, xs, ys);
      }
      case DISC -> pen.disc(x, y, r * 0.6, colour);
      case RING -> ring(pen, palette, x, y, r * 0.75);
      case PIN -> {
        pen.line(x, y, x, y + r * 1.4, colour, 1.6, Pen.Dash.SOLID);
        pen.disc(x, y - r * 0.3, r * 0.75, colour);
      }
      case NOTE -> {
        pen.round(x - r * 0.9, y - r, r * 1.8, r * 2, 1.5, colour);
        pen.fill(x - r * 0.5, y - r * 0.45, r, 1.3, ground);
        pen.fill(x - r * 0.5, y + r * 0.1, r, 1.3, ground);
      }
    }
  }

  private void ring(Pen pen, Palette palette, double x, double y, double r) {
    pen.disc(x, y, r, palette.of(Ink.SURFACE));
    pen.ring(x, y, r, palette.of(ink), 1.5);
  }

  private void hollow(Pen pen, Palette palette, double[] xs, double[] ys) {
    pen.polygon(xs, ys, palette.of(Ink.SURFACE));
    pen.outline(xs, ys, palette.of(ink), 1.5);
  }

  private static double[] square(double x, double r) {
    double d = r * 0.75;
    return new double[] {x - d, x + d, x + d, x - d};
  }

  private static double[] square2(double y, double r) {
    double d = r * 0.75;
    return new double[] {y - d, y - d, y + d, y + d};
  }

  private static double[] diamondX(double x, double r) {
    return new double[] {x, x + r, x, x - r};
  }

  private static double[] diamondY(double y, double r) {
    return new double[] {y - r, y, y + r, y};
  }
}
