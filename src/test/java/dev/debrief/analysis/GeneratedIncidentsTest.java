package dev.debrief.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.debrief.analysis.incident.Incident;
import dev.debrief.analysis.incident.Incidents;
import dev.debrief.model.Conclusions;
import dev.debrief.model.FindingKind;
import dev.debrief.model.Progress;
import dev.debrief.store.ContractJson;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The detectors held to the truth of generated incidents. Few seeds by default; more with {@code
 * -Ddebrief.incident.seeds=200}.
 */
class GeneratedIncidentsTest {
  private static final int SEEDS = Integer.getInteger("debrief.incident.seeds", 1);

  @ParameterizedTest
  @EnumSource
  void everyFactIsFoundAndNothingElse(Incidents.Story story) {
    Score score = new Score();
    for (long seed = 1; seed <= SEEDS; seed++) {
      Incident incident = Incidents.of(seed, story);
      score.add(incident, concluded(incident));
    }
    if (SEEDS > 1) {
      System.out.println(story + " over " + SEEDS + " seeds\n" + score.table());
    }
    for (Map.Entry<FindingKind, Score.Row> row : score.rows.entrySet()) {
      // Over many seeds chance makes a few that no reader could tell apart either.
      double least = SEEDS > 10 ? 0.97 : 1;
      assertTrue(
          row.getValue().recall() >= least && row.getValue().precision() >= least,
          () -> story + " " + row.getKey() + "\n" + String.join("\n", score.complaints));
    }
  }

  @Test
  void aHealthyLogRaisesNoAlarm() {
    int alarms = 0;
    for (Incidents.Story story : Incidents.HEALTHY_STORIES) {
      for (long seed = 1000; seed < 1000 + SEEDS; seed++) {
        Conclusions conclusions = concluded(Incidents.of(seed, story));
        alarms +=
            (int)
                conclusions.findings().stream()
                    .filter(
                        finding ->
                            switch (finding.kind()) {
                              case OUTAGE,
                                  SILENCE,
                                  LOG_GAP,
                                  RESTART_BURST,
                                  SIMULTANEOUS_EXIT,
                                  NEW_SIGNATURE ->
                                  true;
                              default -> false;
                            })
                    .count();
      }
    }
    assertEquals(0, alarms);
  }

  @Test
  void theSameCaseGivesTheSameBytes() {
    Incident incident = Incidents.of(7, Incidents.Story.CRASH_LOOP);
    Conclusions once = concluded(incident);
    Conclusions again = concluded(Incidents.of(7, Incidents.Story.CRASH_LOOP));
    assertEquals(ContractJson.findings(once.findings()), ContractJson.findings(again.findings()));
    assertEquals(once, again);
  }

  private static Conclusions concluded(Incident incident) {
    return Analysis.of(incident.data(), AnalysisSettings.DEFAULT, Progress.NONE);
  }
}
