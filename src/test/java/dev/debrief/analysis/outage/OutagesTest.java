package dev.debrief.analysis.outage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.debrief.analysis.Lines;
import dev.debrief.model.Finding;
import dev.debrief.model.FindingKind;
import dev.debrief.model.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class OutagesTest {
  private static final Instant START = Instant.parse("2026-03-09T17:00:00Z");

  @Test
  void aFailingCheckEndsWithTheBootThatServesThoughNoLineSaysThatItPasses() {
    Lines lines = new Lines();
    serve(lines, 0, 1800);
    for (int second = 1830; second < 3000; second += 20) {
      lines.proxy(
          at(second),
          Level.ERROR,
          "[PM05] failed to connect to machine: gave up after 15 attempts");
      if (second == 1870) {
        health(lines, second);
      }
    }
    lines.app(at(3000), " INFO Starting init (commit: 676a820c)...");
    serve(lines, 3003, 7200);
    List<Finding> outages =
        lines.concluded().findings().stream()
            .filter(finding -> finding.kind() == FindingKind.OUTAGE)
            .toList();

    assertEquals(1, outages.size());
    assertTrue(
        Duration.between(START.plusSeconds(3000), outages.getFirst().end()).abs().toSeconds() < 30,
        outages.toString());
  }

  private static void health(Lines lines, int second) {
    lines.health(
        at(second),
        Level.ERROR,
        "Health check 'servicecheck-00-http-8080' on port 8080 has failed. Your app…");
  }

  private static void serve(Lines lines, int from, int to) {
    for (int second = from; second < to; second += 5) {
      lines.app(at(second), "GET /items 200 3.512 ms - 81");
    }
  }

  private static String at(long second) {
    return START.plusSeconds(second).toString().replace("Z", ".000Z");
  }
}
