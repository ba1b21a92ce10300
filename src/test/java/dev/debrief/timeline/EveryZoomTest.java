package dev.debrief.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.debrief.model.TimeRange;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** What holds at every zoom, from the whole case down to milliseconds. */
class EveryZoomTest {
  private static final List<Timeline> TIMELINES =
      List.of(Samples.outage(), Samples.healthy(), Crowd.of(2_000, 3_000));
  private static final List<Scene> SCENES = TIMELINES.stream().map(Scene::of).toList();

  @Property(tries = 400)
  void labelsNeverOverlap(
      @ForAll @IntRange(max = 2) int which,
      @ForAll @DoubleRange(min = 0, max = 1) double where,
      @ForAll @DoubleRange(min = 0, max = 1) double depth,
      @ForAll @IntRange(min = 420, max = 2_600) int width,
      @ForAll boolean folded,
      @ForAll boolean compared,
      @ForAll boolean berlin) {
    WordsPen pen = new WordsPen();
    Timeline timeline = TIMELINES.get(which);
    Viewport viewport = viewport(timeline, where, depth, width, folded, berlin);
    TimeRange third =
        new TimeRange(
            timeline.focus().from(),
            timeline.focus().from().plus(timeline.focus().length().dividedBy(3)));
    Emphasis emphasis =
        new Emphasis(
            Optional.empty(),
            compared ? List.of(third) : List.of(),
            "",
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    Rows rows = Rows.of(SCENES.get(which), Arrangement.DEFAULT);
    new TimelinePainter(SCENES.get(which), rows, true)
        .paint(viewport, emphasis, Palette.light(), pen);
    List<WordsPen.Words> words = pen.words();
    assertTrue(words.size() > 10, "the margin alone has more words");
    for (int i = 0; i < words.size(); i++) {
      for (int j = i + 1; j < words.size(); j++) {
        WordsPen.Words a = words.get(i);
        WordsPen.Words b = words.get(j);
        assertTrue(!a.overlaps(b), () -> a + " lies over " + b + " in " + viewport);
      }
    }
  }

  @Property(tries = 400)
  void noWordsStandHalfBeneathWhatIsFoldedOrMissing(
      @ForAll @IntRange(max = 2) int which,
      @ForAll @DoubleRange(min = 0, max = 1) double where,
      @ForAll @DoubleRange(min = 0, max = 0.6) double depth,
      @ForAll @IntRange(min = 420, max = 2_600) int width) {
    WordsPen pen = new WordsPen();
    Scene scene = SCENES.get(which);
    Viewport viewport = viewport(TIMELINES.get(which), where, depth, width, true, false);
    new TimelinePainter(scene, Rows.of(scene, Arrangement.DEFAULT), true)
        .paint(viewport, Emphasis.NONE, Palette.light(), pen);
    Sheet sheet = Sheet.of(pen, Palette.light(), viewport, Emphasis.NONE, scene);
    for (WordsPen.Words words : pen.words()) {
      // A question mark is a sign's, and signs stand where their times are.
      boolean onLanes =
          words.x1() >= viewport.gutter()
              && words.y1() > Viewport.AXIS
              && !words.text().equals("?");
      assertTrue(
          !onLanes || !sheet.hides(words.x1() + 0.5, words.x2() - 0.5),
          () -> words + " beneath one of " + sheet.hidden());
    }
  }

  @Property(tries = 200)
  void everyTextIsReadableOnTheSurfaceAndInTheMargin(
      @ForAll @IntRange(max = 2) int which,
      @ForAll @DoubleRange(min = 0, max = 1) double depth,
      @ForAll boolean dark) {
    WordsPen pen = new WordsPen();
    Palette palette = dark ? Palette.dark() : Palette.light();
    Rows rows = Rows.of(SCENES.get(which), Arrangement.DEFAULT);
    new TimelinePainter(SCENES.get(which), rows, true)
        .paint(
            viewport(TIMELINES.get(which), 0.5, depth, 1_280, false, false),
            Emphasis.NONE,
            palette,
            pen);
    for (WordsPen.Words words : pen.words()) {
      // Words in a bar of the surface's colour stand on the bar, the rest on one of the grounds.
      List<Integer> grounds =
          words.argb() == palette.of(Ink.SURFACE)
              ? List.of(palette.of(Ink.DOWN))
              : List.of(
                  palette.of(Ink.SURFACE), palette.of(Ink.RAISED), PaletteTest.washed(palette));
      for (int ground : grounds) {
        double contrast = Palette.contrast(words.argb(), ground);
        assertTrue(contrast >= 4.5, () -> words + ": " + contrast);
      }
    }
  }

  /** From all of it to a millisecond across the window: what lies at a pixel stays there. */
  @Test
  void zoomingNeverJumps() {
    for (Timeline timeline : TIMELINES) {
      TimeScale scale = TimeScale.of(timeline.extent(), 1_000);
      long under = scale.at(613);
      while (scale.to() - scale.from() > 1_000_000) {
        long before = scale.to() - scale.from();
        scale = scale.zoomed(613, 0.8);
        assertEquals(613, scale.x(under), 0.6);
        assertEquals(before * 0.8, scale.to() - scale.from(), 2);
      }
    }
  }

  @Test
  void aDayThatBeginsAtTheLeftEdgeIsNamedThere() {
    WordsPen pen = new WordsPen();
    TimeRange night =
        new TimeRange(Instant.parse("2026-02-25T23:57:00Z"), Instant.parse("2026-02-26T02:50:00Z"));
    Viewport viewport = new Viewport(980, 600, 180, TimeScale.of(night, 800), 0, ZoneOffset.UTC);
    new TimelinePainter(SCENES.getFirst(), Rows.of(SCENES.getFirst(), Arrangement.DEFAULT), true)
        .paint(viewport, Emphasis.NONE, Palette.light(), pen);
    WordsPen.Words day =
        pen.words().stream()
            .filter(words -> words.text().equals("Feb 26"))
            .findFirst()
            .orElseThrow();
    assertTrue(day.x1() >= 180 && day.x1() < 200, day.toString());
  }

  private static Viewport viewport(
      Timeline timeline, double where, double depth, int width, boolean folded, boolean berlin) {
    long from = Nanos.of(timeline.extent().from());
    long to = Nanos.of(timeline.extent().to());
    // From the whole to two milliseconds, evenly by magnitude.
    double span = Math.exp(Math.log(to - from) * (1 - depth) + Math.log(2e6) * depth);
    long begin = from + (long) ((to - from - span) * where);
    TimeScale scale =
        TimeScale.of(
            new TimeRange(Nanos.instant(begin), Nanos.instant(begin + (long) span)), width - 180);
    TimeRange idle =
        new TimeRange(Nanos.instant(from + (to - from) / 5), Nanos.instant(from + (to - from) / 2));
    Folds folds = Folds.of(List.of(idle), (to - from) / 50);
    return new Viewport(
        width,
        1_600,
        180,
        folded ? scale.withFolds(folds) : scale,
        0,
        berlin ? ZoneId.of("Europe/Berlin") : ZoneOffset.UTC);
  }
}
