package dev.debrief.analysis.compare;

import dev.debrief.model.Evidence;
import java.util.Arrays;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** How often something was printed in each part of the two stretches; parts come in order. */
final class Counted {
  private long[] parts = new long[4];
  private int[] counts = new int[4];
  private int size;
  private long here;
  private long before;
  @Nullable Evidence firstHere;
  @Nullable Evidence firstBefore;
  String textHere = "";
  String textBefore = "";

  /**
   * One more.
   *
   * @param part the part's number, the same for both stretches or not
   */
  void add(boolean inRange, long part, Evidence line, String text) {
    if (inRange) {
      here++;
      if (firstHere == null) {
        firstHere = line;
        textHere = text;
      }
    } else {
      before++;
      if (firstBefore == null) {
        firstBefore = line;
        textBefore = text;
      }
    }
    // Parts of the range have odd keys, those of the baseline even ones.
    long key = part * 2 + (inRange ? 1 : 0);
    if (size > 0 && parts[size - 1] == key) {
      counts[size - 1]++;
      return;
    }
    if (size == parts.length) {
      gather();
      if (size * 2 > parts.length) {
        parts = Arrays.copyOf(parts, parts.length * 2);
        counts = Arrays.copyOf(counts, parts.length);
      }
    }
    parts[size] = key;
    counts[size++] = 1;
  }

  /** A part's counts as one: speakers take turns, and what one says is whole only when it ends. */
  private void gather() {
    Integer[] order = new Integer[size];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, Comparator.comparingLong(i -> parts[i]));
    long[] sorted = new long[parts.length];
    int[] sums = new int[parts.length];
    int last = -1;
    for (int i : order) {
      if (last < 0 || sorted[last] != parts[i]) {
        sorted[++last] = parts[i];
      }
      sums[last] += counts[i];
    }
    parts = sorted;
    counts = sums;
    size = last + 1;
  }

  long here() {
    return here;
  }

  long before() {
    return before;
  }

  /** Both together. */
  Counted and(Counted other) {
    Counted sum = new Counted();
    sum.here = here + other.here;
    sum.before = before + other.before;
    boolean ours = firstHere != null;
    sum.firstHere = ours ? firstHere : other.firstHere;
    sum.textHere = ours ? textHere : other.textHere;
    boolean oursBefore = firstBefore != null;
    sum.firstBefore = oursBefore ? firstBefore : other.firstBefore;
    sum.textBefore = oursBefore ? textBefore : other.textBefore;
    sum.parts = Arrays.copyOf(parts, size + other.size);
    sum.counts = Arrays.copyOf(counts, size + other.size);
    System.arraycopy(other.parts, 0, sum.parts, size, other.size);
    System.arraycopy(other.counts, 0, sum.counts, size, other.size);
    sum.size = size + other.size;
    return sum;
  }

  /**
   * How many come together at a time: Pearson's dispersion of the counts in the parts, 1 where they
   * come one by one or more evenly (McCullagh and Nelder, Generalized Linear Models, 4.5).
   *
   * @param partsHere how many parts the range has, with those that are empty
   * @param partsBefore the same of the baseline
   */
  double clump(double partsHere, double partsBefore) {
    gather();
    double squaresHere = 0;
    double squaresBefore = 0;
    for (int i = 0; i < size; i++) {
      double square = (double) counts[i] * counts[i];
      if (parts[i] % 2 != 0) {
        squaresHere += square;
      } else {
        squaresBefore += square;
      }
    }
    double pearson =
        pearson(squaresHere, here, partsHere) + pearson(squaresBefore, before, partsBefore);
    double freedom = (here > 0 ? partsHere - 1 : 0) + (before > 0 ? partsBefore - 1 : 0);
    return freedom <= 0 ? 1 : Math.max(1, pearson / freedom);
  }

  private static double pearson(double squares, double sum, double parts) {
    return sum == 0 ? 0 : squares * parts / sum - sum;
  }
}
