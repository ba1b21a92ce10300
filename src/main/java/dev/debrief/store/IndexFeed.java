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
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexCommit;
import org.apache.lucene.index.IndexDeletionPolicy;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.BytesRef;

/**
 * What an import writes into the index. Nothing of it is in the case until the case file names its
 * commit; until then the commit before stays on disk.
 */
final class IndexFeed implements AutoCloseable {
  private static final String NAME = "debrief";

  private final Directory directory;
  private final Kept kept;
  private final IndexWriter writer;

  private IndexFeed(Directory directory, Kept kept, IndexWriter writer) {
    this.directory = directory;
    this.kept = kept;
    this.writer = writer;
  }

  /** Goes on from the commit of that name, whatever a killed import left beside it. */
  static IndexFeed after(Path folder, Optional<String> commit) throws IOException {
    FSDirectory directory = FSDirectory.open(folder);
    Kept kept = new Kept();
    IndexWriterConfig config =
        new IndexWriterConfig(Words.analyzer())
            .setIndexDeletionPolicy(kept)
            .setCommitOnClose(false)
            .setRAMBufferSizeMB(64);
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

  void add(Entry entry, String format, int place) throws IOException {
    Document doc = new Document();
    number(doc, Fields.AT, Times.nanos(entry.moment().at()));
    number(doc, Fields.LINE, entry.evidence().line());
    doc.add(new NumericDocValuesField("place", place));
    doc.add(new StringField("path", entry.evidence().source(), Field.Store.NO));
    keyword(doc, Fields.SOURCE, entry.evidence().source());
    keyword(doc, "format", format);
    if (entry.moment().known()) {
      doc.add(new StringField("timed", "1", Field.Store.NO));
    }
    doc.add(new StoredField("entry", CaseJson.write(entry)));
    keyword(doc, "kind", kind(entry));
    switch (entry) {
      case LogRecord r -> {
        text(doc, r.message());
        keyword(doc, "machine", r.machine());
        keyword(doc, "provider", r.provider());
        keyword(doc, "region", r.region());
        keyword(doc, "app", r.app());
        keyword(doc, Fields.LEVEL, r.severity().name());
        keyword(doc, Fields.TRANSPORT, r.level().name());
        fields(doc, r.fields());
      }
      case Release r -> {
        text(
            doc,
            String.join(
                " ", r.version(), r.status(), r.description(), r.reason(), r.actor(), r.image()));
        keyword(doc, "app", r.app());
      }
      case MachineEvent e -> {
        text(doc, String.join(" ", e.type(), e.status(), e.source()));
        keyword(doc, "app", e.app());
        keyword(doc, "machine", e.machine());
        keyword(doc, "region", e.region());
      }
      case MachineSnapshot s -> {
        text(doc, String.join(" ", s.state(), s.version(), s.image(), s.instance()));
        keyword(doc, "app", s.app());
        keyword(doc, "machine", s.machine());
        keyword(doc, "region", s.region());
      }
      case Commit c -> text(doc, String.join(" ", c.hash(), c.author(), c.subject()));
      case Operation o -> {
        text(doc, String.join(" ", o.kind().name(), o.version(), o.image(), o.detail()));
        keyword(doc, "app", o.app());
        keyword(doc, "machine", o.machine());
      }
      case Unparsed u -> text(doc, u.text());
    }
    writer.addDocument(doc);
  }

  private static void fields(Document doc, Map<String, String> fields) {
    String id = fields.get("request.id");
    if (id != null) {
      keyword(doc, Fields.REQUEST_ID, id);
    }
    String status = fields.get("response.status");
    if (status != null && status.matches("\\d{1,9}")) {
      number(doc, Fields.STATUS, Long.parseLong(status));
    }
  }

  static String kind(Entry entry) {
    return switch (entry) {
      case LogRecord r -> "log";
      case Release r -> "release";
      case MachineEvent e -> "event";
      case MachineSnapshot s -> "snapshot";
      case Commit c -> "commit";
      case Operation o -> "operation";
      case Unparsed u -> "unparsed";
    };
  }

  private static void text(Document doc, String text) {
    doc.add(new TextField(Fields.MESSAGE, text, Field.Store.NO));
  }

  private static void keyword(Document doc, String field, String value) {
    if (!value.isEmpty()) {
      doc.add(new StringField(field, value.toLowerCase(Locale.ROOT), Field.Store.NO));
      if (Fields.FACETS.contains(field)) {
        doc.add(new SortedDocValuesField(field, new BytesRef(value)));
      }
    }
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

  /** A number to search by range and to sort by: each document has one. */
  private static void number(Document doc, String field, long value) {
    doc.add(new LongPoint(field, value));
    doc.add(new NumericDocValuesField(field, value));
  }
}
