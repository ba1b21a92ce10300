package dev.debrief.analysis;

import java.time.Duration;

/**
 * What a user may set. The defaults are reasoned beside each; every other threshold is a named
 * constant beside its use.
 *
 * @param burstGap exits farther apart than this belong to different bursts; five minutes, as the
 *     contract defines a burst
 * @param retryWindow the platform's retry window; five minutes
 * @param retries the platform's tries within it; ten, where the log doesn't name another number
 * @param shortestOutage shorter failures are no outage; one minute
 * @param falseAlarmsPerSourceDay how many false silences a day each emitter, and each emitter on
 *     each machine, may raise; one in ten thousand, so that a healthy log of a month stays quiet
 * @param falseDiscoveries the share of false ones among the differences that changes are said to
 *     have made; one in twenty, as is usual, for what decides must be large as well as significant
 */
public record AnalysisSettings(
    Duration burstGap,
    Duration retryWindow,
    int retries,
    Duration shortestOutage,
    double falseAlarmsPerSourceDay,
    double falseDiscoveries) {
  /** What is used where nobody set anything. */
  public static final AnalysisSettings DEFAULT =
      new AnalysisSettings(
          Duration.ofMinutes(5), Duration.ofMinutes(5), 10, Duration.ofMinutes(1), 1e-4, 0.05);

  public AnalysisSettings {
    positive(burstGap);
    positive(retryWindow);
    positive(shortestOutage);
    if (retries < 1) {
      throw new IllegalArgumentException("retries " + retries);
    }
    chance(falseAlarmsPerSourceDay);
    chance(falseDiscoveries);
  }

  /** The same with another {@code burstGap}. */
  public AnalysisSettings withBurstGap(Duration value) {
    return new AnalysisSettings(
        value, retryWindow, retries, shortestOutage, falseAlarmsPerSourceDay, falseDiscoveries);
  }

  /** The same with another {@code retryWindow}. */
  public AnalysisSettings withRetryWindow(Duration value) {
    return new AnalysisSettings(
        burstGap, value, retries, shortestOutage, falseAlarmsPerSourceDay, falseDiscoveries);
  }

  /** The same with another {@code retries}. */
  public AnalysisSettings withRetries(int value) {
    return new AnalysisSettings(
        burstGap, retryWindow, value, shortestOutage, falseAlarmsPerSourceDay, falseDiscoveries);
  }

  /** The same with another {@code shortestOutage}. */
  public AnalysisSettings withShortestOutage(Duration value) {
    return new AnalysisSettings(
        burstGap, retryWindow, retries, value, falseAlarmsPerSourceDay, falseDiscoveries);
  }

  /** The same with another {@code falseAlarmsPerSourceDay}. */
  public AnalysisSettings withFalseAlarms(double value) {
    return new AnalysisSettings(
        burstGap, retryWindow, retries, shortestOutage, value, falseDiscoveries);
  }

  /** The same with another {@code falseDiscoveries}. */
  public AnalysisSettings withFalseDiscoveries(double value) {
    return new AnalysisSettings(
        burstGap, retryWindow, retries, shortestOutage, falseAlarmsPerSourceDay, value);
  }

  /** All of them, in order. Java's own for a record costs the start of the program 30 ms. */
  @Override
  public String toString() {
    return String.join(
        " ",
        burstGap.toString(),
        retryWindow.toString(),
        Integer.toString(retries),
        shortestOutage.toString(),
        Double.toString(falseAlarmsPerSourceDay),
        Double.toString(falseDiscoveries));
  }

  private static void positive(Duration length) {
    if (length.isNegative() || length.isZero()) {
      throw new IllegalArgumentException("length " + length);
    }
  }

  private static void chance(double p) {
    if (!(p > 0 && p < 1)) {
      throw new IllegalArgumentException("chance " + p);
    }
  }
}
