package dev.debrief.analysis.silence;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class BelowBaselineTest {
  @Test
  void aSilentLineOfJsonGoesByItsWords() {
    assertEquals(
        "job completed",
        BelowBaseline.name(
            "{\"level\":<*>,\"time\":<*>,\"queue\":\"<*>\",\"jobId\":<*>,\"msg\":\"job completed\"}"));
  }

  @Test
  void whatALoggerPutsInBracketsIsNoneOfItsWords() {
    assertEquals(
        "Scheduler: Sending due task refresh-rates",
        BelowBaseline.name("[<*> <*>: INFO/Beat] Scheduler: Sending due task refresh-rates (<*>)"));
    assertEquals("cron] ran backup", BelowBaseline.name("[cron] ran backup <*>"));
  }
}
