package dev.debrief.timeline;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Keeps where words were drawn, as far as they can be seen. Draws nothing. */
final class WordsPen implements Pen {
  /** A text and the part of its box that no clip hides. */
  record Words(String text, Face face, int argb, double x1, double y1, double x2, double y2) {
    boolean overlaps(Words other) {
      return x1 < other.x2 - 0.5 && other.x1 < x2 - 0.5 && y1 < other.y2 && other.y1 < y2;
    }
  }

  private final ImagePen ruler = new ImagePen(1, 1, 1);
  private final Deque<double[]> clips = new ArrayDeque<>();
  private final List<Words> words = new ArrayList<>();

  WordsPen() {
    clips.push(new double[] {-1e9, -1e9, 1e9, 1e9});
  }

  List<Words> words() {
    return words;
  }

  @Override
  public void text(String text, double x, double y, Face face, int argb) {
    double[] clip = clips.peek();
    double x1 = Math.max(x, clip[0]);
    double x2 = Math.min(x + width(text, face), clip[2]);
    // Digits and most letters: what would make two lines hard to read where it meets.
    double y1 = Math.max(y - face.size() * 0.72, clip[1]);
    double y2 = Math.min(y, clip[3]);
    if (x2 > x1 && y2 > y1 && !text.isBlank()) {
      words.add(new Words(text, face, argb, x1, y1, x2, y2));
    }
  }

  @Override
  public double width(String text, Face face) {
    return ruler.width(text, face);
  }

  @Override
  public void clip(double x, double y, double width, double height) {
    double[] now = clips.peek();
    clips.push(
        new double[] {
          Math.max(now[0], x),
          Math.max(now[1], y),
          Math.min(now[2], x + Math.max(0, width)),
          Math.min(now[3], y + Math.max(0, height))
        });
  }

  @Override
  public void unclip() {
    clips.pop();
  }

  @Override
  public void fill(double x, double y, double width, double height, int argb) {}

  @Override
  public void round(double x, double y, double width, double height, double radius, int argb) {}

  @Override
  public void frame(
      double x, double y, double width, double height, double radius, int argb, Dash dash) {}

  @Override
  public void line(
      double x1, double y1, double x2, double y2, int argb, double thickness, Dash dash) {}

  @Override
  public void polygon(double[] xs, double[] ys, int argb) {}

  @Override
  public void outline(double[] xs, double[] ys, int argb, double thickness) {}

  @Override
  public void disc(double x, double y, double radius, int argb) {}

  @Override
  public void ring(double x, double y, double radius, int argb, double thickness) {}

  @Override
  public void mosaic(double x, double y, int columns, int rows, int tall, int[] argb) {}
}
