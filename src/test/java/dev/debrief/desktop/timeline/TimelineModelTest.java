package dev.debrief.desktop.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.debrief.model.TimeRange;
import dev.debrief.timeline.Nanos;
import dev.debrief.timeline.Samples;
import dev.debrief.timeline.TimeScale;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TimelineModelTest {
  private final TimelineModel model = new TimelineModel();

  @BeforeEach
  void open() {
    model.camera().resize(1_200, 500, 200);
    model.timelineProperty().set(Samples.outage());
  }

  @Test
  void aNewTimelineShowsItsFocus() {
    assertEquals(Samples.outage().focus(), scale().range());
  }

  @Test
  void zoomingAtThePointerKeepsWhatLiesUnderIt() {
    long under = scale().at(300);
    model.camera().zoom(500, 0.5);
    assertEquals(300, scale().x(under), 0.01);
  }

  @Test
  void zoomingGoesDownToMillisecondsWithoutAJump() {
    long span = scale().to() - scale().from();
    while (span > 2_000_000) {
      model.camera().zoom(700, 0.9);
      long next = scale().to() - scale().from();
      assertEquals(span * 0.9, next, 2);
      span = next;
    }
  }

  @Test
  void panningEndsNearTheEndsOfWhatIsKnown() {
    for (int i = 0; i < 500; i++) {
      model.camera().pan(-2_000);
    }
    TimeRange extent = model.timelineProperty().get().extent();
    assertTrue(Nanos.instant(scale().to()).isAfter(extent.from()));
    for (int i = 0; i < 500; i++) {
      model.camera().pan(2_000);
    }
    assertTrue(Nanos.instant(scale().from()).isBefore(extent.to()));
  }

  @Test
  void steppingWalksEveryFindingOnceInOrderOfTime() {
    List<String> ids = new ArrayList<>();
    Instant last = Instant.MIN;
    int all = model.chosen().findings().size();
    for (int i = 0; i < all; i++) {
      model.step(true);
      ids.add(model.chosen().findingProperty().get());
      Instant start = model.chosen().markProperty().get().start();
      assertTrue(!start.isBefore(last));
      last = start;
    }
    assertEquals(all, ids.stream().distinct().count());
    model.step(false);
    assertEquals(ids.get(all - 2), model.chosen().findingProperty().get());
  }

  @Test
  void theSelectedFindingIsBroughtIntoSight() {
    model.camera().show(new TimeRange(Samples.MENDED, Samples.END));
    model.step(true);
    Instant start = model.chosen().markProperty().get().start();
    assertTrue(scale().range().contains(start));
  }

  @Test
  void fittingShowsTheBrushBeforeTheSelection() {
    TimeRange brush = new TimeRange(Samples.BROKEN, Samples.BROKEN.plusSeconds(60));
    model.brushes().rangeProperty().set(brush);
    model.fitSelection();
    assertTrue(scale().to() - scale().from() < 120 * Nanos.SECOND);
    model.clear();
    assertNull(model.brushes().rangeProperty().get());
    model.fitSelection();
    assertEquals(model.timelineProperty().get().focus(), scale().range());
  }

  @Test
  void replayHidesWhatCameLater() {
    model.knownUntilProperty().set(Samples.BROKEN.plusSeconds(600));
    assertTrue(
        model.shown().lanes().stream()
            .flatMap(lane -> lane.marks().stream())
            .noneMatch(mark -> mark.start().isAfter(Samples.BROKEN.plusSeconds(600))));
    model.knownUntilProperty().set(null);
    assertEquals(model.timelineProperty().get(), model.shown());
  }

  @Test
  void foldingIdleTimeBringsTheLongHistoryTogether() {
    model.idleFoldedProperty().set(false);
    model.camera().showAll();
    double before = scale().x(Nanos.of(Samples.BROKEN));
    model.idleFoldedProperty().set(true);
    assertTrue(scale().folds().count() > 0);
    assertNotEquals(before, scale().x(Nanos.of(Samples.BROKEN)), 50);
    model.idleFoldedProperty().set(false);
    assertEquals(before, scale().x(Nanos.of(Samples.BROKEN)), 1);
  }

  @Test
  void everythingFitsWithTheSameAirWhateverIsFolded() {
    long first = Nanos.of(Samples.outage().extent().from());
    long last = Nanos.of(Samples.outage().extent().to());
    for (boolean folded : new boolean[] {false, true}) {
      model.idleFoldedProperty().set(folded);
      model.camera().showAll();
      assertEquals(scale().width() / 14, scale().x(first), 2, "before, folded " + folded);
      assertEquals(scale().width() * 13 / 14, scale().x(last), 2, "after, folded " + folded);
    }
  }

  @Test
  void whatIsInSightIsNotMovedButOffTheEdge() {
    TimeRange seen = scale().range();
    model.goTo(seen.from().plus(seen.length().dividedBy(3)));
    assertEquals(seen, scale().range());
    model.goTo(seen.from());
    assertEquals(24, scale().x(Nanos.of(seen.from())), 1);
    model.camera().show(seen);
    model.goTo(seen.to());
    assertEquals(scale().width() - 24, scale().x(Nanos.of(seen.to())), 1);
  }

  @Test
  void lanesScrollNoFartherThanTheirEnd() {
    model.camera().scrollTo(1e6);
    double all = model.painter().rows().height();
    assertEquals(
        all - model.camera().viewportProperty().get().laneHeight(),
        model.camera().scrollProperty().get(),
        0.01);
    model.camera().scrollTo(-5);
    assertEquals(0, model.camera().scrollProperty().get());
  }

  @Test
  void timesAreUnderstoodAsTyped() {
    Instant near = Instant.parse("2026-02-26T01:00:00Z");
    ZoneId berlin = ZoneId.of("Europe/Berlin");
    assertEquals(parsed("2026-02-25T21:00:33Z"), typed("21:00:33", ZoneOffset.UTC, near));
    assertEquals(parsed("2026-02-26T06:05:00Z"), typed("6:05", ZoneOffset.UTC, near));
    assertEquals(parsed("2026-02-25T20:00:00Z"), typed("2026-02-25 21:00", berlin, near));
    assertEquals(parsed("2026-02-25T21:00:00Z"), typed("2026-02-25 21:00 utc", berlin, near));
    assertEquals(
        parsed("2026-02-25T21:00:33.120Z"), typed("2026-02-25T22:00:33.120+01:00", berlin, near));
    assertEquals(Optional.empty(), typed("soon", ZoneOffset.UTC, near));
  }

  private static Optional<Instant> parsed(String at) {
    return Optional.of(Instant.parse(at));
  }

  private static Optional<Instant> typed(String text, ZoneId zone, Instant near) {
    return TimeText.parse(text, zone, near);
  }

  private TimeScale scale() {
    return model.camera().viewportProperty().get().scale();
  }
}
