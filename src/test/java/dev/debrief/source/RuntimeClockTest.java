package dev.debrief.source;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.debrief.model.Clock;
import dev.debrief.model.LogRecord;
import dev.debrief.model.Moment;
import dev.debrief.model.Precision;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class RuntimeClockTest {
  private static Moment moment(String second, String message) {
    return Reads.text(
            "2026-02-25T%sZ app[17817e62f16438] ord [info]%s\n".formatted(second, message))
        .record()
        .moment();
  }

  private static Moment runtime(String at, Precision precision) {
    return new Moment(Instant.parse(at), precision, Clock.RUNTIME);
  }

  @Test
  void theProgramsClockRefinesThePlatformsSecond() {
    assertEquals(
        runtime("2026-02-25T21:00:35.239Z", Precision.MILLISECOND),
        moment("21:00:35", "21:00:35.239 [info] Running"));
    assertEquals(
        runtime("2026-02-25T21:00:35.657Z", Precision.MILLISECOND),
        moment("21:00:35", "2026-02-25 21:00:35,657 - app - INFO - x"));
    assertEquals(
        runtime("2026-02-25T21:00:35.329652Z", Precision.MICROSECOND),
        moment("21:00:35", "I, [2026-02-25T21:00:35.329652 #522]  INFO -- : x"));
    assertEquals(
        runtime("2026-02-25T21:00:35.667037Z", Precision.MICROSECOND),
        moment("21:00:35", "{\"event\": \"x\", \"timestamp\": \"2026-02-25T21:00:35.667037Z\"}"));
  }

  @Test
  void aLineThatWasDeliveredASecondLaterWasWrittenBefore() {
    assertEquals(
        runtime("2026-02-25T21:00:34.998Z", Precision.MILLISECOND),
        moment("21:00:35", "21:00:34.998 [info] x"));
    assertEquals(
        runtime("2026-02-24T23:59:59.998Z", Precision.MILLISECOND),
        Reads.text("2026-02-25T00:00:00Z app[17817e62f16438] ord [info]23:59:59.998 [info] x\n")
            .record()
            .moment());
  }

  @Test
  void aClockThatDisagreesIsNotBelieved() {
    Moment platform =
        new Moment(Instant.parse("2026-02-25T21:00:35Z"), Precision.SECOND, Clock.PLATFORM);
    assertEquals(platform, moment("21:00:35", "21:00:36.001 [info] from the future"));
    assertEquals(platform, moment("21:00:35", "21:00:12.001 [info] too late"));
    assertEquals(platform, moment("21:00:35", "2026-02-25T21:00:12.001Z INFO x"));
    assertEquals(platform, moment("21:00:35", "16:00:35.100 [info] another zone, seen once"));
  }

  @Test
  void aClockInAnotherZoneIsBelievedOnceItsLinesAgree() {
    StringBuilder dump = new StringBuilder();
    for (int second = 10; second < 15; second++) {
      dump.append(
          "2026-02-25T21:00:%dZ app[17817e62f16438] ord [info]16:00:%d.100 [info] x\n"
              .formatted(second, second));
    }
    List<LogRecord> records = Reads.text(dump.toString()).records();
    assertEquals(Precision.SECOND, records.getFirst().moment().precision());
    assertEquals(
        runtime("2026-02-25T21:00:14.100Z", Precision.MILLISECOND), records.getLast().moment());
  }

  @Test
  void firecrackersStampIsTakenAndTheKernelCountsFromIt() {
    List<LogRecord> records =
        Reads.text(
                """
                2024-11-06T01:06:06Z app[185e760f49e5e8] cdg [info]2024-11-06T01:06:06.308134719 [01JBZG3ATZRKG6FZ0PCKG7ZPCN:main] Running Firecracker v1.7.0
                2024-11-06T01:06:09Z app[185e760f49e5e8] cdg [info][    2.766486] reboot: Restarting system
                2024-11-06T01:06:19Z app[185e760f49e5e8] cdg [info][    2.866486] reboot: Restarting system
                """)
            .records();
    assertEquals(
        new Moment(
            Instant.parse("2024-11-06T01:06:06.308134719Z"),
            Precision.NANOSECOND,
            Clock.FIRECRACKER),
        records.getFirst().moment());
    assertEquals(
        new Moment(Instant.parse("2024-11-06T01:06:09.074620719Z"), Precision.SECOND, Clock.KERNEL),
        records.get(1).moment());
    assertEquals(Clock.PLATFORM, records.getLast().moment().clock());
  }

  @Test
  void aLineOfTheSameSecondKeepsItsPlaceBehindAFinerOne() {
    List<LogRecord> records =
        Reads.text(
                """
                2026-02-25T21:00:35Z app[17817e62f16438] ord [info]21:00:35.239 [info] Running
                2026-02-25T21:00:35Z app[17817e62f16438] ord [info] INFO Main child exited normally with code: 1
                """)
            .records();
    assertEquals(
        new Moment(Instant.parse("2026-02-25T21:00:35.239Z"), Precision.SECOND, Clock.PLATFORM),
        records.getLast().moment());
  }

  @Test
  void aPlatformStampThatIsFineEnoughIsKept() {
    LogRecord record =
        Reads.text("2023-07-22T01:05:46.183 app[5683210cd5e908] cdg [info] 01:05:46.100 [info] x\n")
            .record();
    assertEquals(Clock.PLATFORM, record.moment().clock());
    assertEquals("2023-07-22T01:05:46.183Z", record.at().toString());
  }
}
