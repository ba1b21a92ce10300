package dev.debrief.analysis;

import java.time.Duration;

/**
 * What a user may set. The defaults are reasoned beside each.
 *
 * @param burstGap exits farther apart than this belong to different bursts; five minutes, as the
 *     contract defines a burst
 * @param retryWindow the platform's retry window; five minutes
 * @param retries the platform's tries within it; ten, where the log doesn't name another number
 * @param shortestOutage shorter failures are no outage; one minute
 * @param falseAlarmsPerSourceDay how many false silences a day each emitter may raise; one in ten
 *     thousand, so that a healthy log of a month stays quiet
 */
public record AnalysisSettings(
    Duration burstGap,
    Duration retryWindow,
    int retries,
    Duration shortestOutage,
    double falseAlarmsPerSourceDay) {
  /** What is used where nobody set anything. */
  public static final AnalysisSettings DEFAULT =
      new AnalysisSettings(
          Duration.ofMinutes(5), Duration.ofMinutes(5), 10, Duration.ofMinutes(1), 1e-4);
}
