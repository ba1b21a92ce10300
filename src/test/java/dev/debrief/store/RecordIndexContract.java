package dev.debrief.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.debrief.model.Entry;
import dev.debrief.model.Evidence;
import dev.debrief.model.InputProblem;
import dev.debrief.model.LogRecord;
import dev.debrief.model.TimeRange;
import dev.debrief.model.Unparsed;
import dev.debrief.source.Input;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every implementation of {@link RecordIndex} must do; each has a test that extends this. */
abstract class RecordIndexContract {
  private static final String ID = "GAU7p1rdk4f2Y20AAAVR";

  private static final String TEXT =
      """
      2026-02-25T21:00:33Z app[17817e62f16438] iad [info]21:00:33.120 request_id=GAU7p1rdk4f2Y20AAAVR [error] Oban.Notifier.Postgres lost its connection :nxdomain
      2026-02-25T21:00:33Z app[17817e62f16438] iad [info]    (oban 2.17.1) lib/oban/notifier.ex:96: Oban.Notifier.start_link/2
      2026-02-25T21:00:34Z app[17817e62f16438] iad [info] WARN Reaped child process with pid: 381 and signal: SIGUSR1, core dumped? false
      2026-02-25T21:00:35Z runner[17817e62f16438] iad [info]Pulling container image registry.fly.io/blockster:deployment-01KR6TBNJDABCDEFGH0123
      2026-02-25T21:01:00Z proxy[865d14fe30d228] lhr [error][PC01] instance refused connection
      2026-02-25T21:01:00Z proxy[865d14fe30d228] lhr [error][PC01] instance refused connection
      2026-02-25T21:02:00Z app[865d14fe30d228] lhr [info]21:02:00.500 request_id=F7aaaaaaaaaaaaaaaaaa [info] GET /api/users/42
      2026-02-25T21:02:00Z app[865d14fe30d228] lhr [info]21:02:00.501 request_id=F7aaaaaaaaaaaaaaaaaa [info] Sent 503 in 12ms
      2026-02-25T21:03:00Z app[865d14fe30d228] lhr [info]Grüße aus München 日本語 🚀 v290
      """;

  private static final String RELEASES =
      """
      [{"Version": 290, "Status": "complete", "Description": "Release", "CreatedAt": "2026-02-25T20:59:00Z",
        "User": {"Email": "a@b.example"}, "ImageRef": "registry.fly.io/blockster:deployment-01KR6TBNJDABCDEFGH0123"}]
      """;

  /** The index of these inputs, imported together. */
  abstract RecordIndex index(List<Input> inputs) throws Exception;

  private static Input input(String name, String text) {
    return Input.of(name, text.getBytes(StandardCharsets.UTF_8));
  }

  private RecordIndex index() throws Exception {
    return index(List.of(input("fly.txt", TEXT), input("releases.json", RELEASES)));
  }

  private static List<Long> lines(Page page) {
    return page.entries().stream().map(entry -> entry.evidence().line()).toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "oban|2",
        "OBAN.NOTIFIER|2",
        "Oban.Notifier.Postgres|1",
        "\"notifier postgres lost\"|1",
        "notifier.ex|1",
        ":nxdomain|1",
        "nxdomain|1",
        "start_link/2|1",
        "/api/users|1",
        "/api/users/42|1",
        "SIGUSR1|1",
        "sigusr*|1",
        "Oban.Not*|2",
        "*domain|1",
        "v290|2",
        "GAU7p1rdk4f2Y20AAAVR|1",
        "gau7p1*|1",
        "GAU7*AVR|1",
        "\"request_id=GAU7p1rdk4f2Y20AAAVR error\"|1",
        "\"error GAU7p1rdk4f2Y20AAAVR\"|0",
        "request_id:GAU7p1rdk4f2Y20AAAVR|1",
        "request_id:F7*|2",
        "deployment-01KR6TBNJDABCDEFGH0123|2",
        "grüße|1",
        "münchen|1",
        "日本|1",
        "🚀|1",
        "refused|2",
        "refused AND machine:865d14fe30d228|2",
        "machine:17817E62F16438|4",
        "machine:1781*|4",
        "provider:proxy OR provider:runner|3",
        "-provider:app|4",
        "refused -region:lhr|0",
        "level:error AND nxdomain|1",
        "sigusr1 AND level:[warning TO critical]|1",
        "level:{critical TO *]|0",
        "level:warn|1",
        "transport:error|2",
        "kind:release|1",
        "kind:log|9",
        "part:continued|1",
        "(-provider:app) AND machine:17817e62f16438|1",
        "(NOT part:continued) AND kind:log|8",
        "kind:log AND NOT part:continued|8",
        "format:fly-text|9",
        "source:fly.txt|9",
        "source:*.json|1",
        "source:fly.txt AND line:[2 TO 3]|2",
        "line:1|2",
        "status:503|1",
        "status:[500 TO 599]|1",
        "at:2026-02-25T21:01|2",
        "at:[2026-02-25T21:00:34Z TO 2026-02-25T21:01:00Z]|4",
        "at:{2026-02-25T21:01 TO *]|3",
        "/sig.*1/|1",
        "refuzed~|2",
        "(refused OR sigusr1) AND level:error|2",
        "*|10"
      })
  void aQueryFinds(String query, long count) throws Exception {
    RecordIndex index = index();
    assertEquals(count, index.count(query, TimeRange.ALWAYS), query);
    Page page = index.search(query, TimeRange.ALWAYS, 0, 100);
    assertEquals(count, page.total(), query);
    assertEquals(count, page.entries().size(), query);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"open",
        "(a",
        "a)",
        "status:[1 TO",
        "nofield:x",
        "status:abc",
        "level:x",
        "at:soon",
        "a AND",
        "line:x*",
        "*a??????????????????????????b"
      })
  void aQueryThatCantBeReadIsRefusedWithARemedy(String query) throws Exception {
    RecordIndex index = index();
    InputProblem problem =
        assertThrows(InputProblem.class, () -> index.count(query, TimeRange.ALWAYS), query);
    assertTrue(problem.where().contains("query"), problem.getMessage());
    assertTrue(!problem.remedy().isBlank(), problem.getMessage());
  }

  @Test
  void aQueryOfAPageIsRefusedWithoutBeingSaidWhole() throws Exception {
    RecordIndex index = index();
    for (String query :
        List.of("w ".repeat(20_000), "(".repeat(100_000) + "a" + ")".repeat(100_000))) {
      InputProblem problem =
          assertThrows(InputProblem.class, () -> index.count(query, TimeRange.ALWAYS));
      assertTrue(problem.getMessage().length() < 500, problem.getMessage());
    }
  }

  @Test
  void resultsAreInOrderOfTimeThenOfTheirSource() throws Exception {
    Page page = index().search("", TimeRange.ALWAYS, 0, 100);
    assertEquals(List.of(1L, 1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L), lines(page));
    assertEquals("releases.json", page.entries().getFirst().evidence().source());
  }

  @Test
  void pagesFollowOneAnother() throws Exception {
    RecordIndex index = index();
    List<Entry> all = index.search("", TimeRange.ALWAYS, 0, 100).entries();
    List<Entry> paged = new ArrayList<>();
    for (int offset = 0; offset < 12; offset += 3) {
      Page page = index.search("", TimeRange.ALWAYS, offset, 3);
      assertEquals(10, page.total());
      paged.addAll(page.entries());
    }
    assertEquals(all, paged);
  }

  @Test
  void aRangeHoldsItsBeginningAndNotItsEnd() throws Exception {
    TimeRange range =
        new TimeRange(Instant.parse("2026-02-25T21:00:34Z"), Instant.parse("2026-02-25T21:01:00Z"));
    assertEquals(List.of(3L, 4L), lines(index().search("", range, 0, 10)));
  }

  @Test
  void aHistogramCountsEveryMatchOnce() throws Exception {
    RecordIndex index = index();
    TimeRange range =
        new TimeRange(Instant.parse("2026-02-25T21:00:00Z"), Instant.parse("2026-02-25T21:04:00Z"));
    assertArrayEquals(new long[] {4, 2, 2, 1}, index.histogram("", range, 4));
    assertEquals(10, Arrays.stream(index.histogram("", TimeRange.ALWAYS, 7)).sum());
  }

  @Test
  void aFacetCountsValuesMostFrequentFirst() throws Exception {
    RecordIndex index = index();
    assertEquals(
        Map.of("865d14fe30d228", 5L, "17817e62f16438", 4L),
        index.facet("machine", "", TimeRange.ALWAYS, 10));
    assertEquals(
        List.of("app"), List.copyOf(index.facet("provider", "", TimeRange.ALWAYS, 1).keySet()));
    assertEquals(Map.of("fly.txt", 2L), index.facet("source", "refused", TimeRange.ALWAYS, 5));
    assertThrows(InputProblem.class, () -> index.facet("message", "", TimeRange.ALWAYS, 5));
  }

  @Test
  void evidenceLeadsToItsEntry() throws Exception {
    RecordIndex index = index();
    assertTrue(
        index.at(new Evidence("fly.txt", 3)).orElseThrow() instanceof LogRecord log
            && log.message().contains("SIGUSR1"));
    assertTrue(index.at(new Evidence("releases.json", 2)).isPresent(), "a line inside an entry");
    assertTrue(index.at(new Evidence("fly.txt", 99)).isEmpty());
    assertTrue(index.at(new Evidence("nowhere", 1)).isEmpty());
  }

  @Test
  void whatStandsAroundALineIsInItsSourcesOrder() throws Exception {
    RecordIndex index = index();
    List<Entry> around = index.around(new Evidence("fly.txt", 3), 1, 2);
    assertEquals(List.of(2L, 3L, 4L, 5L), around.stream().map(e -> e.evidence().line()).toList());
    assertEquals(2, index.around(new Evidence("fly.txt", 1), 5, 1).size());
  }

  @Test
  void recordsStreamInOrderEachOnce() throws Exception {
    List<Long> lines = new ArrayList<>();
    index().records(TimeRange.ALWAYS, record -> lines.add(record.evidence().line()));
    assertEquals(List.of(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L), lines);
  }

  @Test
  void aCoarseStampStaysBehindTheFinerLineBeforeIt() throws Exception {
    // The stack frame bears whole seconds, the error before it .120 of the same second.
    List<Entry> entries = index().search("oban", TimeRange.ALWAYS, 0, 10).entries();
    assertEquals(List.of(1L, 2L), entries.stream().map(e -> e.evidence().line()).toList());
  }

  @Test
  void theExtentHoldsEveryKnownTime() throws Exception {
    TimeRange extent = index().extent();
    assertEquals(Instant.parse("2026-02-25T20:59:00Z"), extent.from());
    assertTrue(extent.contains(Instant.parse("2026-02-25T21:03:00Z")));
  }

  @Test
  void anUnparsedLineIsSearchable() throws Exception {
    RecordIndex index =
        index(List.of(input("fly.txt", "Update available 0.4 -> 0.5 zebra\n" + TEXT)));
    List<Entry> found = index.search("zebra", TimeRange.ALWAYS, 0, 5).entries();
    assertTrue(found.size() == 1 && found.getFirst() instanceof Unparsed, found.toString());
  }

  @Test
  void aHostileLongWordIsFoundAndHarmsNothing() throws Exception {
    String word = "x".repeat(1_000);
    String text = TEXT.replace("Grüße", word).replace("Pulling", "y".repeat(200_000));
    RecordIndex index = index(List.of(input("fly.txt", text)));
    assertEquals(1, index.count(word, TimeRange.ALWAYS));
    assertEquals(1, index.count("registry", TimeRange.ALWAYS));
    assertEquals(1, index.count("münchen", TimeRange.ALWAYS));
  }

  @Test
  void aWordThatComesOftenIsFoundEveryTime() throws Exception {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 3_000; i++) {
      text.append(
          "2026-02-25T21:%02d:%02dZ app[17817e62f16438] iad [info]seen %s by node%d\n"
              .formatted(i / 60, i % 60, ID, 1_000_000 + i));
    }
    RecordIndex index = index(List.of(input("fly.txt", text.toString())));
    assertEquals(3_000, index.count(ID, TimeRange.ALWAYS));
    assertEquals(3_000, index.count("\"seen " + ID + " by\"", TimeRange.ALWAYS));
    assertEquals(3_000, index.count("gau7p*", TimeRange.ALWAYS));
    assertEquals(1, index.count("node1002999", TimeRange.ALWAYS));
    assertEquals(10, index.count("node100299*", TimeRange.ALWAYS));
    assertEquals(100, index.search("seen", TimeRange.ALWAYS, 2_900, 500).entries().size());
  }

  @Test
  void aPageFarFromTheBeginningIsTheSameAsIfAllWereRead() throws Exception {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 24_000; i++) {
      text.append(
          "2026-02-25T%02d:%02d:%02dZ app[17817e62f16438] iad [info]n %d\n"
              .formatted(i / 3600, i / 60 % 60, i % 60 / 7 * 7, i));
    }
    RecordIndex index = index(List.of(input("fly.txt", text.toString())));
    Page page = index.search("n", TimeRange.ALWAYS, 22_500, 3);
    assertEquals(24_000, page.total());
    assertEquals(List.of(22_501L, 22_502L, 22_503L), lines(page));
    assertEquals(List.of(24_000L), lines(index.search("n", TimeRange.ALWAYS, 23_999, 9)));
    assertEquals(List.of(), lines(index.search("n", TimeRange.ALWAYS, 24_000, 9)));
  }

  @Test
  void anIndexOfNothingAnswers() throws Exception {
    RecordIndex index = index(List.of());
    assertEquals(0, index.size());
    assertEquals(0, index.count("anything", TimeRange.ALWAYS));
    assertArrayEquals(new long[3], index.histogram("", TimeRange.ALWAYS, 3));
    assertEquals(List.of(), index.search("", TimeRange.ALWAYS, 0, 10).entries());
    assertEquals(index.extent().from(), index.extent().to());
  }
}
