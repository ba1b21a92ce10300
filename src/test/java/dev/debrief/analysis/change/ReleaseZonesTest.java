package dev.debrief.analysis.change;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.debrief.analysis.Analysis;
import dev.debrief.analysis.AnalysisSettings;
import dev.debrief.analysis.Dumps;
import dev.debrief.model.Change;
import dev.debrief.model.Conclusions;
import dev.debrief.model.Progress;
import dev.debrief.model.Verdict;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A table of local dates without images, so that nothing in it tells the zone. */
class ReleaseZonesTest {
  private static final Instant START = Instant.parse("2026-05-04T08:00:00Z");
  private static final int HOUR = 3600;

  @TempDir Path folder;

  private final StringBuilder log = new StringBuilder();

  @Test
  void theRolloutsInTheLogTellTheZoneOfATable() throws Exception {
    incident();
    table("May 4 2026 07:00", "May 4 2026 06:00"); // five hours behind
    Conclusions told = concluded();
    assertEquals("2026-05-04T11:00:00Z", change(told, "v8").moment().at().toString());
    assertEquals(Verdict.INTRODUCED, change(told, "v8").impact());
    assertEquals(Verdict.FIXED, change(told, "v9").impact());
    assertTrue(told.unknowns().stream().anyMatch(text -> text.contains("were read as -05:00")));
  }

  @Test
  void datesThatFitAsUtcAreLeft() throws Exception {
    incident();
    table("May 4 2026 12:00", "May 4 2026 11:00");
    assertEquals("2026-05-04T11:00:00Z", change(concluded(), "v8").moment().at().toString());
  }

  @Test
  void anotherSourcesReleaseTellsTheZone() throws Exception {
    requests(0, 6 * HOUR, 200);
    table("May 4 2026 07:00", "May 4 2026 06:00");
    Files.writeString(
        folder.resolve("releases.json"),
        "[{\"ID\":\"r9\",\"Version\":9,\"Status\":\"complete\",\"Description\":\"Release\",\"CreatedAt\":\"2026-05-04T12:00:20Z\",\"ImageRef\":\"\"}]");
    assertEquals("2026-05-04T11:00:00Z", change(concluded(), "v8").moment().at().toString());
  }

  private void incident() {
    requests(0, 3 * HOUR, 200);
    rollout(3 * HOUR + 30);
    requests(3 * HOUR + 40, 4 * HOUR, 500);
    rollout(4 * HOUR + 30);
    requests(4 * HOUR + 40, 6 * HOUR, 200);
  }

  private void table(String ninth, String eighth) throws Exception {
    Files.writeString(
        folder.resolve("releases.txt"),
        "VERSION\tSTATUS\tDESCRIPTION\tUSER\tDATE\n"
            + "v9\tcomplete\tRelease\td\t%s\t\nv8\tcomplete\tRelease\td\t%s\t\n"
                .formatted(ninth, eighth));
  }

  private Conclusions concluded() throws Exception {
    Files.writeString(folder.resolve("fly-logs.txt"), log);
    return Analysis.of(Dumps.read(folder), AnalysisSettings.DEFAULT, Progress.NONE);
  }

  private static Change change(Conclusions told, String version) {
    return told.changes().stream()
        .filter(change -> change.change().equals(version))
        .findFirst()
        .orElseThrow();
  }

  private void requests(int from, int to, int status) {
    for (int at = from; at < to; at += 5) {
      line(at, "GET /posts/" + at + " " + status + " 12.1 ms - 512");
    }
  }

  private void rollout(int at) {
    line(at, " INFO Sending signal SIGINT to main child process w/ PID 322");
    line(at + 1, " INFO Main child exited normally with code: 0");
    line(at + 2, "[   17.000000] reboot: Restarting system");
    line(at + 4, " INFO Starting init (commit: 676a820c)...");
    line(at + 4, " INFO Preparing to run: `node server.js` as nobody");
  }

  private void line(int at, String text) {
    log.append(START.plusSeconds(at))
        .append(" app[148e21ea7d3d89] ord [info]")
        .append(text)
        .append('\n');
  }
}
