package dev.debrief.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.debrief.model.Change;
import dev.debrief.model.ChangeKind;
import dev.debrief.model.Clock;
import dev.debrief.model.Evidence;
import dev.debrief.model.Moment;
import dev.debrief.model.Precision;
import dev.debrief.model.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AttemptsTest {
  private static final Instant FROM = Instant.parse("2030-01-01T10:00:00Z");

  private final List<Change> changes = new ArrayList<>();

  private void change(ChangeKind kind, Verdict verdict) {
    int number = changes.size() + 1;
    changes.add(
        new Change(
            "v" + number,
            kind,
            new Moment(FROM.plusSeconds(60L * number), Precision.SECOND, Clock.RELEASE),
            "",
            "",
            "",
            "",
            "",
            List.of(new Evidence("releases.json", number)),
            verdict));
  }

  private List<String> grouped() {
    return new Attempts(new Incident(CrashLoop.dossier()))
        .of(changes).stream().map(a -> a.first().change() + "-" + a.last().change()).toList();
  }

  @Test
  void releasesOfTheSameImageThatDidNothingBelongToTheirDeploy() {
    change(ChangeKind.DEPLOY, Verdict.NO_EFFECT);
    change(ChangeKind.CONFIG, Verdict.NO_EFFECT);
    change(ChangeKind.CONFIG, Verdict.NO_EFFECT);
    change(ChangeKind.DEPLOY, Verdict.NO_EFFECT);
    change(ChangeKind.CONFIG, Verdict.NO_EFFECT);
    assertEquals(List.of("v1-v3", "v4-v5"), grouped());
  }

  @Test
  void aReleaseThatDidSomethingStandsForItself() {
    change(ChangeKind.DEPLOY, Verdict.NO_EFFECT);
    change(ChangeKind.CONFIG, Verdict.FIXED);
    change(ChangeKind.CONFIG, Verdict.NEUTRAL);
    change(ChangeKind.ROLLBACK, Verdict.NEUTRAL);
    assertEquals(List.of("v1-v1", "v2-v2", "v3-v3", "v4-v4"), grouped());
  }

  @Test
  void stopsOfTheSameOutcomeAreOneAttempt() {
    change(ChangeKind.STOP, Verdict.NEUTRAL);
    change(ChangeKind.STOP, Verdict.NEUTRAL);
    change(ChangeKind.START, Verdict.NEUTRAL);
    assertEquals(List.of("v1-v2", "v3-v3"), grouped());
  }
}
