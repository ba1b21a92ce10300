package dev.debrief.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.debrief.model.InputProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DraftsTest {
  @ParameterizedTest
  @ValueSource(strings = {"outage", "vendor", "chronicle", "postmortem", "resolution"})
  void theSameCaseGivesTheSameBytes(String template) throws InputProblem {
    String first = Drafts.write(CrashLoop.dossier(), template).markdown();
    if (System.getProperty("drafts.show") != null) {
      System.out.println(first);
    }
    assertEquals(first, Drafts.write(CrashLoop.dossier(), template).markdown());
  }

  @Test
  void secretsDontLeaveTheCase() throws InputProblem {
    Draft draft = Drafts.write(CrashLoop.dossier(), "outage");
    assertFalse(draft.markdown().contains("hunter2"));
    assertFalse(draft.markdown().contains("adam@example.com"));
    assertTrue(draft.redactions().getOrDefault("email", 0L) > 0);
  }
}
