package dev.debrief.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.debrief.model.Level;
import dev.debrief.model.LogRecord;
import dev.debrief.model.MachineEvent;
import dev.debrief.model.MachineSnapshot;
import dev.debrief.model.Precision;
import dev.debrief.model.Release;
import dev.debrief.model.Source;
import dev.debrief.model.Unparsed;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class JsonDumpsTest {
  private static String pretty(String message) {
    return FlyJsonObject.of(
        "info", "3d8d9930b32189", message, "lhr", "2023-09-11T10:42:41.123456789Z", "app");
  }

  private static String compact(int number) {
    return "{\"level\":\"error\",\"instance\":\"i\",\"message\":\"m%d\",\"region\":\"lhr\",\"timestamp\":\"2023-09-11T10:42:41Z\",\"meta\":{}}"
        .formatted(number);
  }

  @Test
  void aShippersOwnNamesAreRead() {
    String flat =
        "{\"@timestamp\":\"2026-10-07T20:00:00.001925Z\",\"app\":\"harborlog\",\"instance\":\"e7848d50e21694\","
            + "\"region\":\"gru\",\"provider\":\"proxy\",\"level\":\"error\",\"msg\":\"[PC01] instance refused connection\"}\n";
    String hit =
        "{\"_index\":\"l\",\"_source\":{\"ts\":1791403200123,\"service\":\"harborlog\",\"machine_id\":\"e7848d50e21694\","
            + "\"severity\":\"warning\",\"message\":\"slow\"}}\n";
    Reads reads = Reads.text(flat + hit);
    assertEquals("shipper-ndjson", reads.source().format());
    LogRecord first = reads.records().getFirst();
    assertEquals("proxy", first.provider());
    assertEquals("harborlog", first.app());
    assertEquals("e7848d50e21694", first.machine());
    assertEquals("2026-10-07T20:00:00.001925Z", first.at().toString());
    assertEquals("2026-10-07T20:00:00.123Z", reads.records().getLast().at().toString());
    assertEquals(Level.WARNING, reads.records().getLast().level());
  }

  @Test
  void whatAProgramPrintsAsJsonIsNoShippersRecord() {
    String printed =
        "{\"level\":30,\"time\":1786846889023,\"pid\":7,\"hostname\":\"e7848d50e21694\",\"msg\":\"hello\"}";
    Reads reads =
        Reads.text(
            "2026-02-25T21:00:35Z app[17817e62f16438] ord [info]one\n"
                + printed
                + "\n2026-02-25T21:00:36Z app[17817e62f16438] ord [info]two\n");
    assertEquals(2, reads.records().size());
    assertEquals("fly-text", reads.source().format());
  }

  @Test
  void manyForeignObjectsAreEachLookedAtOnce() {
    String text =
        "{\"a\":\"b\",\"c\":\"a thing of no log at all, and some more\"}\n".repeat(20_000);
    Assertions.assertTimeoutPreemptively(
        Duration.ofMinutes(1),
        () -> Assertions.assertThrows(AssertionError.class, () -> Reads.text(text)));
  }

  @Test
  void concatenatedObjectsAreRecords() {
    Reads reads = Reads.text(pretty("[error] GenServer #PID<0.123.0> terminating") + pretty("b"));
    LogRecord record = reads.record();
    assertEquals("[error] GenServer #PID<0.123.0> terminating", record.message());
    assertEquals(Level.ERROR, record.severity());
    assertEquals(Level.INFO, record.level());
    assertEquals("2023-09-11T10:42:41.123456789Z", record.at().toString());
    assertEquals(Precision.NANOSECOND, record.moment().precision());
    assertEquals(31, record.lines());
    assertEquals(Map.of(), record.fields());
    assertEquals(32, reads.records().get(1).evidence().line());
    assertEquals(60, reads.source().continuations());
    assertTrue(reads.addsUp());
  }

  @Test
  void aCarriageReturnInsideAnObjectEndsNoLine() {
    Reads reads = Reads.text(compact(1).replace(",", ",\r") + "\n" + compact(2) + "\n");
    assertEquals(1, reads.record().lines());
    assertEquals(2, reads.records().get(1).evidence().line());
    assertEquals(2, reads.lines());
  }

  @Test
  void aLineThatHoldsObjectsOfTwoFormatsCountsOnce() {
    String release =
        "{\"Version\":7,\"Status\":\"complete\",\"CreatedAt\":\"2023-09-11T10:40:00Z\",\"ID\":\"r\"}";
    for (String end : List.of("\n", ",{\"Version\":8\n")) {
      Reads reads = Reads.text(compact(1) + release + compact(2) + end);
      assertEquals(3, reads.entries().stream().filter(e -> !(e instanceof Unparsed)).count());
      assertEquals(1, reads.lines());
      for (Source source : reads.sources()) {
        assertTrue(source.addsUp() && source.continuations() == 0, source::toString);
      }
    }
  }

  @Test
  void aHeadAndATailThatAreMissingCostOnlyTheirOwnLines() {
    String dump = pretty("a") + pretty("b") + pretty("c");
    String cut = dump.substring(210, dump.length() - 300);
    Reads reads = Reads.text(cut);
    assertEquals(List.of("b"), reads.records().stream().map(LogRecord::message).toList());
    assertTrue(reads.addsUp());
    assertEquals(cut.lines().count(), reads.lines());
    assertEquals(cut.lines().count() - 31, reads.source().unparsed());
    assertTrue(reads.notes(Source.Note.Kind.WARNING, "cut or broken"));
  }

  @Test
  void anObjectCutInTheMiddleDoesNotTakeTheNextWithIt() {
    String first = pretty("a");
    Reads reads = Reads.text(first.substring(0, 150) + "\n" + pretty("b"));
    assertEquals(List.of("b"), reads.records().stream().map(LogRecord::message).toList());
    assertTrue(reads.addsUp());
  }

  @Test
  void arraysInOneLineAndOverManyAreRead() {
    String array = "[" + compact(1) + "," + compact(2) + "]\n";
    Reads one = Reads.text(array);
    assertEquals(2, one.records().size());
    assertEquals(1, one.source().begun());
    assertEquals(2, one.source().records());
    assertTrue(one.addsUp());
    Reads many = Reads.text("[\n" + compact(1) + ",\n" + compact(2) + "\n]\n");
    assertEquals(2, many.records().size());
    assertEquals(2, many.source().continuations());
    assertTrue(many.addsUp());
    Reads hugging =
        Reads.text(
            "["
                + compact(1).replace(",\"meta\"", ",\n\"meta\"")
                + "}".substring(1)
                + ", {"
                + compact(2).substring(1)
                + "\n]\n");
    assertEquals(2, hugging.records().size());
    assertTrue(hugging.addsUp(), hugging.sources()::toString);
  }

  @Test
  void aLineOfManyMegabytesIsReadInPieces() {
    StringBuilder array = new StringBuilder("[");
    for (int i = 0; i < 30_000; i++) {
      array.append(i == 0 ? "" : ",").append(compact(i));
    }
    Reads reads = Reads.text(array.append("]\n").toString());
    assertEquals(30_000, reads.records().size());
    assertEquals("m29999", reads.records().getLast().message());
    assertEquals(1, reads.lines());
    assertTrue(reads.addsUp());
  }

  @Test
  void theHttpApisPageIsReadAsFarAsItCame() {
    String entry =
        "{\"id\":\"1\",\"attributes\":{\"timestamp\":\"2023-09-11T10:42:41.5Z\",\"message\":\"hello\",\"level\":\"warn\",\"instance\":\"i\",\"region\":\"lhr\",\"meta\":{\"event\":{\"provider\":\"proxy\"},\"http\":{\"request\":{\"id\":\"r\",\"method\":\"GET\"},\"response\":{\"status_code\":503}},\"error\":{\"code\":2001,\"message\":\"m\"},\"url\":{\"full\":\"https://x/\"}}}}";
    Reads whole =
        Reads.text(
            "{\"data\":[\n" + entry + ",\n" + entry + "],\n\"meta\":{\"next_token\":\"1\"}}\n");
    assertEquals(2, whole.records().size());
    assertEquals("proxy", whole.record().provider());
    assertEquals(
        Map.of(
            "request.id", "r",
            "request.method", "GET",
            "request.url", "https://x/",
            "response.status", "503",
            "error.code", "2001",
            "error.message", "m"),
        whole.record().fields());
    assertTrue(whole.addsUp());
    Reads cut = Reads.text("{\"data\":[\n" + entry + ",\n" + entry + ",\n{\"id\":\"3\",\"attri\n");
    assertEquals(2, cut.records().size());
    assertEquals(1, cut.source().unparsed());
    assertTrue(cut.addsUp());
  }

  @Test
  void theShippersRecordsBringTheAppAndTheHost() {
    Reads reads =
        Reads.text(
            """
            {"event":{"provider":"app"},"fly":{"app":{"instance":"0e286551c30586","name":"one"},"region":"sjc"},"host":"0ad1","log":{"level":"info"},"message":"x","timestamp":"2022-09-27T20:34:37.253080674Z"}
            {"dt":"2022-09-27T20:34:38Z","fly.app.name":"two","fly.app.instance":"1e286551c30586","fly.region":"lax","host":"f442","log.level":"warn","message":"y"}
            {"event":{"provider":"app"},"fly":{"app":{"instance":"0e286551c30586","name":"one"},"region":"sjc"},"log":{"level":"info"},"status":500,"error":"boom","timestamp":"2022-09-27T20:34:37Z"}
            """);
    assertEquals(
        List.of("one", "two", "one"), reads.records().stream().map(LogRecord::app).toList());
    assertEquals(Map.of("host", "0ad1"), reads.record().fields());
    assertEquals("lax", reads.records().get(1).region());
    assertEquals("status=500 error=boom", reads.records().get(2).message());
    assertEquals("shipper-ndjson", reads.source().format());
  }

  @Test
  void releasesOfEverySpellingAreTheSame() {
    Reads go =
        Reads.text(
            """
            [{"ID":"a","Version":12,"Reason":"change_image","Description":"Release","Status":"complete","User":{"Name":"Dev","Email":"d@example.com"},"CreatedAt":"2026-08-03T10:02:03Z","ImageRef":"registry.fly.io/x:1"}]
            """);
    Release release = go.all(Release.class).getFirst();
    assertEquals("v12", release.version());
    assertEquals("d@example.com", release.actor());
    assertEquals("registry.fly.io/x:1", release.image());
    assertEquals("2026-08-03T10:02:03Z", release.moment().at().toString());
    Reads rest =
        Reads.text(
            """
            {"releases":[{"id":"a","version":12,"status":"complete","user":{"email":"d@example.com"},"created_at":"2026-08-03T10:02:03Z","image_ref":"registry.fly.io/x:1"}]}
            """);
    assertEquals("v12", rest.all(Release.class).getFirst().version());
    assertEquals("releases-json", rest.source().format());
  }

  @Test
  void anExitWithoutACodeIsAnExitWithZeroAndMinusOneIsNoSignal() {
    Reads reads =
        Reads.text(
            """
            [
                {
                    "id": "148e21ea7d3d89",
                    "state": "started",
                    "region": "lhr",
                    "instance_id": "01K",
                    "image_ref": {
                        "registry": "registry.fly.io",
                        "repository": "app",
                        "tag": "deployment-x"
                    },
                    "config": {
                        "metadata": {
                            "fly_release_version": "12"
                        }
                    },
                    "updated_at": "2026-03-10T14:58:12Z",
                    "events": [
                        {
                            "type": "exit",
                            "status": "stopped",
                            "request": {
                                "exit_event": {
                                    "guest_signal": -1,
                                    "signal": -1,
                                    "requested_stop": true,
                                    "exited_at": "0001-01-01T00:00:00Z"
                                }
                            },
                            "source": "flyd",
                            "timestamp": 1773151138485
                        },
                        {
                            "type": "exit",
                            "status": "stopped",
                            "request": {
                                "MonitorEvent": {
                                    "exit_event": {
                                        "exit_code": 137,
                                        "oom_killed": true,
                                        "exited_at": 1773151130000
                                    }
                                },
                                "exit_event": {
                                    "exit_code": 1
                                },
                                "restart_count": 2
                            },
                            "source": "flyd",
                            "timestamp": 1773151131485
                        }
                    ]
                }
            ]
            """);
    MachineSnapshot machine = reads.all(MachineSnapshot.class).getFirst();
    assertEquals("registry.fly.io/app:deployment-x", machine.image());
    assertEquals("v12", machine.version());
    List<MachineEvent> events = reads.all(MachineEvent.class);
    MachineEvent.Exit clean = events.getFirst().exit();
    assertNotNull(clean);
    assertEquals(0, clean.code());
    assertNull(clean.signal());
    assertNull(clean.at());
    assertEquals(Boolean.TRUE, clean.requestedStop());
    assertEquals(Boolean.FALSE, clean.oomKilled());
    MachineEvent.Exit killed = events.getLast().exit();
    assertNotNull(killed);
    assertEquals(137, killed.code());
    assertEquals(2, killed.restartCount());
    assertEquals("2026-03-10T13:58:50Z", String.valueOf(killed.at()));
    assertEquals("148e21ea7d3d89", events.getLast().machine());
    assertTrue(reads.addsUp());
  }

  @Test
  void anAppsOwnJsonAmongTheRecordsIsUnparsedAndStaysSearchable() {
    Reads reads = Reads.text(compact(1) + "\n{\"foo\":1}\n" + compact(2) + "\n");
    assertEquals(2, reads.records().size());
    assertEquals(List.of("{\"foo\":1}"), reads.unparsed());
  }

  @Test
  void anEmptyLineInsideAnObjectMovesNoEvidence() {
    Reads reads =
        Reads.text(
            """
            {
                "id": "148e21ea7d3d89",

                "state": "started",
                "instance_id": "01KAAAAAAAAAAAAAAAAAAAAAAA",

                "events": [
                    {"type": "start", "status": "started", "timestamp": 1773151140650},

                    {"type": "launch", "status": "created", "timestamp": 1773151139650}
                ]
            }
            """);
    assertEquals(
        List.of(8L, 10L),
        reads.all(MachineEvent.class).stream().map(event -> event.evidence().line()).toList());
    assertEquals(12, reads.lines());
    assertTrue(reads.addsUp(), reads.sources()::toString);
  }

  @Test
  void emptyLinesBehindACutObjectAreBlank() {
    Reads reads =
        Reads.text(
            "2024-11-06T01:00:32Z app[48e2d97f746d98] cdg [info]x\n{\"level\":\"info\",\"instance\":\"3d8d9930b32189\",\"message\":\"x\",\"timestamp\":"
                + "\"2023-09-11T10:42:41Z\",\n\n\nhello\n");
    assertEquals(2, reads.sources().stream().mapToLong(Source::blank).sum());
    assertTrue(reads.addsUp(), reads.sources()::toString);
  }
}
