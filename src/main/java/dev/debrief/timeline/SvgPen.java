package dev.debrief.timeline;

import java.util.Locale;

/**
 * Draws as SVG 1.1. Texts are escaped; signs that XML can't hold become U+FFFD. A viewer may lack
 * Inter, so texts are taken to be a little wider than they are.
 */
public final class SvgPen implements Pen {
  private static final double SLACK = 1.06;

  private final StringBuilder body = new StringBuilder();
  private final double width;
  private final double height;
  private final String title;
  private final String description;
  private int clips;

  /**
   * A pen for a picture of that size.
   *
   * @param title what the picture is called, for those who can't see it
   * @param description what it shows
   */
  public SvgPen(double width, double height, String title, String description) {
    this.width = width;
    this.height = height;
    this.title = title;
    this.description = description;
  }

  /** The whole document. */
  public String document() {
    String size = number(width) + "\" height=\"" + number(height);
    return "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" width=\""
        + size
        + "\" viewBox=\"0 0 "
        + number(width)
        + " "
        + number(height)
        + "\" font-family=\"Inter, 'Segoe UI', Roboto, Helvetica, Arial, sans-serif\">\n<title>"
        + escaped(title)
        + "</title>\n<desc>"
        + escaped(description)
        + "</desc>\n"
        + body
        + "</svg>\n";
  }

  @Override
  public void fill(double x, double y, double w, double h, int argb) {
    body.append("<rect").append(box(x, y, w, h)).append(filled(argb)).append("/>\n");
  }

  @Override
  public void round(double x, double y, double w, double h, double radius, int argb) {
    body.append("<rect").append(box(x, y, w, h));
    body.append(attribute("rx", radius)).append(filled(argb)).append("/>\n");
  }

  @Override
  public void frame(double x, double y, double w, double h, double radius, int argb, Dash dash) {
    body.append("<rect").append(box(x + 0.5, y + 0.5, w - 1, h - 1));
    body.append(attribute("rx", radius)).append(stroked(argb, 1, dash)).append("/>\n");
  }

  @Override
  public void line(
      double x1, double y1, double x2, double y2, int argb, double thickness, Dash dash) {
    body.append("<line").append(attribute("x1", x1)).append(attribute("y1", y1));
    body.append(attribute("x2", x2)).append(attribute("y2", y2));
    body.append(stroked(argb, thickness, dash)).append("/>\n");
  }

  @Override
  public void polygon(double[] xs, double[] ys, int argb) {
    body.append("<polygon").append(points(xs, ys)).append(filled(argb)).append("/>\n");
  }

  @Override
  public void outline(double[] xs, double[] ys, int argb, double thickness) {
    body.append("<polygon").append(points(xs, ys));
    body.append(stroked(argb, thickness, Dash.SOLID)).append("/>\n");
  }

  @Override
  public void disc(double x, double y, double radius, int argb) {
    body.append("<circle").append(circle(x, y, radius)).append(filled(argb)).append("/>\n");
  }

  @Override
  public void ring(double x, double y, double radius, int argb, double thickness) {
    body.append("<circle").append(circle(x, y, radius));
    body.append(stroked(argb, thickness, Dash.SOLID)).append("/>\n");
  }

  @Override
  public void text(String text, double x, double y, Face face, int argb) {
    if (text.isEmpty()) {
      return;
    }
    body.append("<text").append(attribute("x", x)).append(attribute("y", y));
    body.append(attribute("font-size", face.size()));
    body.append(face.bold() ? " font-weight=\"600\"" : "");
    body.append(filled(argb)).append(" xml:space=\"preserve\">");
    body.append(escaped(text)).append("</text>\n");
  }

  @Override
  public double width(String text, Face face) {
    return Typeface.width(text, face) * SLACK;
  }

  @Override
  public void clip(double x, double y, double w, double h) {
    String id = "c" + ++clips;
    body.append("<clipPath id=\"").append(id).append("\"><rect");
    body.append(box(x, y, Math.max(0, w), Math.max(0, h))).append("/></clipPath>\n");
    body.append("<g clip-path=\"url(#").append(id).append(")\">\n");
  }

  @Override
  public void unclip() {
    body.append("</g>\n");
  }

  private static String box(double x, double y, double w, double h) {
    return attribute("x", x) + attribute("y", y) + attribute("width", w) + attribute("height", h);
  }

  private static String circle(double x, double y, double radius) {
    return attribute("cx", x) + attribute("cy", y) + attribute("r", radius);
  }

  private static String points(double[] xs, double[] ys) {
    StringBuilder points = new StringBuilder(" points=\"");
    for (int i = 0; i < xs.length; i++) {
      points.append(i == 0 ? "" : " ").append(number(xs[i])).append(',').append(number(ys[i]));
    }
    return points.append('"').toString();
  }

  private static String filled(int argb) {
    return colour("fill", argb);
  }

  private static String stroked(int argb, double thickness, Dash dash) {
    String pattern =
        switch (dash) {
          case SOLID -> "";
          case DASHED -> " stroke-dasharray=\"5 4\"";
          case DOTTED -> " stroke-dasharray=\"1.5 3\"";
        };
    return " fill=\"none\""
        + colour("stroke", argb)
        + (thickness == 1 ? "" : attribute("stroke-width", thickness))
        + pattern;
  }

  private static String colour(String name, int argb) {
    String hex = String.format(Locale.ROOT, " %s=\"#%06x\"", name, argb & 0xFFFFFF);
    int alpha = argb >>> 24;
    return alpha == 255 ? hex : hex + attribute(name + "-opacity", alpha / 255.0);
  }

  private static String attribute(String name, double value) {
    return " " + name + "=\"" + number(value) + "\"";
  }

  /** At most two decimals, no trailing zeros. */
  private static String number(double value) {
    long hundredths = Math.round(value * 100);
    String sign = hundredths < 0 ? "-" : "";
    long whole = Math.abs(hundredths) / 100;
    long rest = Math.abs(hundredths) % 100;
    if (rest == 0) {
      return sign + whole;
    }
    return sign + whole + (rest % 10 == 0 ? "." + rest / 10 : (rest < 10 ? ".0" : ".") + rest);
  }

  private static String escaped(String text) {
    StringBuilder escaped = new StringBuilder(text.length() + 16);
    text.codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> escaped.appendCodePoint(allowed(c) ? c : 0xFFFD);
              }
            });
    return escaped.toString();
  }

  /** What XML 1.0 allows, without the line ends that a line of text can't have. */
  private static boolean allowed(int c) {
    return (c >= 0x20 && c <= 0xD7FF && c != 0x7F)
        || (c >= 0xE000 && c <= 0xFFFD)
        || (c >= 0x10000 && c <= 0x10FFFF);
  }
}
