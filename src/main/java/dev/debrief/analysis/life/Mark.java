package dev.debrief.analysis.life;

import dev.debrief.analysis.line.PlatformLine;
import dev.debrief.model.Evidence;
import dev.debrief.model.Moment;
import java.time.Instant;

/** A line that bears on one machine's life. */
public record Mark(Moment moment, Evidence evidence, PlatformLine line) {
  /** The start of the interval its time lies in, UTC. */
  public Instant at() {
    return moment.at();
  }
}
