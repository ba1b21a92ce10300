package dev.debrief.analysis.life;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.debrief.analysis.Lines;
import dev.debrief.model.Details;
import dev.debrief.model.Finding;
import dev.debrief.model.FindingKind;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SupervisorBudgetsTest {
  @Test
  void bothEndsOfThePeriodCount() {
    // supervisor.erl keeps t >= now - period: seconds 0 and 5 lie in one period of five.
    assertEquals(4, peak5(List.of(0, 2, 4, 5)));
    assertEquals(3, peak5(List.of(0, 2, 4, 6)));
  }

  @Test
  void itCountsAsSupervisorErlDoes() {
    Random random = new Random(3);
    for (int round = 0; round < 20; round++) {
      List<Integer> seconds = random.ints(12, 0, 60).sorted().boxed().toList();
      assertEquals(peakOfErlang(seconds, 5), Math.max(peak5(seconds), 0));
    }
  }

  @Test
  void aLineOfOneBeginningOverAndOverDoesNotHoldTheAnalysis() {
    // Each beginning was followed to the line's end: these took minutes.
    for (String begins : List.of("GenServer a ", "Child a of Supervisor b ")) {
      Lines lines = new Lines();
      lines.app("2026-02-25T21:00:00.500Z", "it terminated badly " + begins.repeat(40_000));
      assertEquals(List.of(), lines.concluded().findings());
    }
  }

  /** {@code add_restart/1} of OTP's stdlib, word for word. */
  private static int peakOfErlang(List<Integer> seconds, int period) {
    ArrayDeque<Integer> restarts = new ArrayDeque<>();
    int most = 0;
    for (int now : seconds) {
      restarts.addFirst(now);
      restarts.removeIf(t -> t < now - period);
      most = Math.max(most, restarts.size());
    }
    return most;
  }

  private static int peak5(List<Integer> seconds) {
    Lines lines = new Lines();
    for (int second : seconds) {
      lines.app(
          String.format(Locale.ROOT, "2026-02-25T21:00:%02d.500Z", second),
          "21:00:00.500 [error] GenServer Shop.Cache terminating");
    }
    return lines.concluded().findings().stream()
        .filter(finding -> finding.kind() == FindingKind.SUPERVISOR_BUDGET)
        .map(Finding::details)
        .map(Details.SupervisorBudget.class::cast)
        .mapToInt(details -> details.peaks().in5s())
        .max()
        .orElseGet(() -> peakOfErlang(seconds, 5));
  }
}
