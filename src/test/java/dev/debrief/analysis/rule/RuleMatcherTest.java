package dev.debrief.analysis.rule;

import static dev.debrief.analysis.template.Records.START;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.debrief.analysis.line.Literals;
import dev.debrief.analysis.template.Records;
import dev.debrief.model.Clock;
import dev.debrief.model.Details;
import dev.debrief.model.Entry;
import dev.debrief.model.Evidence;
import dev.debrief.model.Finding;
import dev.debrief.model.Level;
import dev.debrief.model.MachineEvent;
import dev.debrief.model.Moment;
import dev.debrief.model.Operation;
import dev.debrief.model.Precision;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class RuleMatcherTest {
  private static final String REPO =
      "** (RuntimeError) could not lookup Ecto repo Shop.Repo because it was not started or it does"
          + " not exist";
  private static final String OOM = "[  258.930660] Out of memory: Killed process 476 (beam.smp)";

  private final RuleMatcher matcher = new RuleMatcher(RuleLibrary.builtIn());
  private final Records records = new Records();

  private void say(long second, String machine, String message) {
    matcher.accept(records.app(START.plusSeconds(second), machine, Level.INFO, message));
  }

  private RuleOutcome outcome(String rule) {
    return matcher.outcomes().stream()
        .filter(outcome -> outcome.rule().id().equals(rule))
        .findFirst()
        .orElseThrow();
  }

  private List<Finding> findings(String rule) {
    return outcome(rule).findings();
  }

  @Test
  void anEpisodeGoesFromTheFirstMatchToTheLastOverAllMachines() {
    for (int i = 0; i < 100; i++) {
      say(i * 20, i % 2 == 0 ? "m1" : "m2", REPO);
    }
    Finding one = findings("ecto-repo-not-started").getFirst();
    assertEquals(1, findings("ecto-repo-not-started").size());
    assertEquals(START, one.start());
    assertEquals(START.plusSeconds(1980), one.end());
    assertEquals(List.of("m1", "m2"), one.machines());
    assertEquals(50, one.evidence().size());
    assertEquals(100, one.evidenceTotal());
    assertTrue(one.explanation().contains("Shop.Repo"), one.explanation());
  }

  @Test
  void theLinesOfOneKillAreOneOccurrenceAndKillsAtIntervalsOneEpisode() {
    for (int kill = 0; kill < 6; kill++) {
      long at = kill * 1_900L;
      say(at, "m1", OOM);
      say(at + 1, "m1", " INFO Process appears to have been OOM killed!");
      say(at + 4, "m1", "Out of memory: Killed process");
      for (int i = 0; i < 1_500; i++) {
        say(at + 100 + i, "m1", "Sent 200 in 3ms");
      }
    }
    List<Finding> found = findings("oom-killed");
    assertEquals(1, found.size());
    assertEquals(6, ((Details.KnownCause) found.getFirst().details()).count());
  }

  @Test
  void killsOnTwoMachinesThatFallNearEachOtherEndNoEpisodeOfKillsAtIntervals() {
    for (int kill = 0; kill < 4; kill++) {
      long at = kill * 8_000L;
      say(at, "m1", OOM);
      if (kill == 3) {
        say(at + 400, "m2", OOM);
      }
      for (int i = 0; i < 7_000; i++) {
        say(at + 500 + i, "m1", "Sent 200 in 3ms");
      }
    }
    assertEquals(1, findings("oom-killed").size());
  }

  @Test
  void twoTimesOfTroubleWithAWorkingAppBetweenAreTwoEpisodes() {
    for (int i = 0; i < 600; i++) {
      say(i, "m1", REPO);
    }
    for (int i = 0; i < 7_200; i++) {
      say(600 + i, "m1", "Sent 200 in 3ms");
    }
    for (int i = 0; i < 600; i++) {
      say(7_800 + i, "m1", REPO);
    }
    assertEquals(2, findings("ecto-repo-not-started").size());
  }

  @Test
  void aPauseInWhichNobodyServesEndsNoEpisode() {
    for (int i = 0; i < 600; i++) {
      say(i, "m1", REPO);
    }
    for (int i = 0; i < 600; i++) {
      say(10_800 + i, "m1", REPO);
    }
    assertEquals(1, findings("ecto-repo-not-started").size());
  }

  @Test
  void whatIsSaidDuringARequestedStopIsExcusedUntilTheNextBoot() {
    say(0, "m1", "12:00:00.000 [notice] SIGTERM received - shutting down");
    say(1, "m1", REPO);
    assertEquals(List.of(), findings("ecto-repo-not-started"));
    say(2, "m2", REPO);
    assertEquals(1, findings("ecto-repo-not-started").size());
    say(3, "m1", " INFO Starting init (commit: 676a820c)...");
    say(4, "m1", REPO);
    assertEquals(2, findings("ecto-repo-not-started").getFirst().evidenceTotal());
  }

  @Test
  void aRefusedConnectionOfABootIsNoMissingListener() {
    for (int boot = 0; boot < 8; boot++) {
      Instant at = START.plusSeconds(boot * 90L);
      matcher.accept(records.app(at, "m1", Level.INFO, " INFO Starting init (commit: 1)..."));
      matcher.accept(
          records.by("proxy", at.plusSeconds(3), "m1", "[PC01] instance refused connection."));
    }
    assertEquals(List.of(), findings("port-not-listening"));
    assertEquals(RuleOutcome.Standing.SUSPECTED, outcome("port-not-listening").standing());
  }

  @Test
  void aServerThatStaysUnreachableIsAMissingListener() {
    for (int i = 0; i < 8; i++) {
      matcher.accept(
          records.by(
              "proxy",
              START.plusSeconds(200 + i * 5),
              "m1",
              "[PC01] instance refused connection."));
    }
    assertEquals(1, findings("port-not-listening").size());
  }

  @Test
  void aReapedChildIsNoCrashDumpAndAnAppsTalkIsNoKill() {
    say(
        0,
        "m1",
        " WARN Reaped child process with pid: 381 and signal: SIGUSR1, core dumped? false");
    say(1, "m1", "customer wrote: Out of memory: Killed process, what now?");
    assertEquals(List.of(), findings("sigusr1-crash-dump"));
    assertEquals(List.of(), findings("oom-killed"));
    assertEquals(RuleOutcome.Standing.SUSPECTED, outcome("sigusr1-crash-dump").standing());
  }

  @Test
  void withoutWhatItNeedsARuleIsNotAssessedAndNeverAbsent() {
    say(0, "m1", "Sent 200 in 3ms");
    assertEquals(RuleOutcome.Standing.NOT_ASSESSED, outcome("docker-build-all-cached").standing());
    assertEquals(List.of(Need.DEPLOY_OUTPUT), outcome("docker-build-all-cached").missing());
    assertEquals(RuleOutcome.Standing.NOT_ASSESSED, outcome("oom-killed").standing());
    assertEquals(RuleOutcome.Standing.NOT_SEEN, outcome("ecto-repo-not-started").standing());
  }

  @Test
  void consoleOutputAndMachineEventsAreReadToo() {
    matcher.accept(operation(Operation.Kind.BUILD_ALL_CACHED));
    matcher.accept(exit(137, true));
    assertEquals(1, findings("docker-build-all-cached").size());
    Finding oom = findings("oom-killed").getFirst();
    assertEquals(START.plusSeconds(9), oom.start());
    assertFalse(((Details.KnownCause) oom.details()).check().contains("{app}"));
    assertTrue(((Details.KnownCause) oom.details()).check().contains("--app shop"));
  }

  @Test
  void aKillToldByTheLogAndByTheMachinesHistoryIsOneKill() {
    matcher.accept(exit(137, true));
    say(5, "m1", OOM);
    say(8, "m1", " INFO Process appears to have been OOM killed!");
    Finding oom = findings("oom-killed").getFirst();
    assertEquals(START.plusSeconds(5), oom.start());
    assertEquals(START.plusSeconds(9), oom.end());
    assertEquals(1, ((Details.KnownCause) oom.details()).count());
    assertEquals(3, oom.evidenceTotal());
  }

  private static Entry operation(Operation.Kind kind) {
    return new Operation(
        new Evidence("deploy.txt", 3), 1, moment(START), "shop", kind, "v3", "", "", "all CACHED");
  }

  private static Entry exit(int code, boolean oom) {
    return new MachineEvent(
        new Evidence("machines.json", 8),
        1,
        moment(START.plusSeconds(10)),
        "shop",
        "m1",
        "fra",
        "exit",
        "stopped",
        "flyd",
        new MachineEvent.Exit(code, null, oom, false, true, 1, START.plusSeconds(9)));
  }

  private static Moment moment(Instant at) {
    return new Moment(at, Precision.MILLISECOND, Clock.EVENT);
  }

  @Test
  void aMigrationThatFailsOnItsOwnMachineIsAFailedReleaseCommandWithoutAConsoleToo() {
    say(0, "m1", " INFO Starting init (commit: 676a820c)...");
    say(1, "m1", " INFO Preparing to run: `./bin/rails db:migrate` as rails");
    endsForGood(1);

    assertEquals(1, findings("release-command-failed").size());
  }

  @Test
  void aMigrationThatSucceedsIsNone() {
    say(0, "m1", " INFO Starting init (commit: 676a820c)...");
    say(1, "m1", " INFO Preparing to run: `./bin/rails db:migrate` as rails");
    endsForGood(0);

    assertEquals(0, findings("release-command-failed").size());
  }

  @Test
  void aPatternThatMeansSomethingOnlyAfterAnotherIsSilentWithoutIt() {
    say(0, "m1", " INFO Starting init (commit: 676a820c)...");
    endsForGood(1);

    assertEquals(0, findings("release-command-failed").size());
  }

  /** A machine's program ends, and the platform leaves it at that. */
  private void endsForGood(int code) {
    say(8, "m1", " INFO Main child exited normally with code: " + code);
    matcher.accept(
        records.by(
            "runner",
            START.plusSeconds(9),
            "m1",
            "machine restart policy set to 'no', not restarting"));
  }

  @Test
  void aMachineThatServedOrStaysDownListensWhereItShould() {
    RuleMatcher told = new RuleMatcher(RuleLibrary.builtIn(), "m1"::equals, new Literals());
    told.accept(
        records.app(START, "m2", Level.INFO, " INFO Main child exited normally with code: 1"));
    for (int second = 2000; second < 2100; second += 10) {
      for (String machine : List.of("m1", "m2")) {
        told.accept(
            records.by(
                "proxy",
                START.plusSeconds(second),
                machine,
                "[PC01] instance refused connection."));
      }
    }

    assertEquals(
        List.of(),
        told.outcomes().stream()
            .filter(outcome -> outcome.rule().id().equals("port-not-listening"))
            .flatMap(outcome -> outcome.findings().stream())
            .toList());
  }
}
