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

  @Test
  void theDriverThatSpokeAtAnyOtherTimeIsTheOneThatIsMissing() {
    String lost =
        "** (RuntimeError) could not lookup Ecto repo Shop.Repo because it was not started";
    assertEquals(List.of("Postgrex"), silent(lost));
    assertEquals(
        List.of("Tds"),
        silent(
            lost,
            "Tds.Protocol (#PID<0.412.0>) disconnected: ** (DBConnection.ConnectionError) tcp recv"
                + " (idle): closed"));
  }

  @Test
  void redixSpeaksWithoutSigning() {
    String closed =
        "** (MatchError) no match of right hand side value: {:error, %Redix.ConnectionError{reason:"
            + " :closed}}";
    assertEquals(List.of("Redix"), silent(closed));
    assertEquals(
        List.of(),
        spoken(closed, "Failed to connect to Redis (cache.internal:6379): connection refused"));
  }

  @Test
  void mongooseTellsInItsOwnNameWhatTheDriverSays() {
    String buffered = "MongooseError: Operation `seeds.find()` buffering timed out after 10000ms";
    assertEquals(List.of("MongoDB"), silent(buffered));
    assertEquals(
        List.of(),
        spoken(buffered, "MongooseServerSelectionError: getaddrinfo ENOTFOUND c0.mongodb.net"));
  }

  private static List<String> silent(String complaint) {
    return silent(complaint, "");
  }

  /** Who is silent where a driver says something before the complaints, if anything. */
  private static List<String> silent(String complaint, String before) {
    Lines lines = new Lines();
    if (!before.isEmpty()) {
      lines.app(at(1), before);
    }
    return concluded(lines, complaint, "");
  }

  /** Who is silent where a driver says something within the complaints. */
  private static List<String> spoken(String complaint, String word) {
    return concluded(new Lines(), complaint, word);
  }

  private static List<String> concluded(Lines lines, String complaint, String word) {
    for (int second = 0; second < 1800; second += 5) {
      lines.app(at(second), "method=GET path=/ status=200 duration=12.31");
    }
    for (int second = 1800; second < 2400; second += 5) {
      lines.app(at(second), complaint);
      if (!word.isEmpty() && second % 60 == 0) {
        lines.app(at(second + 1), word);
      }
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
