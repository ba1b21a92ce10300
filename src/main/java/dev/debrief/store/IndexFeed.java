package dev.debrief.store;

import dev.debrief.model.Commit;
import dev.debrief.model.Entry;
import dev.debrief.model.LogRecord;
import dev.debrief.model.MachineEvent;
import dev.debrief.model.MachineSnapshot;
import dev.debrief.model.Operation;
import dev.debrief.model.Release;
import dev.debrief.model.Unparsed;
import java.io.IOException;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexCommit;
import org.apache.lucene.index.IndexDeletionPolicy;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;

/**
 * What an import writes into the index. Nothing of it is in the case until the case file names its
 * commit; until then the commit before stays on disk.
 *
 * <p>A document holds only what finds an entry: its words, its {@link Origin}, its time and its
 * place in the ledgers. Text is given by the ledgers.
 */
final class IndexFeed implements AutoCloseable {
  private static final String NAME = "debrief";

  /**
   * The weight at which a segment is written. Each thread holds one, three times as large while it
   * is written, and its files: about a third of the memory that there is.
   */
  private static final long HEAVY =
      Math.min(16 << 20, Runtime.getRuntime().maxMemory() / 48 / Pipeline.WORKERS);

  private final Directory directory;
  private final Kept kept;
  private final IndexWriter writer;
  private final Queue<Gathering> open = new ConcurrentLinkedQueue<>();
  private final ThreadLocal<Gathering> mine = ThreadLocal.withInitial(this::opened);

  private IndexFeed(Directory directory, Kept kept, IndexWriter writer) {
    this.directory = directory;
    this.kept = kept;
    this.writer = writer;
  }

  /** Goes on from the commit of that name, whatever a killed import left beside it. */
  static IndexFeed after(Path folder, Optional<String> commit) throws IOException {
    FSDirectory directory = FSDirectory.open(folder);
    Kept kept = new Kept();
    // Bulk imports flush few large segments; merging those at once would double the work.
    TieredMergePolicy merges = new TieredMergePolicy().setSegmentsPerTier(20).setFloorSegmentMB(16);
    IndexWriterConfig config =
        new IndexWriterConfig(WordStream.analyzer())
            .setIndexDeletionPolicy(kept)
            .setCodec(Fields.CODEC)
            .setCommitOnClose(false)
            .setUseCompoundFile(false)
            .setMergePolicy(merges);
    if (commit.isPresent()) {
      config.setOpenMode(IndexWriterConfig.OpenMode.APPEND);
      config.setIndexCommit(named(directory, commit.get()));
    } else {
      config.setOpenMode(IndexWriterConfig.OpenMode.CREATE);
    }
    return new IndexFeed(directory, kept, new IndexWriter(directory, config));
  }

  /** The commit of that name. */
  static IndexCommit named(Directory directory, String name) throws IOException {
    for (IndexCommit commit : DirectoryReader.listCommits(directory)) {
      if (name.equals(commit.getUserData().get(NAME))) {
        return commit;
      }
    }
    throw new IOException("the index has no commit " + name);
  }

  /**
   * Indexes a block of a ledger. Any thread.
   *
   * @return the codes of the words that the block is to list instead, see {@link Ids}
   */
  long[] add(LedgerWriter.Full block, int volume) throws IOException {
    Gathering gathering = mine.get();
    Segment segment = gathering.segment;
    segment.add(block, (long) volume << Volume.ORDINAL_BITS | block.told().first());
    long[] listed = segment.listed();
    if (segment.weight() > gathering.limit) {
      write(segment);
      gathering.limit = HEAVY;
    }
    return listed;
  }

  /**
   * What one thread gathers. The threads' first limits differ, so that they don't all write at the
   * same time while the reading thread waits for them: a fifteenth of an import's time.
   */
  private static final class Gathering {
    private final Segment segment = new Segment();
    private long limit;

    Gathering(long limit) {
      this.limit = limit;
    }
  }

  private synchronized Gathering opened() {
    Gathering gathering = new Gathering(HEAVY * (open.size() + 1) / Pipeline.WORKERS);
    open.add(gathering);
    return gathering;
  }

  /** The writer takes a whole segment over as it is: it copies the files. */
  private void write(Segment segment) throws IOException {
    if (segment.size() > 0) {
      try (Directory memory = new ByteBuffersDirectory()) {
        segment.write(memory);
        writer.addIndexes(memory);
      }
    }
  }

  /**
   * Writes what one thread has gathered, while none gathers more. Called as often as there are
   * threads, from any of them, all is written.
   */
  void flushOne() throws IOException {
    Gathering gathering = open.poll();
    if (gathering != null) {
      write(gathering.segment);
      open.add(gathering);
    }
  }

  private void flush() throws IOException {
    for (Gathering gathering : open) {
      write(gathering.segment);
    }
  }

  /** Takes entries out again, once all is written. */
  void remove(int volume, BitSet ordinals) throws IOException {
    writer.deleteDocuments(Places.of(volume, ordinals));
  }

  /** Takes everything out. */
  void clear() throws IOException {
    writer.deleteAll();
  }

  /** Takes all entries of a ledger out again, while no thread gathers. */
  void removeAll(int volume) throws IOException {
    flush();
    long base = (long) volume << Volume.ORDINAL_BITS;
    writer.deleteDocuments(
        new Places(List.of(new long[] {base, base + (1L << Volume.ORDINAL_BITS) - 1})));
  }

  /** What of an entry is searched by its words. */
  static String text(Entry entry) {
    return switch (entry) {
      case LogRecord r -> r.message();
      case Unparsed u -> u.text();
      case Release r ->
          String.join(
              " ", r.version(), r.status(), r.description(), r.reason(), r.actor(), r.image());
      case MachineEvent e -> String.join(" ", e.machine(), e.type(), e.status(), e.source());
      case MachineSnapshot s ->
          String.join(" ", s.machine(), s.state(), s.version(), s.image(), s.instance());
      case Commit c -> String.join(" ", c.hash(), c.author(), c.subject());
      case Operation o ->
          String.join(" ", o.kind().name(), o.version(), o.image(), o.machine(), o.detail());
    };
  }

  /** Makes the new commit durable under a name, beside the one before. */
  void commit(String name) throws IOException {
    kept.both = true;
    writer.setLiveCommitData(Map.of(NAME, name).entrySet());
    writer.commit();
  }

  /** Lets the commits before the last go, once the case names the last. */
  void forgetOlder() throws IOException {
    kept.both = false;
    writer.deleteUnusedFiles();
  }

  @Override
  public void close() throws IOException {
    try (directory) {
      writer.rollback();
    }
  }

  private static final class Kept extends IndexDeletionPolicy {
    private boolean both;

    @Override
    public void onInit(List<? extends IndexCommit> commits) {
      // The one gone on from is kept by the writer itself; the rest is a killed import's.
    }

    @Override
    public void onCommit(List<? extends IndexCommit> commits) {
      if (!both) {
        commits.subList(0, commits.size() - 1).forEach(IndexCommit::delete);
      }
    }
  }
}
