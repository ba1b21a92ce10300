package dev.debrief.analysis.silence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.debrief.analysis.Lines;
import dev.debrief.model.Details;
import dev.debrief.model.Finding;
import dev.debrief.model.Level;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class SilentMachinesTest {
  private static final Instant START = Instant.parse("2026-05-04T08:00:00Z");
  private static final String A = "148e21ea7d3d89";
  private static final String B = "9080524f610587";
  private static final int MINUTE = 60;
  private static final int HOUR = 3600;

  private final List<Said> said = new ArrayList<>();

  private record Said(long at, Consumer<Lines> how) {}

  @Test
  void aMachineThatSaysNothingBesideAnotherThatSpeaksIsSilent() {
    speaks(A, 0, 2 * HOUR, 10);
    speaks(A, 2 * HOUR + 30 * MINUTE, 4 * HOUR, 10);
    speaks(B, 0, 4 * HOUR, 10);
    Finding found = only();
    Details.Silence silence = (Details.Silence) found.details();
    assertEquals(List.of(A), found.machines());
    assertEquals("app", silence.emitter());
    assertEquals("unexplained", silence.reason());
    assertEquals(START.plusSeconds(2 * HOUR - 10), found.start());
    assertTrue(found.title().contains("wrote nothing for 30 min"), found.title());
    assertTrue(found.explanation().contains("at most once in 10,000 days"), found.explanation());
  }

  @Test
  void aPartOfTheProgramThatStallsOnOneMachineIsNamed() {
    speaks(A, 0, 4 * HOUR, 10);
    speaks(B, 0, 4 * HOUR, 10);
    beats(A, 0, 2 * HOUR, 20);
    beats(A, 2 * HOUR + 30 * MINUTE, 4 * HOUR, 20);
    beats(B, 0, 4 * HOUR, 20);
    Finding found = only();
    assertEquals("metrics", ((Details.Silence) found.details()).emitter());
    assertEquals(List.of(A), found.machines());
  }

  @Test
  void aTickOfEveryFiveMinutesThatStopsOnOneMachineIsMissedThoughItsLinesAreFew() {
    speaks(A, 0, 9 * HOUR, 10);
    speaks(B, 0, 9 * HOUR, 10);
    beats(A, 30, 4 * HOUR, 300);
    beats(A, 6 * HOUR + 30, 9 * HOUR, 300);
    beats(B, 40, 9 * HOUR, 300);
    Finding found = only();
    assertEquals("metrics", ((Details.Silence) found.details()).emitter());
    assertEquals(List.of(A), found.machines());
  }

  @Test
  void workThatMovesToAnotherMachineLeavesNobodySilent() {
    speaks(A, 0, 2 * HOUR, 10);
    speaks(A, 2 * HOUR + 30 * MINUTE, 4 * HOUR, 10);
    speaks(B, 0, 2 * HOUR, 10);
    speaks(B, 2 * HOUR, 2 * HOUR + 30 * MINUTE, 5);
    speaks(B, 2 * HOUR + 30 * MINUTE, 4 * HOUR, 10);
    assertEquals(List.of(), silences());
  }

  @Test
  void workThatMovesAwayFromAMachineWhoseCheckFailsLeavesItSilent() {
    workThatMovesToAnotherMachineLeavesNobodySilent();
    say(
        2 * HOUR + 61,
        lines ->
            lines
                .on(A)
                .health(
                    at(2 * HOUR + 61),
                    Level.ERROR,
                    "Health check 'servicecheck-00-http-8080' on port 8080 has failed. Your app is"
                        + " not responding properly."));
    say(
        2 * HOUR + 90,
        lines ->
            lines
                .on(A)
                .health(
                    at(2 * HOUR + 90),
                    Level.INFO,
                    "Health check 'servicecheck-00-http-8080' on port 8080 is now passing."));
    assertTrue(only().explanation().contains("it hung rather than its log was lost"));
  }

  @Test
  void aMachineThatAFailingCheckTakesOutOfRoutingIsNotSilent() {
    speaks(A, 0, 2 * HOUR, 10);
    speaks(A, 2 * HOUR + 30 * MINUTE, 4 * HOUR, 10);
    speaks(B, 0, 4 * HOUR, 10);
    say(
        2 * HOUR + 2,
        lines ->
            lines
                .on(A)
                .health(
                    at(2 * HOUR + 2),
                    Level.ERROR,
                    "Health check 'servicecheck-00-http-8080' on port 8080 has failed. Your app is"
                        + " not responding properly."));
    assertEquals(List.of(), silences());
  }

  @Test
  void aCaptureOfOneMachineSaysNothingOfTheOthers() {
    speaks(A, 0, 2 * HOUR, 10);
    speaks(B, 0, 2 * HOUR, 10);
    say(2 * HOUR, lines -> lines.in("only-b.txt"));
    speaks(B, 2 * HOUR, 3 * HOUR, 10);
    say(3 * HOUR, lines -> lines.in("both-again.txt"));
    speaks(A, 3 * HOUR, 5 * HOUR, 10);
    speaks(B, 3 * HOUR, 5 * HOUR, 10);
    assertEquals(List.of(), silences());
  }

  @Test
  void aMachineThatIsNeverHeardOfAgainMayBeGone() {
    speaks(A, 0, 2 * HOUR, 10);
    speaks(B, 0, 4 * HOUR, 10);
    assertEquals(List.of(), silences());
  }

  @Test
  void aMachineThatThePlatformStillChecksIsNotGone() {
    speaks(A, 0, 2 * HOUR, 10);
    speaks(B, 0, 4 * HOUR, 10);
    say(
        3 * HOUR + 30 * MINUTE,
        lines -> lines.on(A).runner(at(3 * HOUR + 30 * MINUTE), "Checking the volume"));
    assertTrue(only().explanation().contains("had not spoken again when the log ended"));
  }

  @Test
  void aMachineThatWasStoppedOnRequestIsNotSilent() {
    speaks(A, 0, 2 * HOUR, 10);
    speaks(B, 0, 4 * HOUR, 10);
    say(
        2 * HOUR,
        lines ->
            lines
                .on(A)
                .app(at(2 * HOUR), " INFO Sending signal SIGINT to main child process w/ PID 322")
                .app(at(2 * HOUR + 1), " INFO Main child exited normally with code: 0"));
    say(
        2 * HOUR + 40 * MINUTE,
        lines ->
            lines
                .on(A)
                .app(at(2 * HOUR + 40 * MINUTE), " INFO Starting init (commit: 676a820c)..."));
    speaks(A, 2 * HOUR + 41 * MINUTE, 4 * HOUR, 10);
    assertEquals(List.of(), silences());
  }

  private Finding only() {
    List<Finding> found = silences();
    assertEquals(1, found.size(), found::toString);
    return found.getFirst();
  }

  private List<Finding> silences() {
    Lines lines = new Lines();
    said.stream()
        .sorted(Comparator.comparingLong(Said::at))
        .forEach(each -> each.how().accept(lines));
    return lines.concluded().findings().stream()
        .filter(finding -> finding.details() instanceof Details.Silence)
        .toList();
  }

  private static String at(long seconds) {
    return START.plusSeconds(seconds).toString();
  }

  private void say(long at, Consumer<Lines> how) {
    said.add(new Said(at, how));
  }

  private void speaks(String machine, long from, long to, long every) {
    for (long when = from; when < to; when += every) {
      String at = at(when);
      String text = "GET /posts/" + when + " 200 12.1 ms - 512";
      say(when, lines -> lines.on(machine).app(at, text));
    }
  }

  private void beats(String machine, long from, long to, long every) {
    for (long when = from; when < to; when += every) {
      String at = at(when);
      String text = "[metrics] flushed " + when + " points";
      say(when, lines -> lines.on(machine).app(at, text));
    }
  }
}
