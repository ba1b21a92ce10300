package dev.debrief.desktop.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.debrief.model.Entry;
import dev.debrief.model.Evidence;
import dev.debrief.model.Progress;
import dev.debrief.model.TimeRange;
import dev.debrief.source.ImportOptions;
import dev.debrief.source.Input;
import dev.debrief.store.CaseFolder;
import dev.debrief.store.RecordIndex;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What the table asks of a real index: pages of messages, places of lines, shapes. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LogSearchTest {
  private static final int TRACES = 300;
  private static final int FRAMES = 20;
  private static final String A = "17817e62f16438";
  private static final String B = "865d14fe30d228";

  @TempDir static Path folder;
  private CaseFolder open;
  private RecordIndex index;

  @BeforeAll
  void fill() throws Exception {
    StringBuilder log = new StringBuilder();
    for (int i = 0; i < TRACES; i++) {
      String at = "2026-02-25T%02d:%02d:%02dZ".formatted(i / 60, i % 60, 7);
      say(
          log,
          at,
          A,
          "21:00:33.120 [error] ** (RuntimeError) could not lookup Ecto repo Shop.Repo");
      for (int frame = 0; frame < FRAMES; frame++) {
        say(log, at, A, "    (ecto 3.11.2) lib/ecto/repo.ex:" + (10 + frame) + ": Ecto.Repo.get/2");
        if (frame == 4) {
          say(
              log,
              at,
              B,
              "21:00:33.121 request_id=GAU7p1rdk4f2Y20A%04d [info] Sent 200 in %dms"
                  .formatted(i, 10 + i));
        }
      }
    }
    open = CaseFolder.create(folder.resolve("case"));
    open.importAll(
        List.of(Input.of("fly.txt", log.toString().getBytes(StandardCharsets.UTF_8))),
        ImportOptions.NONE,
        Progress.NONE);
    index = open.index();
  }

  @AfterAll
  void close() throws Exception {
    open.close();
  }

  private static void say(StringBuilder log, String at, String machine, String message) {
    log.append(at).append(" app[").append(machine).append("] ord [info]").append(message);
    log.append('\n');
  }

  private LogSearch search(String text) {
    return new LogSearch(index, new Narrowing(text, Facets.NONE, TimeRange.ALWAYS, true));
  }

  @Test
  void aStackTraceIsOneRowThoughAnotherMachineSpeaksInBetween() throws Exception {
    LogSearch.First first = search("").first();
    assertEquals(2 * TRACES, first.rows());
    assertEquals(TRACES * (FRAMES + 2), first.lines());
    Message trace = first.page().getFirst().message();
    assertEquals(FRAMES, trace.rest().size());
    assertTrue(trace.text().endsWith("repo.ex:29: Ecto.Repo.get/2"), trace.text());
    assertEquals(0, first.page().get(1).message().rest().size());
  }

  @Test
  void pagesOfMessagesFollowOneAnother() throws Exception {
    LogSearch search = search("");
    assertEquals(LazyRows.PAGE, search.page(1).size());
    Evidence last = search.page(0).getLast().message().head().evidence();
    Evidence next = search.page(1).getFirst().message().head().evidence();
    assertTrue(next.line() > last.line());
    assertEquals(2 * TRACES - 2 * LazyRows.PAGE, search.page(2).size());
  }

  @Test
  void aLineInsideATraceIsFoundAtTheTracesRow() throws Exception {
    Evidence frame = new Evidence("fly.txt", 22 * 250 + 10);
    LogSearch.Place place = search("").place(frame, Progress.NONE).orElseThrow();
    assertEquals(500, place.row());
    assertEquals(frame, place.message().rest().get(place.line() - 1).entry().evidence());
  }

  @Test
  void aLineThatTheSearchLeavesOutHasNoRow() throws Exception {
    assertTrue(search("level:info").place(new Evidence("fly.txt", 1), Progress.NONE).isEmpty());
  }

  @Test
  void aShapesCountIsWhatItsFilterLeaves() throws Exception {
    Map<String, Long> shapes =
        Shapes.most(index, "NOT part:continued", TimeRange.ALWAYS, 10, Progress.NONE);
    assertEquals(2, shapes.size(), shapes.toString());
    for (Map.Entry<String, Long> shape : shapes.entrySet()) {
      assertEquals(TRACES, shape.getValue());
      Facets only = Facets.NONE.with(Shapes.FIELD, shape.getKey(), true);
      Narrowing narrowing = new Narrowing("", only, TimeRange.ALWAYS, false);
      assertEquals(shape.getValue(), new LogSearch(index, narrowing).first().rows());
    }
  }

  @Test
  void aLinesOwnShapeFindsTheLineItself() throws Exception {
    for (Entry entry : index.search("", TimeRange.ALWAYS, 0, 30).entries()) {
      String shape = Shapes.of(entry);
      Facets only = Facets.NONE.with(Shapes.FIELD, shape, true);
      Narrowing narrowing = new Narrowing("", only, TimeRange.ALWAYS, false);
      assertTrue(
          new LogSearch(index, narrowing).place(entry.evidence(), Progress.NONE).isPresent(),
          shape);
    }
  }
}
