package dev.debrief.analysis.life;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.debrief.analysis.Lines;
import dev.debrief.model.Details;
import dev.debrief.model.Finding;
import dev.debrief.model.FindingKind;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Dumps that hold boots and no exits. */
class UnseenExitsTest {
  private static final Instant START = Instant.parse("2026-06-18T10:00:00Z");

  @Test
  void bootAfterBootIsACrashLoopThoughNoExitIsToldOf() {
    Lines lines = new Lines();
    for (int second = 0; second < 150; second += 30) {
      boot(lines, second);
    }
    List<Finding> exits = of(lines, FindingKind.EXIT);

    assertEquals(4, exits.size());
    for (Finding exit : exits) {
      Details.Exit details = (Details.Exit) exit.details();
      assertEquals(null, details.code());
      assertEquals(null, details.signal());
      assertTrue(exit.confidence() < 0.7);
    }
    assertEquals(Instant.parse("2026-06-18T10:00:25.000Z"), exits.getFirst().start());
    Finding burst = of(lines, FindingKind.RESTART_BURST).getFirst();
    assertEquals(4, ((Details.RestartBurst) burst.details()).count());
    assertTrue(burst.confidence() < 0.8);
  }

  @Test
  void oneBootWithoutAnExitBeforeItClaimsNothing() {
    Lines lines = new Lines();
    boot(lines, 0);
    boot(lines, 200);
    boot(lines, 1200);

    assertEquals(List.of(), of(lines, FindingKind.EXIT));
  }

  @Test
  void bootsAfterStopsThatWereAskedForAreNoCrashes() {
    Lines lines = new Lines();
    for (int second = 0; second < 150; second += 30) {
      boot(lines, second);
      lines.app(at(second + 26), " INFO Sending signal SIGTERM to main child process w/ PID 301");
    }

    assertEquals(List.of(), of(lines, FindingKind.RESTART_BURST));
  }

  @Test
  void aBootToldTwiceIsOneBoot() {
    Lines lines = new Lines();
    for (int second = 0; second < 5; second++) {
      lines.app(at(second).replace(".000Z", "Z"), " INFO Starting init (commit: 676a820c)...");
    }

    assertEquals(List.of(), of(lines, FindingKind.EXIT));
  }

  @Test
  void aRolloutOfNewVersionsIsNoCrashLoop() {
    Lines lines = new Lines();
    for (int second = 0; second < 150; second += 30) {
      lines.runner(at(second), "Pulling container image registry.fly.io/shop:deployment-" + second);
      boot(lines, second);
    }

    assertEquals(List.of(), of(lines, FindingKind.EXIT));
  }

  private static void boot(Lines lines, int second) {
    lines
        .app(at(second), " INFO Starting init (commit: 676a820c)...")
        .app(at(second).replace(":00.000", ":00.100"), " INFO Preparing to run: `/app/bin/server`")
        .app(at(second + 3), "Server listening on http://0.0.0.0:8080")
        .app(at(second + 25), "** (KeyError) key :odds not found in: %{id: 7}");
  }

  private static List<Finding> of(Lines lines, FindingKind kind) {
    return lines.concluded().findings().stream().filter(f -> f.kind() == kind).toList();
  }

  private static String at(int second) {
    return START.plusSeconds(second).toString().replace("Z", ".000Z");
  }
}
