package dev.debrief.source;

import dev.debrief.model.Clock;
import dev.debrief.model.Level;
import dev.debrief.model.Moment;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The heads of lines of {@code fly logs} that were read before, by their bytes: a log of millions
 * of lines has a few dozen machines, and many lines a second. A head {@code 2024-11-06T01:00:32Z
 * app[48e2d97f746d98] cdg [info]} means the same wherever it stands, so only one that is new is
 * taken apart, by {@link FlyHead}. That and making no text of the head halved the time that a line
 * takes until its message is looked into.
 */
final class KnownHeads {
  /** Bytes of a stamp of whole seconds. */
  private static final int STAMP = 20;

  /** Bytes after the stamp that are looked at for a head's end. */
  private static final int LONGEST = 120;

  private static final int BITS = 8;

  /** What stands between the stamp and the message, and what it means. */
  record Origin(byte[] bytes, String provider, String instance, String region, Level level) {}

  private final Origin[] origins = new Origin[1 << BITS];
  private final byte[] stamp = new byte[STAMP];
  private @Nullable Moment moment;
  private int origin;
  private int slot;

  /** Where the message begins, after {@link #find}. */
  int message;

  /**
   * The origin of the line between, where its stamp is of whole seconds and UTC, the head after it
   * was read before, and a message without fields follows; or null.
   */
  @Nullable Origin find(byte[] bytes, int from, int to) {
    origin = from + STAMP;
    int most = Math.min(to, origin + LONGEST);
    int close = ByteScan.indexOf(bytes, (byte) ']', origin, most);
    int end = close < 0 ? 0 : ByteScan.indexOf(bytes, (byte) ']', close + 1, most) + 1;
    message = end;
    if (end == 0 || fields(bytes, end, to)) {
      return null;
    }
    long mixed = ByteScan.eight(bytes, close - 8) * 31 + ByteScan.eight(bytes, end - 8);
    slot = (int) (mixed * 0x9E3779B97F4A7C15L >>> (Long.SIZE - BITS));
    Origin known = origins[slot];
    return known != null && Arrays.equals(bytes, origin, end, known.bytes, 0, known.bytes.length)
        ? known
        : null;
  }

  /** Whether fields may follow the head: their names begin so. */
  private static boolean fields(byte[] bytes, int at, int to) {
    return at < to && (bytes[at] == 'e' || bytes[at] == 'r');
  }

  /** The moment that a line's stamp names, or null where it is not of whole seconds and UTC. */
  @Nullable Moment moment(byte[] bytes, int from, int to, Stamp reader) {
    if (to - from < STAMP || bytes[from + STAMP - 1] != 'Z') {
      return null;
    }
    if (!Arrays.equals(bytes, from, from + STAMP, stamp, 0, STAMP)) {
      String text = new String(bytes, from, STAMP, StandardCharsets.ISO_8859_1);
      moment =
          reader.read(text, 0) && reader.end == STAMP
              ? new Moment(reader.instant(), reader.precision(), Clock.PLATFORM)
              : null;
      System.arraycopy(bytes, from, stamp, 0, STAMP);
    }
    return moment;
  }

  /**
   * Remembers what the head means that {@link #find} did not know, now that it was read; not where
   * it is of another shape, so that what it means depends on more than its own bytes.
   */
  void learn(byte[] bytes, int to, FlyHead head) {
    boolean usual =
        message > 0 && !head.instance.isEmpty() && head.message.length() == to - message;
    if (usual && !fields(bytes, message, to)) {
      byte[] own = Arrays.copyOfRange(bytes, origin, message);
      origins[slot] = new Origin(own, head.provider, head.instance, head.region, head.level);
    }
  }
}
