package dev.debrief.analysis.life;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.debrief.analysis.Lines;
import dev.debrief.model.Clock;
import dev.debrief.model.Details;
import dev.debrief.model.Evidence;
import dev.debrief.model.Finding;
import dev.debrief.model.FindingKind;
import dev.debrief.model.Level;
import dev.debrief.model.MachineEvent;
import dev.debrief.model.Moment;
import dev.debrief.model.Precision;
import dev.debrief.model.Severity;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class ExitsTest {
  private static final String MACHINE = "148e21ea7d3d89";

  @Test
  void oneOomIsOneExitHoweverManyLinesTellOfIt() {
    Finding exit =
        only(
            new Lines()
                .app(
                    "2024-10-07T11:37:16Z",
                    "[  258.930660] Out of memory: Killed process 476 (beam.smp) total-vm:1kB")
                .app(
                    "2024-10-07T11:37:18Z",
                    " INFO Main child exited with signal (with signal 'SIGKILL', core dumped? false)")
                .app("2024-10-07T11:37:18Z", " INFO Process appears to have been OOM killed!")
                .app("2024-10-07T11:37:18Z", " INFO Starting clean up.")
                .app("2024-10-07T11:37:18Z", "[  261.303965] reboot: Restarting system")
                .app("2024-10-07T11:37:22Z", "Out of memory: Killed process"));
    Details.Exit details = (Details.Exit) exit.details();
    assertTrue(details.oom());
    assertEquals("SIGKILL", details.signal());
    assertEquals(137, details.code());
    assertFalse(details.requested());
  }

  @Test
  void aChildKilledForMemoryIsNoExit() {
    assertEquals(
        List.of(),
        exits(
            new Lines()
                .app(
                    "2024-10-07T11:37:16Z",
                    "[  258.930660] Out of memory: Killed process 476 (convert) total-vm:1kB")
                .app(
                    "2024-10-07T11:37:17Z",
                    " WARN Reaped child process with pid: 476 and signal: SIGKILL, core dumped? false")
                .app("2024-10-07T11:38:17Z", "still serving")));
  }

  @Test
  void code137WithoutWantOfMemoryIsNoOom() {
    Details.Exit exit =
        (Details.Exit)
            only(new Lines()
                    .app("2024-10-07T11:37:18Z", " INFO Main child exited normally with code: 137"))
                .details();
    assertFalse(exit.oom());
    assertEquals("crash", exit.reason());
  }

  @Test
  void code137SoonAfterTheKernelsLineIsOne() {
    Details.Exit exit =
        (Details.Exit)
            only(new Lines()
                    .app(
                        "2024-10-07T11:37:16Z",
                        "[  258.930660] Out of memory: Killed process 476 (node) total-vm:1kB")
                    .app("2024-10-07T11:37:18Z", " INFO Main child exited normally with code: 137"))
                .details();
    assertTrue(exit.oom());
  }

  @Test
  void aSignalAfterTheExitIsIncidental() {
    List<Finding> signals =
        new Lines()
                .app("2024-10-07T11:37:18Z", " INFO Main child exited normally with code: 1")
                .app(
                    "2024-10-07T11:37:18Z",
                    " INFO Sending signal SIGINT to main child process w/ PID 322")
                .concluded()
                .findings()
                .stream()
                .filter(finding -> finding.kind() == FindingKind.SIGNAL)
                .toList();
    assertEquals(
        Details.SignalRole.INCIDENTAL, ((Details.Signal) signals.getFirst().details()).role());
  }

  @Test
  void anExitAfterAnAutostopIsNoCrash() {
    Details.Exit exit =
        (Details.Exit)
            only(new Lines()
                    .proxy(
                        "2024-10-07T11:37:18Z",
                        Level.INFO,
                        "App shop has excess capacity, autostopping machine "
                            + MACHINE
                            + ". 0 out of 1 machines left running")
                    .app(
                        "2024-10-07T11:37:18Z",
                        " INFO Sending signal SIGINT to main child process w/ PID 322")
                    .app("2024-10-07T11:37:19Z", " INFO Main child exited normally with code: 130"))
                .details();
    assertTrue(exit.requested());
    assertEquals("autostop", exit.reason());
  }

  @Test
  void anAppsTextThatNamesASignalIsNone() {
    assertEquals(
        List.of(),
        new Lines()
            .app("2024-10-07T11:37:18Z", "PHP Fatal error: Undefined constant \"SIGINT\"")
            .app(
                "2024-10-07T11:37:19Z",
                " WARN hallpass exited, pid: 306, status: signal: 15 (SIGTERM)")
            .app(
                "2024-10-07T11:37:20Z", "worker: Main child exited normally with code: 1, retrying")
            .concluded()
            .findings());
  }

  @Test
  void anEventAndALineAreOneExitAtTheFinerTime() {
    Finding exit =
        only(
            new Lines()
                .app("2024-10-07T11:37:18Z", " INFO Main child exited normally with code: 1")
                .fact(event("2024-10-07T11:37:19.100Z", "2024-10-07T11:37:18.614Z", 1)));
    assertEquals(Instant.parse("2024-10-07T11:37:18.614Z"), exit.start());
    assertEquals(2, exit.evidence().size());
  }

  @Test
  void anEventAloneIsAnExitToo() {
    Finding exit =
        only(
            new Lines()
                .app("2024-10-07T10:00:00Z", "hello")
                .fact(event("2024-10-07T11:37:19.100Z", "2024-10-07T11:37:18.614Z", 1)));
    assertEquals(1, ((Details.Exit) exit.details()).code());
    assertTrue(exit.explanation().contains("Only the machine's events tell of it"));
  }

  @Test
  void aQuickCrashLoopIsNotMergedIntoOneExit() {
    Lines lines = new Lines();
    for (int i = 0; i < 5; i++) {
      String second = String.format(Locale.ROOT, "2024-10-07T11:37:%02d", 10 + 2 * i);
      lines
          .app(second + "Z", " INFO Starting init (commit: 74e923d)...")
          .app(second + "Z", " INFO Main child exited normally with code: 1")
          .app(second + "Z", "[    0.900000] reboot: Restarting system");
    }
    assertEquals(5, exits(lines).size());
  }

  @Test
  void aStopThatRanOutOfTimeIsAKill() {
    Details.Exit exit =
        (Details.Exit)
            only(new Lines()
                    .app(
                        "2024-10-07T11:37:10Z",
                        " INFO Sending signal SIGINT to main child process w/ PID 322")
                    .app(
                        "2024-10-07T11:37:15Z",
                        " INFO Sending signal SIGTERM to main child process w/ PID 322")
                    .app("2024-10-07T11:37:16Z", "Virtual machine exited abruptly"))
                .details();
    assertEquals("kill_timeout", exit.reason());
    assertTrue(exit.requested());
  }

  @Test
  void theGiveUpLineProvesRetriesThatTheLogLost() {
    Finding budget =
        new Lines()
                .app("2024-10-07T11:37:10Z", " INFO Main child exited normally with code: 1")
                .runner("2024-10-07T11:37:11Z", "machine has reached its max restart count of 10")
                .concluded()
                .findings()
                .stream()
                .filter(finding -> finding.kind() == FindingKind.RESTART_BUDGET)
                .findFirst()
                .orElseThrow();
    Details.RestartBudget details = (Details.RestartBudget) budget.details();
    assertEquals(1, details.used());
    assertEquals(10, details.limit());
    assertTrue(details.bound() && details.gaveUp());
  }

  /** In a copy that lost who spoke, an app's own words can look like the platform's. */
  @Test
  void aNumberThatNoCounterHoldsEndsNoAnalysis() {
    assertTrue(
        new Lines()
                .app("2024-10-07T11:37:10Z", " INFO Main child exited normally with code: 1")
                .runner(
                    "2024-10-07T11:37:11Z",
                    "machine has reached its max restart count (99999999999999999999)")
                .concluded()
                .findings()
                .stream()
                .anyMatch(finding -> finding.kind() == FindingKind.EXIT));
  }

  @Test
  void withoutAnyLineTheCodeIsNotKnown() {
    Details.Exit exit =
        (Details.Exit)
            only(new Lines()
                    .app("2024-10-07T11:37:18Z", "[  261.303965] reboot: Restarting system"))
                .details();
    assertNull(exit.code());
    assertNull(exit.signal());
  }

  @Test
  void aHostsClockThatRunsAheadTellsNoExitTwice() {
    Lines lines = new Lines();
    for (String at : List.of("16:01:20", "16:03:44", "16:06:02")) {
      lines.app("2026-03-11T" + at + "Z", " INFO Main child exited normally with code: 2");
      Instant told = Instant.parse("2026-03-11T" + at + ".120Z").plusSeconds(7);
      lines.fact(event(told.plusMillis(300).toString(), told.toString(), 2));
    }
    assertEquals(3, exits(lines).size());
    assertTrue(
        lines.concluded().unknowns().stream()
            .anyMatch(unknown -> unknown.contains("ahead of the log's")));
  }

  @Test
  void aReleaseCommandThatDidItsWorkEndedAndDidNotCrash() {
    Finding exit =
        only(
            new Lines()
                .app("2026-03-11T16:00:01Z", " INFO Preparing to run: `/app/bin/migrate` as nobody")
                .app("2026-03-11T16:00:05Z", " INFO Main child exited normally with code: 0"));
    Details.Exit details = (Details.Exit) exit.details();
    assertEquals("finished", details.reason());
    assertFalse(details.requested());
    assertFalse(details.unasked());
    assertEquals(Severity.INFO, exit.severity());
  }

  private static MachineEvent event(String written, String exited, int code) {
    return new MachineEvent(
        new Evidence("machines.json", 7),
        1,
        new Moment(Instant.parse(written), Precision.MILLISECOND, Clock.EVENT),
        "shop",
        MACHINE,
        "ord",
        "exit",
        "stopped",
        "flyd",
        new MachineEvent.Exit(code, -1, false, false, true, 0, Instant.parse(exited)));
  }

  private static Finding only(Lines lines) {
    List<Finding> exits = exits(lines);
    assertEquals(1, exits.size());
    return exits.getFirst();
  }

  private static List<Finding> exits(Lines lines) {
    return lines.concluded().findings().stream()
        .filter(finding -> finding.kind() == FindingKind.EXIT)
        .toList();
  }
}
