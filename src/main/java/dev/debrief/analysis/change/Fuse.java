package dev.debrief.analysis.change;

import dev.debrief.model.Evidence;
import java.util.List;

/**
 * What carries that failures which began long after a change go back to it.
 *
 * @param said as a sentence without its full stop
 * @param lines the lines that carry it
 */
record Fuse(String said, List<Evidence> lines) {
  Fuse {
    lines = List.copyOf(lines);
  }
}
