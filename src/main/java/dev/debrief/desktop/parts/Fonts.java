package dev.debrief.desktop.parts;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import javafx.scene.text.Font;

/**
 * The program's own fonts, each read once. A font costs some 10 ms, so the first page waits only
 * for the two it shows.
 */
public final class Fonts {
  /** What everything is written in. */
  public static final String REGULAR = "Inter";

  /** What titles are written in. */
  public static final String SEMI_BOLD = "Inter SemiBold";

  private static final int ANY_SIZE = 13;
  private static final List<String> FIRST = List.of("Inter-Regular.ttf", "Inter-SemiBold.ttf");
  private static final List<String> OTHERS =
      List.of(
          "Inter-Bold.otf",
          "Inter-Italic.otf",
          "JetBrainsMono-Regular.ttf",
          "JetBrainsMono-Bold.ttf");

  private static boolean first;
  private static boolean others;

  private Fonts() {}

  /** Those of the first page and of the timeline. */
  public static void first() {
    if (!first) {
      FIRST.forEach(Fonts::load);
      first = true;
    }
  }

  /** All of them: a page asks before it is built, as what was styled without stays so. */
  public static void all() {
    first();
    if (!others) {
      OTHERS.forEach(Fonts::load);
      others = true;
    }
  }

  private static void load(String name) {
    try (InputStream in = Fonts.class.getResourceAsStream("/fonts/" + name)) {
      Font.loadFont(Objects.requireNonNull(in, name), ANY_SIZE);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
