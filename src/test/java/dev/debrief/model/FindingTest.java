package dev.debrief.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class FindingTest {
  private static final Instant NOON = Instant.parse("2026-02-25T12:00:00Z");

  @Test
  void aFindingNamesFiftyLinesAtMost() {
    List<Evidence> lines =
        LongStream.rangeClosed(1, 51).mapToObj(line -> new Evidence("fly.log", line)).toList();
    assertThrows(IllegalArgumentException.class, () -> finding(lines, 51, null, 0.5));
    assertEquals(50, finding(lines.subList(0, 50), 51, null, 0.5).evidence().size());
  }

  @Test
  void aFindingEndsNoEarlierThanItBegins() {
    assertThrows(
        IllegalArgumentException.class, () -> finding(List.of(), 0, NOON.minusMillis(1), 0.5));
  }

  @Test
  void confidenceIsAShareOfOne() {
    assertThrows(IllegalArgumentException.class, () -> finding(List.of(), 0, null, 1.01));
    assertThrows(IllegalArgumentException.class, () -> finding(List.of(), 0, null, -0.01));
  }

  @Test
  void aFindingIsOfTheKindItsDetailsAreOf() {
    assertEquals(FindingKind.LOG_GAP, finding(List.of(), 0, null, 1).kind());
    assertEquals("log_gap", finding(List.of(), 0, null, 1).kind().id());
  }

  private static Finding finding(
      List<Evidence> evidence,
      int total,
      @org.jspecify.annotations.Nullable Instant end,
      double confidence) {
    return new Finding(
        "F1",
        NOON,
        end,
        List.of(),
        Severity.INFO,
        confidence,
        "title",
        "why",
        evidence,
        total,
        new Details.LogGap());
  }
}
