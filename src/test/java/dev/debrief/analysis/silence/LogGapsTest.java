package dev.debrief.analysis.silence;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.debrief.analysis.Lines;
import dev.debrief.model.FindingKind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A log of nine hours in which somebody asks every few seconds. */
class LogGapsTest {
  private static final Instant START = Instant.parse("2026-01-28T02:00:00Z");
  private static final int MINUTE = 60;
  private static final int HOUR = 3600;

  private final Lines lines = new Lines();

  @Test
  void twoGapsOfDifferentLengthAreBothToldThoughNeitherIsFarLongerThanTheOther() {
    asked(0, 2 * HOUR);
    asked(2 * HOUR + 12 * MINUTE, 6 * HOUR);
    asked(6 * HOUR + 33 * MINUTE, 9 * HOUR);
    assertEquals(List.of(12L, 33L), gaps());
  }

  @Test
  void threeAreStillGaps() {
    asked(0, 2 * HOUR);
    asked(2 * HOUR + 12 * MINUTE, 4 * HOUR);
    asked(4 * HOUR + 20 * MINUTE, 6 * HOUR);
    asked(6 * HOUR + 33 * MINUTE, 9 * HOUR);
    assertEquals(List.of(12L, 20L, 33L), gaps());
  }

  @Test
  void pausesOfAllLengthsAreARhythm() {
    Random chance = new Random(11);
    double second = 0;
    while (second < 9 * HOUR) {
      int visit = (int) second;
      asked(visit, visit + 4 * MINUTE);
      second += 5 * MINUTE - 14 * MINUTE * Math.log(1 - chance.nextDouble());
    }
    assertEquals(List.of(), gaps());
  }

  private void asked(int from, int to) {
    Random chance = new Random(from + 3);
    for (double second = from; second < to; second += 1 - 3 * Math.log(1 - chance.nextDouble())) {
      lines.app(
          START.plusSeconds((long) second).toString(), "method=GET path=/ status=200 duration=1.3");
    }
  }

  /** In whole minutes. */
  private List<Long> gaps() {
    return lines.concluded().findings().stream()
        .filter(finding -> finding.kind() == FindingKind.LOG_GAP)
        .map(
            finding -> Duration.between(finding.start(), finding.end()).plusSeconds(30).toMinutes())
        .toList();
  }
}
