package dev.debrief.analysis.silence;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.debrief.analysis.Lines;
import dev.debrief.model.Details;
import dev.debrief.model.FindingKind;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class AbsentEmittersTest {
  private static final Instant START = Instant.parse("2026-05-16T12:00:00Z");

  @Test
  void aPoolThatIsBusyIsThere() {
    assertEquals(
        List.of(),
        silent(
            "ActiveRecord::ConnectionTimeoutError (could not obtain a connection from the pool"
                + " within 5.000 seconds; all pooled connections were in use):"));
  }

  @Test
  void anExceptionThatQuotesTheDriverShowsThatItSpoke() {
    assertEquals(
        List.of(),
        silent(
            "ActiveRecord::ConnectionNotEstablished (connection to server at \"fdaa::5\", port 5432"
                + " failed: Connection refused)"));
  }

  @Test
  void aPoolThatNobodyMadeIsMissing() {
    assertEquals(
        List.of("ActiveRecord"),
        silent("ActiveRecord::ConnectionNotEstablished (No connection pool for 'User' found.)"));
  }

  private static List<String> silent(String complaint) {
    Lines lines = new Lines();
    for (int second = 0; second < 1800; second += 5) {
      lines.app(at(second), "method=GET path=/ status=200 duration=12.31");
    }
    for (int second = 1800; second < 2400; second += 5) {
      lines.app(at(second), complaint);
    }
    return lines.concluded().findings().stream()
        .filter(finding -> finding.kind() == FindingKind.SILENCE)
        .map(finding -> ((Details.Silence) finding.details()))
        .filter(silence -> silence.mode() == Details.SilenceMode.ABSENT_DESPITE_DEPENDENTS)
        .map(Details.Silence::emitter)
        .toList();
  }

  private static String at(long second) {
    return START.plusSeconds(second).toString().replace("Z", ".000Z");
  }
}
