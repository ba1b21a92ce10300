package dev.debrief.store;

import dev.debrief.model.LogRecord;

/**
 * What a log record says, apart from when: two dumps of one event tell the same. The machine, the
 * provider and the message count; white space does not (dialects trim it differently), nor does the
 * proxy's error code, which the streamed shape of a proxy error has before its text ({@code [PM05]
 * failed to …}) and the polled shape ({@code error.message="failed to …"}) has not.
 */
final class Telling {
  private static final long PRIME = 0x9E37_79B9_7F4A_7C15L;

  private Telling() {}

  /** A hash of what it says: 64 bits, so that a million records in a second don't collide. */
  static long of(LogRecord record) {
    long hash = mix(mix(17, record.provider()), record.machine());
    String message = record.message();
    int from = code(message) ? 7 : 0;
    boolean gap = false;
    boolean begun = false;
    for (int i = from; i < message.length(); i++) {
      char c = message.charAt(i);
      if (c <= ' ') {
        gap = begun;
      } else {
        hash = gap ? step(step(hash, ' '), c) : step(hash, c);
        gap = false;
        begun = true;
      }
    }
    return finish(hash);
  }

  /** Whether a proxy error came in the polled shape. */
  static boolean polled(LogRecord record) {
    return record.fields().containsKey("error.message");
  }

  /** {@code [PM05] } at the beginning. */
  private static boolean code(String message) {
    return message.length() > 6
        && message.charAt(0) == '['
        && message.charAt(1) == 'P'
        && message.charAt(5) == ']'
        && message.charAt(6) == ' ';
  }

  private static long mix(long hash, String text) {
    return step(hash * 31 + text.hashCode(), '\n');
  }

  private static long step(long hash, char c) {
    return (hash ^ c) * PRIME + (hash >>> 29);
  }

  private static long finish(long hash) {
    long mixed = (hash ^ hash >>> 32) * PRIME;
    return mixed ^ mixed >>> 29;
  }
}
