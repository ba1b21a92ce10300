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

/** Draws on a canvas. Colours, fonts and widths of texts are kept from frame to frame. */
final class CanvasPen implements Pen {
  private static final int WIDTHS_KEPT = 4_000;

  private final GraphicsContext graphics;
  private final Map<Integer, Color> colours = new HashMap<>();
  private final Map<Face, Font> fonts = new EnumMap<>(Face.class);
  private final Map<Face, Map<String, Double>> widths = new EnumMap<>(Face.class);
  private final Text ruler = new Text();
  private final Map<Hatch, ImagePattern> hatches = new HashMap<>();
  private final List<Mosaic> even = new ArrayList<>();
  private final List<Mosaic> odd = new ArrayList<>();
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
    graphics.fillRect(x, y, width, height);
  }

  @Override
  public void round(double x, double y, double width, double height, double radius, int argb) {
    graphics.setFill(colour(argb));
    graphics.fillRoundRect(x, y, width, height, radius * 2, radius * 2);
  }

  @Override
  public void frame(
      double x, double y, double width, double height, double radius, int argb, Dash dash) {
    stroke(argb, 1, dash);
    graphics.strokeRoundRect(x + 0.5, y + 0.5, width - 1, height - 1, radius * 2, radius * 2);
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
          upright ? 1 : Math.abs(x2 - x1),
          upright ? Math.abs(y2 - y1) : 1,
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
      fill(Math.floor(x), y, 1, Math.min(mark, bottom - y), argb);
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
    graphics.fillText(text, x, y);
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
    graphics.drawImage(image, Math.rint(x), Math.rint(y), columns, rows * (double) tall);
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
    graphics.setFill(
        hatches.computeIfAbsent(new Hatch((int) gap, argb), hatch -> tile(hatch.gap(), argb)));
    graphics.fillRect(x, y, width, height);
  }

  private static ImagePattern tile(int gap, int argb) {
    WritableImage tile = new WritableImage(gap, gap);
    int faint = (argb & 0xFFFFFF) | ((argb >>> 24) / 3) << 24;
    for (int i = 0; i < gap; i++) {
      int column = gap - 1 - i;
      tile.getPixelWriter().setArgb(column, i, argb);
      tile.getPixelWriter().setArgb((column + 1) % gap, i, faint);
    }
    return new ImagePattern(tile, 0, 0, gap, gap, false);
  }

  private record Hatch(int gap, int argb) {}

  /** Begins a frame: images of the one before may still be on their way to the screen. */
  void begin() {
    turn = !turn;
    used = 0;
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
