package dev.debrief.timeline;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.font.FontRenderContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Map;

/**
 * The program's own typeface, Inter, so that a picture has the same lines on every machine. Signs
 * it lacks are drawn in the system's own.
 */
public final class Typeface {
  /** The regular weight, as a resource of the program. */
  public static final String REGULAR = "/fonts/Inter-Regular.ttf";

  /** The semi-bold weight. */
  public static final String BOLD = "/fonts/Inter-SemiBold.ttf";

  private static final FontRenderContext CONTEXT = new FontRenderContext(null, true, true);
  private static final Map<Pen.Face, Font> FONTS = fonts();

  private Typeface() {}

  /** The font of a face; a system font where the text holds signs that Inter lacks. */
  static Font font(Pen.Face face, String text) {
    Font inter = FONTS.getOrDefault(face, fallback(face));
    return inter.canDisplayUpTo(text) < 0 ? inter : fallback(face);
  }

  /** The width of a line of text in pixels. */
  static double width(String text, Pen.Face face) {
    return text.isEmpty() ? 0 : font(face, text).getStringBounds(text, CONTEXT).getWidth();
  }

  private static Font fallback(Pen.Face face) {
    Font font = new Font(Font.SANS_SERIF, face.bold() ? Font.BOLD : Font.PLAIN, 1);
    return font.deriveFont((float) face.size());
  }

  private static Map<Pen.Face, Font> fonts() {
    Font regular = load(REGULAR);
    Font bold = load(BOLD);
    Map<Pen.Face, Font> fonts = new EnumMap<>(Pen.Face.class);
    for (Pen.Face face : Pen.Face.values()) {
      fonts.put(face, (face.bold() ? bold : regular).deriveFont((float) face.size()));
    }
    return fonts;
  }

  private static Font load(String resource) {
    try (InputStream in = Typeface.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("the program lacks its font " + resource);
      }
      return Font.createFont(Font.TRUETYPE_FONT, in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (FontFormatException e) {
      throw new IllegalStateException("the program's font is broken: " + resource, e);
    }
  }
}
