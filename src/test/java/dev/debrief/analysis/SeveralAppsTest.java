package dev.debrief.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.debrief.model.Change;
import dev.debrief.model.Clock;
import dev.debrief.model.Conclusions;
import dev.debrief.model.Entry;
import dev.debrief.model.Evidence;
import dev.debrief.model.Finding;
import dev.debrief.model.FindingKind;
import dev.debrief.model.MachineSnapshot;
import dev.debrief.model.Moment;
import dev.debrief.model.Precision;
import dev.debrief.model.Release;
import dev.debrief.model.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Two apps in one case: the front door is healthy, billing crashes after its own deploy. */
class SeveralAppsTest {
  private static final Instant START = Instant.parse("2026-07-21T09:00:00Z");
  private static final String DOOR = "3d8d9930b32189";
  private static final String BILLING = "e784079b449483";

  @Test
  void theCrashesOfOneAppAreNoFailuresOfTheOther() {
    Conclusions told = archive(lines -> {}).concluded();

    assertEquals(
        Map.of("v41", Verdict.NEUTRAL, "v12", Verdict.INTRODUCED, "v13", Verdict.FIXED),
        told.changes().stream()
            .filter(change -> change.impact() != Verdict.INCONCLUSIVE)
            .collect(Collectors.toMap(Change::change, Change::impact)));
    assertEquals(
        List.of(List.of(BILLING)),
        told.findings().stream()
            .filter(finding -> finding.kind() == FindingKind.OUTAGE)
            .map(Finding::machines)
            .toList());
    assertEquals(
        List.of("billing", "billing"),
        told.changes().stream()
            .filter(change -> change.impact() != Verdict.INCONCLUSIVE)
            .map(Change::app)
            .filter(app -> !app.equals("door"))
            .toList());
  }

  @Test
  void failuresThatBeginAsAnotherAppCrashesDidNotBeginWithAReleaseOfMinutesBefore() {
    assertEquals(Verdict.NEUTRAL, doorsRelease(1400, true));
  }

  @Test
  void withoutThatCrashTheReleaseOfMinutesBeforeBeganThem() {
    assertEquals(Verdict.INTRODUCED, doorsRelease(1400, false));
  }

  @Test
  void aReleaseOfTheSecondsBeforeBeganThemThoughAnotherAppCrashes() {
    assertEquals(Verdict.INTRODUCED, doorsRelease(1790, true));
  }

  /** The verdict on a release of the door, which answers 502 for as long as billing crashes. */
  private static Verdict doorsRelease(int second, boolean crashes) {
    Lines lines = new Lines().of("door").on(DOOR);
    serve(lines, 0, 1805);
    for (int at = 1805; at < 3010; at += 5) {
      lines.app(at(at), "GET /account 502 3.512 ms - 81");
    }
    serve(lines, 3010, 5400);
    lines.of("billing").on(BILLING);
    if (crashes) {
      crash(lines);
    } else {
      serve(lines, 0, 5400);
    }
    return lines
        .fact(release("door.json", 1, "door", "v40", -86_400, "a"))
        .fact(release("door.json", 2, "door", "v41", second, "b"))
        .concluded()
        .changes()
        .stream()
        .filter(change -> change.change().equals("v41"))
        .findFirst()
        .orElseThrow()
        .impact();
  }

  @Test
  void changesOfOneNameAreEachJudgedByTheirOwnApp() {
    Conclusions told =
        archive(lines -> lines.fact(release("door.json", 9, "door", "v12", 2400, "c"))).concluded();

    assertEquals(
        Map.of("billing", Verdict.INTRODUCED, "door", Verdict.NEUTRAL),
        told.changes().stream()
            .filter(change -> change.change().equals("v12"))
            .collect(Collectors.toMap(Change::app, Change::impact)));
    assertTrue(
        told.changes().stream()
            .filter(change -> change.change().equals("v12"))
            .allMatch(change -> told.findings().stream().filter(change::judgedBy).count() == 1));
  }

  @Test
  void aCaptureWithoutNamesBelongsToTheAppOfItsMachines() {
    Lines lines =
        new Lines()
            .of("")
            .fact(machine("door-machines.json", DOOR, "registry.fly.io/door:deployment-1"))
            .fact(machine("billing-machines.json", BILLING, "registry.fly.io/billing:deployment-1"))
            .in("door.log")
            .on(DOOR);
    serve(lines, 0, 5400);
    crash(lines.in("billing.log").on(BILLING));

    assertEquals(
        List.of("billing: "),
        lines.concluded().findings().stream()
            .filter(finding -> finding.kind() == FindingKind.RESTART_BURST)
            .map(finding -> finding.title().substring(0, 9))
            .toList());
  }

  @Test
  void anImageTakenFromAnotherAppMakesNoSecondApp() {
    Lines lines = new Lines().of("door").on(DOOR);
    serve(lines, 0, 5400);
    Conclusions told =
        lines
            .fact(release("releases.json", 1, "", "v7", -86_400, "staging"))
            .fact(release("releases.json", 2, "", "v8", 1800, "staging"))
            .fact(machine("machines.json", DOOR, "registry.fly.io/staging:deployment-2"))
            .concluded();

    assertEquals(
        Verdict.NEUTRAL,
        told.changes().stream()
            .filter(change -> change.change().equals("v8"))
            .findFirst()
            .orElseThrow()
            .impact());
  }

  @Test
  void aPullThatNamesNoImageIsNoDeploy() {
    Lines lines = new Lines();
    serve(lines, 0, 3000);
    lines.runner(at(600), "Pulling container image").runner(at(1800), "Pulling container image");

    assertEquals(List.of(), lines.concluded().changes());
  }

  @Test
  void aNamelessPostgresThatRestartsIsNoFailureOfTheWebAppsRelease() {
    Lines lines = new Lines().of("").in("all.log").on(DOOR);
    serve(lines, 0, 5400);
    postgres(lines.on(BILLING));
    lines.fact(release("releases.json", 1, "", "v8", 1800, "staging"));
    Conclusions told = lines.concluded();

    assertEquals(Verdict.NEUTRAL, told.changes().getFirst().impact());
    assertEquals(List.of(), outages(told));
    assertEquals(
        List.of("postgres: "),
        told.findings().stream()
            .filter(finding -> finding.kind() == FindingKind.RESTART_BURST)
            .map(finding -> finding.title().substring(0, 10))
            .toList());
  }

  @Test
  void aNamelessPostgresInTheFileOfANamedAppIsNotThatApps() {
    Lines lines =
        new Lines()
            .of("")
            .fact(machine("door-machines.json", DOOR, "registry.fly.io/door:deployment-1"))
            .in("all.log")
            .on(DOOR);
    serve(lines, 0, 5400);
    postgres(lines.on(BILLING));
    assertEquals(
        List.of("postgres: "),
        lines.concluded().findings().stream()
            .filter(finding -> finding.kind() == FindingKind.RESTART_BURST)
            .map(finding -> finding.title().substring(0, 10))
            .toList());
  }

  @Test
  void aPostgresAloneIsTheApp() {
    Lines lines = new Lines().of("").in("db.log").on(BILLING);
    postgres(lines);
    assertEquals(1, outages(lines.concluded()).size());
  }

  @Test
  void anAppThatPrintsItsDatabasesLinesBesideItsOwnIsNoDatabase() {
    Lines lines = new Lines().of("").in("all.log").on(DOOR);
    for (int second = 0; second < 600; second += 5) {
      lines.app(at(second), "GET /items 200 3.512 ms - 81");
      lines.app(at(second + 1), "GET /items 200 3.512 ms - 81");
      lines.app(at(second + 2), "postgres | 2026-07-21 09:00:00.000 UTC [9] LOG:  checkpoint");
    }
    lines.on(BILLING);
    serve(lines, 0, 600);
    assertTrue(
        lines.concluded().lives().stream().allMatch(life -> life.app().isEmpty()),
        "nobody is called postgres");
  }

  private static List<List<String>> outages(Conclusions told) {
    return told.findings().stream()
        .filter(finding -> finding.kind() == FindingKind.OUTAGE)
        .map(Finding::machines)
        .toList();
  }

  /** A Fly Postgres machine that ends again and again from 31 min to 45 min. */
  private static void postgres(Lines lines) {
    for (int second = 0; second < 1860; second += 60) {
      lines.app(
          at(second), "postgres | 2026-07-21 09:00:00.000 UTC [563] LOG:  checkpoint starting");
      lines.app(at(second + 1), "monitor  | Monitoring cluster state");
    }
    for (int second = 1860; second < 2700; second += 40) {
      lines
          .app(at(second), "postgres | 2026-07-21 09:31:00.000 UTC [1] PANIC:  could not write")
          .app(at(second + 1), " INFO Main child exited normally with code: 1")
          .app(at(second + 3), " INFO Starting init (commit: 676a820c)...")
          .app(at(second + 4), "repmgrd  | [2026-07-21 09:31:04] [NOTICE] repmgrd starting up");
    }
    for (int second = 2710; second < 5400; second += 60) {
      lines.app(
          at(second), "postgres | 2026-07-21 09:45:00.000 UTC [563] LOG:  checkpoint starting");
    }
  }

  private static Lines archive(Consumer<Lines> more) {
    Lines lines = new Lines().of("door").on(DOOR);
    serve(lines, 0, 5400);
    crash(lines.of("billing").on(BILLING));
    lines
        .fact(release("door.json", 1, "door", "v40", -86_400, "a"))
        .fact(release("door.json", 2, "door", "v41", 1840, "b"))
        .fact(release("billing.json", 1, "billing", "v11", -86_400, "a"))
        .fact(release("billing.json", 2, "billing", "v12", 1800, "b"))
        .fact(release("billing.json", 3, "billing", "v13", 3000, "a"));
    more.accept(lines);
    return lines;
  }

  /** Serves, crashes every half minute from 30 min to 50 min, serves again. */
  private static void crash(Lines lines) {
    serve(lines, 0, 1800);
    for (int second = 1805; second < 3000; second += 30) {
      lines
          .app(at(second), " INFO Starting init (commit: 676a820c)...")
          .app(at(second + 4), "panic: nil map")
          .app(at(second + 5), " INFO Main child exited normally with code: 2");
    }
    lines.app(at(3010), " INFO Starting init (commit: 676a820c)...");
    serve(lines, 3012, 5400);
  }

  private static void serve(Lines lines, int from, int to) {
    for (int second = from; second < to; second += 5) {
      lines.app(at(second), "GET /items 200 3.512 ms - 81");
    }
  }

  private static String at(long second) {
    return START.plusSeconds(second).toString().replace("Z", ".000Z");
  }

  private static Entry release(
      String source, int line, String app, String version, long second, String image) {
    return new Release(
        new Evidence(source, line),
        1,
        new Moment(START.plusSeconds(second), Precision.SECOND, Clock.PLATFORM),
        app,
        version,
        "complete",
        "Release",
        "",
        "dev@example.com",
        "registry.fly.io/" + (app.isEmpty() ? "staging" : app) + ":deployment-" + image + second);
  }

  private static Entry machine(String source, String id, String image) {
    return new MachineSnapshot(
        new Evidence(source, 1),
        1,
        new Moment(START, Precision.SECOND, Clock.PLATFORM),
        "",
        id,
        "fra",
        "started",
        image,
        "",
        "");
  }
}
