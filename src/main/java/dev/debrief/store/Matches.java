package dev.debrief.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;

/**
 * All that a query finds, gone through segment by segment.
 *
 * @param searcher of the commit that is asked
 */
record Matches(IndexSearcher searcher) {
  /** What is done with each match of a segment. */
  interface Hit {
    void at(int doc) throws IOException;

    /** After the last of a segment. */
    default void end() throws IOException {}
  }

  /** What is done with a segment. */
  interface Leaf {
    Hit of(LeafReaderContext context) throws IOException;
  }

  /** Goes through them. */
  void each(Query query, Leaf leaf) {
    try {
      searcher.search(
          query,
          new CollectorManager<Hits, Boolean>() {
            @Override
            public Hits newCollector() {
              return new Hits(leaf);
            }

            @Override
            public Boolean reduce(Collection<Hits> all) {
              return true;
            }
          });
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
    public void finish() throws IOException {
      hit.end();
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
}
