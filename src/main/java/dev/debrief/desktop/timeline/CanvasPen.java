package dev.debrief.desktop.timeline;

import dev.debrief.desktop.parts.Fonts;
import dev.debrief.timeline.Pen;
import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.Image;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import javafx.scene.paint.ImagePattern;
import javafx.scene.text.Font;
import javafx.scene.text.FontSmoothingType;
import javafx.scene.text.Text;

/**
 * Draws on a canvas. Edges and words lie on whole pixels of the screen, whatever its scale.
 * Colours, fonts and widths of texts are kept from frame to frame.
 */
final class CanvasPen implements Pen {
  private static final int WIDTHS_KEPT = 4_000;
  private static final double THIN = 2;

  private final GraphicsContext graphics;
  private final Map<Integer, Color> colours = new HashMap<>();
  private final Map<Face, Font> fonts = new EnumMap<>(Face.class);
  private final Map<Face, Map<String, Double>> widths = new EnumMap<>(Face.class);
  private final Text ruler = new Text();
  private final Map<Hatch, ImagePattern> hatches = new HashMap<>();
  private final List<Mosaic> even = new ArrayList<>();
  private final List<Mosaic> odd = new ArrayList<>();
  private double sharp = 1;
  private boolean turn;
  private int used;

  CanvasPen(GraphicsContext graphics) {
    this.graphics = graphics;
    Fonts.first();
    graphics.setFontSmoothingType(FontSmoothingType.GRAY);
    graphics.setImageSmoothing(false);
    for (Face face : Face.values()) {
      fonts.put(face, font(face));
      widths.put(face, new Recent());
    }
  }

  private static final class Recent extends LinkedHashMap<String, Double> {
    private static final long serialVersionUID = 1L;

    Recent() {
      super(256, 0.75f, true);
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, Double> eldest) {
      return size() > WIDTHS_KEPT;
    }
  }

  private static Font font(Face face) {
    return Font.font(face.bold() ? Fonts.SEMI_BOLD : Fonts.REGULAR, face.size());
  }

  private Color colour(int argb) {
    return colours.computeIfAbsent(
        argb,
        c -> Color.rgb((c >> 16) & 0xFF, (c >> 8) & 0xFF, c & 0xFF, ((c >>> 24) & 0xFF) / 255.0));
  }

  @Override
  public void fill(double x, double y, double width, double height, int argb) {
    graphics.setFill(colour(argb));
    rectangle(x, y, width, height);
  }

  private void rectangle(double x, double y, double width, double height) {
    double left = snapped(x);
    double top = snapped(y);
    graphics.fillRect(left, top, length(left, x + width, width), length(top, y + height, height));
  }

  private double snapped(double at) {
    return Math.rint(at * sharp) / sharp;
  }

  /** From a pixel's edge to another's; what is thin is as thick wherever it stands. */
  private double length(double from, double to, double whole) {
    double pixels =
        whole <= THIN ? Math.rint(whole * sharp) : Math.rint((snapped(to) - from) * sharp);
    return Math.max(1, pixels) / sharp;
  }

  /** A line's thickness in whole pixels. */
  private double hair() {
    return Math.max(1, Math.rint(sharp)) / sharp;
  }

  @Override
  public void round(double x, double y, double width, double height, double radius, int argb) {
    graphics.setFill(colour(argb));
    double left = snapped(x);
    double top = snapped(y);
    graphics.fillRoundRect(
        left,
        top,
        length(left, x + width, width),
        length(top, y + height, height),
        radius * 2,
        radius * 2);
  }

  @Override
  public void frame(
      double x, double y, double width, double height, double radius, int argb, Dash dash) {
    double thick = hair();
    stroke(argb, thick, dash);
    double left = snapped(x);
    double top = snapped(y);
    graphics.strokeRoundRect(
        left + thick / 2,
        top + thick / 2,
        length(left, x + width, width) - thick,
        length(top, y + height, height) - thick,
        radius * 2,
        radius * 2);
    graphics.setLineDashes();
  }

  @Override
  public void line(
      double x1, double y1, double x2, double y2, int argb, double thickness, Dash dash) {
    if (dash == Dash.SOLID && thickness <= 1 && (x1 == x2 || y1 == y2)) {
      // An upright or level hairline is a rectangle: many times cheaper than a stroke.
      double left = Math.min(x1, x2);
      double top = Math.min(y1, y2);
      boolean upright = x1 == x2;
      fill(
          upright ? Math.floor(left) : left,
          upright ? top : Math.floor(top),
          upright ? hair() : Math.abs(x2 - x1),
          upright ? Math.abs(y2 - y1) : hair(),
          argb);
      return;
    }
    if (dash != Dash.SOLID && thickness <= 1 && x1 == x2) {
      broken(x1, Math.min(y1, y2), Math.max(y1, y2), argb, dash);
      return;
    }
    stroke(argb, thickness, dash);
    graphics.strokeLine(x1, y1, x2, y2);
    if (dash != Dash.SOLID) {
      graphics.setLineDashes();
    }
  }

  /** An upright broken hairline is some rectangles: its stroke would cost as much as a picture. */
  private void broken(double x, double top, double bottom, int argb, Dash dash) {
    double mark = dash == Dash.DASHED ? 5 : 1;
    double step = dash == Dash.DASHED ? 9 : 3;
    for (double y = top; y < bottom; y += step) {
      fill(Math.floor(x), y, hair(), Math.min(mark, bottom - y), argb);
    }
  }

  private void stroke(int argb, double thickness, Dash dash) {
    graphics.setStroke(colour(argb));
    graphics.setLineWidth(thickness);
    switch (dash) {
      case SOLID -> {}
      case DASHED -> graphics.setLineDashes(5, 4);
      case DOTTED -> graphics.setLineDashes(1.5, 3);
    }
  }

  @Override
  public void polygon(double[] xs, double[] ys, int argb) {
    graphics.setFill(colour(argb));
    graphics.fillPolygon(xs, ys, xs.length);
  }

  @Override
  public void outline(double[] xs, double[] ys, int argb, double thickness) {
    stroke(argb, thickness, Dash.SOLID);
    graphics.strokePolygon(xs, ys, xs.length);
  }

  @Override
  public void disc(double x, double y, double radius, int argb) {
    graphics.setFill(colour(argb));
    graphics.fillOval(x - radius, y - radius, radius * 2, radius * 2);
  }

  @Override
  public void ring(double x, double y, double radius, int argb, double thickness) {
    stroke(argb, thickness, Dash.SOLID);
    graphics.strokeOval(x - radius, y - radius, radius * 2, radius * 2);
  }

  @Override
  public void text(String text, double x, double y, Face face, int argb) {
    if (text.isEmpty()) {
      return;
    }
    graphics.setFont(fonts.get(face));
    graphics.setFill(colour(argb));
    graphics.fillText(text, snapped(x), snapped(y));
  }

  @Override
  public double width(String text, Face face) {
    if (text.isEmpty()) {
      return 0;
    }
    Map<String, Double> known = widths.getOrDefault(face, Map.of());
    Double width = known.get(text);
    if (width == null) {
      ruler.setFont(fonts.get(face));
      ruler.setText(text);
      width = ruler.getLayoutBounds().getWidth();
      known.put(text, width);
    }
    return width;
  }

  /** One image drawn once is far cheaper than as many rectangles. */
  @Override
  public void mosaic(double x, double y, int columns, int rows, int tall, int[] argb) {
    List<Mosaic> mosaics = turn ? even : odd;
    if (mosaics.size() == used) {
      mosaics.add(Mosaic.of(columns, rows));
    } else if (!mosaics.get(used).fits(columns, rows)) {
      mosaics.set(used, Mosaic.of(columns, rows));
    }
    Image image = mosaics.get(used).filled(argb);
    used++;
    graphics.drawImage(
        image, snapped(Math.rint(x)), snapped(Math.rint(y)), columns, rows * (double) tall);
  }

  /** An image over a buffer of its own. Its colours are opaque or nothing, so either form fits. */
  private record Mosaic(PixelBuffer<IntBuffer> pixels, WritableImage image) {
    static Mosaic of(int columns, int rows) {
      PixelBuffer<IntBuffer> pixels =
          new PixelBuffer<>(
              columns,
              rows,
              IntBuffer.allocate(columns * rows),
              PixelFormat.getIntArgbPreInstance());
      return new Mosaic(pixels, new WritableImage(pixels));
    }

    boolean fits(int columns, int rows) {
      return pixels.getWidth() == columns && pixels.getHeight() == rows;
    }

    Image filled(int[] argb) {
      pixels.updateBuffer(
          buffer -> {
            buffer.getBuffer().put(0, argb, 0, buffer.getWidth() * buffer.getHeight());
            return null;
          });
      return image;
    }
  }

  /** A tile of a few pixels, repeated: a pattern costs less than its lines. */
  @Override
  public void hatch(double x, double y, double width, double height, double gap, int argb) {
    int side = (int) Math.max(2, Math.rint(gap * sharp));
    graphics.setFill(hatches.computeIfAbsent(new Hatch(side, sharp, argb), CanvasPen::tile));
    rectangle(x, y, width, height);
  }

  /** A slanted line as thick as a hair, its lower edge smoothed. */
  private static ImagePattern tile(Hatch hatch) {
    int side = hatch.side();
    WritableImage tile = new WritableImage(side, side);
    double thick = hatch.sharp() * 4 / 3;
    for (int row = 0; row < side; row++) {
      for (int column = 0; column < side; column++) {
        int off = (column + row + 1) % side;
        int alpha = (int) Math.rint((hatch.argb() >>> 24) * Math.clamp(thick - off, 0, 1));
        tile.getPixelWriter().setArgb(column, row, (hatch.argb() & 0xFFFFFF) | alpha << 24);
      }
    }
    double size = side / hatch.sharp();
    return new ImagePattern(tile, 0, 0, size, size, false);
  }

  /** A tile so many pixels wide and tall, at so many for a unit. */
  private record Hatch(int side, double sharp, int argb) {}

  /**
   * Begins a frame: images of the one before may still be on their way to the screen.
   *
   * @param dense pixels that the canvas keeps for each of its points
   * @param sharp pixels for each unit that is drawn in
   */
  void begin(double dense, double sharp) {
    turn = !turn;
    used = 0;
    this.sharp = sharp;
    graphics.setTransform(sharp / dense, 0, 0, sharp / dense, 0, 0);
  }

  @Override
  public void clip(double x, double y, double width, double height) {
    graphics.save();
    graphics.beginPath();
    graphics.rect(x, y, Math.max(0, width), Math.max(0, height));
    graphics.clip();
  }

  @Override
  public void unclip() {
    graphics.restore();
  }
}
