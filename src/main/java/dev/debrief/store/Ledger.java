package dev.debrief.store;

import com.github.luben.zstd.Zstd;
import dev.debrief.model.Entry;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;

/**
 * Every entry that one original told, in its own order, duplicates included: the records' verbatim
 * text and numbers. The index finds, the ledger gives. It is a file of blocks of some hundred
 * entries, each compressed by itself, with a directory at its end.
 *
 * <p>Why not Lucene's stored fields: those are unpacked and packed again by every merge, and a pass
 * over all of them in order of time would unpack a block for every few entries.
 *
 * <p>Mapped into memory, so that a thread that is interrupted while reading harms nobody. Any
 * number of threads may read.
 */
final class Ledger implements AutoCloseable {
  static final long MAGIC = 0x4445_4252_4945_4632L;

  /** That of ledgers whose blocks are {@link FirstLedgerBlock}s. */
  private static final long FIRST = 0x4445_4252_4945_4631L;

  /** What a ledger ends in: where its directory is, how long unpacked, a checksum, the magic. */
  static final int TAIL = 24;

  private static final ValueLayout.OfLong LONG =
      ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  private static final ValueLayout.OfInt INT =
      ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

  private static final ValueLayout.OfInt ID =
      ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);

  /** Of a frame of zstd (RFC 8878, 3.1.1). */
  private static final int LONGEST_HEADER = 18;

  private final String path;
  private final Arena arena = Arena.ofShared();
  private final MemorySegment file;
  private final boolean first;
  private final List<Origin> origins;
  private final List<Block> blocks;
  private final long size;

  /**
   * Where a block is and what it holds.
   *
   * @param first the ordinal of its first entry in the ledger
   * @param before where the entry before its first stands in time, see {@link Times#placed}
   * @param ids how many words it lists, see {@link Ids}; their codes follow its bytes
   * @param minAt the earliest place in time of its entries, ns since the epoch
   */
  record Block(
      long offset,
      int compressed,
      int raw,
      long first,
      int count,
      long before,
      long minAt,
      long maxAt,
      long minLine,
      long maxLine,
      int ids) {
    /** The same, stored there. */
    Block at(long newOffset, int newCompressed, int newIds) {
      return new Block(
          newOffset,
          newCompressed,
          raw,
          first,
          count,
          before,
          minAt,
          maxAt,
          minLine,
          maxLine,
          newIds);
    }

    /** Where each of its entries stands in time. */
    long[] times(Entry[] entries) {
      long[] times = new long[entries.length];
      long last = before;
      for (int i = 0; i < times.length; i++) {
        last = Times.placed(entries[i].moment(), last);
        times[i] = last;
      }
      return times;
    }
  }

  private Ledger(Path source, String path) throws IOException {
    this.path = path;
    try (FileChannel channel = FileChannel.open(source, StandardOpenOption.READ)) {
      file = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), arena);
      first = isFirst(source);
      byte[] footer = footer();
      Bytes.In in = new Bytes.In(footer, 0);
      origins = new ArrayList<>();
      for (long n = in.unsigned(); n > 0; n--) {
        origins.add(Origin.parse(in.text()));
      }
      blocks = new ArrayList<>();
      long entries = 0;
      for (long n = in.unsigned(); n > 0; n--) {
        Block block =
            new Block(
                in.unsigned(),
                (int) in.unsigned(),
                (int) in.unsigned(),
                entries,
                (int) in.unsigned(),
                in.signed(),
                in.signed(),
                in.signed(),
                in.unsigned(),
                in.unsigned(),
                (int) in.unsigned());
        blocks.add(block);
        entries += block.count();
      }
      size = entries;
    } catch (IOException | RuntimeException e) {
      arena.close();
      throw e instanceof IOException io ? io : new IOException(source + " is damaged", e);
    }
  }

  /**
   * Opens a ledger.
   *
   * @param source the path that its entries' evidence bears
   * @throws IOException where it is missing or damaged
   */
  static Ledger open(Path file, String source) throws IOException {
    return new Ledger(file, source);
  }

  /** Whether its blocks are of the first form. */
  private boolean isFirst(Path source) throws IOException {
    long end = file.byteSize() - TAIL;
    long magic = end < 0 ? 0 : file.get(LONG, end + 16);
    if (magic != MAGIC && magic != FIRST) {
      throw new IOException(source + " is damaged: it has no end");
    }
    return magic == FIRST;
  }

  private byte[] footer() throws IOException {
    long end = file.byteSize() - TAIL;
    long at = file.get(LONG, end);
    int raw = file.get(INT, end + 8);
    if (at < 0 || at > end || end - at > Integer.MAX_VALUE || unpacked(at, end) != raw) {
      // Nothing holds these numbers against a checksum before memory is asked for by them.
      throw new IOException("the records of " + path + " are damaged: their end says otherwise");
    }
    try (Unpacking once = new Unpacking()) {
      return inflate(once, at, (int) (end - at), raw);
    }
  }

  /** How long what is packed there says that it is unpacked. */
  private long unpacked(long from, long to) {
    byte[] head =
        file.asSlice(from, Math.min(LONGEST_HEADER, to - from)).toArray(ValueLayout.JAVA_BYTE);
    return Zstd.getFrameContentSize(head, 0, head.length);
  }

  private byte[] inflate(Unpacking unpacking, long at, int compressed, int raw) throws IOException {
    try {
      return unpacking.unpack(file, at, compressed, raw);
    } catch (IOException e) {
      throw new IOException("the records of " + path + " are damaged: " + e.getMessage(), e);
    }
  }

  /** How many bytes the file has. */
  long bytes() {
    return file.byteSize();
  }

  /**
   * Reads every byte against the file's checksum. Blocks are held against their own whenever they
   * are read; the words that they list are not.
   */
  void check() throws IOException {
    long end = file.byteSize() - TAIL;
    int kept = file.get(INT, end + 12);
    if (kept != 0 && kept != sum(file.asSlice(0, end))) {
      throw new IOException("the records of " + path + " are damaged: they have another checksum");
    }
  }

  private static int sum(MemorySegment bytes) {
    CRC32C sum = new CRC32C();
    for (long at = 0; at < bytes.byteSize(); at += Integer.MAX_VALUE) {
      sum.update(
          bytes.asSlice(at, Math.min(Integer.MAX_VALUE, bytes.byteSize() - at)).asByteBuffer());
    }
    return (int) sum.getValue();
  }

  List<Block> blocks() {
    return blocks;
  }

  List<Origin> origins() {
    return origins;
  }

  /** How many entries there are. */
  long size() {
    return size;
  }

  /** The entries of a block. */
  Entry[] entries(Block block) throws IOException {
    try (Unpacking once = new Unpacking()) {
      return entries(block, once);
    }
  }

  /** The same, for who reads many. */
  Entry[] entries(Block block, Unpacking unpacking) throws IOException {
    byte[] bytes = inflate(unpacking, block.offset(), block.compressed(), block.raw());
    return first
        ? FirstLedgerBlock.read(bytes, block.raw(), path, origins)
        : LedgerBlock.read(bytes, block.raw(), path, origins);
  }

  /** The origin of each entry of a block. */
  Origin[] origins(Block block) throws IOException {
    try (Unpacking once = new Unpacking()) {
      byte[] bytes = inflate(once, block.offset(), block.compressed(), block.raw());
      return first ? FirstLedgerBlock.origins(bytes, origins) : LedgerBlock.origins(bytes, origins);
    }
  }

  /** Whether a block lists a word whose code lies in {@code [from, to)}. */
  boolean lists(Block block, long from, long to) {
    long base = block.offset() + block.compressed();
    int low = 0;
    int high = block.ids();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (id(base, middle) < from) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low < block.ids() && id(base, low) < to;
  }

  private long id(long base, int number) {
    long at = base + (long) number * Ids.BYTES;
    return (file.get(ValueLayout.JAVA_BYTE, at) & 0xFFL) << 32
        | (file.get(ID, at + 1) & 0xFFFF_FFFFL);
  }

  /** The number of the block that holds the entry of an ordinal. */
  int blockOf(long ordinal) {
    int low = 0;
    int high = blocks.size() - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (blocks.get(middle).first() <= ordinal) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }

  @Override
  public void close() {
    arena.close();
  }
}
