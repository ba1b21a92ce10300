package dev.debrief.store;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Words that are made up anew all the time: request ids, hashes, long numbers. In a large log most
 * of an index's terms are of these, each for a line or two. So a rare one is not a term: its 40-bit
 * code stands in the list of its ledger's block, and a search for it reads the few blocks that list
 * it. One that comes again and again (a machine's id) is a term from its {@value #RARE}th time on.
 * In the benchmark's text log (half a million lines, a request id on nearly each) the index took 10
 * MB instead of 17 and the import a tenth less processor time.
 *
 * <p>A code is twenty bits of the word's first four characters, so that a prefix is a range of
 * codes, and twenty of its hash.
 */
final class Ids {
  /** How often a word is listed before it becomes a term. */
  static final int RARE = 8;

  /** Bytes of a stored code. */
  static final int BYTES = 5;

  /** Characters of the shortest word that looks made up, if it is a number; of any with digits. */
  private static final int LEAST = 6;

  private static final int LONG = 8;
  private static final int HASH_BITS = 20;
  private static final int PREFIX_CHARS = 4;
  private static final int SLOTS = 1 << 15;

  private final int[] owners = new int[SLOTS];
  private final byte[] counts = new byte[SLOTS];
  private long[] codes = new long[1024];
  private int size;

  /** Whether a word (in lower case) looks made up: long with digits in it, or a long number. */
  static boolean madeUp(String word) {
    return word.length() >= LEAST
        && word.chars().allMatch(c -> c < 128)
        && madeUp(word.getBytes(StandardCharsets.US_ASCII), 0, word.length());
  }

  private static boolean madeUp(byte[] word, int from, int length) {
    boolean enough = length >= LONG;
    for (int i = from; i < from + length; i++) {
      // A long word is told by its first digit, a number by having nothing else.
      if ((word[i] <= '9') == enough) {
        return enough;
      }
    }
    return !enough;
  }

  /** Lists the word where it looks made up and is rare; false where it is to be a term. */
  boolean list(Words words) {
    int length = words.length();
    return length >= LEAST
        && words.ascii()
        && madeUp(words.spelling(), words.from(), length)
        && list(words.spelling(), words.from(), length);
  }

  private boolean list(byte[] word, int from, int length) {
    int hash = hash(word, from, length);
    int slot = (hash ^ hash >>> 15) & SLOTS - 1;
    if (owners[slot] != hash) {
      owners[slot] = hash;
      counts[slot] = 1;
    } else if (counts[slot] >= RARE) {
      return false;
    } else {
      counts[slot]++;
    }
    if (size == codes.length) {
      codes = Arrays.copyOf(codes, size * 2);
    }
    codes[size++] = code(word, from, length, hash);
    return true;
  }

  /** The codes listed since the last call, ascending, each once. */
  long[] take() {
    Arrays.sort(codes, 0, size);
    int distinct = 0;
    for (int i = 0; i < size; i++) {
      if (i == 0 || codes[i] != codes[i - 1]) {
        codes[distinct++] = codes[i];
      }
    }
    size = 0;
    return Arrays.copyOf(codes, distinct);
  }

  /** The code of a word, whose characters are ASCII. */
  static long code(String word) {
    byte[] bytes = word.getBytes(StandardCharsets.US_ASCII);
    return code(bytes, 0, bytes.length, hash(bytes, 0, bytes.length));
  }

  private static long code(byte[] word, int from, int length, int hash) {
    return prefix(word, from, length) << HASH_BITS | (hash & (1L << HASH_BITS) - 1);
  }

  /** The first code of words that begin so, and the first after the last. */
  static long[] range(String beginning) {
    int known = Math.min(PREFIX_CHARS, beginning.length());
    long from = prefix(beginning.getBytes(StandardCharsets.ISO_8859_1), 0, known);
    long width = 1L << (5 * (PREFIX_CHARS - known));
    return new long[] {from << HASH_BITS, (from + width) << HASH_BITS};
  }

  private static long prefix(byte[] word, int from, int length) {
    long bits = 0;
    for (int i = 0; i < PREFIX_CHARS; i++) {
      bits = bits << 5 | (i < length ? word[from + i] & 31 : 0);
    }
    return bits;
  }

  /** Mixed from the hash of the same String. */
  private static int hash(byte[] word, int from, int length) {
    int hash = 0;
    for (int i = from; i < from + length; i++) {
      hash = hash * 31 + word[i];
    }
    int mixed = hash * 0x9E37_79B9;
    return mixed ^ mixed >>> 16;
  }
}
