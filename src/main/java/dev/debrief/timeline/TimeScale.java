package dev.debrief.timeline;

import dev.debrief.model.TimeRange;

/**
 * Time to pixels and back: a stretch of time on a width, idle stretches folded.
 *
 * @param from the left edge, ns since the epoch, UTC
 * @param to the right edge, after {@code from}
 * @param width in pixels, greater than 0
 */
public record TimeScale(long from, long to, double width, Folds folds) {
  /** The shortest stretch that can be looked at, in ns. */
  public static final long SHORTEST = 1_000;

  /** The longest, in ns: two hundred years. */
  public static final long LONGEST = 200L * 365 * 86_400 * Nanos.SECOND;

  public TimeScale {
    if (to <= from || width <= 0) {
      throw new IllegalArgumentException("no time or no width: " + from + " " + to + " " + width);
    }
  }

  /** A range on a width, nothing folded. */
  public static TimeScale of(TimeRange range, double width) {
    long from = Nanos.of(range.from());
    return new TimeScale(
        from, Math.max(from + SHORTEST, Nanos.of(range.to())), Math.max(1, width), Folds.NONE);
  }

  /** Where an instant lies; outside of {@code [0, width]} where it can't be seen. */
  public double x(long at) {
    if (folds.count() == 0) {
      return (at - from) * (width / (to - from));
    }
    return (folds.drawn(at) - folds.drawn(from)) * width / drawnSpan();
  }

  /** The instant at a pixel. */
  public long at(double x) {
    return folds.real(folds.drawn(from) + Math.round(x / width * drawnSpan()));
  }

  /** Whether any folded stretch is in sight: else a pixel is the same time everywhere. */
  public boolean folded() {
    return folds.within(from, to);
  }

  /** How much drawn time a pixel takes, in ns. */
  public double perPixel() {
    return drawnSpan() / width;
  }

  /** What it shows. */
  public TimeRange range() {
    return new TimeRange(Nanos.instant(from), Nanos.instant(to));
  }

  /**
   * The same around a pixel, nearer or farther.
   *
   * @param factor below 1 to see less time
   */
  public TimeScale zoomed(double x, double factor) {
    double span = drawnSpan();
    double wanted = Math.clamp(span * factor, SHORTEST, LONGEST);
    // Only differences go through a double: nanoseconds since the epoch don't fit one.
    long begin = folds.drawn(from) + Math.round(x / width * (span - wanted));
    return onDrawn(begin, begin + Math.round(wanted));
  }

  /** The same moved by pixels: positive to see later times. */
  public TimeScale panned(double pixels) {
    long by = Math.round(pixels * perPixel());
    long begin = folds.drawn(from) + by;
    return onDrawn(begin, begin + Math.round(drawnSpan()));
  }

  /** The same on another width. */
  public TimeScale withWidth(double pixels) {
    return new TimeScale(from, to, Math.max(1, pixels), folds);
  }

  /** The same width over another range; never shorter than {@link #SHORTEST}. */
  public TimeScale onto(long begin, long end) {
    return new TimeScale(begin, Math.max(begin + SHORTEST, end), width, folds);
  }

  /** The same edges with other folds. */
  public TimeScale withFolds(Folds others) {
    return new TimeScale(from, to, width, others);
  }

  private TimeScale onDrawn(long begin, long end) {
    long realBegin = folds.real(begin);
    return new TimeScale(realBegin, Math.max(realBegin + SHORTEST, folds.real(end)), width, folds);
  }

  private double drawnSpan() {
    return Math.max(1, folds.drawn(to) - folds.drawn(from));
  }
}
