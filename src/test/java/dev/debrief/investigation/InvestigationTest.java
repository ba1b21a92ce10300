package dev.debrief.investigation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.debrief.model.Conclusions;
import dev.debrief.model.Finding;
import dev.debrief.model.FindingKind;
import dev.debrief.model.Progress;
import dev.debrief.model.TimeRange;
import dev.debrief.source.ImportOptions;
import dev.debrief.store.CaseFolder;
import dev.debrief.timeline.Density;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InvestigationTest {
  private static final Instant CRASH = Instant.parse("2026-03-04T09:00:10Z");

  @TempDir Path folder;

  @Test
  void whatWasImportedIsConcludedSearchedDrawnAndDrafted() throws Exception {
    try (Investigation open = imported()) {
      assertEquals("harbour", open.app());
      assertEquals(
          3, open.findings(Progress.NONE).stream().filter(InvestigationTest::exit).count());
      assertEquals(3, open.search("\"Main child exited\"", TimeRange.ALWAYS, 0, 10).total());
      assertFalse(open.timeline(Progress.NONE).lanes().isEmpty());
      assertTrue(open.draft("outage", Progress.NONE).markdown().contains("harbour"));
    }
  }

  @Test
  void theSameFileAgainChangesNothing() throws Exception {
    Conclusions before;
    try (Investigation open = imported()) {
      before = open.conclusions(Progress.NONE);
    }
    try (Investigation open = imported()) {
      assertEquals(before, open.conclusions(Progress.NONE));
      assertEquals(2, open.sources().size());
    }
  }

  @Test
  void whatAnotherBuildOfTheProgramConcludedIsDrawnAnew() throws Exception {
    Conclusions now;
    try (Investigation open = imported()) {
      now = open.conclusions(Progress.NONE);
    }
    try (CaseFolder older = CaseFolder.open(folder.resolve("case"))) {
      older.conclude(
          new Conclusions(
              List.of(), now.changes(), now.lives(), now.signatures(), List.of(), List.of()));
      older.put("conclusions.drawn_with", "another build");
    }
    try (Investigation open = Investigation.open(folder.resolve("case"))) {
      assertEquals(now, open.conclusions(Progress.NONE));
    }
  }

  @Test
  void countsAreKeptWithTheCaseAndCountedAnewWhereTheyAreDamaged() throws Exception {
    TimeRange outage = new TimeRange(CRASH.minusSeconds(600), CRASH.plusSeconds(600));
    Path counts = folder.resolve("case").resolve("timeline.counts");
    long told;
    try (Investigation open = imported()) {
      told = open.density(Progress.NONE).count(Density.RECORDS, outage);
      assertTrue(told > 600);
    }
    byte[] kept = Files.readAllBytes(counts);
    try (Investigation open = Investigation.open(folder.resolve("case"))) {
      assertEquals(told, open.density(Progress.NONE).count(Density.RECORDS, outage));
    }
    assertArrayEquals(kept, Files.readAllBytes(counts));
    Files.write(counts, Arrays.copyOf(kept, kept.length / 2));
    try (Investigation open = Investigation.open(folder.resolve("case"))) {
      assertEquals(told, open.density(Progress.NONE).count(Density.RECORDS, outage));
    }
    assertArrayEquals(kept, Files.readAllBytes(counts));
  }

  @Test
  void conclusionsAtAnInstantCiteNothingLater() throws Exception {
    try (Investigation open = imported()) {
      Instant until = CRASH.plusSeconds(90);
      List<Finding> then = open.conclusionsAt(until, Progress.NONE).findings();
      assertEquals(2, then.stream().filter(InvestigationTest::exit).count());
      for (Finding finding : then) {
        assertFalse(finding.start().isAfter(until), finding.title());
        finding
            .evidence()
            .forEach(
                line ->
                    assertFalse(
                        open.index().at(line).orElseThrow().moment().at().isAfter(until),
                        finding.title() + " cites " + line));
      }
    }
  }

  private static boolean exit(Finding finding) {
    return finding.kind() == FindingKind.EXIT;
  }

  /** A crash a minute, three times, and the release before it. */
  private Investigation imported() throws Exception {
    Path dumps = Files.createDirectories(folder.resolve("dumps"));
    StringBuilder log = new StringBuilder();
    for (int i = 0; i < 600; i++) {
      line(log, CRASH.minusSeconds(600 - i), "09:00:00.000 request_id=x [info] Sent 200 in 3ms");
    }
    for (int i = 0; i < 3; i++) {
      Instant at = CRASH.plusSeconds(60L * i);
      line(log, at, " INFO Main child exited normally with code: 1");
      line(log, at, " INFO Starting clean up.");
      line(log, at.plusSeconds(2), " INFO Starting init (commit: 676a820c)...");
      line(log, at.plusSeconds(2), " INFO Preparing to run: `/app/bin/server` as nobody");
    }
    Files.writeString(dumps.resolve("fly.log"), log);
    Files.writeString(
        dumps.resolve("releases.json"),
        """
        [{"ID":"a","Version":7,"Status":"complete","Reason":"change_image","Description":"Release",
          "User":{"Email":"dev@example.com"},"CreatedAt":"2026-03-04T08:58:00Z",
          "ImageRef":"registry.fly.io/harbour:deployment-01KK0000000000000000000000"}]
        """);
    Investigation open = Investigation.openOrCreate(folder.resolve("case"));
    open.importAll(
        List.of(dumps), InputStream.nullInputStream(), ImportOptions.NONE, Progress.NONE);
    return open;
  }

  private static void line(StringBuilder log, Instant at, String message) {
    log.append(at).append(" app[148e21ea7d3d89] lhr [info]").append(message).append('\n');
  }
}
