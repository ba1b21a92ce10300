package dev.debrief.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.debrief.model.Clock;
import dev.debrief.model.Evidence;
import dev.debrief.model.Level;
import dev.debrief.model.LogRecord;
import dev.debrief.model.Moment;
import dev.debrief.model.Precision;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RecordTallyTest {
  private final RecordTally tally = new RecordTally();

  @Test
  void requestsAreCountedByTheProxysFieldOrByTheLineThatEndsThem() {
    tally.accept(record("proxy", Level.INFO, "GET /", Map.of("response.status", "200")));
    tally.accept(record("app", Level.INFO, "request_id=1 [info] Sent 503 in 12ms", Map.of()));
    tally.accept(record("proxy", Level.ERROR, "[PC01] instance refused connection", Map.of()));
    tally.accept(record("app", Level.ERROR, "Sent 12345 bytes", Map.of()));
    Tally built = tally.build(Samples.outageConclusions(), shape -> "");
    assertEquals(4, built.total(Density.RECORDS));
    assertEquals(2, built.total(Density.ERRORS));
    assertEquals(3, built.total(Density.REQUESTS));
    assertEquals(2, built.total(Density.FAILURES));
  }

  @Test
  void shapesOfOneSignatureAreCountedTogetherAndQuietOnesNotAtAll() {
    tally.message(Samples.BROKEN.plusSeconds(5), 0, Level.ERROR);
    tally.message(Samples.BROKEN, 1, Level.WARNING);
    tally.message(Samples.BROKEN, 2, Level.INFO);
    tally.message(Samples.BROKEN, 3, Level.ERROR);
    Tally built = tally.build(Samples.outageConclusions(), shape -> shape == 3 ? "unknown" : "S0");
    assertEquals(2, built.total(Density.signature("S0")));
    assertFalse(built.keys().contains(Density.signature("unknown")));
  }

  /** Each once held 32 KB from its first message on: a log of prose ended a case of 2 GB. */
  @Test
  void aHundredThousandShapesOfFewMessagesFitIntoMemory() {
    for (int shape = 0; shape < 100_000; shape++) {
      tally.message(Samples.BROKEN.plusSeconds(shape), shape, Level.ERROR);
    }
    Tally built = tally.build(Samples.outageConclusions(), shape -> "S0");
    assertEquals(100_000, built.total(Density.signature("S0")));
  }

  @Test
  void ofManyMessagesOfAShapeNoneIsForgotten() {
    for (int i = 0; i < 20_000; i++) {
      tally.message(Samples.BROKEN.plusMillis(i), 0, Level.ERROR);
    }
    Tally built = tally.build(Samples.outageConclusions(), shape -> "S0");
    assertEquals(20_000, built.total(Density.signature("S0")));
  }

  private static LogRecord record(
      String provider, Level severity, String message, Map<String, String> fields) {
    return new LogRecord(
        new Evidence("x", 1),
        1,
        new Moment(Samples.BROKEN, Precision.SECOND, Clock.PLATFORM),
        "app",
        provider,
        "m",
        "ord",
        Level.INFO,
        severity,
        message,
        1,
        fields);
  }
}
