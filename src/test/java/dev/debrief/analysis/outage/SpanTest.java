package dev.debrief.analysis.outage;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Stretches of time. */
class SpanTest {
  @Property(tries = 300)
  void anInstantIsCoveredWhereOneStretchHoldsIt(
      @ForAll @Size(max = 12) List<@IntRange(max = 60) Integer> starts,
      @ForAll @IntRange(max = 70) int second) {
    List<Span> spans =
        Span.united(
            IntStream.range(0, starts.size())
                .mapToObj(i -> new Span(at(starts.get(i)), at(starts.get(i) + i % 4)))
                .toList(),
            Duration.ZERO);
    boolean held =
        spans.stream()
            .anyMatch(span -> !at(second).isBefore(span.from()) && at(second).isBefore(span.to()));
    assertEquals(held, Span.covers(spans, at(second)));
  }

  private static Instant at(int second) {
    return Instant.ofEpochSecond(1_700_000_000L + second);
  }
}
