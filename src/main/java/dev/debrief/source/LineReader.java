package dev.debrief.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a stream of UTF-8, with as much look-ahead as is asked for. A line ends with a line
 * feed, or a carriage return and a line feed; a carriage return alone is part of its line. Bytes
 * that are not UTF-8 become U+FFFD. Memory is bounded by the longest line kept and the look-ahead.
 */
final class LineReader {
  /** Bytes of a line that are kept; the rest of a longer one is skipped. */
  static final int LONGEST = 1 << 20;

  /** The same for a line that begins like JSON, which may hold a whole document. */
  static final int LONGEST_JSON = 1 << 26;

  private final InputStream in;
  private byte[] buffer = new byte[1 << 17];
  private int position;
  private int limit;
  private boolean ended;
  private long lines;
  private final List<Line> ahead = new ArrayList<>();
  private int taken;

  LineReader(InputStream in) {
    this.in = in;
  }

  /** The next line, or null after the last. */
  @Nullable Line next() throws IOException {
    if (taken < ahead.size()) {
      Line line = ahead.get(taken++);
      if (taken == ahead.size()) {
        ahead.clear();
        taken = 0;
      }
      return line;
    }
    return read();
  }

  /** The line that comes {@code distance} lines after the next, or null where there is none. */
  @Nullable Line peek(int distance) throws IOException {
    while (ahead.size() - taken <= distance) {
      Line line = read();
      if (line == null) {
        return null;
      }
      ahead.add(line);
    }
    return ahead.get(taken + distance);
  }

  private @Nullable Line read() throws IOException {
    int from = position;
    int scanned = from;
    while (true) {
      int end = lineFeed(scanned);
      if (end >= 0) {
        position = end + 1;
        return line(from, end, false);
      }
      int length = limit - from;
      if (length >= LONGEST && length >= longest(from)) {
        Line line = line(from, from + longest(from), true);
        skipRest();
        return line;
      }
      if (ended) {
        position = limit;
        return length == 0 ? null : line(from, limit, false);
      }
      from = fill(from);
      scanned = from + length;
    }
  }

  private int longest(int from) {
    byte first = buffer[from];
    return first == '{' || first == '[' ? LONGEST_JSON : LONGEST;
  }

  /** Reads more, keeping the bytes from {@code from}; returns where those begin now. */
  private int fill(int from) throws IOException {
    int kept = limit - from;
    if (from > 0) {
      System.arraycopy(buffer, from, buffer, 0, kept);
    } else if (kept == buffer.length) {
      buffer = Arrays.copyOf(buffer, buffer.length * 2);
    }
    position = 0;
    limit = kept;
    int count = in.read(buffer, limit, buffer.length - limit);
    if (count < 0) {
      ended = true;
    } else {
      limit += count;
    }
    return 0;
  }

  private void skipRest() throws IOException {
    while (true) {
      int end = lineFeed(position);
      if (end >= 0) {
        position = end + 1;
        return;
      }
      position = 0;
      limit = 0;
      if (ended) {
        return;
      }
      if (buffer.length > LONGEST * 2) {
        buffer = new byte[1 << 17];
      }
      fill(0);
    }
  }

  private int lineFeed(int from) {
    byte[] bytes = buffer;
    for (int i = from, end = limit; i < end; i++) {
      if (bytes[i] == '\n') {
        return i;
      }
    }
    return -1;
  }

  private Line line(int from, int end, boolean cut) {
    int last = end > from && buffer[end - 1] == '\r' && !cut ? end - 1 : end;
    return new Line(++lines, new String(buffer, from, last - from, StandardCharsets.UTF_8), cut);
  }

  /** How many lines were read from the stream, those looked at ahead included. */
  long lines() {
    return lines;
  }
}
