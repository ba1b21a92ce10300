package dev.debrief.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32C;

/**
 * The checksum of a case file that was closed properly, in a file beside it. SQLite keeps none: a
 * bit that turned over inside a row would be read as if it had been written. The seal is lifted
 * before the first change and set again after the last, so that a case that was killed has none,
 * and none is asked for.
 */
final class Seal {
  private static final int CHUNK = 1 << 18;

  private final Path sealed;
  private final Path file;
  private boolean lifted;

  private Seal(Path sealed) {
    this.sealed = sealed;
    this.file = sealed.resolveSibling(sealed.getFileName() + ".seal");
    this.lifted = !Files.exists(file);
  }

  static Seal of(Path sealed) {
    return new Seal(sealed);
  }

  /**
   * Holds the file against its seal, where it has one.
   *
   * @throws IOException where its bytes are not those that were sealed
   */
  void check() throws IOException {
    if (lifted) {
      return;
    }
    String seal = Files.readString(file, StandardCharsets.ISO_8859_1).strip();
    // A machine that loses power while it seals leaves the seal's file with nothing in it.
    if (!seal.isEmpty() && !seal.equals(sum())) {
      throw new IOException(
          sealed.getFileName() + " is damaged, or was changed by another program");
    }
  }

  /** To be called before the file is changed. */
  void lift() throws IOException {
    if (!lifted) {
      Files.deleteIfExists(file);
      lifted = true;
    }
  }

  /** Seals the closed file, if it was changed; where there is no room for a seal, it has none. */
  void set() throws IOException {
    if (lifted && Files.isWritable(sealed) && Files.isWritable(file.toAbsolutePath().getParent())) {
      try {
        Files.writeString(file, sum());
      } catch (IOException full) {
        Files.deleteIfExists(file);
      }
    }
  }

  /** Takes the seal from a file that is to be made anew. */
  static void breakOf(Path sealed) throws IOException {
    of(sealed).lift();
  }

  private String sum() throws IOException {
    CRC32C sum = new CRC32C();
    try (FileChannel in = FileChannel.open(sealed, StandardOpenOption.READ)) {
      var chunk = ByteBuffer.allocateDirect(CHUNK);
      while (in.read(chunk) >= 0) {
        sum.update(chunk.flip());
        chunk.clear();
      }
      return "%08x %d".formatted(sum.getValue(), in.size());
    }
  }
}
