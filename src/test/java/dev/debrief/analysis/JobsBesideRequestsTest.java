package dev.debrief.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.debrief.model.Conclusions;
import dev.debrief.model.Details;
import dev.debrief.model.Finding;
import dev.debrief.model.Progress;
import dev.debrief.model.Verdict;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Jobs that fail in a runner's own words, while every request goes well. */
class JobsBesideRequestsTest {
  private static final Instant START = Instant.parse("2026-05-04T08:00:00Z");
  private static final int HOUR = 3600;

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '^',
      value = {
        "pid=2 tid=gno class=Mail jid=%08x elapsed=1.2 INFO: done ~ pid=2 tid=gno class=Mail jid=%08x elapsed=1.2 INFO: fail",
        "{\"lvl\":\"INFO\",\"msg\":\"done\",\"ctx\":{\"class\":\"Mail\",\"jid\":\"%08x\"}} ~ {\"lvl\":\"INFO\",\"msg\":\"fail\",\"ctx\":{\"class\":\"Mail\",\"jid\":\"%08x\"}}",
        "[info] {\"source\":\"oban\",\"event\":\"job:stop\",\"state\":\"success\",\"worker\":\"Shop.Mail\",\"id\":%d} ~ [info] {\"source\":\"oban\",\"event\":\"job:exception\",\"state\":\"failure\",\"worker\":\"Shop.Mail\",\"id\":%d}",
        "[ActiveJob] [Mail] [%08x] Performed Mail (Job ID: %<x) from GoodJob(default) in 3ms ~ [ActiveJob] [Mail] [%08x] Error performing Mail (Job ID: %<x) from GoodJob(default) in 3ms: KeyError (key not found):",
        "time=\"2026-05-04\" level=info msg=\"job succeeded\" iteration=%d job.command=/bin/mail ~ time=\"2026-05-04\" level=error msg=\"error running command: exit status 1\" iteration=%d job.command=/bin/mail",
        "[worker] job %d completed ~ [worker] job %d failed: connect ETIMEDOUT 10.0.0.7:25",
      })
  void jobsThatFailSinceAReleaseAreItsFailureHoweverLoud(String done, String failed)
      throws Exception {
    Map<Integer, String> lines = new TreeMap<>();
    for (int at = 0; at < 6 * HOUR; at += 5) {
      lines.put(at, "GET /posts/" + at + " 200 12.1 ms - 512");
    }
    for (int at = 2; at < 6 * HOUR; at += 20) {
      boolean broken = at > 2 * HOUR && at < 4 * HOUR;
      lines.put(at, (broken ? failed : done).formatted(at * 7919));
    }
    StringBuilder log = new StringBuilder();
    lines.forEach(
        (at, text) ->
            log.append(START.plusSeconds(at))
                .append(" app[148e21ea7d3d89] ord [info]")
                .append(text)
                .append('\n'));
    Files.writeString(folder.resolve("fly-logs.txt"), log);
    Files.writeString(
        folder.resolve("releases.json"),
        "[" + release(8, 2 * HOUR) + "," + release(9, 4 * HOUR) + "]");
    Conclusions told = Analysis.of(Dumps.read(folder), AnalysisSettings.DEFAULT, Progress.NONE);
    Details.ChangeImpact began = impact(told, "v8");
    assertEquals(Verdict.INTRODUCED, began.verdict());
    assertEquals("errors", began.measure());
    assertEquals(Verdict.FIXED, impact(told, "v9").verdict());
    assertTrue(
        told.findings().stream().noneMatch(f -> f.details() instanceof Details.Outage),
        "nobody outside noticed");
  }

  private static Details.ChangeImpact impact(Conclusions told, String change) {
    return told.findings().stream()
        .map(Finding::details)
        .filter(Details.ChangeImpact.class::isInstance)
        .map(Details.ChangeImpact.class::cast)
        .filter(impact -> impact.change().equals(change))
        .findFirst()
        .orElseThrow();
  }

  private static String release(int version, int at) {
    return """
    {"ID":"r%d","Version":%d,"Description":"Release","Status":"complete","CreatedAt":"%s",
     "ImageRef":"registry.fly.io/shop:deployment-%d"}
    """
        .formatted(version, version, START.plusSeconds(at), version);
  }
}
