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
  void whatIsLeftWithoutOthersIsWhatOnlyTheFirstHold(
      @ForAll @Size(max = 12) List<@IntRange(max = 60) Integer> starts,
      @ForAll @Size(max = 12) List<@IntRange(max = 60) Integer> otherStarts) {
    List<Span> spans = spans(starts);
    List<Span> others = spans(otherStarts);
    List<Span> left = Span.without(spans, others);
    for (int second = 0; second < 70; second++) {
      Instant at = at(second);
      assertEquals(covers(spans, at) && !covers(others, at), covers(left, at), "at " + second);
    }
  }

  /** Whether one of them holds an instant, its end not included. */
  static boolean covers(List<Span> spans, Instant at) {
    return spans.stream().anyMatch(span -> !at.isBefore(span.from()) && at.isBefore(span.to()));
  }

  private static List<Span> spans(List<Integer> starts) {
    return Span.united(
        IntStream.range(0, starts.size())
            .mapToObj(i -> new Span(at(starts.get(i)), at(starts.get(i) + i % 6)))
            .toList(),
        Duration.ZERO);
  }

  private static Instant at(int second) {
    return Instant.ofEpochSecond(1_700_000_000L + second);
  }
}
