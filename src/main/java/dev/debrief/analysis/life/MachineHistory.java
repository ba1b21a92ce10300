package dev.debrief.analysis.life;

import dev.debrief.model.MachineEvent;
import dev.debrief.model.Moment;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one machine.
 *
 * @param machine its id, empty where the log names none
 * @param oneOff whether it ran a release command or another one-off
 * @param marks its lines in order
 * @param boots its runs in order
 * @param exits its exits in order, those that only events tell of among them
 * @param events its events in order, by the log's clock
 * @param ahead how far the events' own clock runs ahead of the log's; zero where it doesn't
 * @param first the first line of the log about it, null where there is none
 * @param last the last
 */
public record MachineHistory(
    String machine,
    String app,
    String region,
    boolean oneOff,
    List<Mark> marks,
    List<Boot> boots,
    List<Exit> exits,
    List<MachineEvent> events,
    Duration ahead,
    @Nullable Moment first,
    @Nullable Moment last) {
  public MachineHistory {
    marks = List.copyOf(marks);
    boots = List.copyOf(boots);
    exits = List.copyOf(exits);
    events = List.copyOf(events);
  }

  /** Its exits between two instants, those at both ends among them. Logarithmic. */
  public List<Exit> exits(Instant from, Instant to) {
    return between(exits, Exit::at, from, to);
  }

  /**
   * Its lines between two instants, those at both ends among them, and the others of those two
   * seconds: lines of one second may stand in the order of their dump. Logarithmic.
   */
  public List<Mark> marks(Instant from, Instant to) {
    return between(marks, mark -> second(mark.at()), second(from), second(to));
  }

  private static Instant second(Instant at) {
    return at.truncatedTo(ChronoUnit.SECONDS);
  }

  private static <T> List<T> between(
      List<T> sorted, Function<? super T, Instant> at, Instant from, Instant to) {
    int first = before(sorted, each -> at.apply(each).isBefore(from));
    int end = before(sorted, each -> !at.apply(each).isAfter(to));
    return first < end ? sorted.subList(first, end) : List.of();
  }

  /** How many lie at the front for which something holds, and for none after them. */
  private static <T> int before(List<T> sorted, Predicate<? super T> holds) {
    int low = 0;
    int high = sorted.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (holds.test(sorted.get(middle))) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
