package dev.debrief.analysis.change;

import dev.debrief.model.Evidence;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How often one kind of failure came on one side of a change.
 *
 * @param events what is compared: crashes, failed requests, slices of time with an error
 * @param of by what: seconds, requests answered, slices
 * @param messages for an error how often it was printed, else the events
 * @param lasting whether it came throughout, and not in one burst
 * @param first its first line where one is kept
 * @param last a line of its last slice
 * @param firstAt when its first slice begins
 */
record Counted(
    long events,
    double of,
    long messages,
    boolean lasting,
    @Nullable Evidence first,
    @Nullable Evidence last,
    @Nullable Instant firstAt) {
  /** Events without lines. */
  static Counted of(long events, double of, boolean lasting) {
    return new Counted(events, of, events, lasting, null, null, null);
  }
}
