package dev.debrief.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.debrief.model.TimeRange;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class TicksTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  @Property(tries = 400)
  void marksRiseStandApartAndAreAFew(
      @ForAll @LongRange(min = 0, max = 4_000_000_000L) long second,
      @ForAll @DoubleRange(min = 3, max = 18) double magnitude) {
    long from = second * Nanos.SECOND;
    TimeScale scale = new TimeScale(from, from + (long) Math.pow(10, magnitude), 1000, Folds.NONE);
    for (ZoneId zone : List.of(ZoneOffset.UTC, BERLIN, ZoneId.of("Asia/Kathmandu"))) {
      List<Ticks.Tick> ticks = Ticks.of(scale, zone, 80).marks();
      assertTrue(ticks.size() <= 14, () -> "too many: " + ticks);
      for (int i = 1; i < ticks.size(); i++) {
        assertTrue(ticks.get(i).at() > ticks.get(i - 1).at());
        double apart = scale.x(ticks.get(i).at()) - scale.x(ticks.get(i - 1).at());
        // A month is shorter than its average, and where clocks are put forward six hours are five.
        assertTrue(apart >= 80 * 0.8, () -> apart + " in " + ticks);
      }
    }
  }

  @Test
  void theLastDaysOfAMonthLeaveRoomForTheNext() {
    List<String> labels = labels("2026-01-01T00:00:00Z", 75L * 86_400 * Nanos.SECOND);
    assertTrue(labels.containsAll(List.of("Jan 15", "Feb 1", "Feb 15")), labels::toString);
    assertFalse(labels.contains("Jan 29"), labels::toString);
  }

  @Test
  void labelsSayWhatTheZoomNeeds() {
    assertTrue(labels("2026-02-25T19:00:00Z", 13 * 3_600L * Nanos.SECOND).contains("21:00"));
    assertTrue(labels("2026-02-25T19:00:00Z", 13 * 3_600L * Nanos.SECOND).contains("Feb 26"));
    assertTrue(labels("2026-02-25T21:00:33Z", 2_000_000L).contains(".001 000"));
    assertTrue(labels("2026-02-25T21:00:33Z", 2 * Nanos.SECOND).contains("21:00:34"));
    assertTrue(labels("2019-06-01T00:00:00Z", 3_000L * 86_400 * Nanos.SECOND).contains("2021"));
  }

  @Test
  void noHourIsLostOrRepeatedWhenClocksChange() {
    long from = Nanos.of(Instant.parse("2026-10-25T00:00:00Z"));
    TimeScale scale = new TimeScale(from, from + 4 * 3_600 * Nanos.SECOND, 1000, Folds.NONE);
    List<String> labels = new ArrayList<>();
    Ticks.of(scale, BERLIN, 150).marks().forEach(tick -> labels.add(tick.label()));
    assertEquals(List.of("02:00", "02:00", "03:00", "04:00", "05:00"), labels);
  }

  /** The first was marked at 01:00, an hour after midnight, instead of at noon. */
  @Test
  void manyHoursAreThoseOfTheClockOnTheWallWhereItChanges() {
    assertEquals(
        List.of("Oct 25", "12:00", "Oct 26", "12:00", "Oct 27"),
        inBerlin("2026-10-24T22:00:00Z", 49, 12));
    assertEquals(List.of("Mar 29", "12:00", "Mar 30"), inBerlin("2026-03-28T23:00:00Z", 23, 12));
    assertEquals(
        List.of("22:00", "Mar 29", "04:00", "06:00"), inBerlin("2026-03-28T21:00:00Z", 7, 2));
    assertEquals(
        List.of("21:00", "Mar 29", "06:00", "09:00"), inBerlin("2026-03-28T20:00:00Z", 11, 3));
    assertEquals(List.of("Oct 25", "02:00", "04:00"), inBerlin("2026-10-24T22:00:00Z", 5, 2));
  }

  /** The labels of so many hours in marks of a number of hours. */
  private static List<String> inBerlin(String start, int hours, int step) {
    long from = Nanos.of(Instant.parse(start));
    long to = from + hours * 3_600 * Nanos.SECOND;
    TimeScale scale = new TimeScale(from, to, 1000, Folds.NONE);
    return Ticks.of(scale, BERLIN, 990.0 * step / hours).marks().stream()
        .map(Ticks.Tick::label)
        .toList();
  }

  @Test
  void foldedTimeHasNoMarksOfItsOwn() {
    long from = Nanos.of(Samples.START);
    long hour = 3_600 * Nanos.SECOND;
    Folds folds =
        Folds.of(
            List.of(new TimeRange(Nanos.instant(from + hour), Nanos.instant(from + 2_000 * hour))),
            hour / 10);
    TimeScale scale = new TimeScale(from, from + 2_002 * hour, 1000, folds);
    Ticks ticks = Ticks.of(scale, ZoneOffset.UTC, 60);
    assertFalse(
        ticks.marks().stream()
            .anyMatch(t -> t.at() > from + 2 * hour && t.at() < from + 1_999 * hour));
    assertTrue(ticks.marks().size() > 4);
  }

  private static List<String> labels(String from, long span) {
    long begin = Nanos.of(Instant.parse(from));
    return Ticks.of(new TimeScale(begin, begin + span, 1200, Folds.NONE), ZoneOffset.UTC, 70)
        .marks()
        .stream()
        .map(Ticks.Tick::label)
        .toList();
  }
}
