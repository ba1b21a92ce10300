package dev.debrief.analysis.change;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.debrief.analysis.Lines;
import dev.debrief.model.Details;
import dev.debrief.model.Finding;
import dev.debrief.model.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

/** Failures that begin an hour or two after a release: whether they go back to it. */
class SlowFusesTest {
  private static final Instant START = Instant.parse("2026-05-04T08:00:00Z");
  private static final int MINUTE = 60;
  private static final int HOUR = 3600;

  /** The release; the failures come an hour and a half later, for forty minutes. */
  private static final int RELEASED = 3 * HOUR;

  private static final int FAILING = RELEASED + 90 * MINUTE;
  private static final int OVER = FAILING + 40 * MINUTE;

  private final TreeMap<Integer, List<String[]>> said = new TreeMap<>();
  private final Lines lines = new Lines();

  @Test
  void memoryThatRisesSinceTheReleaseCarriesIt() {
    failing();
    every(30, 0, RELEASED, at -> "memory: rss=" + (210 + at % 7) + "MB heap=120MB");
    every(
        30,
        RELEASED,
        FAILING,
        at -> "memory: rss=" + (210 + (at - RELEASED) / 20 + at % 7) + "MB heap=120MB");
    Finding impact = judged();
    assertEquals(Verdict.INTRODUCED, details(impact).verdict());
    assertTrue(impact.explanation().contains("rose steadily from"), impact.explanation());
    assertTrue(impact.explanation().contains("1 h 30 min later"), impact.explanation());
    assertTrue(impact.confidence() < 0.8);
  }

  @Test
  void memoryThatRoseBeforeTheReleaseAsWellCarriesNothing() {
    failing();
    every(30, 0, FAILING, at -> "memory: rss=" + (210 + at / 20) + "MB heap=120MB");
    assertUntold();
  }

  @Test
  void memoryThatWarmsUpToWhatItUsuallyIsCarriesNothing() {
    failing();
    every(30, 0, RELEASED, at -> "memory: rss=" + (400 + at % 7) + "MB heap=120MB");
    every(
        30,
        RELEASED,
        FAILING,
        at -> "memory: rss=" + Math.min(410, 200 + (at - RELEASED) / 20) + "MB heap=120MB");
    assertUntold();
  }

  @Test
  void answersThatTakeLongerAndLongerSinceTheReleaseCarryIt() {
    requests(0, RELEASED, 200, at -> 12 + at % 5);
    requests(RELEASED, FAILING, 200, at -> 12 + (at - RELEASED) / 15 + at % 5);
    requests(FAILING, OVER, 503, at -> 5000);
    requests(OVER, 8 * HOUR, 200, at -> 12 + at % 5);
    release(RELEASED, "v8", "v8");
    Finding impact = judged();
    assertEquals(Verdict.INTRODUCED, details(impact).verdict());
    assertTrue(impact.explanation().contains("time taken"), impact.explanation());
  }

  @Test
  void aFreeSpaceThatFallsSinceTheReleaseCarriesIt() {
    failing();
    every(60, 0, RELEASED, at -> "disk free 81% on /data");
    every(60, RELEASED, FAILING, at -> "disk free " + (80 - (at - RELEASED) / 70) + "% on /data");
    assertEquals(Verdict.INTRODUCED, details(judged()).verdict());
  }

  @Test
  void aPoolsWarningsThatBeginAfterTheReleaseCarryIt() {
    failing();
    for (int at = RELEASED + 20 * MINUTE; at < OVER; at += 2 * MINUTE) {
      say(at, "warning", "pool Shop.Repo is nearly exhausted, 1 of 10 left");
    }
    Finding impact = judged();
    assertEquals(Verdict.INTRODUCED, details(impact).verdict());
    assertTrue(impact.explanation().contains("nearly exhausted"), impact.explanation());
  }

  @Test
  void anErrorThatComesMoreAndMoreAndGoesOnInTheFailuresCarriesIt() {
    failing();
    for (int at = RELEASED + 20 * MINUTE, step = 900; at < FAILING; at += step) {
      say(at, "error", "(Shop.Checkout) no worker answered");
      step = Math.max(40, step * 3 / 4);
    }
    every(20, FAILING, OVER, at -> null);
    for (int at = FAILING; at < OVER; at += 20) {
      say(at, "error", "(Shop.Checkout) no worker answered");
    }
    assertEquals(Verdict.INTRODUCED, details(judged()).verdict());
  }

  @Test
  void anothersHostThatCannotBeReachedMoreAndMoreCarriesNothing() {
    failing();
    for (int at = RELEASED + 20 * MINUTE; at < FAILING; at += 4 * MINUTE) {
      say(at, "error", "(Shop.Pay) getaddrinfo ENOTFOUND api.gateway.example");
    }
    for (int at = FAILING; at < OVER; at += 20) {
      say(at, "error", "(Shop.Pay) getaddrinfo ENOTFOUND api.gateway.example");
    }
    assertUntold();
  }

  @Test
  void aHarmlessErrorThatCameWithTheReleaseAtASteadyPaceCarriesNothing() {
    failing();
    for (int at = RELEASED + 100; at < 8 * HOUR; at += 3 * MINUTE) {
      say(at, "error", "(Shop.Avatar) picture not found");
    }
    assertUntold();
  }

  @Test
  void anErrorThatWasThereBeforeTheReleaseCarriesNothing() {
    failing();
    for (int at = 100; at < OVER; at += 3 * MINUTE) {
      say(at, "error", "connection not available and request was dropped from queue after 50ms");
    }
    assertUntold();
  }

  @Test
  void runsThatEachEndOutOfMemoryAfterAsLongCarryIt() {
    requests(0, 9 * HOUR, 200, at -> 12);
    release(RELEASED, "v8", "v8");
    update(RELEASED + 5);
    for (int at :
        new int[] {RELEASED + 84 * MINUTE, RELEASED + 170 * MINUTE, RELEASED + 258 * MINUTE}) {
      outOfMemory(at);
    }
    Finding impact = judged();
    assertEquals(Verdict.INTRODUCED, details(impact).verdict());
    assertTrue(impact.explanation().contains("each out of memory"), impact.explanation());
  }

  @Test
  void runsThatEndedBeforeTheReleaseAsWellCarryNothing() {
    requests(0, 9 * HOUR, 200, at -> 12);
    release(RELEASED, "v8", "v8");
    outOfMemory(80 * MINUTE);
    update(RELEASED + 5);
    for (int at : new int[] {RELEASED + 84 * MINUTE, RELEASED + 170 * MINUTE}) {
      outOfMemory(at);
    }
    assertTrue(details(judged()).verdict() != Verdict.INTRODUCED);
  }

  @Test
  void aTokenThatExpiresAWholeHourAfterTheReleaseCarriesIt() {
    int expired = RELEASED + HOUR;
    requests(0, expired, 200, at -> 12);
    requests(expired, OVER, 502, at -> 12);
    requests(OVER, 8 * HOUR, 200, at -> 12);
    release(RELEASED, "v8", "v8");
    for (int at = expired; at < OVER; at += 10) {
      say(at, "error", "(Shop.Upload) 401 ExpiredToken: the provided token has expired");
    }
    assertEquals(Verdict.INTRODUCED, details(judged()).verdict());
  }

  @Test
  void aCertificateThatExpiresIsNobodysFuse() {
    int expired = RELEASED + HOUR;
    requests(0, expired, 200, at -> 12);
    requests(expired, OVER, 502, at -> 12);
    requests(OVER, 8 * HOUR, 200, at -> 12);
    release(RELEASED, "v8", "v8");
    for (int at = expired; at < OVER; at += 10) {
      say(at, "error", "x509: certificate has expired or is not yet valid");
    }
    assertUntold();
  }

  @Test
  void aRollbackThatEndsTheFailuresForLongerThanTheyTookToComeCarriesIt() {
    release(-24 * HOUR, "v7", "v7");
    failing();
    release(OVER - 5, "v9", "v7");
    Finding impact = judged();
    assertEquals(Verdict.INTRODUCED, details(impact).verdict());
    assertTrue(impact.explanation().contains("v9, which went back"), impact.explanation());
  }

  @Test
  void aRollbackAtTheEndOfAnOutageFromElsewhereCarriesNothing() {
    release(-24 * HOUR, "v7", "v7");
    failing();
    for (int at = FAILING; at < OVER; at += 10) {
      say(at, "error", "(Shop.Pay) tcp connect (pay.example:443): connection refused");
    }
    release(OVER - 5, "v9", "v7");
    assertUntold();
  }

  @Test
  void failuresThatNothingLeadsToAreNoOnesAndTheReasonIsSaid() {
    failing();
    assertUntold();
  }

  private void assertUntold() {
    Finding impact = judged();
    assertEquals(Verdict.NEUTRAL, details(impact).verdict());
    assertEquals("", details(impact).fuse());
    assertTrue(
        impact.explanation().contains("behind those that came later is unknown"),
        impact.explanation());
  }

  private void failing() {
    requests(0, FAILING, 200, at -> 12);
    requests(FAILING, OVER, 500, at -> 12);
    requests(OVER, 8 * HOUR, 200, at -> 12);
    release(RELEASED, "v8", "v8");
  }

  private Finding judged() {
    said.forEach(
        (at, texts) ->
            texts.forEach(
                text -> {
                  String time = START.plusSeconds(at).toString();
                  if (text[0].equals("error")) {
                    lines.error(time, text[1]);
                  } else if (text[0].equals("warning")) {
                    lines.warning(time, text[1]);
                  } else {
                    lines.app(time, text[1]);
                  }
                }));
    return lines.concluded().findings().stream()
        .filter(
            finding ->
                finding.details() instanceof Details.ChangeImpact impact
                    && impact.change().equals("v8"))
        .findFirst()
        .orElseThrow();
  }

  private static Details.ChangeImpact details(Finding finding) {
    return (Details.ChangeImpact) finding.details();
  }

  private void requests(int from, int to, int status, IntFunction<Integer> took) {
    for (int at = from; at < to; at += 5) {
      say(
          at,
          "info",
          String.format(Locale.ROOT, "GET /posts/%d %d %d ms - 512", at, status, took.apply(at)));
    }
  }

  private void every(int step, int from, int to, IntFunction<String> text) {
    for (int at = from; at < to; at += step) {
      String own = text.apply(at);
      if (own != null) {
        say(at, "info", own);
      }
    }
  }

  private void update(int at) {
    say(at, "info", " INFO Sending signal SIGINT to main child process w/ PID 322");
    say(at + 1, "info", " INFO Main child exited normally with code: 0");
    say(at + 2, "info", "[   17.000000] reboot: Restarting system");
    boot(at + 4);
  }

  private void outOfMemory(int at) {
    say(
        at,
        "info",
        "[ 5130.511000] Out of memory: Killed process 322 (node) total-vm:912344kB,"
            + " anon-rss:461112kB, file-rss:0kB, shmem-rss:0kB, UID:0 pgtables:1100kB"
            + " oom_score_adj:0");
    say(at, "info", " INFO Process appears to have been OOM killed!");
    say(
        at,
        "info",
        " INFO Main child exited with signal (with signal 'SIGKILL', core dumped? false)");
    say(at + 1, "info", "[ 5131.000000] reboot: Restarting system");
    boot(at + 3);
  }

  private void boot(int at) {
    say(at, "info", " INFO Starting init (commit: 676a820c)...");
    say(at, "info", " INFO Preparing to run: `node server.js` as nobody");
  }

  private void say(int at, String level, String text) {
    said.computeIfAbsent(at, second -> new ArrayList<>()).add(new String[] {level, text});
  }

  private void release(int at, String version, String image) {
    lines.release(START.plusSeconds(at), version, image);
  }
}
