package dev.debrief.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.debrief.model.InputProblem;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DraftsTest {
  @ParameterizedTest
  @ValueSource(strings = {"outage", "vendor", "chronicle", "postmortem", "resolution"})
  void theSameCaseGivesTheSameBytes(String template) throws InputProblem {
    String first = Drafts.write(CrashLoop.dossier(), template).markdown();
    assertEquals(first, Drafts.write(CrashLoop.dossier(), template).markdown());
  }

  @Test
  void secretsDontLeaveTheCase() throws InputProblem {
    Draft draft = Drafts.write(CrashLoop.dossier(), "outage");
    assertFalse(draft.markdown().contains("hunter2"));
    assertFalse(draft.markdown().contains("adam@example.com"));
    assertTrue(draft.redactions().getOrDefault("email", 0L) > 0);
  }

  @Test
  void theFirstScreenTellsWhatHappened() throws InputProblem {
    String first =
        Drafts.write(CrashLoop.dossier(), "outage")
            .markdown()
            .lines()
            .limit(12)
            .collect(Collectors.joining("\n"));
    for (String told :
        List.of(
            "The app was down for **9 h 5 min**",
            "It began with deploy **v290**",
            "40 unrequested exits between",
            "`Postgrex` is silent from 2026-02-25 21:00:33.120 to",
            "(rollback **v291**) had no effect",
            "SIGUSR1 (40 times) is a consequence and not the cause",
            "It ended with deploy **v293**")) {
      assertTrue(first.contains(told), told + " is not in\n" + first);
    }
  }

  @Test
  void aSentenceEndsWhereAReaderSeesItEnd() {
    assertEquals(
        List.of("It went.", "`a. B` stays.", "v3 took 1.5 s", "…"),
        Stream.concat(Sentences.of("It went. `a. B` stays. v3 took 1.5 s").stream(), Stream.of("…"))
            .toList());
  }
}
