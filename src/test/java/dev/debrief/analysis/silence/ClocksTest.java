package dev.debrief.analysis.silence;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.debrief.analysis.Lines;
import dev.debrief.model.Details;
import dev.debrief.model.FindingKind;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Lines that nobody signs and that come like clockwork. */
class ClocksTest {
  private static final Instant START = Instant.parse("2026-09-01T06:00:00Z");
  private static final int HOUR = 3600;

  private final Lines lines = new Lines();

  @Test
  void aTickThatFailsToComeIsASilence() {
    serve();
    tick(10, 2 * HOUR, 300);
    tick(3 * HOUR, 4 * HOUR, 300);

    assertEquals(List.of("scheduler sends purge-sessions"), silent());
  }

  @Test
  void aTickThatNeverComesAgainIsOneToo() {
    serve();
    tick(10, 2 * HOUR, 15);

    assertEquals(List.of("scheduler sends purge-sessions"), silent());
  }

  @Test
  void aJobThatBeginsAndEndsIsNoClock() {
    serve();
    tick(HOUR, 2 * HOUR, 15);

    assertEquals(List.of(), silent());
  }

  @Test
  void linesThatComeAsPeopleAskForThemAreNoClock() {
    serve();
    Random chance = new Random(7);
    double second = 10;
    while (second < 2 * HOUR) {
      lines.app(at((long) second), "mail sent to " + (long) second);
      second += 1 - 15 * Math.log(1 - chance.nextDouble());
    }

    assertEquals(List.of(), silent());
  }

  private void serve() {
    Random chance = new Random(3);
    for (double second = 0;
        second < 4 * HOUR;
        second += 1 - 4 * Math.log(1 - chance.nextDouble())) {
      lines.app(at((long) second), "method=GET path=/ status=200 duration=12.31");
    }
  }

  private void tick(int from, int to, int every) {
    for (int second = from; second < to; second += every) {
      lines.app(at(second), "scheduler sends purge-sessions #" + second);
    }
  }

  private List<String> silent() {
    return lines.concluded().findings().stream()
        .filter(finding -> finding.kind() == FindingKind.SILENCE)
        .map(finding -> ((Details.Silence) finding.details()).emitter())
        .toList();
  }

  private static String at(long second) {
    return START.plusSeconds(second).toString().replace("Z", ".000Z");
  }
}
