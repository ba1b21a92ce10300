package dev.debrief.store;

import java.util.Arrays;

/**
 * {@value #SIZE} numbers that aren't negative in as few bits as they need, laid out as Lucene's
 * codec reads them ({@code ForUtil} and {@code PForUtil} of its format 10.4, which are not for
 * others to call).
 *
 * <p>Numbers of at most eight bits stand four to an {@code int}, of at most sixteen two, each in a
 * lane of its own. As many of those as fit are shifted into one; those left over are cut into
 * pieces that fill what is free in the lanes.
 */
final class PackedBlock {
  static final int SIZE = 256;

  /** Numbers that may have more bits than the others. */
  private static final int MOST_EXCEPTIONS = 7;

  /** Bits that such a number may have more. */
  private static final int MORE = Byte.SIZE;

  private final int[] words = new int[SIZE];
  private final int[] packed = new int[SIZE];
  private final long[] set = new long[SIZE / 2];

  /** The bits that the largest of some numbers takes, at least one; given all of them or-ed. */
  private static int bits(int all) {
    return Math.max(1, Integer.SIZE - Integer.numberOfLeadingZeros(all));
  }

  /**
   * Steps, each at least one, of which all are so many; in as many bits as the largest needs or,
   * where that is smaller, as a bit for each place, set where a step ends. The first byte says how.
   */
  void steps(int[] steps, int all, Bytes out) {
    int any = 0;
    for (int step : steps) {
      any |= step;
    }
    int bits = bits(any);
    if (all == SIZE) {
      out.put(0);
    } else if (Math.min(Integer.SIZE, bits + 1) * SIZE <= all) {
      out.put(bits);
      pack(steps, bits, out);
    } else {
      int longs = Math.ceilDiv(all, Long.SIZE);
      out.put(-longs);
      Arrays.fill(set, 0, longs, 0);
      int at = -1;
      for (int step : steps) {
        at += step;
        set[at / Long.SIZE] |= 1L << at;
      }
      for (int i = 0; i < longs; i++) {
        out.lowest(set[i], Long.BYTES);
      }
    }
  }

  /** So many bits of each number. */
  private void pack(int[] numbers, int bits, Bytes out) {
    int lane = bits <= Byte.SIZE ? Byte.SIZE : bits <= Short.SIZE ? Short.SIZE : Integer.SIZE;
    int count = SIZE * lane / Integer.SIZE;
    collapse(numbers, lane);
    int ints = bits * SIZE / Integer.SIZE;
    int done = 0;
    int free = lane;
    for (; free >= bits; done += ints) {
      free -= bits;
      shift(done, ints, free);
    }
    if (free > 0) {
      cut(done, count, bits, lane, free);
    }
    for (int i = 0; i < ints; i++) {
      out.lowest(packed[i], Integer.BYTES);
    }
  }

  /** The first numbers into the highest lanes. */
  private void collapse(int[] numbers, int lane) {
    switch (lane) {
      case Byte.SIZE -> {
        for (int i = 0; i < SIZE / 4; i++) {
          words[i] =
              (numbers[i] << 24)
                  | (numbers[SIZE / 4 + i] << 16)
                  | (numbers[SIZE / 2 + i] << 8)
                  | numbers[SIZE / 4 * 3 + i];
        }
      }
      case Short.SIZE -> {
        for (int i = 0; i < SIZE / 2; i++) {
          words[i] = (numbers[i] << 16) | numbers[SIZE / 2 + i];
        }
      }
      default -> System.arraycopy(numbers, 0, words, 0, SIZE);
    }
  }

  private void shift(int from, int ints, int by) {
    if (from == 0) {
      for (int i = 0; i < ints; i++) {
        packed[i] = words[i] << by;
      }
    } else {
      for (int i = 0; i < ints; i++) {
        packed[i] |= words[from + i] << by;
      }
    }
  }

  /** The highest bits of a number first, into the highest that are free. */
  private void cut(int from, int to, int bits, int lane, int free) {
    int everyLane = lane == Byte.SIZE ? 0x0101_0101 : lane == Short.SIZE ? 0x0001_0001 : 1;
    int at = 0;
    int room = free;
    for (int i = from; i < to; i++) {
      for (int left = bits; left > 0; ) {
        int piece = Math.min(left, room);
        left -= piece;
        room -= piece;
        packed[at] |= ((words[i] >>> left) & (((1 << piece) - 1) * everyLane)) << room;
        if (room == 0) {
          at++;
          room = free;
        }
      }
    }
  }

  /** In as many bits as all but a few need, whose higher bits follow. Changes the numbers. */
  void patched(int[] numbers, Bytes out) {
    int all = 0;
    for (int number : numbers) {
      all |= number;
    }
    int most = bits(all);
    if (most <= Byte.SIZE && allEqual(numbers)) {
      out.put(0);
      out.unsigned(numbers[0]);
      return;
    }
    int bits = most;
    int exceptions = 0;
    while (bits > 1 && bits > most - MORE) {
      int longer = longer(numbers, bits - 1);
      if (longer > MOST_EXCEPTIONS) {
        break;
      }
      exceptions = longer;
      bits--;
    }
    byte[] patches = patches(numbers, bits, exceptions);
    if (most <= Byte.SIZE && allEqual(numbers)) {
      for (int i = 1; i < patches.length; i += 2) {
        patches[i] = (byte) (patches[i] << bits);
      }
      out.put(exceptions << 5);
      out.unsigned(numbers[0]);
    } else {
      out.put((exceptions << 5) | bits);
      pack(numbers, bits, out);
    }
    out.put(patches, patches.length);
  }

  private static boolean allEqual(int[] numbers) {
    int different = 0;
    for (int number : numbers) {
      different |= number ^ numbers[0];
    }
    return different == 0;
  }

  /** How many take more than so many bits. */
  private static int longer(int[] numbers, int bits) {
    int limit = (1 << bits) - 1;
    int count = 0;
    for (int number : numbers) {
      count += (limit - number) >>> (Integer.SIZE - 1);
    }
    return count;
  }

  /** By turns which number takes more bits, and what it has more, which it loses. */
  private static byte[] patches(int[] numbers, int bits, int exceptions) {
    byte[] patches = new byte[2 * exceptions];
    int mask = bits == Integer.SIZE ? -1 : (1 << bits) - 1;
    for (int i = 0, at = 0; at < patches.length; i++) {
      if (numbers[i] > mask) {
        patches[at++] = (byte) i;
        patches[at++] = (byte) (numbers[i] >>> bits);
        numbers[i] &= mask;
      }
    }
    return patches;
  }
}
