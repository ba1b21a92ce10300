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
}
