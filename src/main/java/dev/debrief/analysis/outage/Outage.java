package dev.debrief.analysis.outage;

import dev.debrief.model.Details;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A time in which the app, or a good part of it, failed.
 *
 * @param span from its first failure to the first sign of the recovery that held
 * @param lasted from its first failure to its last, or to the boot that ended it
 * @param whole whether nearly everything failed
 * @param machines those that failed, sorted
 * @param failed requests that failed within it
 * @param seen requests answered within it; 0 where the log tells of none that went well
 * @param requestsTell whether requests' answers show it, not only machines' states
 * @param scope {@code one_instance}, {@code one_endpoint}, {@code everything} or empty
 * @param endpoints those that failed, most failures first
 * @param reasoning the explanation for a reader
 */
public record Outage(
    Span span,
    Duration lasted,
    boolean whole,
    List<String> machines,
    long failed,
    long seen,
    boolean requestsTell,
    String scope,
    List<String> endpoints,
    Details.Outage.Phase began,
    Details.Outage.@Nullable Phase detected,
    Details.Outage.@Nullable Phase mitigated,
    Details.Outage.Phase ended,
    String reasoning) {
  public Outage {
    machines = List.copyOf(machines);
    endpoints = List.copyOf(endpoints);
  }
}
