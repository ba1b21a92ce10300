package dev.debrief.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.debrief.analysis.Lines;
import dev.debrief.model.Clock;
import dev.debrief.model.Details;
import dev.debrief.model.Evidence;
import dev.debrief.model.Level;
import dev.debrief.model.MachineEvent;
import dev.debrief.model.Moment;
import dev.debrief.model.Precision;
import dev.debrief.model.Release;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the first screen of a report says where no release began or ended anything. */
class StoryTest {
  private static final Instant START = Instant.parse("2026-05-30T18:00:00Z");

  private final Lines lines = new Lines().on("148e21ea7d3d89");

  @Test
  void aPersonsStartIsToldWithTheEndOfTheOutage() throws Exception {
    serve(0, 3600);
    line(3600, " INFO Main child exited normally with code: 101");
    for (int second = 3605; second < 7000; second += 60) {
      lines.proxy(
          at(second),
          Level.ERROR,
          "[PR04] could not find a good candidate within 40 attempts at load balancing");
    }
    line(7001, " INFO Starting init (commit: 676a820c)...");
    started(7002);
    serve(7003, 9000);
    String draft = draft();
    assertTrue(draft.contains("A person asked for machine"), draft);
    assertTrue(draft.contains("no release comes with its end"), draft);
  }

  @Test
  void aSignalThatKilledIsNotCalledAConsequenceForItsHealthyTwins() throws Exception {
    for (int boot = 0; boot < 4; boot++) {
      int from = boot * 1800;
      line(from, " INFO Starting init (commit: 676a820c)...");
      line(from + 1, " INFO Preparing to run: `/app/bin/server` as nobody");
      line(
          from + 2,
          " WARN Reaped child process with pid: 381 and signal: SIGUSR1, core dumped? false");
      serve(from + 3, from + 1790);
      line(from + 1795, "Received SIGUSR1");
      line(from + 1796, " INFO Main child exited normally with code: 1");
    }
    String draft = draft();
    assertTrue(draft.contains("Not every line with SIGUSR1 tells of the cause"), draft);
    assertFalse(draft.contains("is a consequence and not the cause"), draft);
  }

  @Test
  void aReleaseDatedToTheMinuteThatBeganTheOutageDidNotBringItBack() throws Exception {
    serve(0, 3600);
    for (int second = 3610; second < 5400; second += 5) {
      line(second, "GET /items 500 3.512 ms - 81");
    }
    serve(5400, 9000);
    release("v7", -86_400);
    release("v8", 3600);
    String draft = draft();
    assertTrue(draft.contains("It began with deploy **v8**"), draft);
    assertFalse(draft.contains("came back with"), draft);
  }

  @Test
  void aReleaseThatEasedAnOutageDidNotEndItHoursLater() throws Exception {
    serve(0, 3600);
    for (int second = 3600; second < 18_000; second += 5) {
      boolean failed = second / 5 % 8 == 0 != second < 7200;
      line(second, "GET /items " + (failed ? 500 : 200) + " 3.512 ms - 81");
    }
    serve(18_000, 25_200);
    release("v7", -86_400);
    release("v8", 7200);
    String draft = draft();
    assertFalse(draft.contains("It ended with"), draft);
    assertTrue(draft.contains("v8"), draft);
    assertTrue(draft.contains("the outage went on"), draft);
  }

  @Test
  void theErrorThatCameWithTheFailedRequestsIsTold() throws Exception {
    failWith(5000, "Shop::TaxTableMissing (no table for region)");
    String draft = draft();
    assertTrue(
        draft.contains("The best supported cause: requests fail on Shop::TaxTableMissing"), draft);
    assertTrue(draft.contains("It was printed 280 times while 280 requests failed"), draft);
  }

  @Test
  void anErrorThatCameBeforeThemAsWellIsNot() throws Exception {
    failWith(2000, "Shop::TaxTableMissing (no table for region)");
    assertFalse(draft().contains("Requests fail on"));
  }

  /** Requests fail from 5000 s to 6400 s, and the error comes from another second on. */
  private void failWith(int from, String error) {
    for (int second = 0; second < 9000; second += 5) {
      boolean failing = second >= 5000 && second < 6400;
      if (second >= from && second < 6400) {
        lines.error(at(second), error);
      }
      line(second, "GET /items " + (failing ? 500 : 200) + " 3.512 ms - 81");
    }
  }

  /** The logs do hold one: a draft that says otherwise would be wrong, and lint say so. */
  @ParameterizedTest
  @ValueSource(strings = {"outage", "postmortem", "resolution", "vendor", "chronicle"})
  void anOutageThatTheAuthorSetAsideIsNotCalledNone(String template) throws Exception {
    failWith(3600, "** (DBConnection.ConnectionError) connection not available");
    Dossier whole = dossier();
    Map<String, String> reasons = new HashMap<>();
    whole.conclusions().findings().stream()
        .filter(finding -> finding.details() instanceof Details.Outage)
        .forEach(finding -> reasons.put(finding.id(), "a *drill* of ours"));
    assertEquals(1, reasons.size());
    Dossier without = whole.without(reasons);
    assertEquals(
        whole.conclusions().findings().size() - 1, without.conclusions().findings().size());
    String draft = Drafts.write(without, template).markdown();
    assertFalse(draft.contains("No outage of a minute"), draft);
    assertFalse(draft.contains("No outage in the evidence"), draft);
    assertFalse(draft.contains("The evidence shows no time in which the app"), draft);
    assertFalse(draft.contains("nothing in the evidence failed"), draft);
    if (template.equals("resolution")) {
      assertTrue(draft.contains("No outage but what the author set aside; the log ends"), draft);
    } else if (!template.equals("chronicle")) {
      assertTrue(draft.contains("An outage was found from 2026-05-30 "), draft);
      assertTrue(draft.contains("UTC, and the author set it aside: a \\*drill\\* of ours."), draft);
    }
    assertEquals(
        List.of(),
        Lint.check(draft, without).stream()
            .filter(
                found ->
                    found.verdict() == Judgement.CONTRADICTED
                        || found.verdict() == Judgement.UNSUPPORTED)
            // These lines are of no imported file.
            .filter(found -> !found.explanation().startsWith("The reference "))
            .toList());
  }

  @Test
  void aKillThatNothingFailedOfIsSeenAndNoCause() throws Exception {
    serve(0, 9000);
    line(
        4000,
        "[ 4001.000000] Out of memory: Killed process 536 (vector) total-vm:912344kB,"
            + " anon-rss:188220kB, file-rss:0kB, shmem-rss:0kB, UID:0 pgtables:512kB"
            + " oom_score_adj:300");
    line(4001, " WARN Reaped child process with pid: 536 and signal: SIGKILL, core dumped? false");
    String draft = draft();
    assertFalse(draft.contains("is a consequence and not the cause"), draft);
    assertTrue(draft.contains("Seen, though nothing in the evidence failed of it"), draft);
    assertFalse(draft.contains("ties no change to the end of the failures"), draft);
    assertFalse(draft.contains("The best supported cause"), draft);
    assertTrue(draft.contains("Nothing in the evidence failed of what follows"), draft);
  }

  @Test
  void aReleaseInMissingLogBeforeTheFirstFailureMayHaveBegunIt() throws Exception {
    serve(0, 3600);
    for (int second = 4400; second < 6400; second += 5) {
      line(second, "GET /items 500 3.512 ms - 81");
    }
    serve(6400, 9000);
    release("v7", -86_400);
    release("v8", 3660);
    String draft = draft();
    assertTrue(draft.contains("Whether it began with deploy **v8**"), draft);
    assertTrue(draft.contains("can't be told: the log of that time is missing"), draft);
    assertFalse(draft.contains("No change in the evidence comes with its beginning"), draft);
  }

  @Test
  void aMachineWhoseProgramFellSilentIsNamed() throws Exception {
    serve(0, 7200);
    serve(9000, 14_400);
    lines.on("9080524f610587");
    serve(0, 14_400);
    String draft = draft();
    assertTrue(draft.contains("The program on `148e21ea7d3d89` fell silent"), draft);
  }

  @Test
  void theLeadSaysHowManyRequestsFailedAndOnWhat() throws Exception {
    failWith(5000, "Shop::TaxTableMissing (no table for region)");
    assertTrue(
        draft()
            .contains(
                "- All 280 requests that the log shows in this time failed, all on `GET /items`"),
        draft());
  }

  @Test
  void anErrorThatACauseRestsOnIsNotSaidToNameNone() throws Exception {
    failWith(5000, "Shop::TaxTableMissing (no table for region)");
    String draft = draft();
    assertTrue(
        draft.contains(
            "Its error: `Shop::TaxTableMissing (no table for region)`, the first of 280 alike at 2026-05-30 19:23:20 UTC"),
        draft);
    assertFalse(draft.contains("no rule knows it"), draft);
  }

  @Test
  void aChangeLongBeforeTheFailuresIsSaidToBeSo() throws Exception {
    failWith(5000, "Shop::TaxTableMissing (no table for region)");
    release("v7", -86_400, Precision.SECOND);
    release("v8", 4_700, Precision.SECOND);
    String draft = draft();
    assertTrue(
        draft.contains("It began 5 min after deploy **v8**, made 2026-05-30 19:18:20 UTC"), draft);
  }

  @Test
  void theOutageBeforeIsToldWithItsTimesAndWhatEndedIt() throws Exception {
    for (int second = 0; second < 16_000; second += 5) {
      boolean failing =
          (second >= 3_000 && second < 3_600) || (second >= 10_000 && second < 12_000);
      line(second, "GET /items " + (failing ? 500 : 200) + " 3.512 ms - 81");
    }
    release("v7", -86_400, Precision.SECOND);
    release("v8", 3_595, Precision.SECOND);
    release("v9", 11_995, Precision.SECOND);
    String draft = draft();
    assertTrue(
        draft.contains(
            "Before that it was down for **10 min**, from 2026-05-30 18:50:00 to 2026-05-30 19:00:00"
                + " UTC; that ended with deploy **v8**"),
        draft);
    assertTrue(
        draft.indexOf("- Deploy **v8**", draft.indexOf("## The Fix"))
            < draft.indexOf("## Other fixes"),
        draft);
    assertTrue(draft.contains("- Deploy **v9**"), draft);
  }

  @Test
  void whereNothingEndedUnaskedNoSignalIsInTheLead() throws Exception {
    line(10, " WARN Reaped child process with pid: 381 and signal: SIGUSR1, core dumped? false");
    failWith(5000, "Shop::TaxTableMissing (no table for region)");
    assertFalse(draft().contains("is a consequence"), draft());
    assertFalse(draft().contains("A red herring"), draft());
  }

  @Test
  void aQuietCaseHasNoFixesAndNoRedHerrings() throws Exception {
    line(10, " WARN Reaped child process with pid: 381 and signal: SIGUSR1, core dumped? false");
    serve(0, 9000);
    release("v7", 3000);
    release("v8", 6000);
    String draft = draft();
    assertFalse(draft.contains("not the cause"), draft);
    assertTrue(
        draft
            .substring(draft.indexOf("## Other fixes"))
            .contains("There is no failure in the evidence that could have been mended"),
        draft);
  }

  private void release(String version, int second) {
    release(version, second, Precision.MINUTE);
  }

  private void release(String version, int second, Precision precision) {
    lines.fact(
        new Release(
            new Evidence("releases.txt", Long.parseLong(version.substring(1))),
            1,
            new Moment(START.plusSeconds(second), precision, Clock.INFERRED),
            "shop",
            version,
            "complete",
            "Release",
            "",
            "dev@example.com",
            "registry.fly.io/shop:deployment-" + version));
  }

  private String draft() throws Exception {
    return Drafts.write(dossier(), "outage").markdown();
  }

  private Dossier dossier() {
    return new Dossier(
        "app",
        lines.concluded(),
        List.of(),
        List.of(),
        List.of(),
        new LinesInMemory(lines.entries()));
  }

  private void started(int second) {
    lines.fact(
        new MachineEvent(
            new Evidence("machines.json", 3),
            1,
            new Moment(START.plusSeconds(second), Precision.MILLISECOND, Clock.EVENT),
            "app",
            "148e21ea7d3d89",
            "ord",
            "start",
            "started",
            "user",
            null));
  }

  private void serve(int from, int to) {
    for (int second = from; second < to; second += 5) {
      line(second, "GET /items 200 3.512 ms - 81");
    }
  }

  private void line(int second, String text) {
    lines.app(at(second), text);
  }

  private static String at(int second) {
    return START.plusSeconds(second).toString();
  }
}
