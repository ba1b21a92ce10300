package dev.debrief.analysis.silence;

import dev.debrief.analysis.AnalysisSettings;
import dev.debrief.analysis.outage.LogExtent;
import java.time.Duration;

/**
 * How likely a pause is in a healthy source of lines. A renewal model: pauses have an exponential
 * tail whose scale is the mean pause, or, where the source speaks in bursts, what its second
 * longest pause implies (the longest of n such pauses is about the scale times ln n). The p-value
 * is that the longest of n pauses reaches this one.
 *
 * @param mean the mean pause in seconds
 * @param other the second longest pause in seconds
 * @param p the chance of the longest
 * @param inside whether it spoke again after it
 */
record RenewalModel(double mean, double other, double p, boolean inside) {
  /** A rhythm needs this many lines to be known. */
  private static final long LEAST_LINES = 100;

  /** A silence is at least this many times as long as any other pause of the same source. */
  private static final int LONGER = 5;

  /** So much of it must have been heard before the silence. */
  private static final Duration HEARD = Duration.ofMinutes(30);

  /** A clock's ticks are known sooner than a rhythm. */
  private static final long LEAST_TICKS = 24;

  /** A clock's longest pause, in means; two machines' ticks fall together now and then. */
  private static final double CLOCK = 2.2;

  /** What is part of the program's life speaks soon after the log begins. */
  private static final Duration SINCE = Duration.ofMinutes(10);

  /** A shorter log counts as an hour, so that its odds are no stricter than can be met. */
  private static final double LEAST_DAYS = 1.0 / 24;

  /** The model of a pause among those of its beat. */
  static RenewalModel of(Beat beat, Pause pause) {
    double other =
        beat.pauses().stream()
            .filter(each -> !each.from().equals(pause.from()))
            .mapToDouble(Pause::seconds)
            .max()
            .orElse(0);
    boolean inside = pause.to().compareTo(beat.last()) <= 0;
    double active = active(beat, pause, inside);
    double scale = Math.max(active / beat.count, other / Math.log(Math.max(2, beat.count)));
    double p = -Math.expm1(beat.count * Math.log1p(-Math.exp(-pause.seconds() / scale)));
    return new RenewalModel(active / beat.count, other, p, inside);
  }

  /** A clock that ticks every quarter of an hour is not heard before its first tick. */
  private Duration since() {
    Duration ticks = Duration.ofMillis(Math.round(CLOCK * mean * 1000));
    return ticks.compareTo(SINCE) > 0 ? ticks : SINCE;
  }

  private static double active(Beat beat, Pause pause, boolean inside) {
    double spoken = Duration.between(beat.first, beat.last()).toMillis() / 1000.0;
    return spoken - (inside ? pause.seconds() : 0);
  }

  /** Whether a healthy source would show such a pause less often than the user allows. */
  boolean standsOut(Beat beat, Pause pause, AnalysisSettings settings, LogExtent log) {
    boolean steady =
        beat.count >= LEAST_LINES
            && Duration.between(beat.first, pause.from()).compareTo(HEARD) >= 0
            && active(beat, pause, inside) >= pause.seconds() / 2;
    double days =
        Math.max(LEAST_DAYS, Duration.between(log.first(), log.last()).toSeconds() / 86_400.0);
    return steady
        && pause.seconds() >= LONGER * other
        && p <= settings.falseAlarmsPerSourceDay() * days;
  }

  /**
   * Whether it came like clockwork ever since the log began, and then did not come. Lines that come
   * as people ask for them, and those of a job that begins and ends, are no clock.
   */
  boolean stoppedClock(Beat beat, Pause pause, LogExtent log) {
    double even = CLOCK * Math.max(1, beat.machines().size());
    return beat.count >= LEAST_TICKS
        && other <= even * mean
        && pause.seconds() >= LONGER * other
        && !beat.first.isAfter(log.first().plus(since()))
        && Duration.between(beat.first, pause.from()).compareTo(HEARD) >= 0
        && active(beat, pause, inside) >= pause.seconds() / 2;
  }
}
