package dev.debrief.timeline;

import java.util.Comparator;
import java.util.List;

/**
 * One row of a timeline.
 *
 * @param id stable for the same case, such as {@code machine:17817e62f16438}
 * @param title what stands in the margin
 * @param subtitle a few words more, or empty
 * @param marks by start, then end
 * @param series the key of its counts in the {@link Density}, or empty where it has none
 */
public record Lane(
    String id, LaneKind kind, String title, String subtitle, List<Mark> marks, String series) {
  private static final Comparator<Mark> BY_TIME =
      Comparator.comparing(Mark::start).thenComparing(Mark::end);

  public Lane {
    marks = marks.stream().sorted(BY_TIME).toList();
  }
}
