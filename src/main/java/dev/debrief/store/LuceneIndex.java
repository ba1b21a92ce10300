package dev.debrief.store;

import dev.debrief.model.Entry;
import dev.debrief.model.Evidence;
import dev.debrief.model.InputProblem;
import dev.debrief.model.LogRecord;
import dev.debrief.model.TimeRange;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.store.FSDirectory;
import org.jspecify.annotations.Nullable;

/**
 * The index as one Lucene commit shows it: Lucene finds and counts, the ledgers give the entries.
 * Any number of threads may ask; a query's cost is what Lucene's is, reading a page some tens of
 * microseconds an entry.
 */
final class LuceneIndex implements RecordIndex, AutoCloseable {
  /** Pages that begin after so many entries are looked for by time. */
  private static final int FAR = 20_000;

  /** Bytes that are read at every opening, a fifth of a second's worth where no cache has them. */
  private static final long QUICK = 96L << 20;

  /** How many totals are remembered, for the next page of each. */
  private static final int REMEMBERED = 256;

  private static final Sort CANONICAL =
      new Sort(
          new SortField(Fields.AT, SortField.Type.LONG),
          new SortField(Fields.PLACE, SortField.Type.LONG));

  private final FSDirectory directory;
  private final DirectoryReader reader;
  private final IndexSearcher searcher;
  private final Matches matches;
  private final Volumes volumes;
  private @Nullable Vocabulary vocabulary;
  private final TimeRange extent;
  private final Map<Question, Long> totals = new Totals();

  private LuceneIndex(
      FSDirectory directory, DirectoryReader reader, Volumes volumes, TimeRange extent) {
    this.extent = extent;
    this.directory = directory;
    this.reader = reader;
    this.searcher = new IndexSearcher(reader);
    this.matches = new Matches(searcher);
    this.volumes = volumes;
    searcher.setQueryCache(null);
  }

  /**
   * Opens the commit that bears this name; the index owns the ledgers from here on, and closes them
   * where it can't be opened.
   *
   * @param extent from the first to the last known time, as the sources' accounts say
   */
  static LuceneIndex open(Path folder, String commit, Volumes volumes, TimeRange extent)
      throws IOException {
    FSDirectory directory = null;
    try {
      directory = FSDirectory.open(folder);
      DirectoryReader reader = DirectoryReader.open(IndexFeed.named(directory, commit));
      return new LuceneIndex(directory, reader, volumes, extent);
    } catch (IOException | RuntimeException e) {
      try (FSDirectory _ = directory) {
        volumes.close();
      }
      throw e;
    }
  }

  /**
   * Reads index and ledgers once against their checksums, where that takes no longer than a blink:
   * a larger case is held against them by {@link CaseFolder#verify} alone.
   *
   * @throws IOException where bytes are not as they were written
   */
  void checkWhereQuick() throws IOException {
    long bytes = volumes.bytes();
    for (String file : directory.listAll()) {
      bytes += directory.fileLength(file);
    }
    if (bytes <= QUICK) {
      check();
    }
  }

  /**
   * Reads every byte of index and ledgers against their checksums.
   *
   * @throws IOException where bytes are not as they were written
   */
  void check() throws IOException {
    checkIntegrity();
    volumes.check();
  }

  private Query query(String text, TimeRange range) throws InputProblem {
    return Queries.within(Queries.read(text, vocabulary()), range);
  }

  /** Read when first asked for: by then the index was held against its checksums. */
  private synchronized Vocabulary vocabulary() {
    Vocabulary known = vocabulary;
    if (known == null) {
      try {
        known = new Vocabulary(reader, volumes);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      vocabulary = known;
    }
    return known;
  }

  @Override
  public Page search(String query, TimeRange range, long offset, int limit) throws InputProblem {
    Query all = query(query, range);
    try {
      long total = total(new Question(query, range), all);
      List<Entry> entries = new ArrayList<>();
      if (offset < total && limit > 0) {
        page(all, offset, limit, entries);
      }
      return new Page(entries, total);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What was asked. */
  private record Question(String query, TimeRange range) {}

  /** How many match; of what was asked before it is known, since what is indexed doesn't change. */
  private long total(Question asked, Query query) throws IOException {
    Long known;
    synchronized (totals) {
      known = totals.get(asked);
    }
    if (known != null) {
      return known;
    }
    long total = searcher.count(query);
    synchronized (totals) {
      totals.put(asked, total);
    }
    return total;
  }

  /** The totals of the questions asked last. */
  private static final class Totals extends LinkedHashMap<Question, Long> {
    private static final long serialVersionUID = 1L;

    @Override
    protected boolean removeEldestEntry(Map.Entry<Question, Long> eldest) {
      return size() > REMEMBERED;
    }
  }

  /**
   * Reads a page. Far from the beginning it first counts by time where the page begins: a queue of
   * all entries before it would not fit into memory.
   */
  private void page(Query all, long offset, int limit, List<Entry> entries) throws IOException {
    Query query = all;
    long skip = offset;
    long from = Long.MIN_VALUE;
    while (skip > FAR) {
      Spread spread = Spread.of(matches, query);
      long[] start = spread.startOf(skip);
      if (start[0] <= from) {
        break;
      }
      from = start[0];
      skip -= start[1];
      query = Queries.from(all, from);
    }
    int most = Math.toIntExact(Math.min(skip + limit, Math.max(1, reader.maxDoc())));
    ScoreDoc[] hits =
        searcher.search(query, new TopFieldCollectorManager(CANONICAL, most, null, 1)).scoreDocs;
    for (long i = skip; i < hits.length; i++) {
      entries.add(volumes.entry((long) ((FieldDoc) hits[(int) i]).fields[1]));
    }
  }

  @Override
  public long count(String query, TimeRange range) throws InputProblem {
    Query all = query(query, range);
    try {
      return total(new Question(query, range), all);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public long[] histogram(String query, TimeRange range, int buckets) throws InputProblem {
    TimeRange shown = range.equals(TimeRange.ALWAYS) ? extent() : range;
    long from = Times.nanos(shown.from());
    long to = Times.nanos(shown.to());
    if (from >= to) {
      return new long[buckets];
    }
    Spread spread = new Spread(from, to, buckets);
    spread.count(matches, query(query, shown));
    return spread.counts();
  }

  @Override
  public Map<String, Long> facet(String field, String query, TimeRange range, int most)
      throws InputProblem {
    if (!Fields.FACETS.contains(field)) {
      throw new InputProblem(
          "field " + field, "can't be counted by value", "name one of " + Fields.FACETS);
    }
    return new FacetValues(matches, volumes).of(field, query(query, range), most);
  }

  @Override
  public Optional<Entry> at(Evidence evidence) {
    try {
      return volumes.at(evidence);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public List<Entry> around(Evidence evidence, int before, int after) {
    try {
      return volumes.around(evidence, before, after);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void records(TimeRange range, Consumer<? super LogRecord> consumer) {
    try {
      volumes.records(range, consumer);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public TimeRange extent() {
    return extent;
  }

  @Override
  public long size() {
    return reader.numDocs();
  }

  /**
   * Reads every file of the index against its checksum.
   *
   * @throws IOException where one is damaged
   */
  void checkIntegrity() throws IOException {
    for (LeafReaderContext leaf : reader.leaves()) {
      leaf.reader().checkIntegrity();
    }
  }

  @Override
  public void close() throws IOException {
    try (directory;
        reader) {
      volumes.close();
    }
  }
}
