package dev.debrief.timeline;

import java.time.Instant;
import java.util.Optional;

/**
 * What lies under a point of a drawing.
 *
 * @param row the row there, absent above, between and below them
 * @param gutter whether the point lies in the margin
 * @param at the instant there; for a point in the margin, the left edge's
 * @param mark the mark there, the most telling of several
 * @param gathered how many marks its sign stands for
 * @param count the lane's count in the column there, where it has counts
 */
public record Hit(
    Optional<Rows.Row> row,
    boolean gutter,
    Instant at,
    Optional<Mark> mark,
    int gathered,
    Optional<Count> count) {
  /** So many in a column of time, the bad ones among them where the lane tells. */
  public record Count(Instant from, Instant to, long all, Optional<Long> bad) {}
}
