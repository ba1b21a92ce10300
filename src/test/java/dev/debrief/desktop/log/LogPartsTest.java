package dev.debrief.desktop.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.debrief.model.Clock;
import dev.debrief.model.Entry;
import dev.debrief.model.Evidence;
import dev.debrief.model.Moment;
import dev.debrief.model.Precision;
import dev.debrief.model.TimeRange;
import dev.debrief.model.Unparsed;
import dev.debrief.report.DraftHtml;
import dev.debrief.report.Redaction;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** The parts of the log's page that need no window. */
class LogPartsTest {
  @Test
  void theLogSpeaksAgainAfterItsLongestSilence() {
    long[] counts = new long[100];
    for (int i = 0; i < 100; i += 2) {
      counts[i] = i > 40 && i < 80 ? 0 : 3;
    }
    assertEquals(List.of(80), Rhythm.afterGaps(counts));
  }

  @Test
  void anEvenLogHasNoBurstAndALoudPartIsOne() {
    long[] counts = new long[50];
    java.util.Arrays.fill(counts, 10);
    assertEquals(List.of(), Rhythm.bursts(counts));
    counts[30] = 400;
    counts[31] = 380;
    assertEquals(List.of(30), Rhythm.bursts(counts));
  }

  @Test
  void filtersNarrowAQueryAndEscapeTheirValues() {
    assertEquals("oban OR ecto", Facets.NONE.narrow("oban OR ecto", ""));
    Facets facets =
        Facets.NONE
            .with("source", "a\"b.txt", true)
            .with("level", "error", true)
            .with("level", "critical", true);
    assertEquals(
        "(oban OR ecto) AND (level:\"critical\" OR level:\"error\") AND (source:\"a\\\"b.txt\")",
        facets.narrow("oban OR ecto", ""));
    assertEquals("(source:\"a\\\"b.txt\")", facets.narrow("", "level"));
    assertFalse(
        facets
            .with("level", "error", false)
            .with("level", "critical", false)
            .with("source", "a\"b.txt", false)
            .any());
  }

  @Test
  void onlyWordsOfTheMessageAreHighlighted() {
    assertEquals(
        List.of("oban", "no notifier"),
        Terms.of("Oban AND level:error AND \"no notifier\" NOT mnesia -stager line:[1 TO 5]"));
    assertEquals(
        List.of(
            new Terms.Span("** (", false),
            new Terms.Span("Runtime", true),
            new Terms.Span("Error)", false)),
        Terms.spans("** (RuntimeError)", List.of("runtime")));
  }

  @Test
  void whatIsCopiedIsRedactedAndCannotBreakOutOfItsCell() {
    Moment at = new Moment(Instant.parse("2026-02-25T21:00:00Z"), Precision.SECOND, Clock.PLATFORM);
    Unparsed line = new Unparsed(new Evidence("a.txt", 7), at, "=cmd|secret <b>");
    String csv = CopyAs.CSV.of(List.of(line), text -> text.replace("secret", "***"));
    assertTrue(csv.contains(",\"'=cmd|*** <b>\",a.txt,7"), csv);
    String table = CopyAs.MARKDOWN.of(List.of(line), text -> text.replace("secret", "***"));
    assertTrue(table.contains("| \\=cmd&#124;\\*\\*\\* \\<b\\> | a.txt:7 |"), table);
  }

  @Test
  void whatIsCopiedControlsNoTerminalAndFetchesNothing() {
    Moment at = new Moment(Instant.parse("2026-02-25T21:00:00Z"), Precision.SECOND, Clock.PLATFORM);
    List<Entry> lines =
        List.of(
            new Unparsed(
                new Evidence("secret.txt", 7),
                at,
                "a\u001b[201~;touch x\r\n\tb ![i](http://x/y.png) \u202eq"));
    for (CopyAs as : CopyAs.values()) {
      String copied = as.of(lines, text -> text.replace("secret", "***"));
      assertTrue(
          copied
              .replace("\r\n", "\n")
              .chars()
              .noneMatch(c -> c != '\n' && (c < ' ' || c == 0x7f || c == 0x202e)),
          as + copied);
      assertFalse(copied.contains("secret"), copied);
    }
    assertTrue(CopyAs.TEXT.of(lines, text -> text).contains("touch x\n b "));
    String table = CopyAs.MARKDOWN.of(lines, text -> text);
    assertFalse(DraftHtml.body(table).contains("<img"), table);
  }

  @Test
  void aPartOfASecretIsNotCopiedFromTheWholeMessage() {
    UnaryOperator<String> redaction = Redaction.standard()::hide;
    String text = "first line\nlogin password=hunter2 failed\nlast";
    int secret = text.indexOf("hunter2");
    assertEquals("first", CopyAs.selected(text, 5, 0, redaction));
    assertEquals("", CopyAs.selected(text, 4, 4, redaction));
    assertEquals(
        "login password=[redacted:password] failed",
        CopyAs.selected(text, secret + 1, secret + 5, redaction));
    String key = "-----BEGIN PRIVATE KEY-----\nMIIabc\nDEF\n-----END PRIVATE KEY-----";
    int body = key.indexOf("DEF");
    assertFalse(CopyAs.selected(key, body, body + 3, redaction).contains("DEF"));
  }

  @Test
  void aTableOfMillionsHoldsOnlyThePagesThatWereLookedAt() {
    java.util.List<Long> asked = new java.util.ArrayList<>();
    LazyRows rows = new LazyRows(asked::add);
    rows.reset(10_000_000);
    assertEquals(10_000_000, rows.size());
    assertEquals(new LogRow.Loading(5_000_123), rows.get(5_000_123));
    rows.get(5_000_124);
    assertEquals(List.of(5_000_123L / LazyRows.PAGE), asked);
    assertEquals(5_000_123, rows.indexOf(new LogRow.Loading(5_000_123)));
  }

  @Test
  void anUnfoldedMessageMovesWhatFollowsAndFoldsBackWithoutATrace() {
    LazyRows rows = new LazyRows(page -> {});
    rows.reset(10);
    Message trace =
        Message.alone(
            new Unparsed(
                new Evidence("a.txt", 7),
                new Moment(Instant.parse("2026-02-25T21:00:00Z"), Precision.SECOND, Clock.PLATFORM),
                "boom\n at one\n at two"));
    rows.unfold(3, trace);
    rows.unfold(6, trace);
    assertEquals(14, rows.size());
    assertEquals(4, rows.further());
    assertEquals(new LogRow.Part(4, trace.rest().get(0)), rows.get(4));
    assertEquals(new LogRow.Part(5, trace.rest().get(1)), rows.get(5));
    assertEquals(3, rows.rankOf(5));
    assertEquals(4, rows.rankOf(6));
    assertEquals(8, rows.indexOfRank(6));
    assertEquals(9, rows.rankOf(13));
    rows.fold(3);
    assertEquals(12, rows.size());
    assertEquals(6, rows.indexOfRank(6));
    assertEquals(9, rows.rankOf(11));
  }

  @Test
  void whereWordsAreLookedForNoMatchHidesInAFold() {
    Narrowing all = new Narrowing("", Facets.NONE, TimeRange.ALWAYS, true);
    assertEquals("NOT part:continued", all.rows());
    assertEquals("", all.lines());
    Narrowing errors = new Narrowing("level:error", Facets.NONE, TimeRange.ALWAYS, true);
    assertEquals("(level:error) AND NOT part:continued", errors.rows());
    Narrowing words = new Narrowing("ecto", Facets.NONE, TimeRange.ALWAYS, true);
    assertFalse(words.folded());
    assertEquals("ecto", words.rows());
  }

  @Test
  void aShapeIsLookedForByItsWordsAndNotByThoseThatTouchAValue() {
    assertEquals(
        "(message:\"[info] Sent\" AND message:\"in\")", Shapes.query("[info] Sent <*> in <*>ms"));
    assertEquals("(message:\"a \\\"b\\\\\")", Shapes.query("a \"b\\ <*>"));
  }

  @Test
  void aStretchOfMillionsMovesWithTheReaderAndKnowsWhereItIs() {
    LazyRows rows = new LazyRows(page -> {});
    rows.reset(5_000_000);
    Stretch stretch = new Stretch(rows);
    assertEquals(Stretch.MOST, stretch.size());
    stretch.around(4_999_999);
    assertEquals(4_980_000, stretch.base());
    assertEquals(new LogRow.Loading(4_999_999), stretch.get(Stretch.MOST - 1));
    assertTrue(stretch.holds(4_999_999, 500));
    assertFalse(stretch.holds(4_980_100, 500));
    stretch.around(2_500_000);
    assertEquals(new LogRow.Loading(2_500_000), stretch.get(2_500_000 - stretch.base()));
    rows.reset(7);
    assertEquals(0, stretch.base());
    assertEquals(7, stretch.size());
  }
}
