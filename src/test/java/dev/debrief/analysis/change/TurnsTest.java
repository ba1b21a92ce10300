package dev.debrief.analysis.change;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.debrief.analysis.Lines;
import dev.debrief.model.Details;
import dev.debrief.model.Finding;
import dev.debrief.model.Verdict;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TurnsTest {
  private static final Instant START = Instant.parse("2026-05-04T08:00:00Z");
  private static final int MINUTE = 60;
  private static final int HOUR = 3600;

  private final Lines lines = new Lines();

  @Test
  void failuresAnHourAfterAHealthyReleaseAreNotItsOwn() {
    requests(0, 2 * HOUR, 200);
    requests(2 * HOUR, 2 * HOUR + 30 * MINUTE, 500);
    requests(2 * HOUR + 30 * MINUTE, 4 * HOUR, 200);
    release(HOUR, "v8", "v8");
    Finding finding = impact("v8");
    assertEquals(Verdict.NEUTRAL, details(finding).verdict());
    assertTrue(finding.explanation().contains("of a healthy app after it"), finding.explanation());
  }

  @Test
  void aReleaseAnHourAfterTheRecoveryFixedNothing() {
    requests(0, HOUR, 200);
    requests(HOUR, HOUR + 30 * MINUTE, 500);
    requests(HOUR + 30 * MINUTE, 4 * HOUR, 200);
    release(2 * HOUR + 30 * MINUTE, "v8", "v8");
    assertEquals(Verdict.NEUTRAL, details(impact("v8")).verdict());
  }

  @Test
  void anOutageThatEndsHalfAnHourIntoAChangeWasNotEndedByIt() {
    requests(0, HOUR, 200);
    requests(HOUR, 2 * HOUR, 500);
    requests(2 * HOUR, 12 * HOUR, 200);
    release(HOUR + 30 * MINUTE, "v8", "v8");
    assertEquals(Verdict.NO_EFFECT, details(impact("v8")).verdict());
  }

  @Test
  void failuresAFewMinutesAfterAReleaseAreItsOwn() {
    requests(0, 2 * HOUR, 200);
    requests(2 * HOUR, 3 * HOUR, 500);
    release(2 * HOUR - 4 * MINUTE, "v8", "v8");
    assertEquals(Verdict.INTRODUCED, details(impact("v8")).verdict());
  }

  @Test
  void aFixThatHeldForHoursIsNotUndoneByTheNextOutage() {
    requests(0, HOUR, 200);
    requests(HOUR, HOUR + 20 * MINUTE, 500);
    requests(HOUR + 20 * MINUTE, 4 * HOUR, 200);
    requests(4 * HOUR, 5 * HOUR, 500);
    requests(5 * HOUR, 6 * HOUR, 200);
    release(HOUR + 20 * MINUTE - 10, "v8", "v8");
    assertEquals(Verdict.FIXED, details(impact("v8")).verdict());
  }

  @Test
  void whatComesAndGoesMayBeEndedInAPause() {
    for (int round = 0; round < 4; round++) {
      requests(round * HOUR, round * HOUR + 40 * MINUTE, 500);
      requests(round * HOUR + 40 * MINUTE, (round + 1) * HOUR, 200);
    }
    requests(4 * HOUR, 10 * HOUR, 200);
    release(4 * HOUR - 5 * MINUTE, "v8", "v8");
    assertEquals(Verdict.FIXED, details(impact("v8")).verdict());
  }

  @Test
  void aWorkersCrashLoopHoursAfterAReleaseIsNotItsOwn() {
    jobs(0, 3 * HOUR);
    for (int at = 3 * HOUR; at < 3 * HOUR + 30 * MINUTE; at += MINUTE) {
      line(at, " INFO Main child exited normally with code: 1");
      line(at + 3, " INFO Starting init (commit: 676a820c)...");
      line(at + 4, " INFO Preparing to run: `node worker.js` as nobody");
    }
    jobs(3 * HOUR + 30 * MINUTE, 5 * HOUR);
    release(HOUR, "v8", "v8");
    assertEquals(Verdict.NEUTRAL, details(impact("v8")).verdict());
  }

  private Finding impact(String change) {
    return lines.concluded().findings().stream()
        .filter(
            finding ->
                finding.details() instanceof Details.ChangeImpact impact
                    && impact.change().equals(change))
        .findFirst()
        .orElseThrow();
  }

  private static Details.ChangeImpact details(Finding finding) {
    return (Details.ChangeImpact) finding.details();
  }

  private void requests(int from, int to, int status) {
    for (int at = from; at < to; at += 5) {
      line(at, "GET /posts/" + at + " " + status + " 12.1 ms - 512");
    }
  }

  private void jobs(int from, int to) {
    for (int at = from; at < to; at += 7) {
      line(at, "[worker] job " + at + " done");
    }
  }

  private void line(int at, String text) {
    lines.app(START.plusSeconds(at).toString(), text);
  }

  private void release(int at, String version, String image) {
    lines.release(START.plusSeconds(at), version, image);
  }
}
