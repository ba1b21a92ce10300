package dev.debrief.analysis.outage;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Several machines' stretches, put together. */
class NoneWellTest {
  @Property(tries = 500)
  void itIsWhenOneWasDownAndNoneRanWell(
      @ForAll @Size(max = 4) List<@Size(max = 4) List<@IntRange(max = 40) Integer>> down,
      @ForAll @Size(max = 4) List<@Size(max = 4) List<@IntRange(max = 40) Integer>> awake) {
    NoneWell noneWell = new NoneWell();
    List<List<Span>> downs = new ArrayList<>();
    List<List<Span>> awakes = new ArrayList<>();
    for (int machine = 0; machine < Math.max(down.size(), awake.size()); machine++) {
      downs.add(machine < down.size() ? spans(down.get(machine), 5) : List.of());
      awakes.add(machine < awake.size() ? spans(awake.get(machine), 17) : List.of());
      noneWell.add(downs.getLast(), awakes.getLast());
    }
    List<Span> found = noneWell.spans();
    assertEquals(Span.united(found, Duration.ZERO), found);
    for (int second = 0; second < 70; second++) {
      boolean anyDown = false;
      boolean anyWell = false;
      for (int machine = 0; machine < downs.size(); machine++) {
        boolean isDown = SpanTest.covers(downs.get(machine), at(second));
        anyDown |= isDown;
        anyWell |= !isDown && SpanTest.covers(awakes.get(machine), at(second));
      }
      assertEquals(anyDown && !anyWell, SpanTest.covers(found, at(second)), "second " + second);
    }
  }

  @Test
  void itReachesBackToTheFirstOfTheCrashesThatTookTheLastMachineDown() {
    NoneWell noneWell = new NoneWell();
    noneWell.add(List.of(span(100, 110), span(480, 900)), List.of());
    noneWell.add(List.of(span(450, 900)), List.of());
    noneWell.add(List.of(span(455, 470)), List.of());
    noneWell.add(List.of(span(430, 900)), List.of());
    assertEquals(span(450, 900), noneWell.fromFirstCrash(span(500, 900)));
    assertEquals(span(980, 990), noneWell.fromFirstCrash(span(980, 990)));
  }

  private static List<Span> spans(List<Integer> starts, int length) {
    List<Span> spans = new ArrayList<>();
    for (int start : starts) {
      spans.add(span(start, start + (start * 7 + 3) % length));
    }
    return Span.united(spans, Duration.ZERO);
  }

  private static Span span(int from, int to) {
    return new Span(at(from), at(to));
  }

  private static Instant at(int second) {
    return Instant.ofEpochSecond(1_700_000_000L + second);
  }
}
