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
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.DocValuesType;
import org.apache.lucene.index.IndexCommit;
import org.apache.lucene.index.IndexDeletionPolicy;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.IndexableField;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.BytesRef;

/**
 * What an import writes into the index. Nothing of it is in the case until the case file names its
 * commit; until then the commit before stays on disk.
 *
 * <p>A document holds only what finds an entry: its words, its {@link Origin}, its time and its
 * place in the ledgers. Text is given by the ledgers.
 */
final class IndexFeed implements AutoCloseable {
  private static final String NAME = "debrief";
  private static final int BUFFER_MEGABYTES = 96;
  private static final FieldType WORDS = new FieldType();
  private static final FieldType ORIGIN = new FieldType();

  static {
    WORDS.setTokenized(true);
    WORDS.setOmitNorms(true);
    WORDS.setIndexOptions(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS);
    WORDS.freeze();
    ORIGIN.setTokenized(false);
    ORIGIN.setOmitNorms(true);
    ORIGIN.setIndexOptions(IndexOptions.DOCS);
    ORIGIN.setDocValuesType(DocValuesType.SORTED);
    ORIGIN.freeze();
  }

  private final Directory directory;
  private final Kept kept;
  private final IndexWriter writer;
  private final ThreadLocal<Lane> lanes = ThreadLocal.withInitial(Lane::new);

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
        new IndexWriterConfig(Words.analyzer())
            .setIndexDeletionPolicy(kept)
            .setCommitOnClose(false)
            .setUseCompoundFile(false)
            .setMergePolicy(merges)
            .setRAMBufferSizeMB(BUFFER_MEGABYTES);
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
    Lane lane = lanes.get();
    long place = ((long) volume << Volume.ORDINAL_BITS) | block.first();
    for (int i = 0; i < block.entries().size(); i++) {
      writer.addDocument(
          lane.document(
              block.entries().get(i), block.origins().get(i), block.times()[i], place + i));
    }
    return lane.ids.take();
  }

  /** Takes entries out again. */
  void remove(int volume, BitSet ordinals) throws IOException {
    writer.deleteDocuments(Places.of(volume, ordinals));
  }

  /** Takes everything out. */
  void clear() throws IOException {
    writer.deleteAll();
  }

  /** Takes all entries of a ledger out again. */
  void removeAll(int volume) throws IOException {
    long base = (long) volume << Volume.ORDINAL_BITS;
    writer.deleteDocuments(
        new Places(List.of(new long[] {base, base + (1L << Volume.ORDINAL_BITS) - 1})));
  }

  /** The one document of a thread, its fields set anew for every entry. */
  private static final class Lane {
    private final Ids ids = new Ids();
    private final Words words = new Words(ids);
    private final Field message = new Field(Fields.MESSAGE, words, WORDS);
    private final Field at = NumericDocValuesField.indexedField(Fields.AT, 0);
    private final Field place = NumericDocValuesField.indexedField(Fields.PLACE, 0);
    private final Field part = new StringField(Fields.PART, Fields.CONTINUED, Field.Store.NO);
    private final Map<Origin, Field> origins = new HashMap<>();
    private final List<IndexableField> document = new ArrayList<>();

    List<IndexableField> document(Entry entry, Origin origin, long time, long newPlace) {
      words.of(text(entry));
      at.setLongValue(time);
      place.setLongValue(newPlace);
      document.clear();
      document.add(message);
      document.add(at);
      document.add(place);
      document.add(
          origins.computeIfAbsent(
              origin, one -> new Field(Fields.ORIGIN, new BytesRef(one.text()), ORIGIN)));
      if (entry instanceof LogRecord log) {
        if (!log.fields().isEmpty()) {
          fields(log);
        }
        if (!log.begins()) {
          document.add(part);
        }
      }
      return document;
    }

    private void fields(LogRecord log) {
      String id = log.fields().get("request.id");
      // An id that the message shows is found there: a term of its own would double the dictionary.
      if (id != null && !log.message().contains(id)) {
        document.add(
            new StringField(Fields.REQUEST_ID, id.toLowerCase(Locale.ROOT), Field.Store.NO));
      }
      int code = number(log.fields().getOrDefault("response.status", ""));
      if (code >= 0) {
        document.add(new StringField(Fields.STATUS, Integer.toString(code), Field.Store.NO));
      }
    }

    /** A number of at most nine digits, -1 for any other text. */
    private static int number(String text) {
      int value = text.isEmpty() || text.length() > 9 ? -1 : 0;
      for (int i = 0; i < text.length() && value >= 0; i++) {
        int digit = text.charAt(i) - '0';
        value = digit < 0 || digit > 9 ? -1 : value * 10 + digit;
      }
      return value;
    }
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

  /** Writes one thread's buffer to disk: called from several threads, they share the work. */
  void flushOne() throws IOException {
    writer.flushNextBuffer();
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
