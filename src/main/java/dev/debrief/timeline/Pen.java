package dev.debrief.timeline;

/**
 * What a timeline is drawn with. Coordinates are in pixels, x to the right and y downwards, of the
 * picture before any scaling for the screen; colours are ARGB.
 */
public interface Pen {
  /** A size and weight of text. */
  enum Face {
    TITLE(20, true),
    HEADING(13, true),
    STRONG(12, true),
    LABEL(12, false),
    SMALL(11, false),
    SMALL_STRONG(11, true);

    private final double size;
    private final boolean bold;

    Face(double size, boolean bold) {
      this.size = size;
      this.bold = bold;
    }

    /** The em size in pixels. */
    public double size() {
      return size;
    }

    /** Whether it is drawn semi-bold. */
    public boolean bold() {
      return bold;
    }
  }

  /** How a line is broken. */
  enum Dash {
    SOLID,
    DASHED,
    DOTTED
  }

  /** Fills a rectangle. */
  void fill(double x, double y, double width, double height, int argb);

  /** Fills a rectangle with rounded corners. */
  void round(double x, double y, double width, double height, double radius, int argb);

  /** Draws the edge of a rectangle with rounded corners, one line inside its bounds. */
  void frame(double x, double y, double width, double height, double radius, int argb, Dash dash);

  /** Draws a line. */
  void line(double x1, double y1, double x2, double y2, int argb, double thickness, Dash dash);

  /** Fills a polygon of as many points as both arrays hold. */
  void polygon(double[] xs, double[] ys, int argb);

  /** Draws a closed polygon's edge. */
  void outline(double[] xs, double[] ys, int argb, double thickness);

  /** Fills a circle. */
  void disc(double x, double y, double radius, int argb);

  /** Draws a circle's edge. */
  void ring(double x, double y, double radius, int argb, double thickness);

  /** Writes a line of text that begins at x and stands on y. */
  void text(String text, double x, double y, Face face, int argb);

  /** How wide a line of text is. */
  double width(String text, Face face);

  /** Draws only inside a rectangle, within those already set, until {@link #unclip}. */
  void clip(double x, double y, double width, double height);

  /** Undoes the last {@link #clip}. */
  void unclip();

  /** Fills a rectangle with thin slanted lines. */
  default void hatch(double x, double y, double width, double height, double gap, int argb) {
    // Lines lie on a lattice of the whole picture, so that neighbours' hatching meets.
    double phase = (y + height) % gap;
    double first = Math.floor((x - height + phase) / gap) * gap - phase;
    for (double at = first; at < x + width; at += gap) {
      double from = Math.max(at, x);
      double to = Math.min(at + height, x + width);
      if (to > from) {
        line(from, y + height - (from - at), to, y + height - (to - at), argb, 1, Dash.SOLID);
      }
    }
  }

  /**
   * Fills single pixels: cheap where a picture has very many small parts.
   *
   * @param tall how many pixels high a row is
   * @param argb row by row, each opaque; 0 leaves a pixel as it is
   */
  default void mosaic(double x, double y, int columns, int rows, int tall, int[] argb) {
    int from = 0;
    for (int column = 1; column <= columns; column++) {
      if (column < columns && sameColumn(argb, columns, rows, from, column)) {
        continue;
      }
      int top = 0;
      for (int row = 1; row <= rows; row++) {
        int colour = argb[top * columns + from];
        if (row == rows || argb[row * columns + from] != colour) {
          if (colour != 0) {
            fill(x + from, y + top * tall, column - from, (row - top) * tall, colour);
          }
          top = row;
        }
      }
      from = column;
    }
  }

  private static boolean sameColumn(int[] argb, int columns, int rows, int one, int other) {
    for (int row = 0; row < rows; row++) {
      if (argb[row * columns + one] != argb[row * columns + other]) {
        return false;
      }
    }
    return true;
  }

  /** The text, or as much of its beginning as fits, with an ellipsis. */
  default String fitted(String text, Face face, double most) {
    if (width(text, face) <= most) {
      return text;
    }
    int low = 0;
    int high = text.length();
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (width(text.substring(0, middle).stripTrailing() + "…", face) <= most) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    if (low > 0 && Character.isHighSurrogate(text.charAt(low - 1))) {
      low--;
    }
    return low == 0 ? "" : text.substring(0, low).stripTrailing() + "…";
  }
}
