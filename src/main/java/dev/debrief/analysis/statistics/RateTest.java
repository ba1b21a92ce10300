package dev.debrief.analysis.statistics;

import org.jspecify.annotations.Nullable;

/**
 * Two Poisson rates compared: given their sum, the second count is binomial with the share of the
 * exposure as its chance (Przyborowski and Wilenski, Biometrika 31, 1940). The ratio's interval is
 * Clopper and Pearson's for that chance, mapped.
 *
 * @param ratio after over before; null where both are zero, infinite where only before is
 * @param low the lower end of the ratio's 95 % interval
 * @param high the upper end
 * @param p two-sided
 */
public record RateTest(@Nullable Double ratio, double low, double high, double p) {
  /** Compares {@code before} events in one exposure with {@code after} in another. */
  public static RateTest of(long before, double beforeExposure, long after, double afterExposure) {
    long n = before + after;
    if (n == 0 || beforeExposure <= 0 || afterExposure <= 0) {
      return new RateTest(null, 0, Double.POSITIVE_INFINITY, 1);
    }
    double share = afterExposure / (beforeExposure + afterExposure);
    double ratio =
        before == 0 ? Double.POSITIVE_INFINITY : after / afterExposure / (before / beforeExposure);
    double scale = beforeExposure / afterExposure;
    return new RateTest(
        ratio,
        odds(Binomial.lower(after, n, 0.05)) * scale,
        odds(Binomial.upper(after, n, 0.05)) * scale,
        Binomial.twoSided(after, n, share));
  }

  private static double odds(double p) {
    return p >= 1 ? Double.POSITIVE_INFINITY : p / (1 - p);
  }
}
