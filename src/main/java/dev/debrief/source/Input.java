package dev.debrief.source;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Objects;

/**
 * A thing to import, opened as often as needed.
 *
 * @param name what evidence will call it: the path below what the user passed, such as {@code
 *     fly-logs.json}, {@code archive.zip!/b.log}, or {@code -} for standard input
 * @param opener gives its bytes, from the beginning each time
 * @param size in bytes, -1 where unknown
 * @param modified when it was last written, {@link Instant#EPOCH} where unknown
 */
public record Input(String name, Opener opener, long size, Instant modified) {
  public Input {
    Objects.requireNonNull(name);
    Objects.requireNonNull(opener);
    Objects.requireNonNull(modified);
  }

  /** Its bytes as they were given, from the beginning. The caller closes the stream. */
  public InputStream open() throws IOException {
    return opener.open();
  }

  /** An input held in memory. */
  public static Input of(String name, byte[] bytes) {
    byte[] held = bytes.clone();
    return new Input(name, () -> new ByteArrayInputStream(held), held.length, Instant.EPOCH);
  }

  /** Where an input's bytes come from. */
  @FunctionalInterface
  public interface Opener {
    /** Opens the bytes, from the beginning each time it is called. */
    InputStream open() throws IOException;
  }
}
