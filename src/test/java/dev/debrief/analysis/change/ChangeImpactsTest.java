package dev.debrief.analysis.change;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.debrief.analysis.Lines;
import dev.debrief.model.Conclusions;
import dev.debrief.model.Details;
import dev.debrief.model.FailureSeries;
import dev.debrief.model.FailureSeries.Effect;
import dev.debrief.model.Finding;
import dev.debrief.model.Severity;
import dev.debrief.model.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ChangeImpactsTest {
  private static final Instant START = Instant.parse("2026-05-04T08:00:00Z");
  private static final int MINUTE = 60;
  private static final int HOUR = 3600;
  private static final String TIMEOUT = "(Billing.Timeout) gateway did not answer";

  private final List<Said> said = new ArrayList<>();
  private final Lines lines = new Lines();

  private record Said(long at, boolean error, String text) {}

  @Test
  void anErrorThatComesWithAReleaseIsToldAndHarmsNobodyByItself() {
    requests(0, 4 * HOUR, 200);
    release(2 * HOUR, "v8");
    errors(2 * HOUR + 40, 4 * HOUR, 75, TIMEOUT);
    Finding finding = impact("v8");
    Details.ChangeImpact details = (Details.ChangeImpact) finding.details();
    FailureSeries error = details.series().get(2);
    assertEquals(Verdict.NEUTRAL, details.verdict());
    assertEquals(Effect.BEGAN, error.effect());
    assertEquals(0, error.beforeMessages());
    assertEquals(96, error.afterMessages());
    assertNull(error.rateRatio());
    assertNotNull(error.ratioLow());
    assertTrue(error.ratioLow() > 20 && error.pValue() != null && error.pValue() < 1e-20);
    assertEquals(Severity.WARNING, finding.severity());
    assertTrue(finding.title().contains("brought a new error"), finding.title());
    assertTrue(finding.explanation().contains(TIMEOUT), finding.explanation());
    assertTrue(finding.evidence().contains(error.line()));
  }

  @Test
  void failuresThatBeganHalfAnHourBeforeAChangeAreNotItsOwnThoughItsWellHoursWereMore() {
    requests(0, HOUR, 200);
    requests(HOUR, 4 * HOUR, 500);
    release(HOUR + HOUR / 2, "v8");
    assertEquals(Verdict.NO_EFFECT, details("v8").verdict());
  }

  @Test
  void aChangeThatMakesAFewFailuresManyIntroducedThose() {
    requests(0, HOUR, 200);
    for (int second = HOUR; second < HOUR + HOUR / 2; second += 50) {
      requests(second, second + 5, 500);
      requests(second + 5, second + 50, 200);
    }
    requests(HOUR + HOUR / 2, 4 * HOUR, 500);
    release(HOUR + HOUR / 2, "v8");
    assertEquals(Verdict.INTRODUCED, details("v8").verdict());
  }

  @Test
  void anOutageWithinTheRolloutIsWhatTheChangeDidOnItsWay() {
    requests(0, 2 * HOUR, 200);
    requests(2 * HOUR + 20, 2 * HOUR + 8 * MINUTE, 500);
    rollout(2 * HOUR + 9 * MINUTE);
    requests(2 * HOUR + 9 * MINUTE + 10, 4 * HOUR, 200);
    release(2 * HOUR, "v8");
    Finding finding = impact("v8");
    assertEquals(Verdict.INTRODUCED, ((Details.ChangeImpact) finding.details()).verdict());
    assertTrue(finding.explanation().contains("while it was rolled out"), finding.explanation());
  }

  @Test
  void aFewSecondsWithoutAnAnswerWhileMachinesAreReplacedAreNone() {
    requests(0, 2 * HOUR, 200);
    rollout(2 * HOUR + 9);
    requests(2 * HOUR + 10, 2 * HOUR + 30, 502);
    requests(2 * HOUR + 30, 4 * HOUR, 200);
    release(2 * HOUR, "v8");
    assertEquals(Verdict.NEUTRAL, details("v8").verdict());
  }

  @Test
  void runsThatEachEndedWithinTheHourAndThenNoneEndedWereMended() {
    long last = runs(3, 50 * MINUTE, 65 * MINUTE, 58 * MINUTE);
    release(last + 20 * MINUTE, "v8");
    requests(0, last + 4 * HOUR, 200);
    Finding finding = impact("v8");
    assertEquals(Verdict.FIXED, ((Details.ChangeImpact) finding.details()).verdict());
    assertTrue(
        finding.explanation().contains("Each of the 3 runs before it ended after"),
        finding.explanation());
  }

  @Test
  void runsOfAnyLengthShowNothingByOneThatHolds() {
    long last = runs(3, 8 * MINUTE, 95 * MINUTE, 30 * MINUTE);
    release(last + 20 * MINUTE, "v8");
    requests(0, last + 4 * HOUR, 200);
    assertEquals(Verdict.INCONCLUSIVE, details("v8").verdict());
  }

  @Test
  void aRunNotYetTwiceAsLongAsTheOthersShowsNothing() {
    long last = runs(3, 50 * MINUTE, 65 * MINUTE, 58 * MINUTE);
    release(last + 20 * MINUTE, "v8");
    requests(0, last + 20 * MINUTE + 100 * MINUTE, 200);
    assertEquals(Verdict.INCONCLUSIVE, details("v8").verdict());
  }

  /** Boots and ends by themselves, one after another; when the last ended. */
  private long runs(long from, int... lengths) {
    long at = from;
    for (int length : lengths) {
      boot(at);
      at += length;
      say(at, " INFO Main child exited normally with code: 1");
      at += 2;
    }
    boot(at);
    return at;
  }

  private void say(long at, String text) {
    said.add(new Said(at, false, text));
  }

  private void boot(long at) {
    say(at, " INFO Starting init (commit: 676a820c)...");
    say(at, " INFO Preparing to run: `node server.js` as nobody");
    say(at + 1, "Server listening on http://0.0.0.0:8080");
  }

  private void rollout(long at) {
    say(at, " INFO Sending signal SIGINT to main child process w/ PID 322");
    say(at + 1, " INFO Main child exited normally with code: 0");
    boot(at + 4);
  }

  @Test
  void anErrorThatWasThereBeforeIsNoNews() {
    requests(0, 4 * HOUR, 200);
    release(2 * HOUR, "v8");
    errors(30, 4 * HOUR, 75, TIMEOUT);
    Finding finding = impact("v8");
    Details.ChangeImpact details = (Details.ChangeImpact) finding.details();
    assertEquals(Effect.WENT_ON, details.series().get(2).effect());
    assertTrue(finding.title().contains("did no harm"), finding.title());
  }

  @Test
  void oneBurstOfAnErrorIsNotLasting() {
    requests(0, 4 * HOUR, 200);
    release(2 * HOUR, "v8");
    errors(3 * HOUR, 3 * HOUR + 5 * MINUTE, 5, TIMEOUT);
    assertEquals(Effect.UNCLEAR, details("v8").series().get(2).effect());
  }

  @Test
  void aReleaseThatEndsTheCrashesWhileEveryRequestFailsIsNoRecovery() {
    requests(0, HOUR, 200);
    crashes(HOUR, 2 * HOUR);
    release(2 * HOUR, "v9");
    requests(2 * HOUR + 5, 3 * HOUR, 500);
    release(3 * HOUR, "v10");
    requests(3 * HOUR + 5, 4 * HOUR, 200);
    Finding half = impact("v9");
    Details.ChangeImpact details = (Details.ChangeImpact) half.details();
    assertEquals(Verdict.FIXED, details.verdict());
    assertEquals("crashes", details.measure());
    assertEquals(List.of("requests"), details.remaining());
    assertEquals("v9 ended the crashes, but requests still failed", half.title());
    assertTrue(half.explanation().contains("the outage went on until"), half.explanation());
    Finding whole = impact("v10");
    assertEquals(List.of(), ((Details.ChangeImpact) whole.details()).remaining());
    assertEquals("v10 ended the failures", whole.title());
  }

  @Test
  void aReleaseThatTradesFewCrashesForFailingRequestsBeganTheNewFailure() {
    // One of two machines crashes again and again, the other serves well.
    requests(0, 2 * HOUR, 200);
    crashes(HOUR, 2 * HOUR);
    release(2 * HOUR, "v9");
    requests(2 * HOUR + 5, 3 * HOUR, 500);
    Finding finding = impact("v9");
    Details.ChangeImpact details = (Details.ChangeImpact) finding.details();
    assertEquals(Verdict.INTRODUCED, details.verdict());
    assertEquals("requests", details.measure());
    assertTrue(finding.explanation().contains("ended the crashes and brought"));
  }

  @Test
  void aRollbackToAnImageThatRanWellAcquitsTheCode() {
    release(-24 * HOUR, "v7");
    requests(0, HOUR, 200);
    release(HOUR, "v8");
    crashes(HOUR + 5, 4 * HOUR);
    release(2 * HOUR, "v9", "v7");
    assertEquals(Verdict.NO_EFFECT, details("v9").verdict());
    assertTrue(impact("v9").explanation().contains("not in the code"));
  }

  @Test
  void aRollbackToAnImageThatFailedAlreadyAcquitsNobody() {
    release(-24 * HOUR, "v7");
    requests(0, HOUR, 200);
    release(HOUR, "v8");
    crashes(HOUR + 5, 4 * HOUR);
    release(2 * HOUR, "v9");
    release(3 * HOUR, "v10", "v8");
    assertEquals(Verdict.NO_EFFECT, details("v10").verdict());
    String said = impact("v10").explanation();
    assertTrue(said.contains("the image of v8 changed nothing."), said);
    assertFalse(said.contains("not in the code"), said);
  }

  @Test
  void aWorkersLastingNewErrorIsJudgedWhereTheLogTellsOfNoRequest() {
    jobs(0, 8 * HOUR);
    release(2 * HOUR, "v8");
    errors(2 * HOUR + 40, 6 * HOUR, 75, TIMEOUT);
    release(4 * HOUR, "v9");
    release(6 * HOUR, "v10");
    assertEquals(Verdict.INTRODUCED, details("v8").verdict());
    assertEquals("errors", details("v8").measure());
    assertEquals(Verdict.NO_EFFECT, details("v9").verdict());
    assertEquals(Verdict.FIXED, details("v10").verdict());
  }

  @Test
  void jobsThatFailBesideHealthyRequestsAreAFailureOfTheRelease() {
    String job =
        "{\"event\":\"job:exception\",\"source\":\"oban\",\"state\":\"failure\",\"worker\":\"Shop.Mail\"}";
    requests(0, 6 * HOUR, 200);
    release(2 * HOUR, "v8");
    errors(2 * HOUR + 20, 4 * HOUR, 25, job);
    release(4 * HOUR, "v9");
    Details.ChangeImpact began = details("v8");
    assertEquals(Verdict.INTRODUCED, began.verdict());
    assertEquals("errors", began.measure());
    assertTrue(impact("v8").explanation().contains("jobs' own errors"));
    assertEquals(Verdict.FIXED, details("v9").verdict());
    assertTrue(
        concluded().findings().stream()
            .anyMatch(
                finding ->
                    finding.details() instanceof Details.NewSignature signature
                        && signature.signature().contains("worker")));
  }

  @Test
  void aWorkersUsualErrorDecidesNothing() {
    jobs(0, 4 * HOUR);
    errors(30, 2 * HOUR, 75, TIMEOUT);
    release(2 * HOUR, "v8");
    assertEquals(Verdict.NEUTRAL, details("v8").verdict());
    assertEquals(Effect.ENDED, details("v8").series().get(2).effect());
  }

  @Test
  void theTimeAfterAChangeIsTheFirstDayAndNotTheLastBeforeTheNext() {
    requests(0, 2 * HOUR, 200);
    release(2 * HOUR, "v8");
    requests(2 * HOUR + 5, 3 * HOUR, 500);
    requests(3 * HOUR, 40 * HOUR, 200);
    release(40 * HOUR, "v9");
    requests(40 * HOUR + 5, 41 * HOUR, 200);
    assertEquals(Verdict.INTRODUCED, details("v8").verdict());
  }

  @Test
  void manyErrorsByChanceAreFoundInNoneOfManyChanges() {
    requests(0, 40 * HOUR, 200);
    for (int i = 0; i < 30; i++) {
      Random random = new Random(i);
      for (double at = 0; at < 40 * HOUR; at -= Math.log(1 - random.nextDouble()) * 900) {
        said.add(new Said((long) at, true, "(Shop.Error" + (char) ('A' + i) + ") oh"));
      }
    }
    for (int i = 1; i < 20; i++) {
      release(i * 2 * HOUR, "v" + i);
    }
    long told =
        concluded().findings().stream()
            .filter(finding -> finding.details() instanceof Details.ChangeImpact)
            .flatMap(finding -> ((Details.ChangeImpact) finding.details()).series().stream())
            .filter(series -> series.effect() != Effect.WENT_ON)
            .filter(series -> series.effect() != Effect.UNCLEAR)
            .filter(series -> series.effect() != Effect.NONE)
            .count();
    assertEquals(0, told);
  }

  @Test
  void theIntervalIsTheExactOne() {
    Comparison compared =
        Comparison.of(
            Comparison.Kind.CRASHES,
            null,
            Counted.of(6, 11_700, true),
            Counted.of(24, 14_400, true));
    // Clopper and Pearson's for 24 of 30, by the binomial sums, mapped to the ratio of the rates.
    assertEquals(1.294242423, compared.test().low(), 1e-6);
    assertEquals(9.720910344, compared.test().high(), 1e-6);
    assertFalse(compared.rose(), "a test that was not corrected yet decides nothing");
  }

  private Details.ChangeImpact details(String change) {
    return (Details.ChangeImpact) impact(change).details();
  }

  private Finding impact(String change) {
    return concluded().findings().stream()
        .filter(
            finding ->
                finding.details() instanceof Details.ChangeImpact impact
                    && impact.change().equals(change))
        .findFirst()
        .orElseThrow();
  }

  private Conclusions concluded() {
    said.stream()
        .sorted(Comparator.comparingLong(Said::at))
        .forEach(
            each -> {
              String at = START.plusSeconds(each.at()).toString();
              if (each.error()) {
                lines.error(at, each.text());
              } else {
                lines.app(at, each.text());
              }
            });
    said.clear();
    return lines.concluded();
  }

  /** A request every five seconds. */
  private void requests(long from, long to, int status) {
    for (long at = from; at < to; at += 5) {
      said.add(new Said(at, false, "GET /posts/" + at + " " + status + " 12.1 ms - 512"));
    }
  }

  private void jobs(long from, long to) {
    for (long at = from; at < to; at += 7) {
      said.add(new Said(at, false, "[worker] job " + at + " done"));
    }
  }

  private void errors(long from, long to, long every, String text) {
    for (long at = from; at < to; at += every) {
      said.add(new Said(at, true, text));
    }
  }

  private void crashes(long from, long to) {
    for (long at = from; at < to; at += MINUTE) {
      said.add(new Said(at, false, " INFO Main child exited normally with code: 1"));
      said.add(new Said(at, false, "[   17.000000] reboot: Restarting system"));
      said.add(new Said(at + 3, false, " INFO Starting init (commit: 676a820c)..."));
      said.add(new Said(at + 4, false, " INFO Preparing to run: `node server.js` as nobody"));
    }
  }

  private void release(long at, String version) {
    release(at, version, version);
  }

  private void release(long at, String version, String image) {
    lines.release(START.plusSeconds(at), version, image);
  }
}
