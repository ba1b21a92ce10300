package dev.debrief.timeline;

import java.util.function.UnaryOperator;

/**
 * A pen whose drawing lands elsewhere.
 *
 * @param words what becomes of a text before it is measured, shortened or drawn: a secret cut short
 *     would no longer be known for one
 */
record Shifted(Pen pen, double dx, double dy, UnaryOperator<String> words) implements Pen {
  @Override
  public void fill(double x, double y, double width, double height, int argb) {
    pen.fill(x + dx, y + dy, width, height, argb);
  }

  @Override
  public void round(double x, double y, double width, double height, double radius, int argb) {
    pen.round(x + dx, y + dy, width, height, radius, argb);
  }

  @Override
  public void frame(
      double x, double y, double width, double height, double radius, int argb, Dash dash) {
    pen.frame(x + dx, y + dy, width, height, radius, argb, dash);
  }

  @Override
  public void line(
      double x1, double y1, double x2, double y2, int argb, double thickness, Dash dash) {
    pen.line(x1 + dx, y1 + dy, x2 + dx, y2 + dy, argb, thickness, dash);
  }

  @Override
  public void polygon(double[] xs, double[] ys, int argb) {
    pen.polygon(moved(xs, dx), moved(ys, dy), argb);
  }

  @Override
  public void outline(double[] xs, double[] ys, int argb, double thickness) {
    pen.outline(moved(xs, dx), moved(ys, dy), argb, thickness);
  }

  private static double[] moved(double[] values, double by) {
    double[] moved = values.clone();
    for (int i = 0; i < moved.length; i++) {
      moved[i] += by;
    }
    return moved;
  }

  @Override
  public void disc(double x, double y, double radius, int argb) {
    pen.disc(x + dx, y + dy, radius, argb);
  }

  @Override
  public void ring(double x, double y, double radius, int argb, double thickness) {
    pen.ring(x + dx, y + dy, radius, argb, thickness);
  }

  @Override
  public void text(String text, double x, double y, Face face, int argb) {
    pen.text(words.apply(text), x + dx, y + dy, face, argb);
  }

  @Override
  public void mosaic(double x, double y, int columns, int rows, int tall, int[] argb) {
    pen.mosaic(x + dx, y + dy, columns, rows, tall, argb);
  }

  @Override
  public double width(String text, Face face) {
    return pen.width(words.apply(text), face);
  }

  @Override
  public void clip(double x, double y, double width, double height) {
    pen.clip(x + dx, y + dy, width, height);
  }

  @Override
  public void unclip() {
    pen.unclip();
  }

  @Override
  public String fitted(String text, Face face, double most) {
    return Pen.super.fitted(words.apply(text), face, most);
  }
}
