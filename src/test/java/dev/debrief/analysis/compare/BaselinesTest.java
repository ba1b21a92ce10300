package dev.debrief.analysis.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.debrief.model.Conclusions;
import dev.debrief.model.Details;
import dev.debrief.model.Finding;
import dev.debrief.model.Severity;
import dev.debrief.model.TimeRange;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class BaselinesTest {
  private static final List<TimeRange> COVERED =
      List.of(Said.range(0, 1000), Said.range(2000, 9000));

  @Test
  void inAnOutageItIsTheHealthyTimeBefore() {
    TimeRange range = Said.range(4000, 4600);
    Conclusions outage = outage(3000);
    assertEquals(Baselines.Choice.HEALTHY, Baselines.usual(range, COVERED, outage));
    assertEquals(
        List.of(Said.range(0, 1000), Said.range(2000, 3000)),
        Baselines.of(Baselines.Choice.HEALTHY, range, COVERED, outage));
  }

  @Test
  void withoutEnoughHealthyTimeItIsAsLongBefore() {
    TimeRange range = Said.range(4000, 4600);
    assertEquals(Baselines.Choice.BEFORE, Baselines.usual(range, COVERED, outage(300)));
    assertEquals(Baselines.Choice.BEFORE, Baselines.usual(range, COVERED, Conclusions.NONE));
    assertEquals(
        List.of(Said.range(3400, 4000)),
        Baselines.of(Baselines.Choice.BEFORE, range, COVERED, Conclusions.NONE));
  }

  @Test
  void whereNothingWasLoggedBeforeItIsTheRest() {
    TimeRange range = Said.range(2000, 2600);
    assertEquals(Baselines.Choice.REST, Baselines.usual(range, COVERED, Conclusions.NONE));
    assertFalse(
        Baselines.possible(range, COVERED, Conclusions.NONE).contains(Baselines.Choice.BEFORE));
  }

  @Test
  void aRangeBeforeTheOutageIsNotHeldAgainstItself() {
    assertEquals(
        Baselines.Choice.BEFORE, Baselines.usual(Said.range(2500, 2700), COVERED, outage(3000)));
  }

  @Property
  void stretchesAreSetsOfInstants(
      @ForAll @Size(max = 6) List<@IntRange(max = 40) Integer> ones,
      @ForAll @Size(max = 6) List<@IntRange(max = 40) Integer> others,
      @ForAll @IntRange(max = 60) int second) {
    List<TimeRange> one = ranges(ones);
    List<TimeRange> other = ranges(others);
    boolean inOne = in(one, second);
    boolean inOther = in(other, second);
    assertEquals(inOne, in(Stretches.union(one), second));
    assertEquals(
        inOne && inOther, in(Stretches.both(Stretches.union(one), Stretches.union(other)), second));
    assertEquals(inOne && !inOther, in(Stretches.without(Stretches.union(one), other), second));
    List<TimeRange> union = Stretches.union(one);
    for (int i = 1; i < union.size(); i++) {
      assertFalse(union.get(i).from().compareTo(union.get(i - 1).to()) <= 0);
    }
  }

  private static List<TimeRange> ranges(List<Integer> starts) {
    return starts.stream().map(s -> Said.range(s, s + 1 + s % 9)).toList();
  }

  private static boolean in(List<TimeRange> ranges, int second) {
    return ranges.stream().anyMatch(range -> range.contains(Said.instant(second)));
  }

  private static Conclusions outage(double second) {
    Finding finding =
        new Finding(
            "F1",
            Said.instant(second),
            Said.instant(second + 600),
            List.of(),
            Severity.CRITICAL,
            0.9,
            "Down",
            "",
            List.of(),
            0,
            new Details.Outage("whole", null, null, "app", List.of(), null, null, null, null));
    return new Conclusions(List.of(finding), List.of(), List.of(), List.of(), List.of(), List.of());
  }
}
