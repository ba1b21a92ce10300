package dev.debrief.store;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The words of a message as an engineer expects to find them: runs of letters and digits, in lower
 * case; everything else parts them. So {@code Oban.Notifier} is two words and found by either, or
 * whole as the phrase of both (which is how the parser reads it unquoted too); {@code v290}, {@code
 * SIGUSR1} and a request's id are one; {@code :nxdomain} is found with and without its colon. An
 * ideograph or a symbol such as an emoji is a word by itself. A run longer than {@value #LONGEST}
 * characters counts as several words in a row, so that no hostile line makes a giant term, and is
 * still found whole.
 */
final class Words {
  /** The longest word, in UTF-16 units. */
  static final int LONGEST = 64;

  /** How much of a message is searchable by its words. */
  static final int SEARCHED = 1 << 20;

  /** Eight bytes as one number, the first in its lowest byte. */
  private static final VarHandle EIGHT =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private static final long ONES = 0x0101_0101_0101_0101L;
  private static final long HIGHS = ONES << 7;
  private static final long LOWER = ONES * ' ';

  /** A text of ASCII in lower case, and eight bytes of nothing behind it. */
  private byte[] bytes = new byte[512];

  /** The same of the text before, as far as it is filled. */
  private byte[] before = new byte[512];

  private int beforeEnd;

  /** Any other text. */
  private String other = "";

  /** A word of ASCII in it. */
  private final byte[] spelt = new byte[LONGEST];

  private final StringBuilder word = new StringBuilder();
  private boolean allAscii;
  private int end;
  private int next;
  private int from;
  private int length;
  private boolean ascii;

  /** Starts over with a text. */
  void of(String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    of(utf8, 0, utf8.length);
  }

  /** Starts over with a text of UTF-8. */
  void of(byte[] utf8, int begin, int count) {
    byte[] spare = before;
    before = bytes;
    beforeEnd = allAscii ? end : 0;
    bytes = spare;
    next = 0;
    end = Math.min(count, SEARCHED);
    if (bytes.length < end + Long.BYTES) {
      bytes = new byte[Math.max(end, Math.min(SEARCHED, bytes.length * 2)) + Long.BYTES];
    }
    System.arraycopy(utf8, begin, bytes, 0, end);
    EIGHT.set(bytes, end, 0L);
    long all = 0;
    for (int at = 0; at < end; at += Long.BYTES) {
      long eight = (long) EIGHT.get(bytes, at);
      all |= eight;
      EIGHT.set(bytes, at, eight | letters(eight) >>> 2);
    }
    allAscii = (all & HIGHS) == 0;
    if (!allAscii) {
      String text = new String(utf8, begin, count, StandardCharsets.UTF_8);
      other = text.length() > SEARCHED ? text.substring(0, SEARCHED) : text;
      end = other.length();
    }
  }

  /** How many bytes in lower case the text before begins with, too; none where one isn't ASCII. */
  int common() {
    int different = allAscii ? Arrays.mismatch(bytes, 0, end, before, 0, beforeEnd) : 0;
    return different < 0 ? end : different;
  }

  /** Goes to a place in a text of ASCII. */
  void goTo(int place) {
    next = place;
  }

  /** The place behind the word found last. */
  int place() {
    return next;
  }

  /** Starts over. */
  void reset() {
    next = 0;
  }

  /** The word found last, in lower case. */
  String text() {
    return ascii
        ? new String(spelling(), from, length, StandardCharsets.ISO_8859_1)
        : word.toString();
  }

  /** Whether it has ASCII characters only. */
  boolean ascii() {
    return ascii;
  }

  /** Where its bytes are, if it is ASCII: {@link #length} of them behind {@link #from}. */
  byte[] spelling() {
    return allAscii ? bytes : spelt;
  }

  int from() {
    return from;
  }

  int length() {
    return length;
  }

  /** Its characters as a number, the first in the lowest byte, if it is ASCII and at most eight. */
  long packed() {
    return packed(spelling(), from, length);
  }

  /** Bytes as a number, the first in the lowest byte: at most eight. */
  static long packed(byte[] bytes, int from, int length) {
    if (from + Long.BYTES <= bytes.length && length > 0) {
      return (long) EIGHT.get(bytes, from) & -1L >>> (Long.SIZE - Byte.SIZE * length);
    }
    long packed = 0;
    for (int i = 0; i < length; i++) {
      packed |= (bytes[from + i] & 0xFFL) << (Byte.SIZE * i);
    }
    return packed;
  }

  /** Finds the next word; false where there is none. */
  boolean next() {
    return allAscii ? nextOfAscii() : nextOfAny();
  }

  /**
   * Where eight bytes hold letters or digits tells where a word begins and ends. Character by
   * character a word took 35 ns, and so it takes 15.
   */
  private boolean nextOfAscii() {
    ascii = true;
    int at = next;
    for (int apart = Long.BYTES; apart == Long.BYTES; at += apart) {
      if (at >= end) {
        next = end;
        return false;
      }
      apart = first(inWords((long) EIGHT.get(bytes, at)));
    }
    from = at;
    for (int more = Long.BYTES; more == Long.BYTES && at - from < LONGEST; at += more) {
      more = first(~inWords((long) EIGHT.get(bytes, at)) & HIGHS);
    }
    length = Math.min(at - from, LONGEST);
    next = from + length;
    return true;
  }

  /** Which byte is the first whose highest bit is set; eight if none. */
  private static int first(long highs) {
    return Long.numberOfTrailingZeros(highs) / Byte.SIZE;
  }

  /** The highest bit of each byte that is a letter or a digit, of ASCII in lower case. */
  private static long inWords(long eight) {
    return within(eight, 'a', 'z') | within(eight, '0', '9');
  }

  private static long letters(long eight) {
    return within(eight | LOWER, 'a', 'z');
  }

  /** The highest bit of each byte between two, both inside, of ASCII: no sum goes beyond a byte. */
  private static long within(long eight, char least, char most) {
    return eight + ONES * (128 - least) & ~(eight + ONES * (127 - most)) & HIGHS;
  }

  private boolean nextOfAny() {
    int at = next;
    while (at < end && !begins(at)) {
      at++;
    }
    word.setLength(0);
    ascii = true;
    boolean alone = false;
    while (at < end && word.length() < LONGEST && !alone) {
      int point = other.codePointAt(at);
      alone = alone(point);
      if (alone ? !word.isEmpty() : !Character.isLetterOrDigit(point) && !mark(point)) {
        break;
      }
      ascii &= point < 128;
      word.appendCodePoint(Character.toLowerCase(point));
      at += Character.charCount(point);
    }
    next = at;
    from = 0;
    length = word.length();
    for (int i = 0; i < length && ascii; i++) {
      spelt[i] = (byte) word.charAt(i);
    }
    return length > 0;
  }

  private boolean begins(int at) {
    int point = other.codePointAt(at);
    return Character.isLetterOrDigit(point) || alone(point);
  }

  /** A code point that is a word by itself. */
  private static boolean alone(int point) {
    return Character.isIdeographic(point) || Character.getType(point) == Character.OTHER_SYMBOL;
  }

  private static boolean mark(int point) {
    int type = Character.getType(point);
    return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
  }
}
