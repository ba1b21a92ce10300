package dev.debrief.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class WordingTest {
  @Test
  void durationsHaveTheirTwoGreatestUnits() {
    assertEquals("9 h 5 min", Wording.duration(Duration.ofSeconds(9 * 3600 + 5 * 60)));
    assertEquals("9 h", Wording.duration(Duration.ofHours(9)));
    assertEquals("2 d 1 h", Wording.duration(Duration.ofHours(49)));
    assertEquals("1 min 1 s", Wording.duration(Duration.ofSeconds(61)));
    assertEquals("1.25 s", Wording.duration(Duration.ofMillis(1250)));
    assertEquals("30 s", Wording.duration(Duration.ofSeconds(30)));
    assertEquals("840 µs", Wording.duration(Duration.ofNanos(840_000)));
    assertEquals("0 ns", Wording.duration(Duration.ZERO));
  }

  @Test
  void numbersAreTheSameInEveryLocale() {
    assertEquals("1,234,567", Wording.number(1_234_567));
    assertEquals("1 exit", Wording.count(1, "exit"));
  }

  @Test
  void instantsAreToldAsFineAsTheyWereGiven() {
    assertEquals(
        "Feb 25, 2026 21:00:33.120",
        Caption.time(Instant.parse("2026-02-25T21:00:33.120Z"), ZoneOffset.UTC));
    assertEquals(
        "Feb 25, 2026 21:00:33.120000001",
        Caption.time(Instant.parse("2026-02-25T21:00:33.120000001Z"), ZoneOffset.UTC));
    assertEquals(
        "Feb 25, 2026 21:00:33",
        Caption.time(Instant.parse("2026-02-25T21:00:33Z"), ZoneOffset.UTC));
  }

  @Test
  void textThatWouldTurnOrBreakALineIsMadePlain() {
    assertEquals("a b c", PlainText.line("a\n\tb\u0000 \u202Ec"));
  }
}
