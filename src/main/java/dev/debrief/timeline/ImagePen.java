package dev.debrief.timeline;

import java.awt.AlphaComposite;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayDeque;
import java.util.Deque;

/** Draws into an image, with no display. */
public final class ImagePen implements Pen, AutoCloseable {
  private final BufferedImage image;
  private final Graphics2D graphics;
  private final Deque<Shape> clips = new ArrayDeque<>();

  /**
   * A pen for a new image.
   *
   * @param scale how many of the image's pixels a pixel of the drawing takes on a side
   */
  public ImagePen(double width, double height, double scale) {
    int columns = (int) Math.ceil(width * scale);
    int rows = (int) Math.ceil(height * scale);
    image = new BufferedImage(columns, rows, BufferedImage.TYPE_INT_RGB);
    graphics = image.createGraphics();
    graphics.setComposite(AlphaComposite.SrcOver);
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    graphics.setRenderingHint(
        RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
    graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    graphics.scale(scale, scale);
    graphics.setClip(new Rectangle2D.Double(0, 0, width, height));
  }

  /** What was drawn. */
  public BufferedImage image() {
    return image;
  }

  @Override
  public void fill(double x, double y, double width, double height, int argb) {
    shape(new Rectangle2D.Double(x, y, width, height), argb);
  }

  @Override
  public void round(double x, double y, double width, double height, double radius, int argb) {
    shape(new RoundRectangle2D.Double(x, y, width, height, radius * 2, radius * 2), argb);
  }

  private void shape(Shape shape, int argb) {
    graphics.setColor(new Color(argb, true));
    graphics.fill(shape);
  }

  @Override
  public void frame(
      double x, double y, double width, double height, double radius, int argb, Dash dash) {
    stroke(
        new RoundRectangle2D.Double(
            x + 0.5, y + 0.5, width - 1, height - 1, radius * 2, radius * 2),
        argb,
        1,
        dash);
  }

  @Override
  public void line(
      double x1, double y1, double x2, double y2, int argb, double thickness, Dash dash) {
    stroke(new Line2D.Double(x1, y1, x2, y2), argb, thickness, dash);
  }

  private void stroke(Shape shape, int argb, double thickness, Dash dash) {
    float[] pattern =
        switch (dash) {
          case SOLID -> null;
          case DASHED -> new float[] {5, 4};
          case DOTTED -> new float[] {1.5f, 3};
        };
    float wide = (float) thickness;
    graphics.setStroke(
        pattern == null
            ? new BasicStroke(wide, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND)
            : new BasicStroke(wide, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, pattern, 0));
    graphics.setColor(new Color(argb, true));
    graphics.draw(shape);
  }

  @Override
  public void polygon(double[] xs, double[] ys, int argb) {
    shape(path(xs, ys), argb);
  }

  @Override
  public void outline(double[] xs, double[] ys, int argb, double thickness) {
    stroke(path(xs, ys), argb, thickness, Dash.SOLID);
  }

  private static Path2D path(double[] xs, double[] ys) {
    Path2D path = new Path2D.Double();
    path.moveTo(xs[0], ys[0]);
    for (int i = 1; i < xs.length; i++) {
      path.lineTo(xs[i], ys[i]);
    }
    path.closePath();
    return path;
  }

  @Override
  public void disc(double x, double y, double radius, int argb) {
    shape(circle(x, y, radius), argb);
  }

  @Override
  public void ring(double x, double y, double radius, int argb, double thickness) {
    stroke(circle(x, y, radius), argb, thickness, Dash.SOLID);
  }

  private static Ellipse2D circle(double x, double y, double radius) {
    return new Ellipse2D.Double(x - radius, y - radius, radius * 2, radius * 2);
  }

  @Override
  public void text(String text, double x, double y, Face face, int argb) {
    if (!text.isEmpty()) {
      graphics.setFont(Typeface.font(face, text));
      graphics.setColor(new Color(argb, true));
      graphics.drawString(text, (float) x, (float) y);
    }
  }

  @Override
  public double width(String text, Face face) {
    return Typeface.width(text, face);
  }

  @Override
  public void clip(double x, double y, double width, double height) {
    clips.push(graphics.getClip());
    graphics.clip(new Rectangle2D.Double(x, y, Math.max(0, width), Math.max(0, height)));
  }

  @Override
  public void unclip() {
    graphics.setClip(clips.pop());
  }

  @Override
  public void close() {
    graphics.dispose();
  }
}
