package dev.debrief.analysis.statistics;

/** Fisher's exact test of a 2×2 table, two-sided: all tables as unlikely as this one or more. */
public final class FisherExact {
  private FisherExact() {}

  /** The p-value of the table {@code a b / c d}. Linear in the smallest margin. */
  public static double test(long a, long b, long c, long d) {
    long row = a + b;
    long column = a + c;
    long n = row + c + d;
    if (n == 0) {
      return 1;
    }
    double seen = ln(a, row, column, n);
    double p = 0;
    for (long x = Math.max(0, row + column - n); x <= Math.min(row, column); x++) {
      double each = ln(x, row, column, n);
      if (each <= seen + 1e-9) {
        p += Math.exp(each);
      }
    }
    return Math.min(1, p);
  }

  private static double ln(long x, long row, long column, long n) {
    return SpecialFunctions.lnChoose(column, x)
        + SpecialFunctions.lnChoose(n - column, row - x)
        - SpecialFunctions.lnChoose(n, row);
  }
}
