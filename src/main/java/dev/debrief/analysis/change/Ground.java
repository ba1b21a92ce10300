package dev.debrief.analysis.change;

import dev.debrief.model.Evidence;
import java.util.List;

/**
 * What a verdict rests on where the counts before and after a change alone don't carry it.
 *
 * @param said as a sentence with its full stop
 * @param lines the lines that carry it
 */
record Ground(String said, List<Evidence> lines) {
  Ground {
    lines = List.copyOf(lines);
  }
}
