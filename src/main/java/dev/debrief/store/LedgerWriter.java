package dev.debrief.store;

import com.github.luben.zstd.ZstdCompressCtx;
import dev.debrief.model.Entry;
import dev.debrief.model.LogRecord;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.zip.CRC32C;

/**
 * Writes a {@link Ledger}. One thread adds entries; the blocks that come of it may be stored by
 * others, in any order.
 */
final class LedgerWriter implements AutoCloseable {
  /** Entries in a block: more compress better, fewer are faster to look one up in. */
  static final int ENTRIES = 512;

  private static final int BYTES = 1 << 18;

  /** A fiftieth smaller than level 1 for 0.03 us of processor time an entry. */
  private static final int LEVEL = 3;

  /** Origins remembered by machine, provider and severity: a power of two. */
  private static final int RECENT = 1 << 12;

  private static final Ledger.Block NONE = new Ledger.Block(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

  private final Path part;
  private final FileChannel channel;
  private final LedgerBlockWriter block = new LedgerBlockWriter();
  private final Map<Origin, Integer> origins = new HashMap<>();
  private final List<Origin> originsInOrder = new ArrayList<>();

  /** The same for others to read, as long as none is added. */
  private List<Origin> sharedOrigins = List.of();

  private final List<Ledger.Block> stored = new ArrayList<>();
  private final int[] recent = new int[RECENT];
  private final long[] times = new long[ENTRIES];
  private int entries;
  private long minAt = Long.MAX_VALUE;
  private long maxAt = Long.MIN_VALUE;
  private long minLine = Long.MAX_VALUE;
  private long maxLine;
  private long before = Long.MIN_VALUE;
  private long last = Long.MIN_VALUE;
  private int blocks;
  private long ordinal;
  private long end;
  private final CRC32C sum = new CRC32C();
  private final Queue<ZstdCompressCtx> contexts = new ConcurrentLinkedQueue<>();

  /**
   * A block full of entries, not stored yet. Belongs to whoever got it.
   *
   * @param told what the ledger's directory will say of it, but for where it is and how large
   * @param origins those of the ledger so far, by their number
   * @param times where each of its entries stands in time
   */
  record Full(int number, Ledger.Block told, byte[] bytes, List<Origin> origins, long[] times) {}

  /** Writes into a file that is gone when the writer is closed, unless it is finished. */
  LedgerWriter(Path part) throws IOException {
    this.part = part;
    this.channel =
        FileChannel.open(
            part,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE);
  }

  /** Adds an entry; true where the block is full and to be {@linkplain #take taken}. */
  boolean add(Entry entry, String format) {
    last = Times.placed(entry.moment(), last);
    times[entries++] = last;
    minAt = Math.min(minAt, last);
    maxAt = Math.max(maxAt, last);
    long line = entry.evidence().line();
    minLine = Math.min(minLine, line);
    maxLine = Math.max(maxLine, line + entry.lines() - 1);
    block.add(entry, origin(entry, format));
    return entries == ENTRIES || block.size() >= BYTES;
  }

  /**
   * The number of an entry's origin. A log record's mostly stands where the last one of its machine
   * left it, and is neither made nor hashed again.
   */
  private int origin(Entry entry, String format) {
    int slot = 0;
    if (entry instanceof LogRecord log) {
      int hash = log.machine().hashCode() * 31 + log.provider().hashCode();
      hash = hash * 31 + log.severity().ordinal();
      slot = (hash ^ hash >>> 16) & RECENT - 1;
      int number = recent[slot];
      if (number < originsInOrder.size() && originsInOrder.get(number).isOf(log, format)) {
        return number;
      }
    }
    Origin origin = Origin.of(entry, format);
    Integer known = origins.get(origin);
    if (known == null) {
      known = originsInOrder.size();
      origins.put(origin, known);
      originsInOrder.add(origin);
    }
    recent[slot] = known;
    return known;
  }

  /** The ordinal of the entry that is added next. */
  long next() {
    return ordinal + entries;
  }

  /** Where the entry added last stands in time. */
  long time() {
    return last;
  }

  boolean pending() {
    return entries > 0;
  }

  /** The block added up so far. */
  Full take() {
    if (sharedOrigins.size() < originsInOrder.size()) {
      sharedOrigins = List.copyOf(originsInOrder);
    }
    byte[] bytes = block.take();
    Full full =
        new Full(
            blocks++,
            new Ledger.Block(
                0, 0, bytes.length, ordinal, entries, before, minAt, maxAt, minLine, maxLine, 0),
            bytes,
            sharedOrigins,
            Arrays.copyOf(times, entries));
    ordinal += entries;
    before = last;
    entries = 0;
    minAt = Long.MAX_VALUE;
    maxAt = Long.MIN_VALUE;
    minLine = Long.MAX_VALUE;
    maxLine = 0;
    return full;
  }

  /**
   * Stores a block. Any thread.
   *
   * @param ids the codes of the words that it lists, ascending
   */
  void store(Full full, long[] ids) throws IOException {
    byte[] packed = packed(full.bytes());
    synchronized (this) {
      while (stored.size() <= full.number()) {
        stored.add(NONE);
      }
      stored.set(full.number(), full.told().at(end, packed.length, ids.length));
      write(ByteBuffer.wrap(packed));
      write(listed(ids));
    }
  }

  private static ByteBuffer listed(long[] ids) {
    ByteBuffer bytes = ByteBuffer.allocate(ids.length * Ids.BYTES);
    for (long id : ids) {
      bytes.put((byte) (id >>> 32)).putInt((int) id);
    }
    return bytes.flip();
  }

  /** A context's memory is asked for once a thread, not once a block. */
  private byte[] packed(byte[] bytes) {
    ZstdCompressCtx idle = contexts.poll();
    ZstdCompressCtx context =
        idle != null ? idle : new ZstdCompressCtx().setLevel(LEVEL).setChecksum(true);
    byte[] packed = context.compress(bytes);
    contexts.add(context);
    if (!channel.isOpen()) {
      release(); // Closed meanwhile: nobody else would give its memory back.
    }
    return packed;
  }

  private void write(ByteBuffer bytes) throws IOException {
    sum.update(bytes.duplicate());
    while (bytes.hasRemaining()) {
      end += channel.write(bytes, end);
    }
  }

  /** Writes the directory, syncs, and gives the file its name: what has its name is whole. */
  void finish(Path target) throws IOException {
    Bytes footer = new Bytes();
    footer.unsigned(originsInOrder.size());
    originsInOrder.forEach(origin -> footer.text(origin.text()));
    footer.unsigned(stored.size());
    for (Ledger.Block one : stored) {
      footer.unsigned(one.offset());
      footer.unsigned(one.compressed());
      footer.unsigned(one.raw());
      footer.unsigned(one.count());
      footer.signed(one.before());
      footer.signed(one.minAt());
      footer.signed(one.maxAt());
      footer.unsigned(one.minLine());
      footer.unsigned(one.maxLine());
      footer.unsigned(one.ids());
    }
    long at = end;
    write(ByteBuffer.wrap(packed(Arrays.copyOf(footer.array(), footer.length()))));
    ByteBuffer tail = ByteBuffer.allocate(Ledger.TAIL).order(ByteOrder.LITTLE_ENDIAN);
    tail.putLong(at).putInt(footer.length()).putInt((int) sum.getValue());
    tail.putLong(Ledger.MAGIC).flip();
    write(tail);
    channel.force(true);
    channel.close();
    Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
  }

  private void release() {
    for (ZstdCompressCtx idle; (idle = contexts.poll()) != null; ) {
      idle.close();
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
    release();
    Files.deleteIfExists(part);
  }
}
