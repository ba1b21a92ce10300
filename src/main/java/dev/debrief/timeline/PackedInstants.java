package dev.debrief.timeline;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;

/**
 * How a series is kept in a file: the steps from each instant to the next in the largest unit that
 * divides them all, seven bits a byte (LEB128). Of a log with clocks of milliseconds most steps are
 * a byte or two, where the instant itself would take four.
 */
final class PackedInstants {
  private static final int PIECE = 1 << 12;

  private PackedInstants() {}

  static void write(Series series, DataOutputStream out) throws IOException {
    long unit = unit(series);
    byte[] packed = new byte[series.size() * 2 + 16];
    int length = 0;
    long before = series.size() == 0 ? 0 : series.first();
    out.writeInt(series.size());
    out.writeLong(before);
    out.writeLong(unit);
    for (int block = 0; block < series.blocks().length; block++) {
      for (int i = series.starts()[block]; i < series.starts()[block + 1]; i++) {
        long at = instant(series, block, i);
        long step = (at - before) / unit;
        before = at;
        if (packed.length - length < 10) {
          packed = Arrays.copyOf(packed, packed.length * 2);
        }
        for (; step > 127; step >>>= 7) {
          packed[length++] = (byte) ((step & 127) | 128);
        }
        packed[length++] = (byte) step;
      }
    }
    out.writeInt(length);
    out.write(packed, 0, length);
  }

  private static long instant(Series series, int block, int i) {
    return (long) series.blocks()[block] << 32 | Integer.toUnsignedLong(series.lows()[i]);
  }

  /** The greatest common divisor of all steps, at least 1. */
  private static long unit(Series series) {
    long unit = 0;
    long before = series.size() == 0 ? 0 : series.first();
    for (int block = 0; block < series.blocks().length && unit != 1; block++) {
      for (int i = series.starts()[block]; i < series.starts()[block + 1]; i++) {
        long at = instant(series, block, i);
        long step = at - before;
        before = at;
        while (step != 0) {
          long rest = unit % step;
          unit = step;
          step = rest;
        }
      }
    }
    return Math.max(1, unit);
  }

  static Series read(DataInputStream in) throws IOException {
    int count = in.readInt();
    long at = in.readLong();
    long unit = in.readLong();
    byte[] packed = in.readNBytes(in.readInt());
    if (count < 0 || count > packed.length) {
      throw new IOException("a series is damaged");
    }
    Unpacking unpacking = new Unpacking(packed, at, unit, count);
    while (unpacking.done < count) {
      unpacking.piece(Math.min(count, unpacking.done + PIECE));
    }
    return unpacking.series();
  }

  /**
   * Steps on their way to instants. A piece at a time, so that the JVM has a method to compile that
   * is called often: of one long loop it made three versions while it ran, a quarter of a second.
   */
  private static final class Unpacking {
    private final byte[] packed;
    private final long unit;
    private final int[] lows;
    private int[] blocks = new int[16];
    private int[] starts = new int[17];
    private int held;
    private long at;
    private int place;
    private int done;

    Unpacking(byte[] packed, long at, long unit, int count) {
      this.packed = packed;
      this.at = at;
      this.unit = unit;
      this.lows = new int[count];
    }

    void piece(int end) {
      int from = place;
      long now = at;
      for (int i = done; i < end; i++) {
        byte b = packed[from++];
        long step = b & 127;
        for (int shift = 7; b < 0; shift += 7) {
          b = packed[from++];
          step |= (long) (b & 127) << shift;
        }
        now += step * unit;
        lows[i] = (int) now;
        if (held == 0 || blocks[held - 1] != (int) (now >> 32)) {
          begin((int) (now >> 32), i);
        }
      }
      place = from;
      at = now;
      done = end;
    }

    private void begin(int block, int first) {
      if (held == blocks.length) {
        blocks = Arrays.copyOf(blocks, held * 2);
        starts = Arrays.copyOf(starts, held * 2 + 1);
      }
      blocks[held] = block;
      starts[held++] = first;
    }

    Series series() {
      starts[held] = lows.length;
      return Series.of(Arrays.copyOf(blocks, held), Arrays.copyOf(starts, held + 1), lows);
    }
  }
}
