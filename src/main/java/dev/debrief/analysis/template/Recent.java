package dev.debrief.analysis.template;

import org.jspecify.annotations.Nullable;

/**
 * The shapes of messages that came lately, found again without masking: half of a log's lines come
 * again word for word, nearly all others but for their digits. A message is kept when one like it
 * comes the second time, as a hash tells: most of the rest never come again, and to keep them costs
 * the garbage collector more than their masking. Not for several threads at once.
 */
final class Recent {
  /** What {@link #shape} gives where the message's shape isn't known. */
  static final int UNKNOWN = -1;

  private static final int SLOTS = 1 << 13;

  /** Longer ones are not kept, so that they take little memory. */
  private static final int LONGEST = 256;

  private final boolean digitsMatter;
  private final int[] hashes = new int[SLOTS];
  private final @Nullable String[] messages = new String[SLOTS];
  private final int[] shapes = new int[SLOTS];
  private int slot;
  private boolean again;

  /**
   * None yet.
   *
   * @param digitsMatter whether messages that differ in digits alone are different ones
   */
  Recent(boolean digitsMatter) {
    this.digitsMatter = digitsMatter;
  }

  /** The shape of a message, or {@link #UNKNOWN}. Linear in the message's length. */
  int shape(String message) {
    int hash = hash(message);
    slot = (hash ^ hash >>> 16) & (SLOTS - 1);
    again = hashes[slot] == hash;
    hashes[slot] = hash;
    String kept = messages[slot];
    return again && kept != null && alike(kept, message) ? shapes[slot] : UNKNOWN;
  }

  /** Keeps the shape of the message last asked for, if one like it came before. */
  void keep(String message, int shape) {
    if (again && message.length() <= LONGEST) {
      messages[slot] = message;
      shapes[slot] = shape;
    }
  }

  private int hash(String message) {
    if (digitsMatter) {
      return message.hashCode();
    }
    int hash = 0;
    for (int i = 0; i < message.length(); i++) {
      char c = message.charAt(i);
      hash = hash * 31 + (Words.digit(c) ? '0' : c);
    }
    return hash;
  }

  private boolean alike(String one, String other) {
    if (digitsMatter || one.length() != other.length()) {
      return one.equals(other);
    }
    for (int i = 0; i < one.length(); i++) {
      char c = one.charAt(i);
      char d = other.charAt(i);
      if (c != d && !(Words.digit(c) && Words.digit(d))) {
        return false;
      }
    }
    return true;
  }
}
