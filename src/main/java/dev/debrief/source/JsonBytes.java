package dev.debrief.source;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Goes through an object of JSON byte by byte, as long as it is what is expected: known keys, texts
 * of ASCII, whole numbers, objects. At anything else it stops and has {@link #failed}; what it
 * gives after that means nothing. It takes nothing that {@link JsonBlock} would not take for one
 * whole object: no line with nothing on it, no line that begins with another object.
 */
final class JsonBytes {
  private static final int SHARED = 256;

  private final String[] shared = new String[SHARED];
  private final byte[][] sharedBytes = new byte[SHARED][];
  private byte[] bytes = new byte[0];
  private int at;
  private int limit;
  private int lines;
  private boolean first;
  private boolean failed;

  JsonBytes() {
    Arrays.fill(shared, "");
    Arrays.fill(sharedBytes, new byte[0]);
  }

  /** Begins with the object at {@code from}. */
  void begin(byte[] text, int from, int to) {
    bytes = text;
    at = from;
    limit = to;
    lines = 1;
    failed = false;
  }

  /** Fails unless what was read is as expected. */
  void check(boolean expected) {
    failed |= !expected;
  }

  /** Whether it met what it did not expect. */
  boolean failed() {
    return failed;
  }

  /** Whether the line ends where the object has ended. */
  boolean ended() {
    return !failed && at < limit && bytes[at] == '\n';
  }

  byte[] bytes() {
    return bytes;
  }

  /** The next byte's place. */
  int at() {
    return at;
  }

  /** On which line it is, 1 for the object's first. */
  int lines() {
    return lines;
  }

  /** Passes over what was gone through before elsewhere, if the same bytes are next. */
  boolean pass(byte[] known, int itsLines) {
    int end = at + known.length;
    if (end > limit || !Arrays.equals(bytes, at, end, known, 0, known.length)) {
      return false;
    }
    at = end;
    lines += itsLines;
    return true;
  }

  /** Enters the object that is next. */
  void enter() {
    expect('{');
    first = true;
  }

  /**
   * Goes to the next member's value; gives its key's place among those, or -1 at the end of the
   * object, which is left.
   *
   * @param keys each with the quote that ends it
   */
  int key(byte[][] keys) {
    blanks();
    byte next = next();
    if (next == '}') {
      at++;
      first = false;
      return -1;
    }
    if (!first) {
      expect(',');
      blanks();
    }
    first = false;
    expect('"');
    for (int key = 0; key < keys.length && !failed; key++) {
      byte[] one = keys[key];
      int end = at + one.length;
      if (end < limit && bytes[at] == one[0] && Arrays.equals(bytes, at, end, one, 0, one.length)) {
        at = end;
        blanks();
        expect(':');
        blanks();
        return key;
      }
    }
    failed = true;
    return -1;
  }

  /** The text that is next. */
  String text() {
    int from = at + 1;
    int end = quote();
    if (failed) {
      return "";
    }
    int escape = ByteScan.indexOf(bytes, (byte) '\\', from, end);
    if (escape < 0) {
      return new String(bytes, from, end - from, StandardCharsets.ISO_8859_1);
    }
    return unescaped(from, escape, end);
  }

  /** The same for one that comes again and again: as the same object, where it is the same text. */
  String shared() {
    int from = at + 1;
    int end = quote();
    if (failed || end == from) {
      return "";
    }
    int slot =
        bytes[from] * 31 + bytes[end - 1] * 7 + bytes[(from + end) >>> 1] + end - from & SHARED - 1;
    byte[] known = sharedBytes[slot];
    if (!Arrays.equals(bytes, from, end, known, 0, known.length)) {
      failed |= ByteScan.indexOf(bytes, (byte) '\\', from, end) >= 0;
      sharedBytes[slot] = Arrays.copyOfRange(bytes, from, end);
      shared[slot] = new String(bytes, from, end - from, StandardCharsets.ISO_8859_1);
    }
    return shared[slot];
  }

  /** The digits of the whole number that is next, not negative. */
  String number() {
    int from = at;
    while (at < limit && bytes[at] >= '0' && bytes[at] <= '9') {
      at++;
    }
    int digits = at - from;
    failed |= digits == 0 || digits > 18 || (digits > 1 && bytes[from] == '0');
    return digits == 1 && bytes[from] == '0'
        ? "0"
        : new String(bytes, from, digits, StandardCharsets.ISO_8859_1);
  }

  /** Goes over the text that is next; returns the place of the quote that ends it. */
  private int quote() {
    expect('"');
    int end = at;
    while (!failed) {
      end = ByteScan.indexOf(bytes, (byte) '"', end, limit);
      if (end < 0 || ByteScan.unusual(bytes, at, end) < end) {
        failed = true;
        break;
      }
      int before = end;
      while (bytes[before - 1] == '\\') {
        before--;
      }
      if ((end - before & 1) == 0) {
        at = end + 1;
        return end;
      }
      end++;
    }
    return at;
  }

  private String unescaped(int from, int escape, int end) {
    StringBuilder text = new StringBuilder(end - from);
    int copied = from;
    for (int back = escape; back >= 0; back = ByteScan.indexOf(bytes, (byte) '\\', copied, end)) {
      text.append(new String(bytes, copied, back - copied, StandardCharsets.ISO_8859_1));
      copied = back + 2;
      switch (bytes[back + 1]) {
        case '"', '\\', '/' -> text.append((char) bytes[back + 1]);
        case 'b' -> text.append('\b');
        case 'f' -> text.append('\f');
        case 'n' -> text.append('\n');
        case 'r' -> text.append('\r');
        case 't' -> text.append('\t');
        case 'u' -> {
          int code = copied + 4 <= end ? code(copied) : -1;
          if (code < 0) {
            failed = true;
            return "";
          }
          text.append((char) code);
          copied += 4;
        }
        default -> {
          failed = true;
          return "";
        }
      }
    }
    return text.append(new String(bytes, copied, end - copied, StandardCharsets.ISO_8859_1))
        .toString();
  }

  /** Four hexadecimal digits, or -1. */
  private int code(int from) {
    int code = 0;
    for (int i = from; i < from + 4; i++) {
      int digit = Character.digit(bytes[i], 16);
      if (digit < 0) {
        return -1;
      }
      code = code << 4 | digit;
    }
    return code;
  }

  private void blanks() {
    while (at < limit && (bytes[at] == ' ' || bytes[at] == '\n')) {
      if (bytes[at++] == '\n') {
        lines++;
        int begins = at;
        while (at < limit && bytes[at] == ' ') {
          at++;
        }
        failed |= at == limit || bytes[at] == '\n' || (bytes[at] == '{' && at == begins);
      }
    }
  }

  private byte next() {
    return failed || at >= limit ? 0 : bytes[at];
  }

  private void expect(char wanted) {
    if (next() == wanted) {
      at++;
    } else {
      failed = true;
    }
  }
}
