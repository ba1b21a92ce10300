package dev.debrief.store;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Bytes that grow, with numbers of one to ten bytes (LEB128; signed ones zigzag). */
final class Bytes {
  private static final VarHandle EIGHT =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private byte[] array;
  private int length;

  Bytes() {
    this(1 << 12);
  }

  Bytes(int capacity) {
    array = new byte[capacity];
  }

  byte[] array() {
    return array;
  }

  int length() {
    return length;
  }

  void clear() {
    length = 0;
  }

  private void room(int more) {
    if (array.length - length < more) {
      array = Arrays.copyOf(array, Math.max(array.length * 2, length + more));
    }
  }

  void put(int b) {
    room(1);
    array[length++] = (byte) b;
  }

  void put(byte[] bytes, int count) {
    put(bytes, 0, count);
  }

  void put(byte[] bytes, int from, int count) {
    room(count);
    System.arraycopy(bytes, from, array, length, count);
    length += count;
  }

  void unsigned(long value) {
    room(10);
    long rest = value;
    while ((rest & ~0x7FL) != 0) {
      array[length++] = (byte) ((rest & 0x7F) | 0x80);
      rest >>>= 7;
    }
    array[length++] = (byte) rest;
  }

  void signed(long value) {
    unsigned(value << 1 ^ value >> 63);
  }

  /** So many of a number's bytes, the lowest first. */
  void lowest(long number, int count) {
    room(Long.BYTES);
    EIGHT.set(array, length, number);
    length += count;
  }

  void text(String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    unsigned(utf8.length);
    put(utf8, utf8.length);
  }

  /** Reads what was put. */
  static final class In {
    private final byte[] array;
    private int position;

    In(byte[] array, int position) {
      this.array = array;
      this.position = position;
    }

    int position() {
      return position;
    }

    int next() {
      return array[position++] & 0xFF;
    }

    long unsigned() {
      byte b = array[position++];
      if (b >= 0) {
        return b;
      }
      long value = b & 0x7F;
      for (int shift = 7; ; shift += 7) {
        b = array[position++];
        value |= (long) (b & 0x7F) << shift;
        if (b >= 0) {
          return value;
        }
      }
    }

    /** Passes over so many numbers. */
    void skip(int count) {
      for (int left = count; left > 0; ) {
        if (array[position++] >= 0) {
          left--;
        }
      }
    }

    long signed() {
      long value = unsigned();
      return value >>> 1 ^ -(value & 1);
    }

    String text(int utf8) {
      String text = new String(array, position, utf8, StandardCharsets.UTF_8);
      position += utf8;
      return text;
    }

    /** What is read. */
    byte[] array() {
      return array;
    }

    /** Passes over so many bytes; returns where they begin. */
    int pass(int count) {
      int from = position;
      position += count;
      return from;
    }

    /** Reads so many bytes into another array. */
    void copy(int count, byte[] into, int at) {
      System.arraycopy(array, position, into, at, count);
      position += count;
    }

    String text() {
      return text((int) unsigned());
    }
  }
}
