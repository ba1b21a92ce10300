package dev.debrief.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.debrief.model.Clock;
import dev.debrief.model.InputProblem;
import dev.debrief.model.Level;
import dev.debrief.model.LogRecord;
import dev.debrief.model.Moment;
import dev.debrief.model.Precision;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FlyTextTest {
  private static Moment moment(String at, Precision precision) {
    return new Moment(Instant.parse(at), precision, Clock.PLATFORM);
  }

  @Test
  void readsEveryColumnOfALine() {
    LogRecord record =
        Reads.text("2024-11-06T01:00:32Z runner[48e2d97f746d98] cdg [warn]Machine started in 1s\n")
            .record();
    assertEquals("runner", record.provider());
    assertEquals("48e2d97f746d98", record.machine());
    assertEquals("cdg", record.region());
    assertEquals(Level.WARNING, record.level());
    assertEquals(Level.WARNING, record.severity());
    assertEquals("Machine started in 1s", record.message());
    assertEquals(moment("2024-11-06T01:00:32Z", Precision.SECOND), record.moment());
    assertEquals(1, record.lines());
  }

  @Test
  void keepsTheMessagesOwnIndentationInTheDialectWithoutABlank() {
    String line = "2024-11-06T01:00:32Z app[48e2d97f746d98] cdg [info]    (phoenix 1.7.14) lib/x\n";
    assertEquals("    (phoenix 1.7.14) lib/x", Reads.text(line).record().message());
  }

  @Test
  void takesExactlyOneBlankOffInTheDashboardsDialect() {
    LogRecord record =
        Reads.text("2023-07-22T01:05:46.183 app[5683210cd5e908] cdg [info]  INFO Starting\n")
            .record();
    assertEquals(" INFO Starting", record.message());
    assertEquals(moment("2023-07-22T01:05:46.183Z", Precision.MILLISECOND), record.moment());
  }

  @Test
  void readsTheDashboardsTimesInTheZoneThatIsGiven() {
    ImportOptions options = ImportOptions.NONE.withZone(ZoneId.of("Europe/Berlin"));
    String line = "2023-07-22T01:05:46.183 app[5683210cd5e908] cdg [info] x\n";
    assertEquals("2023-07-21T23:05:46.183Z", Reads.text(line, options).record().at().toString());
  }

  @Test
  void theErrorMessageBeforeTheStampIsTheMessage() {
    LogRecord record =
        Reads.text(
                "error.message=\"could not \"wake\" it\" 2023-02-06T17:24:21Z proxy[ce89afef] den"
                    + " [error]request.method=\"POST\" request.id=\"01GR-arn\" \n")
            .record();
    assertEquals("could not \"wake\" it", record.message());
    assertEquals(
        Map.of(
            "error.message",
            "could not \"wake\" it",
            "request.method",
            "POST",
            "request.id",
            "01GR-arn"),
        record.fields());
    assertEquals(Level.ERROR, record.severity());
  }

  @Test
  void colouredLinesAreAsPlainOnes() {
    String coloured =
        "\u001b[2m2023-09-11T10:42:41Z\u001b[0m app[3d8d9930b32189] \u001b[32mlhr\u001b[0m"
            + " [\u001b[34minfo\u001b[0m]\u001b[32m INFO\u001b[0m Starting init\n";
    LogRecord record = Reads.text(coloured).record();
    assertEquals(" INFO Starting init", record.message());
    assertEquals("lhr", record.region());
  }

  @Test
  void oldDialectsHaveAnInstanceAloneOrNothing() {
    Reads old = Reads.text("2020-05-01T10:00:00.123456789Z ab12cd34 lhr [info] hello\n");
    assertEquals("ab12cd34", old.record().machine());
    assertEquals("hello", old.record().message());
    assertEquals(Precision.NANOSECOND, old.record().moment().precision());
    Reads bare = Reads.text("2023-03-01T10:14:47Z   [info]Configuring firecracker\n");
    assertEquals("runner", bare.record().provider());
  }

  @Test
  void aStrayBlankBeforeTheInstanceIsForgiven() {
    LogRecord record =
        Reads.text("2023-07-22T01:05:46.179 proxy [5683210cd5e908] cdg [info] Downscaling\n")
            .record();
    assertEquals("5683210cd5e908", record.machine());
    assertEquals("proxy", record.provider());
    assertEquals("cdg", record.region());
  }

  @Test
  void aLineWithoutAHeadGoesOnWithTheOneBefore() {
    Reads reads =
        Reads.text(
            "2022-09-20T04:08:03Z app[5683009c17548e] iad [info]  % Total\n"
                + "  0     0\n"
                + "\n"
                + "   100   100\n"
                + "2022-09-20T04:08:04Z app[5683009c17548e] iad [info]done\n\n");
    assertEquals("  % Total\n  0     0\n\n   100   100", reads.record().message());
    assertEquals(4, reads.record().lines());
    assertEquals(3, reads.source().continuations());
    assertEquals(1, reads.source().blank());
    assertTrue(reads.addsUp());
  }

  @Test
  void stampsThatWereCutOffAreTakenFromTheProgramsClockAndTheCapture() {
    LogRecord record =
        Reads.text("app[5683d474b4658e] sea [info] 21:50:21.924 [info] Running\n").record();
    assertEquals("2026-02-28T21:50:21.924Z", record.at().toString());
    assertEquals(Clock.INFERRED, record.moment().clock());
  }

  @Test
  void promptsAndFencesAroundAPasteAreNoRecords() {
    Reads reads =
        Reads.text(
            "```\n$ fly logs -a my-app\n2024-11-06T01:00:32Z app[48e2d97f746d98] cdg [info]x\n```\n");
    assertEquals(1, reads.records().size());
    assertEquals("my-app", reads.record().app());
    assertEquals(List.of("$ fly logs -a my-app"), reads.unparsed());
    assertEquals(2, reads.source().blank());
  }

  @Test
  void whatSomebodyWroteBeneathTheLinesIsNoPartOfThem() {
    Reads reads =
        Reads.text(
            "2024-11-06T01:00:32Z app[48e2d97f746d98] cdg [info]x\n\nAnd then it broke.\n$ \n");
    assertEquals("x", reads.record().message());
    assertEquals(List.of("And then it broke.", "$ "), reads.unparsed());
  }

  @Test
  void whatFollowsAFenceIsNoPartOfTheRecordBeforeIt() {
    Reads reads =
        Reads.text(
            "2024-11-06T01:00:32Z app[48e2d97f746d98] cdg [info]x\n```\nAnd then it broke.\n");
    assertEquals("x", reads.record().message());
    assertEquals(List.of("And then it broke."), reads.unparsed());
  }

  @Test
  void byteOrderMarksCarriageReturnsAndUtf16AreTakenOff() {
    String line = "2024-11-06T01:00:32Z app[48e2d97f746d98] cdg [info]größer ✔\r\n";
    byte[] utf8 = ("\ufeff" + line).getBytes(StandardCharsets.UTF_8);
    byte[] little = ("\ufeff" + line).getBytes(StandardCharsets.UTF_16LE);
    byte[] big = ("\ufeff" + line).getBytes(StandardCharsets.UTF_16BE);
    byte[] unmarked = line.getBytes(StandardCharsets.UTF_16LE);
    for (byte[] bytes : List.of(utf8, little, big, unmarked)) {
      assertEquals("größer ✔", Reads.bytes(bytes, ImportOptions.NONE).record().message());
    }
  }

  @Test
  void newestFirstIsTurnedRound() {
    StringBuilder dump = new StringBuilder();
    for (int second = 59; second >= 0; second--) {
      dump.append(
          "2024-11-06T01:00:%02dZ app[48e2d97f746d98] cdg [info]line %d\n"
              .formatted(second, second));
    }
    List<LogRecord> records = Reads.text(dump.toString()).records();
    assertEquals("line 0", records.getFirst().message());
    assertEquals(60, records.getFirst().evidence().line());
    assertEquals("line 59", records.getLast().message());
  }

  @Test
  void aFewLinesOutOfOrderDoNotTurnADump() {
    StringBuilder dump = new StringBuilder();
    for (int second : new int[] {3, 1, 2, 1, 5, 6, 7, 8, 9}) {
      dump.append("2024-11-06T01:00:0%dZ app[48e2d97f746d98] cdg [info]x\n".formatted(second));
    }
    assertEquals(1, Reads.text(dump.toString()).record().evidence().line());
  }

  @Test
  void severalFormatsInOneFileHaveAnAccountEach() {
    Reads reads =
        Reads.text(
            """
            $ fly releases
            VERSION\tSTATUS  \tDESCRIPTION\tUSER           \tDATE
            v19    \tfailed  \tRelease    \td@example.com  \t3m52s ago\t

            $ fly logs
            2024-11-06T01:00:32Z app[48e2d97f746d98] cdg [info]x
            {
                "level": "info",
                "instance": "3d8d9930b32189",
                "message": "y",
                "region": "lhr",
                "timestamp": "2024-11-06T01:00:33Z"
            }
            """);
    assertEquals(
        List.of("releases-table", "fly-text", "fly-json"),
        reads.sources().stream().map(source -> source.format()).toList());
    assertTrue(reads.addsUp());
    assertEquals(13, reads.lines());
  }

  @Test
  void datesWithoutAYearTakeTheOneGivenOrThatOfTheFile() {
    String line = "Feb 25 21:00:35 app[48e2d97f746d98] cdg [info]hello\n";
    assertEquals("2026-02-25T21:00:35Z", Reads.text(line).record().at().toString());
    assertEquals(
        "2024-02-25T21:00:35Z",
        Reads.text(line, ImportOptions.NONE.withYear(2024)).record().at().toString());
    String over =
        "Dec 31 23:59:59 app[48e2d97f746d98] cdg [info]a\nJan 1 00:00:01 app[48e2d97f746d98] cdg [info]b\n";
    List<LogRecord> records = Reads.text(over).records();
    assertEquals("2025-12-31T23:59:59Z", records.getFirst().at().toString());
    assertEquals("2026-01-01T00:00:01Z", records.getLast().at().toString());
  }

  @Test
  void anotherProgramsLoggerIsNotTakenForThePlatforms() {
    Input other =
        Input.of(
            "other",
            "2024-11-06T01:00:32Z server [info] started\n".getBytes(StandardCharsets.UTF_8));
    assertThrows(InputProblem.class, () -> Reads.of(other, ImportOptions.NONE));
  }

  @Test
  void aChosenFormatOverridesRecognition() {
    Reads reads =
        Reads.text(
            "nothing that is known\n21:00:35.239 [info] hello\n",
            ImportOptions.NONE.withFormat("elixir-console"));
    assertEquals("elixir-console", reads.source().format());
    assertEquals(1, reads.records().size());
    assertEquals(1, reads.source().unparsed());
  }
}
