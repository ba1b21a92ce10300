package dev.debrief.source;

/**
 * A line of an input.
 *
 * @param number from 1
 * @param text without its line end; terminal escapes as given
 * @param cut whether it was longer than {@link LineReader#LONGEST} and lost its end
 * @param more whether it is that long but may be JSON, and {@link LineReader#piece} gives the rest
 */
record Line(long number, String text, boolean cut, boolean more) {
  Line(long number, String text) {
    this(number, text, false, false);
  }

  /** Whether there is nothing on it. */
  boolean blank() {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c > ' ' && c != '\u00a0' && c != '\ufeff' && c != '\u200b') {
        return false;
      }
    }
    return true;
  }
}
