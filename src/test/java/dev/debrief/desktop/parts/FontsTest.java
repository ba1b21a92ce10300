package dev.debrief.desktop.parts;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import javafx.scene.Group;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import javafx.scene.transform.Scale;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** The letters as a screen with a scale of 200 % shows them. */
class FontsTest {
  private static final String HOLLOW = "DOabdegopq";
  private static final String SOLID = "EFHILTZcfijlstz17";

  @BeforeAll
  static void startToolkit() throws Exception {
    FxToolkit.registerPrimaryStage();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Inter-Regular.ttf",
        "Inter-SemiBold.ttf",
        "Inter-Bold.otf",
        "Inter-Italic.otf",
        "JetBrainsMono-Regular.ttf",
        "JetBrainsMono-Bold.ttf"
      })
  void strokesThatCrossLeaveNoHole(String file) {
    StringBuilder wrong = new StringBuilder();
    SOLID.chars().filter(letter -> holes(file, letter) > 0).forEach(wrong::appendCodePoint);
    assertEquals("", wrong.toString(), "have holes");
    HOLLOW.chars().filter(letter -> holes(file, letter) == 0).forEach(wrong::appendCodePoint);
    assertEquals("", wrong.toString(), "have none");
  }

  @ParameterizedTest
  @CsvSource({"Inter-Regular.ttf, Inter", "Inter-SemiBold.ttf, Inter SemiBold"})
  void aFontIsFoundUnderTheNameThatStylesGiveIt(String file, String family) throws Exception {
    try (InputStream in = FontsTest.class.getResourceAsStream("/fonts/" + file)) {
      assertEquals(family, Font.loadFont(Objects.requireNonNull(in, file), 13).getFamily());
    }
    assertEquals(family, Font.font(family, 13).getFamily());
  }

  /** How many stretches of background a letter encloses. */
  private static int holes(String file, int letter) {
    WritableImage image =
        WaitForAsyncUtils.waitForAsyncFx(60_000, () -> drawn(file, Character.toString(letter)));
    int width = (int) image.getWidth();
    int height = (int) image.getHeight();
    boolean[] seen = new boolean[width * height];
    PixelReader pixels = image.getPixelReader();
    for (int i = 0; i < seen.length; i++) {
      seen[i] = pixels.getColor(i % width, i / width).getBrightness() < 0.5;
    }
    fill(seen, width, 0);
    int holes = 0;
    for (int i = 0; i < seen.length; i++) {
      if (!seen[i]) {
        fill(seen, width, i);
        holes++;
      }
    }
    return holes;
  }

  private static void fill(boolean[] seen, int width, int from) {
    Deque<Integer> open = new ArrayDeque<>();
    open.add(from);
    while (!open.isEmpty()) {
      int at = open.pop();
      if (at < 0 || at >= seen.length || seen[at]) {
        continue;
      }
      seen[at] = true;
      open.add(at - width);
      open.add(at + width);
      if (at % width > 0) {
        open.add(at - 1);
      }
      if (at % width < width - 1) {
        open.add(at + 1);
      }
    }
  }

  private static WritableImage drawn(String file, String letter) throws Exception {
    try (InputStream in = FontsTest.class.getResourceAsStream("/fonts/" + file)) {
      Text text = new Text(10, 40, letter);
      text.setFont(Font.loadFont(Objects.requireNonNull(in, file), 30));
      text.setFill(Color.BLACK); // Whatever theme another test left.
      Group paper = new Group(new Rectangle(60, 60, Color.WHITE), text);
      new Scene(paper);
      SnapshotParameters twice = new SnapshotParameters();
      twice.setTransform(new Scale(2, 2));
      return paper.snapshot(twice, null);
    }
  }
}
