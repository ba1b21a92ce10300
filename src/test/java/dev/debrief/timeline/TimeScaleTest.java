package dev.debrief.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.debrief.model.TimeRange;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class TimeScaleTest {
  private static final long HOUR = 3_600 * Nanos.SECOND;
  private static final long START = Nanos.of(Samples.START);

  @Property(tries = 300)
  void zoomingKeepsTheInstantUnderThePointer(
      @ForAll @DoubleRange(min = 0, max = 1000) double x,
      @ForAll @DoubleRange(min = 0.05, max = 20) double factor,
      @ForAll @LongRange(min = 1_000_000, max = 400_000_000_000_000L) long span) {
    TimeScale scale = new TimeScale(START, START + span, 1000, Folds.NONE);
    TimeScale zoomed = scale.zoomed(x, factor);
    assertEquals(x, zoomed.x(scale.at(x)), 0.51);
  }

  @Test
  void fromYearsToMicrosecondsEachStepZoomsAsMuchAsItSays() {
    TimeScale scale = new TimeScale(START, START + 10 * 365 * 24 * HOUR, 1600, Folds.NONE);
    while (scale.to() - scale.from() > 2_000) {
      long span = scale.to() - scale.from();
      TimeScale next = scale.zoomed(700, 0.8);
      assertEquals(span * 0.8, next.to() - next.from(), Math.max(2, span * 1e-9));
      scale = next;
    }
    assertTrue(scale.zoomed(700, 0.01).to() - scale.from() >= TimeScale.SHORTEST / 2);
  }

  @Property(tries = 300)
  void foldedTimeKeepsItsOrderAndComesBack(
      @ForAll @LongRange(min = -5 * 3_600_000L, max = 60 * 3_600_000L) long millis,
      @ForAll @LongRange(min = 1, max = 3_600_000L) long more) {
    Folds folds =
        Folds.of(List.of(hours(2, 10), hours(8, 12), hours(30, 31), hours(40, 50)), HOUR / 2);
    long at = START + millis * 1_000_000;
    long later = at + more * 1_000_000;
    assertTrue(folds.drawn(at) <= folds.drawn(later));
    long back = folds.real(folds.drawn(at));
    assertTrue(Math.abs(back - at) <= 40, () -> "off by " + (back - at));
  }

  @Test
  void aFoldTakesOnlyWhatIsKept() {
    Folds folds = Folds.of(List.of(hours(2, 10)), HOUR);
    assertEquals(1, folds.count());
    assertEquals(HOUR, folds.drawn(START + 10 * HOUR) - folds.drawn(START + 2 * HOUR));
    assertEquals(HOUR, folds.drawn(START + 2 * HOUR) - folds.drawn(START + HOUR));
  }

  private static TimeRange hours(long from, long to) {
    return new TimeRange(Nanos.instant(START + from * HOUR), Nanos.instant(START + to * HOUR));
  }
}
