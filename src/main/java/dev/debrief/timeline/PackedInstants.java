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
          packed[length++] = (byte) (step & 127 | 128);
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
    Stamps stamps = new Stamps();
    int place = 0;
    for (int i = 0; i < count; i++) {
      long step = 0;
      byte b;
      int shift = 0;
      do {
        b = packed[place++];
        step |= (long) (b & 127) << shift;
        shift += 7;
      } while (b < 0);
      at += step * unit;
      stamps.add(at);
    }
    return stamps.series();
  }
}
