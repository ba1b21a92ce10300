package dev.debrief.analysis.change;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.debrief.analysis.Lines;
import dev.debrief.model.Change;
import dev.debrief.model.Clock;
import dev.debrief.model.Conclusions;
import dev.debrief.model.Evidence;
import dev.debrief.model.MachineSnapshot;
import dev.debrief.model.Moment;
import dev.debrief.model.Precision;
import dev.debrief.model.Release;
import dev.debrief.model.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A log of three hours, and a table of releases that tells ages. */
class ReleaseTimesTest {
  private static final Instant START = Instant.parse("2026-05-04T08:00:00Z");
  private static final int MINUTE = 60;
  private static final int HOUR = 3600;

  /** A checkout's time, months later. */
  private static final Instant COPIED = Instant.parse("2026-09-01T10:00:00Z");

  private final Lines lines = new Lines();

  @Test
  void aReleaseOfTheSameVersionElsewherePlacesTheWholeTable() {
    requests(0, 3 * HOUR);
    aged("v9", 25 * MINUTE, COPIED);
    aged("v8", 85 * MINUTE, COPIED);
    lines.fact(
        release("releases.json", "v8", START.plusSeconds(HOUR), Precision.SECOND, Clock.RELEASE));
    Conclusions told = lines.concluded();
    assertAt(told, "v9", START.plusSeconds(2 * HOUR), 2 * MINUTE);
    assertTrue(told.unknowns().stream().anyMatch(text -> text.contains("time of v8")));
  }

  @Test
  void theMachinesThatRunAVersionPlaceItsTable() {
    requests(0, 3 * HOUR);
    aged("v9", 25 * MINUTE, COPIED);
    aged("v8", 85 * MINUTE, COPIED);
    lines.fact(
        new MachineSnapshot(
            new Evidence("machines.json", 1),
            1,
            new Moment(START.plusSeconds(2 * HOUR + 12), Precision.SECOND, Clock.EVENT),
            "shop",
            "148e21ea7d3d89",
            "ord",
            "started",
            "",
            "v9",
            ""));
    Conclusions told = lines.concluded();
    assertAt(told, "v9", START.plusSeconds(2 * HOUR), 2 * MINUTE);
    assertAt(told, "v8", START.plusSeconds(HOUR), 2 * MINUTE);
  }

  @Test
  void theRolloutsInTheLogPlaceATableThatFitsThemInOneWay() {
    requests(0, HOUR);
    rollout(HOUR + 8);
    failures(HOUR + 15, 2 * HOUR);
    rollout(2 * HOUR + 8);
    requests(2 * HOUR + 15, 3 * HOUR);
    aged("v9", 25 * MINUTE, COPIED);
    aged("v8", 85 * MINUTE, COPIED);
    Conclusions told = lines.concluded();
    assertAt(told, "v8", START.plusSeconds(HOUR), 2 * MINUTE);
    assertEquals(Verdict.INTRODUCED, change(told, "v8").impact());
    assertEquals(Verdict.FIXED, change(told, "v9").impact());
  }

  @Test
  void rolloutsThatFitInTwoWaysPlaceNothing() {
    requests(0, HOUR);
    rollout(HOUR + 8);
    requests(HOUR + 15, 3 * HOUR);
    aged("v9", 25 * MINUTE, COPIED);
    aged("v8", 300 * MINUTE, COPIED);
    assertUnknown(lines.concluded());
  }

  @Test
  void whereNothingTellsTheTimesAreUnknownAndTheOrderIsTheVersions() {
    requests(0, 3 * HOUR);
    aged("v10", 25 * MINUTE, COPIED);
    aged("v9", 300 * MINUTE, COPIED);
    assertUnknown(lines.concluded());
  }

  @Test
  void aFilesTimeNearTheLogIsTaken() {
    requests(0, HOUR);
    failures(HOUR, 2 * HOUR);
    aged("v8", HOUR, START.plusSeconds(2 * HOUR));
    Conclusions told = lines.concluded();
    assertAt(told, "v8", START.plusSeconds(HOUR), 0);
    assertEquals(Verdict.INTRODUCED, change(told, "v8").impact());
  }

  @Test
  void anHourToldTwiceIsDecidedByTheRolloutThatFollowed() {
    requests(0, 2 * HOUR);
    rollout(2 * HOUR + 8);
    failures(2 * HOUR + 15, 3 * HOUR);
    lines.fact(release("releases.txt", "v8", START.plusSeconds(HOUR), Precision.HOUR, Clock.TWICE));
    Conclusions told = lines.concluded();
    assertAt(told, "v8", START.plusSeconds(2 * HOUR), 0);
    assertEquals(Verdict.INTRODUCED, change(told, "v8").impact());
  }

  @Test
  void anHourToldTwiceThatNothingDecidesIsSaid() {
    requests(0, 3 * HOUR);
    lines.fact(release("releases.txt", "v8", START.plusSeconds(HOUR), Precision.HOUR, Clock.TWICE));
    assertTrue(
        lines.concluded().unknowns().stream()
            .anyMatch(
                text ->
                    text.contains("2026-05-04 09:00:00") && text.contains("2026-05-04 10:00:00")));
  }

  @Test
  void aLocalDateThatLiesAnHourBesideItsRolloutIsMovedToIt() {
    requests(0, 30 * MINUTE);
    rollout(30 * MINUTE + 8);
    failures(30 * MINUTE + 15, HOUR);
    rollout(HOUR + 8);
    requests(HOUR + 15, 3 * HOUR);
    local("v8", 30 * MINUTE);
    local("v9", 2 * HOUR);
    Conclusions told = lines.concluded();
    assertAt(told, "v8", START.plusSeconds(30 * MINUTE), 0);
    assertAt(told, "v9", START.plusSeconds(HOUR), 0);
    assertEquals(Verdict.FIXED, change(told, "v9").impact());
    assertTrue(told.unknowns().stream().anyMatch(text -> text.contains("v9's local date")));
  }

  @Test
  void aLocalDateThatItsOwnRolloutFollowsStaysThoughAnotherLiesAnHourBeside() {
    requests(0, HOUR);
    rollout(HOUR + 8);
    requests(HOUR + 15, 2 * HOUR);
    rollout(2 * HOUR + 8);
    requests(2 * HOUR + 15, 3 * HOUR);
    local("v9", 2 * HOUR);
    assertAt(lines.concluded(), "v9", START.plusSeconds(2 * HOUR), 0);
  }

  private void local(String version, int at) {
    lines.fact(
        release("releases.txt", version, START.plusSeconds(at), Precision.MINUTE, Clock.INFERRED));
  }

  private static void assertUnknown(Conclusions told) {
    List<Change> changes =
        told.changes().stream().filter(change -> change.change().startsWith("v")).toList();
    assertEquals(
        changes.stream()
            .map(Change::change)
            .sorted(Comparator.comparingInt(v -> Integer.parseInt(v.substring(1))))
            .toList(),
        changes.stream().map(Change::change).toList());
    assertTrue(changes.stream().noneMatch(change -> change.moment().known()));
    assertTrue(
        told.unknowns().stream().anyMatch(text -> text.contains("only their order by version")));
  }

  private static void assertAt(Conclusions told, String version, Instant at, int play) {
    Instant found = change(told, version).moment().at();
    assertTrue(
        Duration.between(at, found).abs().toSeconds() <= play, version + " is told at " + found);
  }

  private static Change change(Conclusions told, String version) {
    return told.changes().stream()
        .filter(change -> change.change().equals(version))
        .findFirst()
        .orElseThrow();
  }

  private void requests(int from, int to) {
    for (int at = from; at < to; at += 5) {
      line(at, "GET /posts/" + at + " 200 12.1 ms - 512");
    }
  }

  private void failures(int from, int to) {
    for (int at = from; at < to; at += 5) {
      line(at, "GET /posts/" + at + " 500 12.1 ms - 512");
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
    lines.app(START.plusSeconds(at).toString(), text);
  }

  /** A row that was made so long before the file's time. */
  private void aged(String version, int age, Instant saved) {
    lines.fact(
        release("releases.txt", version, saved.minusSeconds(age), Precision.MINUTE, Clock.AGE));
  }

  private Release release(
      String source, String version, Instant at, Precision precision, Clock clock) {
    return new Release(
        new Evidence(source, Long.parseLong(version.substring(1))),
        1,
        new Moment(at, precision, clock),
        "shop",
        version,
        "complete",
        "Release",
        "",
        "dev@example.com",
        "");
  }
}
