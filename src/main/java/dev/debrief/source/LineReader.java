package dev.debrief.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a stream of UTF-8, with some look-ahead. A line ends with a line feed, or a carriage
 * return and a line feed; a carriage return alone is part of its line. Bytes that are not UTF-8
 * become U+FFFD. A line longer than {@link #LONGEST} is cut there; one that begins like JSON can be
 * had in pieces. So memory is bounded whatever the stream holds.
 */
final class LineReader {
  /** Bytes of a line that are kept. */
  static final int LONGEST = 1 << 20;

  /** Characters that are looked ahead. */
  private static final int FARTHEST = 1 << 22;

  private final InputStream in;
  private byte[] buffer = new byte[1 << 17];
  private int position;
  private int limit;
  private boolean ended;
  private boolean inLine;
  private long lines;
  private long cuts;
  private final Deque<Line> ahead = new ArrayDeque<>();
  private long aheadLength;
  private int plainEnd;
  private int lastEscape;

  LineReader(InputStream in) {
    this.in = in;
  }

  /** The next line, or null after the last. */
  @Nullable Line next() throws IOException {
    Line line = ahead.pollFirst();
    if (line == null) {
      return read();
    }
    aheadLength -= line.text().length();
    return line;
  }

  /**
   * The line that comes {@code distance} lines after the next, or null where there is none or it is
   * too far away to be looked at.
   */
  @Nullable Line peek(int distance) throws IOException {
    while (ahead.size() <= distance) {
      boolean far = aheadLength > FARTHEST || (!ahead.isEmpty() && ahead.getLast().more());
      Line line = far || inLine ? null : read();
      if (line == null) {
        return null;
      }
      ahead.addLast(line);
      aheadLength += line.text().length();
    }
    if (distance == 0) {
      return ahead.getFirst();
    }
    Iterator<Line> lines = ahead.iterator();
    for (int i = 0; i < distance; i++) {
      lines.next();
    }
    return lines.next();
  }

  /** The next piece of the line that was given last, where it has {@link Line#more}, or null. */
  @Nullable String piece() throws IOException {
    if (!inLine || !ahead.isEmpty()) {
      return null;
    }
    Line piece = read(true);
    return piece == null ? "" : piece.text();
  }

  /**
   * Whether the next line is nothing but printable ASCII, tabs and terminal escapes, and can be had
   * as bytes: {@link #bytes} from {@link #from} to {@link #to} until anything else is asked of this
   * reader. False where it isn't, or can't be told without more ado; then it comes as any other.
   */
  boolean plain() throws IOException {
    if (inLine || !ahead.isEmpty()) {
      return false;
    }
    int scanned = position;
    lastEscape = -1;
    while (true) {
      int at = ByteScan.unusual(buffer, scanned, limit);
      for (; at < limit; at = ByteScan.unusual(buffer, at + 1, limit)) {
        byte unusual = buffer[at];
        if (unusual == Escapes.ESC) {
          lastEscape = at;
        } else if (unusual != '\t') {
          plainEnd = at;
          return unusual == '\n';
        }
      }
      if (ended || limit - position > LONGEST) {
        return false;
      }
      int length = limit - position;
      lastEscape -= position;
      fill();
      scanned = position + length;
    }
  }

  /** Where the bytes of a {@linkplain #plain plain} line are. */
  byte[] bytes() {
    return buffer;
  }

  /** Where they begin. */
  int from() {
    return position;
  }

  /** Where they end, the line feed not included. */
  int to() {
    return plainEnd;
  }

  /** Whether a terminal escape begins there or behind that in the plain line. */
  boolean escapedFrom(int place) {
    return lastEscape >= place;
  }

  /** Goes on behind the plain line; returns its number, from 1. */
  long pass() {
    position = plainEnd + 1;
    return ++lines;
  }

  /**
   * Makes so many bytes, fewer at the stream's end, stand between {@link #from} and {@link #limit}
   * where the next line begins; false where lines were looked at ahead.
   */
  boolean holds(int count) throws IOException {
    if (inLine || !ahead.isEmpty()) {
      return false;
    }
    while (limit - position < count && !ended) {
      fill();
    }
    return position < limit;
  }

  /** Where the bytes that can be looked at end. */
  int limit() {
    return limit;
  }

  /** Goes on at a place where a line begins, so many lines on; returns the first one's number. */
  long pass(int to, int count) {
    position = to;
    lines += count;
    return lines - count + 1;
  }

  /** How many lines were read from the stream, those looked at ahead included. */
  long lines() {
    return lines;
  }

  /** How many lines were cut. */
  long cuts() {
    return cuts;
  }

  private @Nullable Line read() throws IOException {
    if (inLine) {
      skipRest();
    }
    return read(false);
  }

  private @Nullable Line read(boolean piece) throws IOException {
    int scanned = position;
    while (true) {
      int end = lineFeed(scanned);
      if (end >= 0) {
        Line line = line(piece, position, end, false, false);
        position = end + 1;
        inLine = false;
        return line;
      }
      int length = limit - position;
      if (length > LONGEST + 4) {
        boolean json = piece || buffer[position] == '{' || buffer[position] == '[';
        int cutAt = boundary(position + LONGEST);
        Line line = line(piece, position, cutAt, !json, json);
        position = cutAt;
        inLine = true;
        return line;
      }
      if (ended) {
        Line line = length == 0 && !piece ? null : line(piece, position, limit, false, false);
        position = limit;
        inLine = false;
        return line;
      }
      fill();
      scanned = position + length;
    }
  }

  /** The last place up to here where no character of UTF-8 is cut. */
  private int boundary(int at) {
    int place = at;
    while (place > at - 4 && (buffer[place] & 0xc0) == 0x80) {
      place--;
    }
    return place;
  }

  /** Reads more behind what isn't taken yet, which moves to the buffer's beginning. */
  private void fill() throws IOException {
    int kept = limit - position;
    if (position > 0) {
      System.arraycopy(buffer, position, buffer, 0, kept);
    } else if (kept == buffer.length) {
      byte[] larger = new byte[buffer.length * 2];
      System.arraycopy(buffer, 0, larger, 0, kept);
      buffer = larger;
    }
    position = 0;
    limit = kept;
    int count = in.read(buffer, limit, buffer.length - limit);
    if (count < 0) {
      ended = true;
    } else {
      limit += count;
    }
  }

  private void skipRest() throws IOException {
    inLine = false;
    while (true) {
      int end = lineFeed(position);
      if (end >= 0) {
        position = end + 1;
        return;
      }
      position = limit;
      if (ended) {
        return;
      }
      fill();
    }
  }

  private int lineFeed(int from) {
    return ByteScan.indexOf(buffer, (byte) '\n', from, limit);
  }

  private Line line(boolean piece, int from, int end, boolean cut, boolean more) {
    if (!piece) {
      lines++;
    }
    if (cut) {
      cuts++;
    }
    boolean feed = !cut && !more && end > from && buffer[end - 1] == '\r';
    int last = feed ? end - 1 : end;
    return new Line(
        lines, new String(buffer, from, last - from, StandardCharsets.UTF_8), cut, more);
  }
}
