package dev.debrief.store;

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

  private static final byte APART = 0;
  private static final byte INSIDE = 1;
  private static final byte DIGIT = 2;
  private static final char[] LOWER = new char[128];
  private static final byte[] CLASS = new byte[128];

  static {
    for (char c = 0; c < 128; c++) {
      LOWER[c] = Character.toLowerCase(c);
      CLASS[c] = Character.isDigit(c) ? DIGIT : Character.isLetterOrDigit(c) ? INSIDE : APART;
    }
  }

  private char[] text = new char[512];
  private int end;
  private int next;
  private final char[] word = new char[LONGEST + 1];
  private int length;
  private int digits;
  private int hash;
  private long packed;
  private boolean ascii;

  /** Starts over with a text. */
  void of(String newText) {
    end = Math.min(newText.length(), SEARCHED);
    if (text.length < end) {
      text = new char[Math.max(end, Math.min(SEARCHED, text.length * 2))];
    }
    newText.getChars(0, end, text, 0);
    next = 0;
  }

  /** Starts over. */
  void reset() {
    next = 0;
  }

  /** The word found last, in lower case, in the first {@link #length} places. */
  char[] word() {
    return word;
  }

  int length() {
    return length;
  }

  /** The word's hash, as that of the same String. */
  int hash() {
    return hash;
  }

  /** The last eight of its characters, a byte each, where it is ASCII. */
  long packed() {
    return packed;
  }

  /** Whether it has ASCII characters only. */
  boolean ascii() {
    return ascii;
  }

  /** How many of its characters are ASCII digits. */
  int digits() {
    return digits;
  }

  /** Finds the next word; false where there is none. */
  boolean next() {
    int at = next;
    while (at < end && !begins(at)) {
      at++;
    }
    if (at >= end) {
      next = end;
      return false;
    }
    length = 0;
    digits = 0;
    hash = 0;
    packed = 0;
    ascii = true;
    while (at < end && length < LONGEST) {
      char c = text[at];
      if (c < 128) {
        byte kind = CLASS[c];
        if (kind == APART) {
          break;
        }
        digits += kind >> 1;
        char lower = LOWER[c];
        word[length++] = lower;
        hash = hash * 31 + lower;
        packed = packed << Byte.SIZE | lower;
        at++;
        continue;
      }
      int point = Character.codePointAt(text, at, end);
      boolean alone = alone(point);
      if (alone ? length > 0 : !Character.isLetterOrDigit(point) && !mark(point)) {
        break;
      }
      ascii = false;
      int from = length;
      length += Character.toChars(Character.toLowerCase(point), word, length);
      for (int i = from; i < length; i++) {
        hash = hash * 31 + word[i];
      }
      at += Character.charCount(point);
      if (alone) {
        break;
      }
    }
    next = at;
    return true;
  }

  private boolean begins(int at) {
    char c = text[at];
    if (c < 128) {
      return CLASS[c] != APART;
    }
    int point = Character.codePointAt(text, at, end);
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
