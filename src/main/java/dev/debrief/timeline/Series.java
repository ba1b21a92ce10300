package dev.debrief.timeline;

import java.util.Arrays;

/**
 * The instants of one kind of thing, held twice: as running totals over equal bins for ranges that
 * are wide, and exactly for ranges that are narrow. Both answer a count between two instants as the
 * difference of two ranks, so any zoom costs the same.
 *
 * <p>Exact instants take four bytes each: the low 32 bits of their nanoseconds, in blocks of 2³² ns
 * (4.3 s) that share the rest.
 *
 * @param base where the bins begin, ns since the epoch
 * @param bin a bin's width in ns
 * @param totals {@code totals[i]} instants lie before bin {@code i}
 * @param blocks the blocks that hold any, by their high 32 bits, ascending
 * @param starts where each block begins in {@code lows}, and where the last ends
 * @param lows the low 32 bits, ascending as unsigned within a block
 */
record Series(long base, long bin, int[] totals, int[] blocks, int[] starts, int[] lows) {
  /** The most bins: half a megabyte of totals, which stays in a processor's cache. */
  static final int BINS = 1 << 17;

  /** From instants in ascending order. */
  static Series of(long[] nanos, int count) {
    int[] lows = new int[count];
    int[] blocks = new int[16];
    int[] starts = new int[17];
    int held = 0;
    for (int i = 0; i < count; i++) {
      lows[i] = (int) nanos[i];
      int block = (int) (nanos[i] >> 32);
      if (held == 0 || blocks[held - 1] != block) {
        if (held == blocks.length) {
          blocks = Arrays.copyOf(blocks, held * 2);
          starts = Arrays.copyOf(starts, held * 2 + 1);
        }
        blocks[held] = block;
        starts[held++] = i;
      }
    }
    starts[held] = count;
    return of(Arrays.copyOf(blocks, held), Arrays.copyOf(starts, held + 1), lows);
  }

  /** From instants in ascending order, cut in two as it holds them. */
  static Series of(int[] blocks, int[] starts, int[] lows) {
    if (lows.length == 0) {
      return new Series(0, 1, new int[1], blocks, starts, lows);
    }
    long base = nanos(blocks[0], lows[0]);
    long last = nanos(blocks[blocks.length - 1], lows[lows.length - 1]);
    long span = Math.max(1, last - base + 1);
    int bins = (int) Math.min(BINS, span);
    long bin = (span + bins - 1) / bins;
    int[] totals = new int[bins + 1];
    for (int block = 0; block < blocks.length; block++) {
      count(totals, lows, starts[block], starts[block + 1], nanos(blocks[block], 0) - base, bin);
    }
    for (int i = 0; i < bins; i++) {
      totals[i + 1] += totals[i];
    }
    return new Series(base, bin, totals, blocks, starts, lows);
  }

  private static void count(int[] totals, int[] lows, int from, int to, long base, long bin) {
    for (int i = from; i < to; i++) {
      totals[(int) ((base + Integer.toUnsignedLong(lows[i])) / bin) + 1]++;
    }
  }

  private static long nanos(int block, int low) {
    return (long) block << 32 | Integer.toUnsignedLong(low);
  }

  /** How many there are. */
  int size() {
    return lows.length;
  }

  /** The first instant. */
  long first() {
    return nanos(blocks[0], lows[0]);
  }

  /** Counts in equal parts of a range; by bins where a part is wider than one, exactly else. */
  long[] counts(long from, long to, int buckets) {
    long[] counts = new long[buckets];
    double part = (double) (to - from) / buckets;
    boolean coarse = part >= bin;
    long before = coarse ? coarseRank(from) : rank(from);
    for (int i = 0; i < buckets; i++) {
      long edge = i + 1 == buckets ? to : from + (long) (part * (i + 1));
      long upTo = coarse ? coarseRank(edge) : rank(edge);
      counts[i] = upTo - before;
      before = upTo;
    }
    return counts;
  }

  private long coarseRank(long at) {
    if (at <= base) {
      return 0;
    }
    long index = (at - base + bin / 2) / bin;
    return totals[(int) Math.min(index, totals.length - 1)];
  }

  /** How many lie before an instant. */
  private int rank(long at) {
    int high = (int) (at >> 32);
    int block = Arrays.binarySearch(blocks, high);
    if (block < 0) {
      return starts[-block - 1];
    }
    int low = (int) at;
    int begin = starts[block];
    int end = starts[block + 1];
    while (begin < end) {
      int middle = (begin + end) >>> 1;
      if (Integer.compareUnsigned(lows[middle], low) < 0) {
        begin = middle + 1;
      } else {
        end = middle;
      }
    }
    return begin;
  }
}
