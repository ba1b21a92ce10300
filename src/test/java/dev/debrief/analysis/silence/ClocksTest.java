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
  void aSlowClockIsOneThoughTheLogBeginsJustAfterItsTick() {
    served(0, 12 * HOUR);
    tick(850, 7 * HOUR, 900);
    tick(10 * HOUR + 850, 12 * HOUR, 900);

    assertEquals(List.of("scheduler sends purge-sessions"), silent());
  }

  @Test
  void aTickThatFailsToComeUntilSomebodyRestartsTheMachineIsOneToo() {
    served(0, 3 * HOUR);
    tick(10, HOUR, 60);
    restart(3 * HOUR, "");
    served(3 * HOUR + 5, 4 * HOUR);
    tick(3 * HOUR + 5, 4 * HOUR, 60);

    assertEquals(List.of("scheduler sends purge-sessions"), silent());
  }

  @Test
  void theStepsOfOneJobAreOneSilence() {
    serve();
    for (int second = 10; second < 4 * HOUR; second += 60) {
      if (second < HOUR || second > 3 * HOUR) {
        lines.app(at(second), "scheduler sends purge-sessions #" + second);
        lines.app(at(second + 1), "worker takes " + second);
        lines.app(at(second + 3), "worker is done with task " + second);
      }
    }

    assertEquals(List.of("scheduler sends purge-sessions"), silent());
  }

  @Test
  void oneThatTheProxyPutToSleepWasIdle() {
    served(0, HOUR);
    tick(10, HOUR, 60);
    restart(
        3 * HOUR,
        "App shop has excess capacity, autostopping machine 148e21ea7d3d89. 0 out of 1 machines left"
            + " running (region=ord, process group=app)");
    served(3 * HOUR + 5, 4 * HOUR);
    tick(3 * HOUR + 5, 4 * HOUR, 60);

    assertEquals(List.of(), silent());
  }

  private void restart(int second, String why) {
    if (!why.isEmpty()) {
      lines.proxy(at(second - 1), dev.debrief.model.Level.INFO, why);
    }
    lines.app(at(second), " INFO Sending signal SIGINT to main child process w/ PID 322");
    lines.app(at(second + 1), " INFO Main child exited normally with code: 0");
    lines.app(at(second + 3), " INFO Starting init (commit: 676a820c)...");
    lines.app(at(second + 3), " INFO Preparing to run: `node server.js` as nobody");
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
    served(0, 4 * HOUR);
  }

  private void served(int from, int to) {
    Random chance = new Random(3);
    for (double second = from; second < to; second += 1 - 4 * Math.log(1 - chance.nextDouble())) {
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
