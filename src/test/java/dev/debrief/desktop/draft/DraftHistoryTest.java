package dev.debrief.desktop.draft;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class DraftHistoryTest {
  private static final Instant NOON = Instant.parse("2026-03-04T12:00:00Z");

  @Test
  void whatIsTypedWithinFiveMinutesIsOneVersion() {
    DraftHistory history = DraftHistory.NONE.with(NOON, "one", false);
    assertEquals(1, history.with(NOON.plusSeconds(299), "two", false).versions().size());
    assertEquals(2, history.with(NOON.plusSeconds(300), "two", false).versions().size());
  }

  @Test
  void writingAgainIsAlwaysAVersionUnlessNothingChanged() {
    DraftHistory history = DraftHistory.NONE.with(NOON, "one", true);
    assertEquals(2, history.with(NOON.plusSeconds(1), "two", true).versions().size());
    assertEquals(history, history.with(NOON.plusSeconds(1), "one", true));
    assertEquals(DraftHistory.NONE, DraftHistory.NONE.with(NOON, "", true));
  }

  @Test
  void theOldestGoFirstAndTheRestIsKeptWordForWord() {
    DraftHistory history = DraftHistory.NONE;
    for (int i = 0; i < DraftHistory.MOST + 3; i++) {
      history =
          history.with(NOON.plusSeconds(i), "Text " + i + "\nmit Ümläuten \uD83D\uDD25\n", true);
    }
    assertEquals(DraftHistory.MOST, history.versions().size());
    assertEquals("Text 3\nmit Ümläuten \uD83D\uDD25\n", history.versions().getFirst().text());
    assertEquals(history, DraftHistory.read(history.written()));
    assertEquals(DraftHistory.NONE, DraftHistory.read(""));
  }
}
