package dev.debrief.source;

import com.github.luben.zstd.ZstdInputStream;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * An input's text as UTF-8 without its byte order mark, whatever it was packed and encoded as: gzip
 * and Zstandard, one around the other too; UTF-16 with a mark or recognisable without one. What is
 * damaged ends where the damage begins, and the reading is told.
 */
final class Decoded extends FilterInputStream {
  /** Decompressed bytes from which on the ratio is watched. */
  private static final long SUSPICIOUS = 1L << 28;

  /** More bytes out for one byte in than a log ever gives. */
  static final long BOMB = 800;

  private final Counted raw;
  private final boolean packed;
  private long out;
  private String trouble = "";

  private Decoded(InputStream in, Counted raw, boolean packed) {
    super(in);
    this.raw = raw;
    this.packed = packed;
  }

  /** Opens the text inside raw bytes. */
  static Decoded open(InputStream bytes) throws IOException {
    Counted raw = new Counted(bytes);
    InputStream in = new PushbackInputStream(new BufferedInputStream(raw, 1 << 16), 4);
    boolean packed = false;
    for (int layer = 0; layer < 4; layer++) {
      PushbackInputStream peeked = (PushbackInputStream) in;
      byte[] magic = head(peeked, packed);
      InputStream unpacked;
      if (magic.length >= 2 && (magic[0] & 0xff) == 0x1f && (magic[1] & 0xff) == 0x8b) {
        try {
          unpacked = new GZIPInputStream(peeked, 1 << 16);
        } catch (EOFException | ZipException damaged) {
          unpacked = InputStream.nullInputStream();
        }
      } else if (magic.length == 4
          && (magic[0] & 0xff) == 0x28
          && (magic[1] & 0xff) == 0xb5
          && (magic[2] & 0xff) == 0x2f
          && (magic[3] & 0xff) == 0xfd) {
        unpacked = new ZstdInputStream(peeked);
      } else {
        break;
      }
      packed = true;
      in = new PushbackInputStream(unpacked, 4);
    }
    Decoded guarded = new Decoded(in, raw, packed);
    guarded.in = Utf8.of(new PushbackInputStream(guarded.guard(in), 512));
    return guarded;
  }

  private InputStream guard(InputStream unpacked) {
    return new InputStream() {
      @Override
      public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
      }

      @Override
      public int read(byte[] bytes, int from, int length) throws IOException {
        if (!trouble.isEmpty()) {
          return -1;
        }
        try {
          int count = unpacked.read(bytes, from, length);
          if (count > 0) {
            out += count;
            if (packed && out > SUSPICIOUS && out / Math.max(1, raw.count) > BOMB) {
              trouble = "it unpacks to more than " + BOMB + " times its size";
            }
          }
          return count;
        } catch (EOFException cut) {
          trouble = "its compressed data ends early";
          return -1;
        } catch (ZipException damaged) {
          String why = damaged.getMessage();
          trouble = packed || why == null ? "its compressed data is damaged" : why;
          return -1;
        } catch (IOException damaged) {
          if (packed) {
            trouble = "its compressed data is damaged";
            return -1;
          }
          throw damaged;
        }
      }

      @Override
      public void close() throws IOException {
        unpacked.close();
      }
    };
  }

  /** Why the text ended before the input did, or empty. */
  String trouble() {
    return trouble;
  }

  /** How many bytes of the input were read so far. */
  long position() {
    return raw.count;
  }

  private static byte[] head(PushbackInputStream in, boolean packed) throws IOException {
    byte[] head;
    try {
      head = in.readNBytes(4);
    } catch (IOException damaged) {
      if (packed) {
        return new byte[0]; // the next read meets the damage again, and tells of it
      }
      throw damaged;
    }
    in.unread(head);
    return head;
  }

  /** Counts the bytes that pass. */
  private static final class Counted extends FilterInputStream {
    private long count;

    Counted(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int one = super.read();
      if (one >= 0) {
        count++;
      }
      return one;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
      int read = super.read(bytes, from, length);
      if (read > 0) {
        count += read;
      }
      return read;
    }
  }

  /** Recognises the encoding by its first bytes and turns UTF-16 into UTF-8. */
  private static final class Utf8 {
    private Utf8() {}

    static InputStream of(PushbackInputStream in) throws IOException {
      byte[] head = in.readNBytes(256);
      int skip = 0;
      Charset wide = null;
      if (starts(head, 0xff, 0xfe)) {
        wide = StandardCharsets.UTF_16LE;
        skip = 2;
      } else if (starts(head, 0xfe, 0xff)) {
        wide = StandardCharsets.UTF_16BE;
        skip = 2;
      } else if (starts(head, 0xef, 0xbb, 0xbf)) {
        skip = 3;
      } else if (zeroes(head, 1) > 40 && zeroes(head, 0) < 4) {
        wide = StandardCharsets.UTF_16LE;
      } else if (zeroes(head, 0) > 40 && zeroes(head, 1) < 4) {
        wide = StandardCharsets.UTF_16BE;
      }
      in.unread(head, skip, head.length - skip);
      return wide == null ? in : new Transcoded(in, wide);
    }

    private static boolean starts(byte[] head, int... marks) {
      for (int i = 0; i < marks.length; i++) {
        if (i >= head.length || (head[i] & 0xff) != marks[i]) {
          return false;
        }
      }
      return true;
    }

    /** Zero bytes at even or odd places, in percent of those places. */
    private static int zeroes(byte[] head, int from) {
      int zero = 0;
      int all = 0;
      for (int i = from; i < head.length; i += 2) {
        all++;
        if (head[i] == 0) {
          zero++;
        }
      }
      return all < 8 ? 0 : zero * 100 / all;
    }
  }
}
