package dev.debrief.analysis.outage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.debrief.analysis.Lines;
import dev.debrief.model.Clock;
import dev.debrief.model.Conclusions;
import dev.debrief.model.Details;
import dev.debrief.model.Evidence;
import dev.debrief.model.Finding;
import dev.debrief.model.FindingKind;
import dev.debrief.model.Level;
import dev.debrief.model.MachineEvent;
import dev.debrief.model.Moment;
import dev.debrief.model.Precision;
import dev.debrief.model.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OutagesTest {
  private static final Instant START = Instant.parse("2026-03-09T17:00:00Z");

  private static final String CUT =
      "[PU05] could not finish reading HTTP body from instance: error reading a body from"
          + " connection";

  @Test
  void theProxysUsualComplaintsAreNoOutageWhereTheProgramLogsNoRequests() {
    Lines lines = new Lines();
    lines.release(START.plusSeconds(4 * 3600), "v8", "02");
    for (int second = 0; second < 8 * 3600; second += 30) {
      lines.app(at(second), "refreshed 81 stalls");
      if (second % 120 < 60 + second % 7) {
        lines.proxy(at(second + 7), Level.ERROR, CUT);
      }
    }
    List<Finding> findings = lines.concluded().findings();
    assertTrue(
        findings.stream().noneMatch(finding -> finding.kind() == FindingKind.OUTAGE),
        findings.toString());
    assertTrue(
        findings.stream()
            .filter(finding -> finding.details() instanceof Details.ChangeImpact)
            .allMatch(
                finding ->
                    ((Details.ChangeImpact) finding.details()).verdict() == Verdict.NEUTRAL));
  }

  @Test
  void aFloodOfComplaintsIsAnOutageThatEndsWithThemAndWhoseShareIsNotKnown() {
    Lines lines = new Lines();
    for (int second = 0; second < 6 * 3600; second += 30) {
      lines.app(at(second), "refreshed 81 stalls");
      boolean flood = second >= 7200 && second < 9000;
      for (int i = 0; flood && i < 5; i++) {
        lines.proxy(at(second + 5 * i), Level.ERROR, "[PM05] failed to connect to machine");
      }
      if (second % 900 == 0) {
        lines.proxy(at(second + 29), Level.ERROR, CUT);
      }
    }
    lines.app(at(5 * 3600 + 1), " INFO Starting init (commit: 676a820c)...");
    List<Finding> outages =
        lines.concluded().findings().stream()
            .filter(finding -> finding.kind() == FindingKind.OUTAGE)
            .toList();
    assertEquals(1, outages.size(), outages.toString());
    assertEquals(START.plusSeconds(7200), outages.getFirst().start());
    assertTrue(!outages.getFirst().end().isAfter(START.plusSeconds(9040)), outages.toString());
    Details.Outage details = (Details.Outage) outages.getFirst().details();
    assertEquals(null, details.requestsSeen());
    assertEquals(303L, details.requestsFailed());
    assertFalse(outages.getFirst().title().contains("%"), outages.getFirst().title());
  }

  @Test
  void aMachineThatHasNotSpokenYetMayBeDownAndIsNoMissingListener() {
    Lines lines = new Lines();
    for (int second = 0; second < 30; second += 5) {
      lines.proxy(at(second), Level.ERROR, "[PC01] instance refused connection.");
    }
    lines.app(at(40), " INFO Starting init (commit: 676a820c)...");
    lines.app(at(43), "Error: no such file");
    lines.app(at(44), " INFO Main child exited normally with code: 1");
    assertTrue(
        lines.concluded().findings().stream()
            .noneMatch(finding -> finding.kind() == FindingKind.KNOWN_CAUSE));
  }

  @Test
  void complaintsOfTheProxyHoursApartAreNoOutageWhereTheProgramLogsNoRequests() {
    Lines lines = new Lines();
    for (int second = 0; second < 6 * 3600; second += 30) {
      lines.app(at(second), "refreshed 81 stalls");
      if (second % 3600 == 600) {
        for (int i = 0; i < 4; i++) {
          lines.proxy(
              at(second + i),
              Level.ERROR,
              "[PU05] could not finish reading HTTP body from instance: error reading a body from"
                  + " connection");
        }
      }
    }
    assertEquals(
        List.of(),
        lines.concluded().findings().stream()
            .filter(finding -> finding.kind() == FindingKind.OUTAGE)
            .toList());
  }

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

  @Test
  void aHealthCheckThatFailsIsNoFailureThatPeopleSeeWhereTheirOwnRequestsGoWell() {
    Lines lines = new Lines();
    for (int second = 0; second < 5400; second += 5) {
      lines.app(at(second), "GET /v1/items 200 3.512 ms - 81");
      if (second >= 1800 && second < 2400) {
        lines.app(at(second), "GET /readyz 503 0.212 ms - 2");
      }
    }
    assertEquals(List.of(), outages(lines));
  }

  @Test
  void whereTheLogTellsOfNobodyElseAFailingHealthCheckIsTheOnlySign() {
    Lines lines = new Lines();
    for (int second = 0; second < 5400; second += 5) {
      boolean failing = second >= 1800 && second < 2400;
      lines.app(at(second), "GET /healthz " + (failing ? 503 : 200) + " 0.212 ms - 2");
    }
    assertEquals(1, outages(lines).size());
  }

  private static List<Finding> outages(Lines lines) {
    return lines.concluded().findings().stream()
        .filter(finding -> finding.kind() == FindingKind.OUTAGE)
        .toList();
  }

  @Test
  void anOutageBeginsWhenTheOnlyMachineEndsByItselfThoughRequestsComeLater() {
    Finding outage = endedByItself(false);
    assertEquals(START.plusSeconds(1800), outage.start());
  }

  @Test
  void aMachineThatRequestsWakeMaySleepUntilOneFails() {
    Finding outage = endedByItself(true);
    assertEquals(START.plusSeconds(2200), outage.start());
  }

  @Test
  void anOutageThatOnlyMachineEventsTellOfAfterTheLogEndsWhenTheyTellOfAStart() {
    Details.Outage.Phase ended = ((Details.Outage) outageOf(100_000).details()).ended();
    assertEquals(START.plusSeconds(100_120), ended.notBefore());
    assertEquals(START.plusSeconds(100_180), ended.notAfter());
    assertEquals("machines.json", ended.after().source());
  }

  @Test
  void anOutageThatMachineEventsTellOfBeforeTheLogBeganNoLaterThanItsFirstFailure() {
    Finding finding = outageOf(-100_000);
    Details.Outage outage = (Details.Outage) finding.details();
    assertFalse(outage.began().notAfter().isBefore(outage.began().notBefore()));
    assertFalse(outage.ended().notAfter().isBefore(outage.ended().notBefore()));
    assertFalse(finding.end().isBefore(finding.start()));
  }

  private static Finding outageOf(int first) {
    return eventsFrom(first, true).findings().stream()
        .filter(finding -> finding.kind() == FindingKind.OUTAGE)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void crashesAfterTheLogThatNothingFollowsAreABurstAndNoOutage() {
    List<FindingKind> kinds =
        eventsFrom(100_000, false).findings().stream().map(Finding::kind).distinct().toList();
    assertTrue(kinds.contains(FindingKind.RESTART_BURST), kinds.toString());
    assertFalse(kinds.contains(FindingKind.OUTAGE), kinds.toString());
  }

  private static Conclusions eventsFrom(int first, boolean startedAgain) {
    Lines lines = new Lines();
    serve(lines, 0, 1800);
    for (int second = first; second <= first + 120; second += 60) {
      event(
          lines,
          second,
          "exit",
          "stopped",
          new MachineEvent.Exit(1, -1, false, false, true, 1, null));
      if (second < first + 120) {
        event(lines, second + 1, "start", "started", null);
      }
    }
    if (startedAgain) {
      event(lines, first + 180, "start", "started", null);
    }
    return lines.concluded();
  }

  private static void event(
      Lines lines, int second, String type, String status, MachineEvent.@Nullable Exit exit) {
    lines.fact(
        new MachineEvent(
            new Evidence("machines.json", 200_000 + second),
            1,
            new Moment(START.plusSeconds(second), Precision.MILLISECOND, Clock.EVENT),
            "shop",
            "148e21ea7d3d89",
            "ord",
            type,
            status,
            "flyd",
            exit));
  }

  @Test
  void aCheckThatTrailsTheServiceDoesNotProlongTheOutage() {
    Lines lines = new Lines();
    serve(lines, 0, 1800);
    for (int second = 1805; second < 2400; second += 4) {
      lines.proxy(at(second), Level.ERROR, "[PC05] timed out while connecting to your instance");
    }
    health(lines, 1830);
    lines.app(at(2403), " INFO Starting init (commit: 676a820c)...");
    serve(lines, 2405, 4000);
    lines.health(
        at(2425),
        Level.INFO,
        "Health check 'servicecheck-00-http-8080' on port 8080 is now passing.");
    Finding outage =
        lines.concluded().findings().stream()
            .filter(finding -> finding.kind() == FindingKind.OUTAGE)
            .findFirst()
            .orElseThrow();
    Details.Outage.Phase ended = ((Details.Outage) outage.details()).ended();
    assertEquals(ended.notAfter(), outage.end());
    assertTrue(outage.end().isBefore(START.plusSeconds(2420)), outage.toString());
  }

  private static Finding endedByItself(boolean woken) {
    Lines lines = new Lines();
    if (woken) {
      lines.proxy(at(0), Level.INFO, "Starting machine");
    }
    lines.app(at(1), " INFO Starting init (commit: 676a820c)...");
    serve(lines, 4, 1798);
    lines.app(at(1800), " INFO Main child exited normally with code: 0");
    lines.runner(at(1800), "machine exited with exit code 0, not restarting");
    for (int second = 2200; second < 3000; second += 50) {
      lines.proxy(
          at(second),
          Level.ERROR,
          "[PR04] could not find a good candidate within 40 attempts at load balancing");
    }
    lines.app(at(3000), " INFO Starting init (commit: 676a820c)...");
    serve(lines, 3003, 7200);
    return lines.concluded().findings().stream()
        .filter(finding -> finding.kind() == FindingKind.OUTAGE)
        .findFirst()
        .orElseThrow();
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
