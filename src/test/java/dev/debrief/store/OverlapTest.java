package dev.debrief.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.debrief.model.LogRecord;
import dev.debrief.model.Progress;
import dev.debrief.model.Source;
import dev.debrief.model.TimeRange;
import dev.debrief.source.ImportOptions;
import dev.debrief.source.Input;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class OverlapTest {
  private static final String HEAD = "2026-02-25T21:00:%02dZ app[17817e62f16438] iad [info]%s\n";

  private static String lines(Object... secondAndMessage) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < secondAndMessage.length; i += 2) {
      text.append(HEAD.formatted(secondAndMessage[i], secondAndMessage[i + 1]));
    }
    return text.toString();
  }

  private static String json(String time, String provider, String message) {
    return """
    {"level":"info","instance":"17817e62f16438","message":"%s","region":"iad",\
    "timestamp":"2026-02-25T21:00:%sZ","meta":{"Event":{"Provider":"%s"}}}
    """
        .formatted(message, time, provider);
  }

  private record Result(List<LogRecord> records, List<Source> sources) {
    long dropped() {
      return sources.stream().mapToLong(Source::duplicates).sum();
    }

    List<String> told() {
      return records.stream().map(r -> r.evidence() + " " + r.message()).toList();
    }
  }

  /** Imports each text as a file of its own, one call a group. */
  @SafeVarargs
  private static Result imported(List<String>... calls) throws Exception {
    Path folder = Files.createTempDirectory("overlap");
    try (CaseFolder open = CaseFolder.create(folder.resolve("case"))) {
      int n = 0;
      for (List<String> call : calls) {
        List<Input> inputs = new ArrayList<>();
        for (String text : call) {
          inputs.add(Input.of("dump" + ++n, text.getBytes(StandardCharsets.UTF_8)));
        }
        Imported imported = open.importAll(inputs, ImportOptions.NONE, Progress.NONE);
        assertEquals(List.of(), imported.refused());
      }
      List<LogRecord> records = new ArrayList<>();
      open.data().records(records::add);
      assertEquals(records.size(), open.index().count("kind:log", TimeRange.ALWAYS));
      for (Source source : open.sources()) {
        assertTrue(source.addsUp(), source.toString());
      }
      assertTrue(open.verify(Progress.NONE).whole(), open.verify(Progress.NONE).toString());
      return new Result(records, open.sources());
    } finally {
      Folders.delete(folder);
    }
  }

  @Test
  void equalLinesOfOneSecondInOneDumpStayTwo() throws Exception {
    assertEquals(2, imported(List.of(lines(1, "again", 1, "again"))).records().size());
  }

  @Test
  void twoCapturesOfOneStreamTellEachEventOnce() throws Exception {
    Result merged =
        imported(
            List.of(
                lines(1, "a", 2, "b", 2, "b", 3, "c"),
                lines(2, "b", 2, "b", 2, "b", 3, "c", 4, "d")));
    assertEquals(
        List.of("dump1:1 a", "dump1:2 b", "dump1:3 b", "dump2:3 b", "dump1:4 c", "dump2:5 d"),
        merged.told());
    assertEquals(3, merged.dropped());
  }

  @Test
  void aLaterImportMergesWithAnEarlierOne() throws Exception {
    Result merged = imported(List.of(lines(1, "a", 2, "b")), List.of(lines(2, "b", 3, "c")));
    assertEquals(List.of("dump1:1 a", "dump1:2 b", "dump2:2 c"), merged.told());
  }

  /** Records in one array on one line, as {@code jq -s -c} writes them. */
  private static String array(int from, int to) {
    StringBuilder text = new StringBuilder("[");
    for (int i = from; i < to; i++) {
      text.append(i == from ? "" : ",")
          .append(json("%02d.%03d".formatted(i / 60, i % 60), "app", "m" + i).strip());
    }
    return text.append("]\n").toString();
  }

  @Test
  void aLineOfManyRecordsIsADuplicateOnlyWhenAllOfThemAre() throws Exception {
    List<Source> part = imported(List.of(array(0, 2_000), array(700, 2_500))).sources();
    assertEquals(1_300, part.getLast().duplicates());
    assertEquals(1, part.getLast().begun());
    assertEquals(0, part.getLast().duplicateLines());
    List<Source> all =
        imported(List.of(array(0, 2_000), array(700, 1_900) + lines(50, "after"))).sources();
    assertEquals(1_200, all.getLast().duplicates() + all.get(1).duplicates());
    Source whole = all.stream().filter(s -> s.duplicates() > 0).findFirst().orElseThrow();
    assertEquals(0, whole.begun());
    assertEquals(1, whole.duplicateLines());
  }

  @Test
  void likeReportsOfNeighbouringSecondsJoinTheirOwnTellingAndNoOther() throws Exception {
    StringBuilder text = new StringBuilder();
    StringBuilder fine = new StringBuilder();
    for (int second = 10; second < 16; second++) {
      String head = "21:00:%02d.253 [error] GenServer Oban.Stager terminating".formatted(second);
      String frame = "    (oban 2.20.3) lib/oban/repo.ex:157: Oban.Repo.transaction/3";
      text.append(lines(second, head, second, frame));
      if (second >= 12) {
        fine.append(json(second + ".253941", "app", head));
        fine.append(json(second + ".253955", "app", frame));
      }
    }
    Result merged = imported(List.of(text.toString(), fine.toString()));
    assertEquals(12, merged.records().size());
    assertEquals(8, merged.dropped());
    for (int second = 10; second < 16; second++) {
      String stamp = "2026-02-25T21:00:" + second;
      assertEquals(
          2,
          merged.records().stream().filter(r -> r.at().toString().startsWith(stamp)).count(),
          stamp);
    }
  }

  @Test
  void theFinerOfTextAndJsonStaysWhicheverCameFirst() throws Exception {
    String text = lines(1, "a", 2, "b  c ");
    String fine = json("01.250000001", "app", "a") + json("02.5", "app", "b c");
    for (Result merged :
        List.of(imported(List.of(text), List.of(fine)), imported(List.of(fine, text)))) {
      assertEquals(2, merged.records().size());
      assertTrue(merged.records().stream().allMatch(r -> r.at().getNano() > 0));
    }
  }

  @Test
  void ofALogAndADeploysOutputThatQuotesItTheLogStays() throws Exception {
    String log =
        """
        2026-05-27T15:05:06Z runner[3d8d68eeea1d64] dfw [info]Machine created and started in 4.8s
        2026-05-27T15:05:14Z app[3d8d68eeea1d64] dfw [info]bin/rails aborted!
        2026-05-27T15:05:14Z app[3d8d68eeea1d64] dfw [info]Tasks: TOP => db:migrate
        """;
    String deploy =
        """
        ==> Building image
        image: registry.fly.io/people:deployment-01KSMZCEJ8TE9XVT25MQEB39W0
        image size: 212 MB

        Running people release_command: ./bin/rails db:migrate
        > Created release_command machine 3d8d68eeea1d64
        ✖ release_command failed
        Error release_command failed running on machine 3d8d68eeea1d64 with exit code 1.
        Checking logs: fetching the last 100 lines below:
        2026-05-27T15:05:14Z bin/rails aborted!
        2026-05-27T15:05:14Z Tasks: TOP => db:migrate
        Error: release command failed - aborting deployment. machine 3d8d68eeea1d64 exited with \
        non-zero status of 1
        """;
    Result merged = imported(List.of(deploy, log));
    assertEquals(2, merged.dropped());
    assertEquals(
        List.of("dump2"),
        merged.records().stream().map(r -> r.evidence().source()).distinct().toList());
  }

  @Test
  void theRuntimesOwnClockMayDifferFromThePlatformsSecond() throws Exception {
    String text = lines(2, "21:00:01.998 [info] up");
    String fine = json("02.001", "app", "21:00:01.998 [info] up");
    assertEquals(1, imported(List.of(text, fine)).records().size());
  }

  @Test
  void aMachinesOwnDumpLiesWithinTheApps() throws Exception {
    String app = lines(1, "a", 2, "b") + "2026-02-25T21:00:02Z app[865d14fe30d228] iad [info]b\n";
    assertEquals(3, imported(List.of(app, lines(1, "a", 2, "b"))).records().size());
  }

  @Test
  void aPolledProxyErrorIsTheStreamedOne() throws Exception {
    String both =
        """
        2026-02-25T21:00:01Z proxy[17817e62f16438] iad [error][PM05] failed to connect to machine: gave up
        error.message="failed to connect to machine: gave up" 2026-02-25T21:00:01Z proxy[17817e62f16438] iad [error]
        2026-02-25T21:00:01Z proxy[17817e62f16438] iad [error][PM05] failed to connect to machine: gave up
        """;
    Result merged = imported(List.of(both));
    assertEquals(2, merged.records().size());
    assertEquals(1, merged.dropped());
  }

  @Test
  void capturesSavedIntoOneFileTellEachEventOnce() throws Exception {
    String first = lines(1, "a", 2, "b", 2, "b", 11, "c", 12, "d", 13, "e");
    String second = lines(2, "b", 2, "b", 11, "c", 12, "d", 13, "e", 14, "f");
    assertEquals(7, imported(List.of(first + second)).records().size());
  }

  @Test
  void aStepBackInTimeAloneDropsNothing() throws Exception {
    String jitter = lines(10, "a", 10, "b", 2, "late", 10, "a", 10, "b");
    assertEquals(5, imported(List.of(jitter)).records().size());
  }

  @Test
  void theStartOfATailTellsItsFirstSecondsOnce() throws Exception {
    String capture =
        json("01.100000001", "app", "one")
            + json("01.200000001", "app", "two")
            + json("01.300000001", "app", "three")
            + json("01.200000001", "app", "two")
            + json("01.300000001", "app", "three")
            + json("01.400000001", "app", "four");
    assertEquals(4, imported(List.of(capture)).records().size());
  }

  @Test
  void theSameFactOfTwoSavesIsOne() throws Exception {
    String release =
        """
        {"Version": 7, "Status": "complete", "Description": "Release", "CreatedAt": "2026-02-25T20:00:00Z", "ImageRef": "i"}
        """;
    String newer = release.replace("\"Version\": 7", "\"Version\": 8").replace("20:00", "20:30");
    Result merged = imported(List.of("[" + release + "]", "[" + newer + "," + release + "]"));
    assertEquals(1, merged.dropped());
  }

  @Provide
  Arbitrary<List<String>> dump() {
    return Arbitraries.of("1 a", "1 b", "2 a", "2 b", "3 a").list().ofMinSize(1).ofMaxSize(12);
  }

  /** Of each second's equal lines as many remain as the dump that tells most has. */
  @Property(tries = 20)
  void nothingLostNothingTwice(@ForAll("dump") List<String> one, @ForAll("dump") List<String> other)
      throws Exception {
    List<String> first = one.stream().sorted().toList();
    List<String> second = other.stream().sorted().toList();
    Map<String, Long> most = new HashMap<>(counts(first));
    counts(second).forEach((line, count) -> most.merge(line, count, Math::max));
    Result merged =
        first.equals(second)
            ? imported(List.of(text(first)))
            : imported(List.of(text(first), text(second)));
    Map<String, Long> kept = new HashMap<>();
    merged
        .records()
        .forEach(r -> kept.merge(r.at().getEpochSecond() % 60 + " " + r.message(), 1L, Long::sum));
    assertEquals(most, kept);
  }

  private static Map<String, Long> counts(List<String> lines) {
    Map<String, Long> counts = new HashMap<>();
    lines.forEach(line -> counts.merge(line, 1L, Long::sum));
    return counts;
  }

  private static String text(List<String> lines) {
    StringBuilder text = new StringBuilder();
    for (String line : lines) {
      text.append(HEAD.formatted(line.charAt(0) - '0', line.substring(2)));
    }
    return text.toString();
  }
}
