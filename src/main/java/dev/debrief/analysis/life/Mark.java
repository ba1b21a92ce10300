package dev.debrief.analysis.life;

import dev.debrief.analysis.line.PlatformLine;
import dev.debrief.model.Evidence;
import dev.debrief.model.Moment;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A line that bears on one machine's life.
 *
 * @param before what the program had said last before it; null unless it is a boot's line
 */
public record Mark(Moment moment, Evidence evidence, PlatformLine line, @Nullable Mark before) {
  /** One that follows nothing. */
  public Mark(Moment moment, Evidence evidence, PlatformLine line) {
    this(moment, evidence, line, null);
  }

  /** The start of the interval its time lies in, UTC. */
  public Instant at() {
    return moment.at();
  }
}
