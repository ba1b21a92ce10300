package dev.debrief.analysis.life;

import dev.debrief.model.MachineEvent;
import dev.debrief.model.Moment;
import java.time.Duration;
import java.util.List;
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
}
