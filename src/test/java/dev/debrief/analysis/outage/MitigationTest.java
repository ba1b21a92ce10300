package dev.debrief.analysis.outage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.debrief.analysis.Lines;
import dev.debrief.model.Details;
import dev.debrief.model.Details.Outage.Phase;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class MitigationTest {
  private static final Instant START = Instant.parse("2026-05-04T08:00:00Z");
  private final Lines lines = new Lines();
  private long line;
  private long lastCrash;
  private long lastReady;

  @Test
  void aMachineThatRunsAgainWhileRequestsFailIsMitigationBetweenTwoLines() {
    requests(0, 3_600, 200);
    crashes(3_600, 5_400);
    requests(5_500, 7_200, 500);
    requests(7_200, 9_000, 200);
    Phase mitigated = outage().mitigated();
    assertNotNull(mitigated);
    assertNotNull(mitigated.before());
    assertNotNull(mitigated.after());
    assertEquals(lastCrash, mitigated.before().line());
    assertEquals(lastReady, mitigated.after().line());
    assertEquals(START.plusSeconds(5_343), mitigated.notBefore());
    assertEquals(START.plusSeconds(5_346), mitigated.notAfter());
  }

  @Test
  void aRecoveryAtOnceIsNoMitigation() {
    requests(0, 3_600, 200);
    crashes(3_600, 5_400);
    requests(5_400, 9_000, 200);
    assertNull(outage().mitigated());
  }

  private Details.Outage outage() {
    return lines.concluded().findings().stream()
        .filter(finding -> finding.details() instanceof Details.Outage)
        .map(finding -> (Details.Outage) finding.details())
        .findFirst()
        .orElseThrow();
  }

  private long say(long at, String text) {
    lines.app(START.plusSeconds(at).toString(), text);
    return ++line;
  }

  private void requests(long from, long to, int status) {
    for (long at = from; at < to; at += 5) {
      say(at, "GET /posts/" + at + " " + status + " 12.1 ms - 512");
    }
  }

  private void crashes(long from, long to) {
    for (long at = from + 3; at < to - 30; at += 60) {
      lastCrash = say(at, " INFO Main child exited normally with code: 1");
      say(at, "[   17.000000] reboot: Restarting system");
      say(at + 1, " INFO Starting init (commit: 676a820c)...");
      say(at + 2, " INFO Preparing to run: `node server.js` as nobody");
      lastReady = say(at + 3, "Server listening on port 3000");
    }
  }
}
