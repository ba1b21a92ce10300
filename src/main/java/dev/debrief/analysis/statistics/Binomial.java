package dev.debrief.analysis.statistics;

import java.util.function.DoubleUnaryOperator;

/** The binomial distribution: exact tails, the two-sided test, Clopper and Pearson's interval. */
public final class Binomial {
  /** Halved so often, the unit interval is finer than a double is near one. */
  private static final int HALVINGS = 60;

  private Binomial() {}

  /** P(X ≤ k) of n trials with chance p. */
  public static double atMost(long k, long n, double p) {
    if (k < 0) {
      return 0;
    }
    // The upper tail taken from one would be lost in rounding where this one is small.
    return k >= n ? 1 : SpecialFunctions.beta(n - k, k + 1.0, 1 - p);
  }

  /** P(X ≥ k) of n trials with chance p. */
  public static double atLeast(long k, long n, double p) {
    if (k <= 0) {
      return 1;
    }
    return k > n ? 0 : SpecialFunctions.beta(k, n - k + 1.0, p);
  }

  /** The two-sided exact test that k of n came with chance p: twice the smaller tail, at most 1. */
  public static double twoSided(long k, long n, double p) {
    return Math.min(1, 2 * Math.min(atMost(k, n, p), atLeast(k, n, p)));
  }

  /** The lower end of the exact interval that covers the chance with 1 − α (Clopper, Pearson). */
  public static double lower(long k, long n, double alpha) {
    return k == 0 ? 0 : solve(alpha / 2, p -> atLeast(k, n, p), true);
  }

  /** The upper end of the same interval. */
  public static double upper(long k, long n, double alpha) {
    return k == n ? 1 : solve(alpha / 2, p -> atMost(k, n, p), false);
  }

  private static double solve(double target, DoubleUnaryOperator tail, boolean rises) {
    double low = 0;
    double high = 1;
    for (int i = 0; i < HALVINGS; i++) {
      double middle = (low + high) / 2;
      if ((tail.applyAsDouble(middle) < target) == rises) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return (low + high) / 2;
  }
}
