package dev.debrief.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.debrief.model.TimeRange;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class HitTestTest {
  private final Scene scene = Scene.of(Samples.outage());
  private final Rows rows = Rows.of(scene, Arrangement.DEFAULT);
  private final TimelinePainter painter = new TimelinePainter(scene, rows, true);

  @Test
  void theChangeUnderThePointerIsFound() {
    Hit hit = hit("changes", "2026-02-25T21:00:00Z", 14, scene.timeline().focus());
    Mark.Changed change = assertInstanceOf(Mark.Changed.class, hit.mark().orElseThrow());
    assertEquals("v290", change.change());
  }

  @Test
  void theReleaseUnderThePointerIsFoundOnItsRibbon() {
    Hit hit = hit("changes", "2026-02-26T00:40:00Z", 52, scene.timeline().focus());
    assertEquals("v294", assertInstanceOf(Mark.Running.class, hit.mark().orElseThrow()).version());
  }

  @Test
  void aMachinesRowTellsItsBurstItsLifeAndItsExitsApart() {
    String lane = "machine:17817e62f16438";
    TimeRange focus = scene.timeline().focus();
    String at = "2026-02-26T01:00:00Z";
    assertInstanceOf(Mark.Burst.class, hit(lane, at, 6, focus).mark().orElseThrow());
    assertInstanceOf(Mark.Life.class, hit(lane, at, 22, focus).mark().orElseThrow());
    Hit exits = hit(lane, at, 37, focus);
    assertInstanceOf(Mark.Exit.class, exits.mark().orElseThrow());
    assertTrue(exits.gathered() > 1);
  }

  @Test
  void missingLogIsFoundInEveryLaneWhereNothingElseLies() {
    Hit hit = hit("notes", "2026-02-26T02:20:00Z", 12, scene.timeline().focus());
    assertInstanceOf(Mark.Gap.class, hit.mark().orElseThrow());
  }

  @Test
  void aCountNamesItsColumn() {
    Hit hit = hit("log", "2026-02-25T23:00:00Z", 20, scene.timeline().focus());
    Hit.Count count = hit.count().orElseThrow();
    assertTrue(count.all() > 0);
    assertTrue(count.bad().orElseThrow() > 0);
    assertTrue(!count.from().isAfter(hit.at()) && count.to().isAfter(hit.at()));
  }

  @Test
  void theMarginTellsTheLaneAndNoMark() {
    Viewport viewport = viewport(scene.timeline().focus());
    double y = Viewport.AXIS + rows.body("outage").orElseThrow().y() + 5;
    Hit hit = painter.hit(viewport, 20, y);
    assertTrue(hit.gutter());
    assertTrue(hit.mark().isEmpty());
    assertEquals("outage", ((Rows.Body) hit.row().orElseThrow()).lane().id());
  }

  @Test
  void whatIsGatheredPartsWhenZoomedIn() {
    Instant exit =
        scene.timeline().lane("machine:17817e62f16438").orElseThrow().marks().stream()
            .filter(m -> m instanceof Mark.Exit e && !e.details().requested())
            .findFirst()
            .orElseThrow()
            .start();
    TimeRange near = new TimeRange(exit.minusSeconds(20), exit.plusSeconds(20));
    Hit hit = hit("machine:17817e62f16438", exit.toString(), 37, near);
    assertEquals(1, hit.gathered());
    assertEquals(exit, hit.mark().orElseThrow().start());
  }

  private Hit hit(String lane, String at, double inside, TimeRange range) {
    Viewport viewport = viewport(range);
    double x = viewport.gutter() + viewport.scale().x(Nanos.of(Instant.parse(at)));
    return painter.hit(viewport, x, Viewport.AXIS + rows.body(lane).orElseThrow().y() + inside);
  }

  private Viewport viewport(TimeRange range) {
    return new Viewport(1400, 2_000, 200, TimeScale.of(range, 1_200), 0, ZoneOffset.UTC);
  }
}
