package dev.debrief.analysis.life;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.debrief.analysis.line.PlatformLine;
import dev.debrief.model.Clock;
import dev.debrief.model.Evidence;
import dev.debrief.model.Moment;
import dev.debrief.model.Precision;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** What is known of a machine in a part of the time. */
class MachineHistoryTest {
  @Property(tries = 300)
  void theLinesBetweenTwoInstantsAreAllOfThemAndNoneOfAnotherSecond(
      @ForAll @Size(max = 30) List<@IntRange(max = 9_000) Integer> millis,
      @ForAll @IntRange(max = 9_000) int a,
      @ForAll @IntRange(max = 9_000) int b) {
    Instant from = at(Math.min(a, b));
    Instant to = at(Math.max(a, b));
    List<Mark> given = history(millis).marks(from, to);
    List<Mark> within =
        history(millis).marks().stream()
            .filter(mark -> !mark.at().isBefore(from) && !mark.at().isAfter(to))
            .toList();
    assertTrue(given.containsAll(within));
    assertTrue(
        given.stream()
            .allMatch(
                mark ->
                    mark.at().getEpochSecond() >= from.getEpochSecond()
                        && mark.at().getEpochSecond() <= to.getEpochSecond()));
  }

  @Property(tries = 300)
  void theLinesOfOneSecondAreFoundInWhateverOrderTheyStand(
      @ForAll @Size(min = 1, max = 9) List<@IntRange(max = 999) Integer> millis) {
    List<Mark> marks = new ArrayList<>();
    for (int i = 0; i < millis.size(); i++) {
      marks.add(mark(millis.get(i), i));
    }
    for (Mark mark : marks) {
      assertEquals(marks, of(marks).marks(mark.at(), mark.at()));
    }
  }

  private static MachineHistory history(List<Integer> millis) {
    List<Mark> marks = new ArrayList<>();
    for (int i = 0; i < millis.size(); i++) {
      marks.add(mark(millis.get(i), i));
    }
    marks.sort(Comparator.comparing(Mark::at));
    return of(marks);
  }

  private static MachineHistory of(List<Mark> marks) {
    return new MachineHistory(
        "m",
        "app",
        "ord",
        false,
        marks,
        List.of(),
        List.of(),
        List.of(),
        Duration.ZERO,
        null,
        null);
  }

  private static Mark mark(int millis, int line) {
    return new Mark(
        new Moment(at(millis), Precision.MILLISECOND, Clock.PLATFORM),
        new Evidence("log", line + 1L),
        new PlatformLine.Ready());
  }

  private static Instant at(int millis) {
    return Instant.ofEpochSecond(1_700_000_000L).plusMillis(millis);
  }
}
