package dev.debrief.analysis.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.debrief.model.Level;
import dev.debrief.model.Progress;
import dev.debrief.model.TimeRange;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class RangeComparisonTest {
  private static final TimeRange BASELINE = Said.range(0, 3600);
  private static final TimeRange RANGE = Said.range(3600, 4500);
  private static final List<TimeRange> ALL = List.of(Said.range(0, 4500));

  @Test
  void whatOnlyTheRangeSaysIsNewAndWhatItNoLongerSaysIsMissing() {
    Said said = new Said();
    for (int i = 0; i < 60; i++) {
      said.at(i * 60, "m1", Level.INFO, "heartbeat of worker " + i);
    }
    for (int i = 0; i < 30; i++) {
      said.at(3600 + i * 30, "m2", Level.ERROR, "connection refused by 10.0.0." + i);
    }
    Comparison found = said.compared(RANGE, List.of(BASELINE), ALL);
    Difference fresh = the(found, Aspect.TEMPLATE, "connection refused by <*>");
    assertEquals(Difference.Kind.NEW, fresh.kind());
    assertEquals(30, fresh.here());
    assertEquals(0, fresh.expected());
    assertEquals(61, fresh.example().line());
    assertEquals(List.of("connection refused by"), fresh.phrases());
    Difference gone = the(found, Aspect.TEMPLATE, "heartbeat of worker <*>");
    assertEquals(Difference.Kind.MISSING, gone.kind());
    assertEquals(15, gone.expected(), 1e-9);
    assertEquals(1, gone.example().line());
    assertEquals(Difference.Kind.NEW, the(found, Aspect.MACHINE, "m2").kind());
    assertEquals(Difference.Kind.NEW, the(found, Aspect.LEVEL, "error").kind());
    assertEquals(2, the(found, Aspect.PROVIDER, "app").test().ratio(), 1e-9);
  }

  @Test
  void centuriesOfLogAreCompared() {
    Said said = new Said();
    said.at(4000, "m1", Level.INFO, "tick");
    TimeRange ages =
        new TimeRange(Instant.parse("0001-01-01T00:00:00Z"), Instant.parse("9999-12-31T00:00:00Z"));
    Comparison found = said.compared(RANGE, List.of(ages), List.of(ages));
    assertTrue(found.possible());
    assertEquals(1, found.here());
    assertEquals(0, found.expected());
  }

  @Test
  void onlyTheTimeThatTheLogCoversCounts() {
    Said said = new Said();
    for (int i = 0; i < 90; i++) {
      said.at(2700 + i * 20, "m1", Level.INFO, "tick");
    }
    Comparison wholly = said.compared(RANGE, List.of(BASELINE), ALL);
    assertEquals(Difference.Kind.MORE, the(wholly, Aspect.TEMPLATE, "tick").kind());
    Comparison partly = said.compared(RANGE, List.of(BASELINE), List.of(Said.range(2700, 4500)));
    assertEquals(List.of(), partly.differences());
    assertEquals(900, partly.baselineCovered().toSeconds());
  }

  @Test
  void aCrashThatPrintsFiftyLinesIsOneEventAndNotFifty() {
    Said said = new Said();
    for (int i = 0; i < 50; i++) {
      said.at(4000 + i * 0.001, "m1", Level.ERROR, "frame " + (char) ('a' + i % 2) + " of a trace");
    }
    Comparison once = said.compared(RANGE, List.of(BASELINE), ALL);
    assertEquals(List.of(), once.differences());
    for (int crash = 0; crash < 20; crash++) {
      for (int i = 0; i < 50; i++) {
        said.at(
            3610 + crash * 40 + i * 0.001,
            "m1",
            Level.ERROR,
            "frame " + (char) ('a' + i % 2) + " of a trace");
      }
    }
    Comparison often = said.compared(RANGE, List.of(BASELINE), ALL);
    Difference frame = the(often, Aspect.TEMPLATE, "frame a of a trace");
    assertEquals(525, frame.here());
    assertTrue(frame.clump() > 4, "clump " + frame.clump());
  }

  @Test
  void endpointsAndStatusesAreComparedToo() {
    Said said = new Said();
    for (int i = 0; i < 120; i++) {
      String status = i < 96 ? "200" : "503";
      said.at(i * 37.5, "m1", Level.INFO, "GET /posts/" + i + " " + status + " 12.5 ms");
    }
    Comparison found = said.compared(RANGE, List.of(BASELINE), ALL);
    assertEquals(Difference.Kind.NEW, the(found, Aspect.STATUS, "503").kind());
    assertEquals(Difference.Kind.MISSING, the(found, Aspect.STATUS, "200").kind());
    assertTrue(found.differences().stream().noneMatch(d -> d.aspect() == Aspect.ENDPOINT));
  }

  @Test
  void whatTheLogDoesNotCoverCannotBeCompared() {
    Comparison none = new Said().compared(RANGE, List.of(), ALL);
    assertFalse(none.possible());
    assertFalse(new Said().compared(RANGE, List.of(BASELINE), List.of(BASELINE)).possible());
  }

  @Test
  void aBaselineThatHoldsTheRangeIsTakenWithoutIt() {
    Comparison found =
        new Said().compared(RANGE, List.of(Said.range(0, 9000)), List.of(Said.range(0, 9000)));
    assertEquals(List.of(BASELINE, Said.range(4500, 9000)), found.baseline());
    assertEquals(8100, found.baselineCovered().toSeconds());
  }

  @Test
  void itStopsWhenAsked() {
    Progress cancelled = Progress.until(() -> true);
    Said said = new Said().at(1, "m1", Level.INFO, "tick");
    assertThrows(
        Progress.Cancelled.class, () -> said.compared(RANGE, List.of(BASELINE), ALL, cancelled));
  }

  /** Nothing differs: an exact test at 5 % may be wrong in 5 % of the cases, and no more. */
  @Property(tries = 3)
  void sameRatesSeldomDiffer(@ForAll @LongRange(min = 1, max = 1_000_000) long seed) {
    assertTrue(wrong(seed, 1) <= 18, "too many false alarms with single messages");
  }

  /** The same where messages come eight at a time: untamed, nearly each case would be an alarm. */
  @Property(tries = 3)
  void neitherWhereMessagesComeTogether(@ForAll @LongRange(min = 1, max = 1_000_000) long seed) {
    assertTrue(wrong(seed, 8) <= 18, "too many false alarms with clumps");
  }

  /** How many of 120 comparisons of one rate with itself find a difference. */
  private static int wrong(long seed, int together) {
    SplittableRandom random = new SplittableRandom(seed);
    int wrong = 0;
    for (int i = 0; i < 120; i++) {
      Said said = new Said();
      for (String text : List.of("alpha fired", "beta done", "gamma went home", "delta rose")) {
        said.atRandom(0, 4500, 0.02, together, text, random);
      }
      wrong += said.compared(RANGE, List.of(BASELINE), ALL).differences().isEmpty() ? 0 : 1;
    }
    return wrong;
  }

  /** A rate four times as high is found nearly always. */
  @Property(tries = 3)
  void aHigherRateIsFound(@ForAll @LongRange(min = 1, max = 1_000_000) long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int found = 0;
    for (int i = 0; i < 40; i++) {
      Said said = new Said();
      said.atRandom(0, 4500, 0.02, 1, "beta done", random);
      said.atRandom(0, 3600, 0.01, 2, "alpha fired", random);
      said.atRandom(3600, 4500, 0.04, 2, "alpha fired", random);
      found +=
          said.compared(RANGE, List.of(BASELINE), ALL).differences().stream()
                  .anyMatch(
                      d -> d.value().equals("alpha fired") && d.kind() == Difference.Kind.MORE)
              ? 1
              : 0;
    }
    assertTrue(found >= 36, "found " + found + " of 40");
  }

  @Property(tries = 40)
  void theOtherWayRoundTheRatiosAreInverse(
      @ForAll @LongRange(min = 1, max = 1_000_000) long seed,
      @ForAll @IntRange(min = 1, max = 6) int more) {
    SplittableRandom random = new SplittableRandom(seed);
    Said said = new Said();
    said.atRandom(0, 3600, 0.05, 1, "alpha fired", random);
    said.atRandom(3600, 4500, 0.05 * more, 2, "alpha fired", random);
    said.atRandom(0, 4500, 0.05, 1, "beta done", random);
    Comparison there = said.compared(RANGE, List.of(BASELINE), ALL);
    Comparison back = said.compared(BASELINE, List.of(RANGE), ALL);
    assertEquals(there.compared(), back.compared());
    assertEquals(there.here(), back.before());
    assertEquals(there.differences().size(), back.differences().size());
    for (Difference d : there.differences()) {
      Difference inverse = the(back, d.aspect(), d.value());
      assertEquals(d.here(), inverse.before());
      assertEquals(d.test().p(), inverse.test().p(), 1e-9);
      assertEquals(d.q(), inverse.q(), 1e-9);
      double ratio = d.test().ratio();
      assertEquals(1, ratio * inverse.test().ratio(), 1e-9);
      assertTrue(d.test().low() <= ratio * 1.2 && ratio <= d.test().high() * 1.2);
    }
  }

  private static Difference the(Comparison found, Aspect aspect, String value) {
    return found.differences().stream()
        .filter(d -> d.aspect() == aspect && d.value().equals(value))
        .findFirst()
        .orElseThrow(() -> new AssertionError(value + " is not in " + found.differences()));
  }
}
