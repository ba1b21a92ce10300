package dev.debrief.timeline;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.debrief.model.Clock;
import dev.debrief.model.Evidence;
import dev.debrief.model.Level;
import dev.debrief.model.LogRecord;
import dev.debrief.model.Moment;
import dev.debrief.model.Precision;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class FirstLookTest {
  private static final Instant NOON = Instant.parse("2026-02-25T12:00:00Z");
  private static final int TEN_YEARS_S = 315_360_000;

  private final FirstLook look = new FirstLook();

  @Test
  void linesErrorsRequestsAndFailuresAreCountedWhereTheyStand() {
    look.accept(record("a", NOON, Level.INFO, "200"));
    look.accept(record("a", NOON.plusSeconds(1), Level.ERROR, ""));
    look.accept(record("b", NOON.plusSeconds(9), Level.INFO, "503"));
    Timeline seen = look.soFar();
    assertEquals(
        List.of("machine:a", "machine:b", "requests", "log"),
        seen.lanes().stream().map(Lane::id).toList());
    assertArrayEquals(new long[] {2, 1}, counts(seen, Density.RECORDS, 10, 2));
    assertArrayEquals(new long[] {1, 0}, counts(seen, Density.ERRORS, 10, 2));
    assertArrayEquals(new long[] {1, 1}, counts(seen, Density.REQUESTS, 10, 2));
    assertArrayEquals(new long[] {0, 1}, counts(seen, Density.FAILURES, 10, 2));
    assertArrayEquals(new long[] {2, 0}, counts(seen, "machine:a", 10, 2));
    assertEquals(NOON, seen.extent().from());
  }

  @Test
  void aPictureStaysAsItWasWhileMoreIsRead() {
    look.accept(record("a", NOON, Level.INFO, ""));
    Timeline before = look.soFar();
    look.accept(record("a", NOON, Level.INFO, ""));
    assertArrayEquals(new long[] {1}, counts(before, Density.RECORDS, 10, 1));
    assertArrayEquals(new long[] {2}, counts(look.soFar(), Density.RECORDS, 10, 1));
  }

  @Test
  void beforeAnythingIsReadNothingIsShown() {
    assertTrue(look.soFar().isEmpty());
  }

  @Test
  void aLineWithoutATimeCountsOnlyAsRead() {
    look.accept(
        new LogRecord(
            new Evidence("x", 1),
            1,
            new Moment(NOON, Precision.NONE, Clock.PLATFORM),
            "app",
            "app",
            "a",
            "ord",
            Level.INFO,
            Level.INFO,
            "hello",
            1,
            Map.of()));
    assertEquals(1, look.records());
    assertTrue(look.soFar().isEmpty());
  }

  @Property(tries = 20)
  void noLineIsLostHoweverLongTheLogIs(
      @ForAll @Size(min = 1, max = 50) List<@IntRange(max = TEN_YEARS_S) Integer> seconds,
      @ForAll @IntRange(min = 1, max = 40_000) int steady) {
    FirstLook any = new FirstLook();
    seconds.forEach(s -> any.accept(record("a", NOON.plusSeconds(s), Level.ERROR, "")));
    for (int i = 0; i < steady; i++) {
      any.accept(record("b", NOON.plusSeconds(3L * i), Level.INFO, "200"));
    }
    Timeline seen = any.soFar();
    long from = Nanos.of(NOON.minusSeconds(TEN_YEARS_S));
    long to = Nanos.of(NOON.plusSeconds(2L * TEN_YEARS_S));
    assertEquals(seconds.size() + steady, sum(seen.density().counts(Density.RECORDS, from, to, 7)));
    assertEquals(seconds.size(), sum(seen.density().counts(Density.ERRORS, from, to, 1_000)));
    assertEquals(steady, sum(seen.density().counts("machine:b", from, to, 3)));
  }

  private static long[] counts(Timeline seen, String key, int seconds, int buckets) {
    return seen.density().counts(key, Nanos.of(NOON), Nanos.of(NOON.plusSeconds(seconds)), buckets);
  }

  private static long sum(long[] counts) {
    long sum = 0;
    for (long count : counts) {
      sum += count;
    }
    return sum;
  }

  private static LogRecord record(String machine, Instant at, Level severity, String status) {
    return new LogRecord(
        new Evidence("x", 1),
        1,
        new Moment(at, Precision.SECOND, Clock.PLATFORM),
        "app",
        status.isEmpty() ? "app" : "proxy",
        machine,
        "ord",
        Level.INFO,
        severity,
        status.isEmpty() ? "line" : "GET /",
        1,
        status.isEmpty() ? Map.of() : Map.of("response.status", status));
  }
}
