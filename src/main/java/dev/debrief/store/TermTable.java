package dev.debrief.store;

import java.util.Arrays;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.MSBRadixSorter;

/**
 * Numbers for words, from 0, in the order of their first coming. An open hash table over one array
 * of UTF-8 bytes: no object a word.
 */
final class TermTable {
  private byte[] bytes = new byte[1 << 14];
  private int[] starts = new int[1 << 10];
  private int size;

  /** Hash in the upper half, the word's number plus one in the lower; 0 where nothing is. */
  private long[] slots = new long[1 << 12];

  private char[] encoded = new char[64];

  /** How many words there are. */
  int size() {
    return size;
  }

  /**
   * The number of a word.
   *
   * @param hash of its characters, the same for the same word always
   * @param ascii whether it has ASCII characters only
   */
  int number(char[] word, int length, int hash, boolean ascii) {
    if (ascii) {
      return of(word, length, hash);
    }
    int utf8 = encode(word, length);
    return of(encoded, utf8, hash);
  }

  /** The number of any text. */
  int number(String text) {
    char[] chars = text.toCharArray();
    return number(chars, chars.length, text.hashCode(), false);
  }

  /** One char for each byte of UTF-8, into {@link #encoded}; how many. */
  private int encode(char[] word, int length) {
    byte[] utf8 = new String(word, 0, length).getBytes(java.nio.charset.StandardCharsets.UTF_8);
    if (encoded.length < utf8.length) {
      encoded = new char[utf8.length];
    }
    for (int i = 0; i < utf8.length; i++) {
      encoded[i] = (char) (utf8[i] & 0xFF);
    }
    return utf8.length;
  }

  private int of(char[] word, int length, int hash) {
    int mask = slots.length - 1;
    int mixed = hash * 0x9E37_79B9;
    for (int slot = mixed >>> 7 & mask; ; slot = slot + 1 & mask) {
      long found = slots[slot];
      if (found == 0) {
        return add(word, length, hash, slot);
      }
      int number = (int) found - 1;
      if ((int) (found >>> 32) == hash && same(number, word, length)) {
        return number;
      }
    }
  }

  private boolean same(int number, char[] word, int length) {
    int from = starts[number];
    if (starts[number + 1] - from != length) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      if ((bytes[from + i] & 0xFF) != word[i]) {
        return false;
      }
    }
    return true;
  }

  private int add(char[] word, int length, int hash, int slot) {
    int from = starts[size];
    if (bytes.length - from < length) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, from + length));
    }
    for (int i = 0; i < length; i++) {
      bytes[from + i] = (byte) word[i];
    }
    if (size + 2 > starts.length) {
      starts = Arrays.copyOf(starts, starts.length * 2);
    }
    slots[slot] = (long) hash << 32 | size + 1;
    size++;
    starts[size] = from + length;
    if (size * 2 > slots.length) {
      grow();
    }
    return size - 1;
  }

  private void grow() {
    long[] before = slots;
    slots = new long[before.length * 2];
    int mask = slots.length - 1;
    for (long one : before) {
      if (one != 0) {
        int slot = (int) (one >>> 32) * 0x9E37_79B9 >>> 7 & mask;
        while (slots[slot] != 0) {
          slot = slot + 1 & mask;
        }
        slots[slot] = one;
      }
    }
  }

  /** Points at a word's UTF-8 bytes. */
  void bytes(int number, BytesRef into) {
    into.bytes = bytes;
    into.offset = starts[number];
    into.length = starts[number + 1] - starts[number];
  }

  /** The numbers in the order of their words' bytes, which is Lucene's order of terms. */
  int[] sorted() {
    int[] order = new int[size];
    Arrays.setAll(order, i -> i);
    new MSBRadixSorter(Integer.MAX_VALUE) {
      @Override
      protected int byteAt(int i, int at) {
        int place = starts[order[i]] + at;
        return place < starts[order[i] + 1] ? bytes[place] & 0xFF : -1;
      }

      @Override
      protected void swap(int i, int j) {
        int held = order[i];
        order[i] = order[j];
        order[j] = held;
      }
    }.sort(0, size);
    return order;
  }

  /** Forgets all words; the memory stays for the next. */
  void clear() {
    size = 0;
    Arrays.fill(slots, 0);
  }
}
