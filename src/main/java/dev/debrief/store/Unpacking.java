package dev.debrief.store;

import com.github.luben.zstd.ZstdDecompressCtx;
import com.github.luben.zstd.ZstdException;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/**
 * Unpacks one block after the other with the same state and into the same array. To make both anew
 * for each of a case's blocks took a fourth of the time that it takes to unpack them. Not for
 * several threads at once.
 */
final class Unpacking implements AutoCloseable {
  private final ZstdDecompressCtx state = new ZstdDecompressCtx();
  private byte[] packed = new byte[0];
  private byte[] bytes = new byte[0];

  /**
   * The bytes of a block: so many from the array's first on, until the next is unpacked.
   *
   * @throws IOException where they are no block of that length
   */
  byte[] unpack(MemorySegment file, long at, int compressed, int raw) throws IOException {
    if (packed.length < compressed) {
      packed = new byte[compressed];
    }
    if (bytes.length < raw) {
      bytes = new byte[raw];
    }
    MemorySegment.copy(file, ValueLayout.JAVA_BYTE, at, packed, 0, compressed);
    int got;
    try {
      got = state.decompressByteArray(bytes, 0, raw, packed, 0, compressed);
    } catch (ZstdException e) {
      throw new IOException(e.getMessage(), e);
    }
    if (got != raw) {
      throw new IOException("another length");
    }
    return bytes;
  }

  @Override
  public void close() {
    state.close();
  }
}
