package dev.debrief.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.debrief.model.Conclusions;
import dev.debrief.model.TimeRange;
import dev.debrief.model.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class TimelinesTest {
  private static final Timeline OUTAGE = Samples.outage();

  @Test
  void everyMachineHasALaneWithItsLifeExitsAndBurst() {
    List<Lane> machines =
        OUTAGE.lanes().stream().filter(lane -> lane.kind() == LaneKind.MACHINE).toList();
    assertEquals(2, machines.size());
    for (Lane lane : machines) {
      assertEquals("ord", lane.subtitle());
      assertEquals(1, count(lane, Mark.Burst.class));
      assertTrue(count(lane, Mark.Life.class) > 1_000);
      assertTrue(count(lane, Mark.Exit.class) > 300);
    }
  }

  @Test
  void aReleaseRunsUntilTheNextAndScalingMakesNone() {
    Lane changes = OUTAGE.lane("changes").orElseThrow();
    List<String> ran =
        changes.marks().stream()
            .filter(Mark.Running.class::isInstance)
            .map(mark -> ((Mark.Running) mark).version())
            .toList();
    assertEquals(List.of("v289", "v290", "v291", "v292", "v293", "v294", "v295", "v296"), ran);
  }

  @Test
  void commitsStandApartFromChanges() {
    assertEquals(2, OUTAGE.lane("commits").orElseThrow().marks().size());
    assertTrue(
        OUTAGE.lane("changes").orElseThrow().marks().stream()
            .noneMatch(m -> m instanceof Mark.Changed c && c.change().equals("5e8f6db")));
  }

  @Test
  void marksOfFindingsNameThemAndTheirLines() {
    OUTAGE.lanes().stream()
        .flatMap(lane -> lane.marks().stream())
        .filter(mark -> mark instanceof Mark.Exit || mark instanceof Mark.Silence)
        .forEach(
            mark -> {
              assertTrue(mark.basis().finding().startsWith("F"));
              assertFalse(mark.basis().evidence().isEmpty());
            });
  }

  @Test
  void theFocusIsTheOutageWithAirAndNotTheHistoryBeforeIt() {
    assertTrue(OUTAGE.focus().from().isBefore(Samples.BROKEN));
    assertTrue(OUTAGE.focus().to().isAfter(Samples.MENDED));
    assertTrue(OUTAGE.focus().length().compareTo(Duration.ofHours(14)) < 0);
    assertTrue(OUTAGE.extent().length().compareTo(Duration.ofDays(9)) > 0);
  }

  @Test
  void withoutAnythingTheTimelineIsEmptyAndCanStillBeDrawn() {
    Timeline empty = Timelines.of("", Conclusions.NONE, List.of(), List.of(), Density.NONE);
    assertTrue(empty.isEmpty());
    assertTrue(Picture.of(empty).svg().contains("no outage found"));
    assertEquals("The timeline is empty.", Summary.of(empty));
  }

  @Test
  void aRangeOfAllYearsGetsAirToo() {
    TimeRange ages =
        new TimeRange(Instant.parse("0001-01-01T00:00:00Z"), Instant.parse("9999-12-31T23:59:59Z"));
    TimeRange airy = Timelines.widened(ages, 0.02);
    assertTrue(airy.from().isBefore(ages.from()) && airy.to().isAfter(ages.to()));
  }

  @Test
  void untilAnInstantNothingLaterIsKnown() {
    Timeline then = OUTAGE.until(Samples.BROKEN.plusSeconds(3_600));
    assertTrue(
        then.lanes().stream()
            .flatMap(lane -> lane.marks().stream())
            .allMatch(mark -> !mark.end().isAfter(Samples.BROKEN.plusSeconds(3_600))));
    assertTrue(then.gaps().isEmpty());
    long from = Nanos.of(Samples.START);
    long to = Nanos.of(Samples.END);
    long known = then.density().counts(Density.RECORDS, from, to, 1_000)[999];
    assertEquals(0, known);
    assertTrue(then.density().counts(Density.RECORDS, from, to, 1_000)[10] > 0);
  }

  @Test
  void jsonTellsLanesMarksAndCounts() {
    JsonNode json = JsonMapper.builder().build().readTree(Timelines.json(OUTAGE));
    assertEquals("blockster-v2", json.get("app").asString());
    JsonNode changes = lane(json, "changes");
    JsonNode v290 =
        changes.get("marks").values().stream()
            .filter(mark -> mark.path("change").asString("").equals("v290"))
            .findFirst()
            .orElseThrow();
    assertEquals("introduced", v290.get("verdict").asString());
    assertEquals("2026-02-25T21:00:00.000Z", v290.get("start").asString());
    assertTrue(v290.get("end").isNull());
    long counted =
        lane(json, "log").get("counts").get("values").values().stream()
            .mapToLong(JsonNode::asLong)
            .sum();
    assertTrue(counted > 10_000);
    assertEquals(1, json.get("gaps").size());
  }

  @Test
  void theSummaryTellsTheOutageAndTheDecisiveChange() {
    String summary = Summary.of(OUTAGE);
    assertTrue(summary.contains("Outage from Feb 25 21:00:33 to Feb 26 06:05:33, 9 h 5 min."));
    assertTrue(summary.contains("v290 at Feb 25 21:00:00 introduced"));
    assertTrue(summary.contains("Postgrex silent 1 time"));
    assertTrue(summary.contains("Log missing"));
  }

  @Test
  void anExceptionIsCalledByItsNameAndFrame() {
    assertEquals(
        "RuntimeError at Ecto.Repo.Registry.lookup/1",
        CountLanes.title("** (RuntimeError) could not lookup X at Ecto.Repo.Registry.lookup/1"));
    assertEquals("a plain line", CountLanes.title("a plain line\nand more"));
    assertEquals("** (EXIT) killed", CountLanes.title("** (EXIT) killed"));
  }

  @Test
  void aVerdictIsTakenFromTheChange() {
    Mark fixed =
        OUTAGE.lane("changes").orElseThrow().marks().stream()
            .filter(m -> m instanceof Mark.Changed c && c.verdict() == Verdict.FIXED)
            .findFirst()
            .orElseThrow();
    assertEquals(Glyph.Shape.CHECK, Glyph.of(fixed).shape());
  }

  private static JsonNode lane(JsonNode json, String id) {
    return json.get("lanes").values().stream()
        .filter(lane -> lane.get("id").asString().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private static long count(Lane lane, Class<? extends Mark> kind) {
    return lane.marks().stream().filter(kind::isInstance).count();
  }
}
