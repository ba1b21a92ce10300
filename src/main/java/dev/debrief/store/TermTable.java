package dev.debrief.store;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.MSBRadixSorter;

/**
 * Numbers for words, from 0, in the order of their first coming. An open hash table over one array
 * of UTF-8 bytes: no object a word.
 *
 * <p>Most words of a log are ASCII and fit into a {@code long}: such a word is its own key, so that
 * finding it touches one line of the processor's cache and compares no bytes.
 */
final class TermTable {
  private static final long MIX = 0x9E37_79B9_7F4A_7C15L;

  /** Set in the key of any other word, and in none of ASCII bytes. */
  private static final long OTHER = Long.MIN_VALUE;

  private byte[] bytes = new byte[1 << 14];
  private int[] starts = new int[1 << 10];
  private int size;

  /** By turns a key and its word's number plus one, which is 0 where nothing is. */
  private long[] slots = new long[2 << 12];

  private int shift = Long.SIZE - 12;

  /** How many words there are. */
  int size() {
    return size;
  }

  /** The number of the word found last. */
  int number(Words words) {
    if (!words.ascii()) {
      return number(words.text());
    }
    return words.length() <= Long.BYTES
        ? packed(words.packed(), words.spelling(), words.from(), words.length())
        : other(words.spelling(), words.from(), words.length());
  }

  /** The number of any text. */
  int number(String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    boolean fits = utf8.length <= Long.BYTES;
    for (byte one : utf8) {
      fits &= one > 0;
    }
    return fits
        ? packed(Words.packed(utf8, 0, utf8.length), utf8, 0, utf8.length)
        : other(utf8, 0, utf8.length);
  }

  /** The number of a word that is its own key. */
  private int packed(long key, byte[] word, int from, int length) {
    int slot = slot(key);
    while (slots[slot + 1] != 0) {
      if (slots[slot] == key) {
        return (int) slots[slot + 1] - 1;
      }
      slot = after(slot);
    }
    return add(slot, key, word, from, length);
  }

  /** The number of another word. */
  private int other(byte[] word, int from, int length) {
    int hash = 0;
    for (int i = from; i < from + length; i++) {
      hash = hash * 31 + word[i];
    }
    long key = OTHER | (long) length << Integer.SIZE | (hash & 0xFFFF_FFFFL);
    int slot = slot(key);
    while (slots[slot + 1] != 0) {
      int number = (int) slots[slot + 1] - 1;
      if (slots[slot] == key && same(number, word, from, length)) {
        return number;
      }
      slot = after(slot);
    }
    return add(slot, key, word, from, length);
  }

  private int slot(long key) {
    return (int) ((key * MIX) >>> shift) << 1;
  }

  private int after(int slot) {
    return slot + 2 & slots.length - 1;
  }

  private boolean same(int number, byte[] word, int from, int length) {
    return Arrays.equals(bytes, starts[number], starts[number + 1], word, from, from + length);
  }

  private int add(int slot, long key, byte[] word, int from, int length) {
    int at = starts[size];
    if (bytes.length - at < length) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, at + length));
    }
    System.arraycopy(word, from, bytes, at, length);
    if (size + 2 > starts.length) {
      starts = Arrays.copyOf(starts, starts.length * 2);
    }
    slots[slot] = key;
    slots[slot + 1] = size + 1L;
    starts[++size] = at + length;
    if (size * 4 > slots.length) {
      grow();
    }
    return size - 1;
  }

  private void grow() {
    long[] before = slots;
    slots = new long[before.length * 2];
    shift--;
    for (int i = 0; i < before.length; i += 2) {
      if (before[i + 1] != 0) {
        int slot = slot(before[i]);
        while (slots[slot + 1] != 0) {
          slot = after(slot);
        }
        slots[slot] = before[i];
        slots[slot + 1] = before[i + 1];
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
