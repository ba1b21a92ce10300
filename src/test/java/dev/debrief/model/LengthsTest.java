package dev.debrief.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Lengths in words. */
class LengthsTest {
  @Test
  void aLengthIsRoundedToTheLesserOfItsTwoUnits() {
    assertEquals("85 ms", Lengths.words(Duration.ofMillis(85)));
    assertEquals("4.2 s", Lengths.words(Duration.ofMillis(4_249)));
    assertEquals("41 s", Lengths.words(Duration.ofMillis(41_400)));
    assertEquals("12 min 5 s", Lengths.words(Duration.ofMillis(725_499)));
    assertEquals("2 h 40 min", Lengths.words(Duration.ofSeconds(2 * 3600 + 39 * 60 + 45)));
    assertEquals("9 h", Lengths.words(Duration.ofHours(9)));
    assertEquals("1 d 1 h", Lengths.words(Duration.ofHours(25)));
    assertEquals("2 d 23 h", Lengths.words(Duration.ofHours(70).plusMinutes(30)));
  }
}
