package dev.debrief.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.debrief.model.ChangeKind;
import dev.debrief.model.Clock;
import dev.debrief.model.Details;
import dev.debrief.model.FindingKind;
import dev.debrief.model.Moment;
import dev.debrief.model.Precision;
import dev.debrief.model.Severity;
import dev.debrief.model.TimeRange;
import dev.debrief.model.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
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

  /** Marks stand on the stretch of an outage too, and in the overview on the margin's colour. */
  @Test
  void marksStandOutFromEveryGround() {
    for (Palette palette : List.of(Palette.light(), Palette.dark())) {
      for (int ground : List.of(palette.of(Ink.SURFACE), palette.of(Ink.RAISED), washed(palette))) {
        for (Ink ink : Ink.values()) {
          boolean mark =
              switch (ink) {
                case UP, BOOTING, FAILING, DOWN, STOPPED, ASLEEP, SILENCE, MISSING -> true;
                case HEAT_LOW, HEAT_HIGH, COUNT, PIN, ACCENT, MUTED, TEXT -> true;
                case SURFACE, RAISED, GRID, RULE, BRUSH, OUTAGE_WASH, RELEASE -> false;
              };
          if (mark) {
            double contrast = Palette.contrast(palette.of(ink), ground);
            assertTrue(contrast >= 3, () -> ink + ": " + contrast);
          }
        }
      }
      holds(palette, Ink.TEXT, Ink.RELEASE, 4.5);
    }
  }

  /** It is drawn see-through, so its ink's own contrast would prove nothing. */
  @Test
  void theHatchingOfMissingLogStandsOutFromEveryGround() {
    for (Palette palette : List.of(Palette.light(), Palette.dark())) {
      for (int ground : List.of(palette.of(Ink.SURFACE), palette.of(Ink.RAISED), washed(palette))) {
        int drawn = palette.missing();
        int seen = Palette.mixed(ground, drawn | 0xFF000000, (drawn >>> 24) / 255.0);
        double contrast = Palette.contrast(seen, ground);
        assertTrue(contrast >= 3, () -> "on " + Integer.toHexString(ground) + ": " + contrast);
      }
    }
  }

  /** It is quieter than what was found: not as strong as any grave mark, and most of it is free. */
  @Test
  void theHatchingOfMissingLogIsQuieterThanAnOutage() {
    for (Palette palette : List.of(Palette.light(), Palette.dark())) {
      int surface = palette.of(Ink.SURFACE);
      int seen =
          Palette.mixed(surface, palette.of(Ink.MISSING), (palette.missing() >>> 24) / 255.0);
      assertTrue(Palette.contrast(seen, surface) < Palette.contrast(palette.of(Ink.DOWN), surface));
    }
  }

  /** The surface within an outage. */
  static int washed(Palette palette) {
    int wash = palette.of(Ink.OUTAGE_WASH);
    return Palette.mixed(palette.of(Ink.SURFACE), wash | 0xFF000000, (wash >>> 24) / 255.0);
  }

  /** Where colours can't be told apart, shapes can: within a lane no two meanings share one. */
  @Test
  void meaningsDifferByShape() {
    List<Glyph.Shape> exits = new ArrayList<>();
    exits.add(exit(1, null, false, false));
    exits.add(exit(0, null, false, false));
    exits.add(exit(null, "SIGKILL", false, false));
    exits.add(exit(137, null, true, false));
    exits.add(exit(0, null, false, true));
    assertEquals(exits.size(), exits.stream().distinct().count());
    assertEquals(
        Details.SignalRole.values().length,
        Arrays.stream(Details.SignalRole.values())
            .map(role -> Glyph.signal(role).shape())
            .distinct()
            .count());
    assertEquals(
        Severity.values().length,
        Arrays.stream(Severity.values())
            .map(
                severity ->
                    Glyph.of(
                            new Mark.Concluded(
                                RANGE, FindingKind.LOG_GAP, "", severity, Basis.of(List.of())))
                        .shape())
            .distinct()
            .count());
    assertEquals(
        Verdict.values().length,
        Arrays.stream(Verdict.values())
            .map(
                verdict ->
                    Glyph.of(
                            new Mark.Changed(
                                new Moment(RANGE.from(), Precision.SECOND, Clock.PLATFORM),
                                "v1",
                                ChangeKind.DEPLOY,
                                "",
                                "",
                                verdict,
                                Basis.of(List.of())))
                        .shape())
            .distinct()
            .count());
  }

  private static final TimeRange RANGE =
      new TimeRange(Instant.EPOCH, Instant.EPOCH.plusSeconds(60));

  private static Glyph.Shape exit(Integer code, String signal, boolean oom, boolean requested) {
    Details.Exit details = new Details.Exit(code, signal, oom, requested, "crash");
    return Glyph.of(new Mark.Exit(RANGE.from(), "m1", details, "", Basis.of(List.of()))).shape();
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
