package dev.debrief.store;

import dev.debrief.model.Entry;
import dev.debrief.model.Evidence;
import dev.debrief.model.InputProblem;
import dev.debrief.model.LogRecord;
import dev.debrief.model.TimeRange;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.lucene.document.LongField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexCommit;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.store.FSDirectory;

/** The index as one Lucene commit shows it. */
final class LuceneIndex implements RecordIndex, AutoCloseable {
  static final Sort CANONICAL =
      new Sort(
          new SortField(Fields.AT, SortField.Type.LONG),
          new SortField("place", SortField.Type.LONG),
          new SortField(Fields.LINE, SortField.Type.LONG));

  private final FSDirectory directory;
  private final DirectoryReader reader;
  private final IndexSearcher searcher;

  private LuceneIndex(FSDirectory directory, DirectoryReader reader) {
    this.directory = directory;
    this.reader = reader;
    this.searcher = new IndexSearcher(reader);
    searcher.setQueryCache(null);
  }

  /** Opens the commit that bears this name. */
  static LuceneIndex open(Path folder, String commit) throws IOException {
    FSDirectory directory = FSDirectory.open(folder);
    return new LuceneIndex(directory, DirectoryReader.open(IndexFeed.named(directory, commit)));
  }

  IndexCommit commit() throws IOException {
    return reader.getIndexCommit();
  }

  @Override
  public Page search(String query, TimeRange range, long offset, int limit) throws InputProblem {
    Query q = Queries.within(Queries.read(query), range);
    try {
      int most =
          Math.toIntExact(Math.min(Math.max(1, offset + limit), Math.max(1, reader.maxDoc())));
      ScoreDoc[] hits =
          searcher.search(q, new TopFieldCollectorManager(CANONICAL, most, null, 1)).scoreDocs;
      List<Entry> entries = new ArrayList<>();
      for (long i = offset; i < Math.min(hits.length, offset + limit); i++) {
        entries.add(entry(hits[(int) i].doc));
      }
      return new Page(entries, searcher.count(q));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Entry entry(int doc) throws IOException {
    return CaseJson.read(searcher.storedFields().document(doc).get("entry"), Entry.class);
  }

  @Override
  public long count(String query, TimeRange range) throws InputProblem {
    Query q = Queries.within(Queries.read(query), range);
    try {
      return searcher.count(q);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public long[] histogram(String query, TimeRange range, int buckets) throws InputProblem {
    TimeRange shown = range.equals(TimeRange.ALWAYS) ? extent() : range;
    long from = Times.nanos(shown.from());
    long width = Times.nanos(shown.to()) - from;
    long[] counts = new long[buckets];
    if (width <= 0) {
      return counts;
    }
    each(
        Queries.within(Queries.read(query), shown),
        context -> {
          NumericDocValues at = DocValues.getNumeric(context.reader(), Fields.AT);
          return doc -> {
            if (at.advanceExact(doc)) {
              counts[
                  (int)
                      (Math.multiplyHigh(at.longValue() - from, buckets) == 0
                          ? (at.longValue() - from) * buckets / width
                          : BigInteger.valueOf(at.longValue() - from)
                              .multiply(BigInteger.valueOf(buckets))
                              .divide(BigInteger.valueOf(width))
                              .intValue())]++;
            }
          };
        });
    return counts;
  }

  @Override
  public Map<String, Long> facet(String field, String query, TimeRange range, int most)
      throws InputProblem {
    if (!Fields.FACETS.contains(field)) {
      throw new InputProblem(
          "field " + field, "can't be counted by value", "name one of " + Fields.FACETS);
    }
    Map<String, Long> counts = new HashMap<>();
    each(
        Queries.within(Queries.read(query), range),
        context -> {
          SortedDocValues values = DocValues.getSorted(context.reader(), field);
          return doc -> {
            if (values.advanceExact(doc)) {
              counts.merge(values.lookupOrd(values.ordValue()).utf8ToString(), 1L, Long::sum);
            }
          };
        });
    Map<String, Long> top = new LinkedHashMap<>();
    counts.entrySet().stream()
        .sorted(
            Map.Entry.<String, Long>comparingByValue()
                .reversed()
                .thenComparing(Map.Entry.comparingByKey()))
        .limit(most)
        .forEach(e -> top.put(e.getKey(), e.getValue()));
    return Collections.unmodifiableMap(top);
  }

  private interface Hit {
    void at(int doc) throws IOException;
  }

  private interface Leaf {
    Hit of(LeafReaderContext context) throws IOException;
  }

  private void each(Query query, Leaf leaf) {
    try {
      searcher.search(query, new Hits(leaf));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static final class Hits extends SimpleCollector {
    private final Leaf leaf;
    private Hit hit = doc -> {};

    Hits(Leaf leaf) {
      this.leaf = leaf;
    }

    @Override
    protected void doSetNextReader(LeafReaderContext context) throws IOException {
      hit = leaf.of(context);
    }

    @Override
    public void collect(int doc) throws IOException {
      hit.at(doc);
    }

    @Override
    public ScoreMode scoreMode() {
      return ScoreMode.COMPLETE_NO_SCORES;
    }
  }

  @Override
  public Optional<Entry> at(Evidence evidence) {
    return slice(evidence.source(), 1, evidence.line(), 1, true).stream()
        .filter(entry -> evidence.line() < entry.evidence().line() + entry.lines())
        .findFirst();
  }

  @Override
  public List<Entry> around(Evidence evidence, int before, int after) {
    List<Entry> entries =
        new ArrayList<>(slice(evidence.source(), 1, evidence.line(), before + 1, true).reversed());
    entries.addAll(slice(evidence.source(), evidence.line() + 1, Long.MAX_VALUE, after, false));
    return List.copyOf(entries);
  }

  private List<Entry> slice(String source, long from, long to, int most, boolean last) {
    if (most < 1 || from > to) {
      return List.of();
    }
    Query query =
        new BooleanQuery.Builder()
            .add(new TermQuery(new Term("path", source)), BooleanClause.Occur.FILTER)
            .add(LongField.newRangeQuery(Fields.LINE, from, to), BooleanClause.Occur.FILTER)
            .build();
    try {
      List<Entry> entries = new ArrayList<>();
      Sort byLine = new Sort(new SortField(Fields.LINE, SortField.Type.LONG, last));
      for (ScoreDoc hit : searcher.search(query, most, byLine).scoreDocs) {
        entries.add(entry(hit.doc));
      }
      return entries;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void records(TimeRange range, Consumer<? super LogRecord> consumer) {
    try {
      Query q = Queries.within(new TermQuery(new Term("kind", "log")), range);
      int most = Math.max(1, reader.maxDoc());
      for (ScoreDoc hit : searcher.search(q, most, CANONICAL).scoreDocs) {
        consumer.accept((LogRecord) entry(hit.doc));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public TimeRange extent() {
    long[] ends = {Long.MAX_VALUE, Long.MIN_VALUE};
    each(
        new TermQuery(new Term("timed", "1")),
        context -> {
          NumericDocValues at = DocValues.getNumeric(context.reader(), Fields.AT);
          return doc -> {
            if (at.advanceExact(doc)) {
              ends[0] = Math.min(ends[0], at.longValue());
              ends[1] = Math.max(ends[1], at.longValue());
            }
          };
        });
    return ends[0] > ends[1]
        ? new TimeRange(java.time.Instant.EPOCH, java.time.Instant.EPOCH)
        : new TimeRange(Times.instant(ends[0]), Times.instant(ends[1]).plusNanos(1));
  }

  @Override
  public long size() {
    return reader.numDocs();
  }

  @Override
  public void close() throws IOException {
    reader.close();
    directory.close();
  }
}
