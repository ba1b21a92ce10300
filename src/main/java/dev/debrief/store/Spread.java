package dev.debrief.store;

import java.math.BigInteger;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.Query;

/** How matches spread over equal parts of a range of time. Linear in the matches. */
final class Spread {
  private static final int PARTS = 4_096;

  private final long[] starts;
  private final long[] counts;
  private final double partsPerNano;

  /**
   * Parts of {@code [from, to)}, in ns since the epoch.
   *
   * @param parts at least 1
   */
  Spread(long from, long to, int parts) {
    BigInteger width = BigInteger.valueOf(to).subtract(BigInteger.valueOf(from));
    starts = new long[parts];
    counts = new long[parts];
    BigInteger up = BigInteger.valueOf(parts - 1L);
    for (int i = 0; i < parts; i++) {
      // The least instant of which instant * parts / width, rounded down, is i.
      BigInteger offset =
          width.multiply(BigInteger.valueOf(i)).add(up).divide(BigInteger.valueOf(parts));
      starts[i] = BigInteger.valueOf(from).add(offset).longValueExact();
    }
    partsPerNano = parts / width.doubleValue();
  }

  /** How all matches spread from the first to the last. */
  static Spread of(Matches matches, Query query) {
    long[] ends = ends(matches, query);
    Spread spread = new Spread(ends[0], ends[1] == Long.MAX_VALUE ? ends[1] : ends[1] + 1, PARTS);
    spread.count(matches, query);
    return spread;
  }

  /** The first and the last match's time; the first is the later one where there is no match. */
  static long[] ends(Matches matches, Query query) {
    long[] ends = {Long.MAX_VALUE, Long.MIN_VALUE};
    matches.each(
        query,
        context -> {
          NumericDocValues at = DocValues.getNumeric(context.reader(), Fields.AT);
          return doc -> {
            if (at.advanceExact(doc)) {
              ends[0] = Math.min(ends[0], at.longValue());
              ends[1] = Math.max(ends[1], at.longValue());
            }
          };
        });
    return ends;
  }

  /** Adds the matches, all of which lie in the range. */
  void count(Matches matches, Query query) {
    matches.each(
        query,
        context -> {
          NumericDocValues at = DocValues.getNumeric(context.reader(), Fields.AT);
          return doc -> {
            if (at.advanceExact(doc)) {
              counts[part(at.longValue())]++;
            }
          };
        });
  }

  private int part(long at) {
    int part = (int) ((double) (at - starts[0]) * partsPerNano);
    part = Math.max(0, Math.min(starts.length - 1, part));
    while (part > 0 && at < starts[part]) {
      part--;
    }
    while (part + 1 < starts.length && at >= starts[part + 1]) {
      part++;
    }
    return part;
  }

  /** How many lie in each part. */
  long[] counts() {
    return counts.clone();
  }

  /**
   * Where the part begins that holds the match of an ordinal, and how many matches lie before it.
   */
  long[] startOf(long ordinal) {
    long before = 0;
    for (int i = 0; i < counts.length; i++) {
      if (before + counts[i] > ordinal) {
        return new long[] {starts[i], before};
      }
      before += counts[i];
    }
    return new long[] {starts[0], 0};
  }
}
