package dev.debrief.analysis.change;

import dev.debrief.analysis.statistics.RateTest;
import dev.debrief.model.FailureSeries;
import dev.debrief.model.FailureSeries.Effect;
import org.jspecify.annotations.Nullable;

/**
 * One kind of failure on both sides of a change, and the conditional test of its two rates.
 *
 * @param kind what failed
 * @param error which error, null for crashes and requests
 * @param p of the test; corrected once all are made
 * @param made whether the test was made: one that can't show anything would only blur the others
 * @param significant whether it was made and holds after the correction
 */
record Comparison(
    Kind kind,
    @Nullable ErrorSeries error,
    Counted before,
    Counted after,
    RateTest test,
    double p,
    boolean made,
    boolean significant) {
  /** What fails. */
  enum Kind {
    /** Exits that nobody asked for. A change that matters moves their rate five times at least. */
    CRASHES("crashes", 5),
    /** Requests: their share moves three times, for it can't rise above one. */
    REQUESTS("requests", 3),
    /** An error of one template. Like crashes; programs print some for no harm. */
    ERRORS("errors", 5);

    final String id;
    final double times;

    Kind(String id, double times) {
      this.id = id;
      this.times = times;
    }
  }

  /** Compares two sides by events and what they are counted by. */
  static Comparison of(Kind kind, @Nullable ErrorSeries error, Counted before, Counted after) {
    return of(
        kind,
        error,
        before,
        after,
        RateTest.of(before.events(), before.of(), after.events(), after.of()));
  }

  static Comparison of(
      Kind kind, @Nullable ErrorSeries error, Counted before, Counted after, RateTest test) {
    return new Comparison(kind, error, before, after, test, 1, false, false);
  }

  /** The same with its p-value after the correction, held against the false discoveries allowed. */
  Comparison corrected(double adjusted, double falseDiscoveries) {
    return new Comparison(
        kind, error, before, after, test, adjusted, true, adjusted <= falseDiscoveries);
  }

  /** Whether there is anything to compare. Asks for the sum alone, so it favours neither side. */
  boolean tells() {
    long events = before.events() + after.events();
    return kind == Kind.ERRORS ? events >= ErrorSeries.LASTING_SLICES : events > 0;
  }

  /** What the change did to it. */
  Effect effect() {
    if (before.events() + after.events() == 0) {
      return Effect.NONE;
    }
    @Nullable Double ratio = test.ratio();
    if (significant && ratio != null) {
      if (ratio >= kind.times && after.lasting()) {
        return before.events() == 0 ? Effect.BEGAN : Effect.ROSE;
      }
      if (ratio <= 1 / kind.times && before.lasting()) {
        return after.events() == 0 ? Effect.ENDED : Effect.FELL;
      }
    }
    return before.events() > 0 && after.events() > 0 ? Effect.WENT_ON : Effect.UNCLEAR;
  }

  /** Whether it came, or came far more, with the change. */
  boolean rose() {
    Effect effect = effect();
    return effect == Effect.BEGAN || effect == Effect.ROSE;
  }

  /** Whether it ended, or nearly, with the change. */
  boolean fell() {
    Effect effect = effect();
    return effect == Effect.ENDED || effect == Effect.FELL;
  }

  /** As the finding's details say it. */
  FailureSeries told() {
    boolean tested = made && test.ratio() != null;
    return new FailureSeries(
        error == null ? kind.id : error.id(),
        error == null ? "" : error.template(),
        effect(),
        before.events(),
        before.of(),
        before.messages(),
        after.events(),
        after.of(),
        after.messages(),
        tested ? finite(test.ratio()) : null,
        tested ? finite(test.low()) : null,
        tested ? finite(test.high()) : null,
        tested ? p : null,
        fell() ? before.last() : after.first() == null ? before.last() : after.first());
  }

  /** JSON knows no infinity; without a bound there is none to tell. */
  static @Nullable Double finite(@Nullable Double value) {
    return value == null || value.isInfinite() || value.isNaN() ? null : value;
  }
}
