package dev.debrief.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class MomentTest {
  private static final Instant NOON = Instant.parse("2026-02-25T12:00:00Z");

  @Test
  void twoLinesOfOneSecondHaveNoKnownOrder() {
    Moment line = new Moment(NOON, Precision.SECOND, Clock.PLATFORM);
    assertEquals(Order.UNKNOWN, line.orderAgainst(line));
  }

  @Test
  void aFineStampInsideACoarseSecondHasNoKnownOrderAgainstIt() {
    Moment coarse = new Moment(NOON, Precision.SECOND, Clock.PLATFORM);
    Moment fine = new Moment(NOON.plusMillis(999), Precision.MILLISECOND, Clock.RUNTIME);
    assertEquals(Order.UNKNOWN, coarse.orderAgainst(fine));
    assertEquals(Order.UNKNOWN, fine.orderAgainst(coarse));
  }

  @Test
  void neighbouringSecondsAreInOrder() {
    Moment first = new Moment(NOON, Precision.SECOND, Clock.PLATFORM);
    Moment second = new Moment(NOON.plusSeconds(1), Precision.SECOND, Clock.PLATFORM);
    assertEquals(Order.BEFORE, first.orderAgainst(second));
    assertEquals(Order.AFTER, second.orderAgainst(first));
  }

  @Test
  void aCarriedTimeIsNoTimeToBeQuoted() {
    assertFalse(new Moment(NOON, Precision.NONE, Clock.CARRIED).known());
  }

  @Property
  void aKnownOrderIsNeverContradictedByWhatTheTrueTimesCanBe(
      @ForAll @LongRange(min = 0, max = 5_000) long a,
      @ForAll @LongRange(min = 0, max = 5_000) long b,
      @ForAll Precision fineness,
      @ForAll Precision other) {
    Moment first = new Moment(NOON.plusMillis(a), fineness, Clock.PLATFORM);
    Moment second = new Moment(NOON.plusMillis(b), other, Clock.PLATFORM);
    switch (first.orderAgainst(second)) {
      case BEFORE -> assertFalse(first.latest().isAfter(second.earliest()));
      case AFTER -> assertFalse(second.latest().isAfter(first.earliest()));
      case UNKNOWN -> {
        assertEquals(true, first.latest().isAfter(second.earliest()));
        assertEquals(true, second.latest().isAfter(first.earliest()));
      }
    }
  }
}
