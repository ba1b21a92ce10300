package dev.debrief.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.DateTimeException;
import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeptInstantTest {
  @Property
  void anInstantIsReadAsItWasWritten(
      @ForAll @LongRange(min = -99_000_000_000L, max = 300_000_000_000L) long second,
      @ForAll @IntRange(max = 999_999_999) int nano) {
    Instant at = Instant.ofEpochSecond(second, nano);
    assertEquals(at, KeptInstant.of(at.toString()));
  }

  @Property
  void fractionsOfAnyLengthCount(@ForAll @IntRange(max = 999) int milli) {
    Instant at = Instant.ofEpochSecond(1_770_000_000L, milli * 1_000_000L);
    assertEquals(at, KeptInstant.of(at.toString()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"+12345-01-01T00:00:00Z", "-0044-03-15T12:00:00Z"})
  void farYearsAreReadToo(String text) {
    assertEquals(Instant.parse(text), KeptInstant.of(text));
  }

  @Test
  void noInstantIsRefused() {
    for (String text :
        new String[] {
          "",
          "Z",
          "2026-02-30T00:00:00Z",
          "2026-02-25T21:00:35",
          "2026-13-25T21:00:35Z",
          "2026-02-25T2a:00:35Z",
          "2026-02-25T21:00:35.1234567890Z"
        }) {
      assertThrows(DateTimeException.class, () -> KeptInstant.of(text), text);
    }
  }
}
