package dev.debrief.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class PaletteTest {
  @Test
  void textsKeepToWcagAaOnEveryGround() {
    for (Palette palette : List.of(Palette.light(), Palette.dark())) {
      for (Ink ground : List.of(Ink.SURFACE, Ink.RAISED, Ink.RELEASE)) {
        holds(palette, Ink.TEXT, ground, 4.5);
      }
      holds(palette, Ink.MUTED, Ink.SURFACE, 4.5);
      holds(palette, Ink.MUTED, Ink.RAISED, 4.5);
      holds(palette, Ink.SURFACE, Ink.DOWN, 4.5);
    }
  }

  @Test
  void marksStandOutFromTheSurface() {
    for (Palette palette : List.of(Palette.light(), Palette.dark())) {
      for (Ink ink :
          List.of(
              Ink.UP,
              Ink.BOOTING,
              Ink.FAILING,
              Ink.DOWN,
              Ink.STOPPED,
              Ink.ASLEEP,
              Ink.SILENCE,
              Ink.MISSING,
              Ink.HEAT_HIGH,
              Ink.COUNT,
              Ink.PIN,
              Ink.ACCENT)) {
        holds(palette, ink, Ink.SURFACE, 3);
      }
    }
  }

  @Test
  void heatRunsFromFewToMost() {
    Palette palette = Palette.light();
    assertEquals(palette.of(Ink.HEAT_LOW), palette.heat(0));
    assertEquals(palette.of(Ink.HEAT_HIGH), palette.heat(1));
    assertEquals(palette.of(Ink.HEAT_HIGH), palette.heat(7));
  }

  @Test
  void contrastIsThatOfTheStandard() {
    assertEquals(21, Palette.contrast(0xFF000000, 0xFFFFFFFF), 0.001);
    assertEquals(4.54, Palette.contrast(0xFF767676, 0xFFFFFFFF), 0.01);
  }

  private static void holds(Palette palette, Ink ink, Ink ground, double least) {
    double contrast = Palette.contrast(palette.of(ink), palette.of(ground));
    assertTrue(contrast >= least, () -> ink + " on " + ground + ": " + contrast);
  }
}
