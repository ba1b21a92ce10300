package dev.debrief.store;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.ConstantScoreScorer;
import org.apache.lucene.search.ConstantScoreWeight;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.TwoPhaseIterator;
import org.apache.lucene.search.Weight;
import org.jspecify.annotations.Nullable;

/**
 * The documents of entries in some ranges of places. Linear in the index; for a few ranges {@link
 * org.apache.lucene.document.NumericDocValuesField#newSlowRangeQuery} skips more.
 */
final class Places extends Query {
  private final long[] from;
  private final long[] to;

  /** Ranges in ascending order, both ends inside, not overlapping. */
  Places(List<long[]> ranges) {
    from = ranges.stream().mapToLong(range -> range[0]).toArray();
    to = ranges.stream().mapToLong(range -> range[1]).toArray();
  }

  /** The entries of these ordinals in one ledger. */
  static Places of(int volume, BitSet ordinals) {
    long base = (long) volume << Volume.ORDINAL_BITS;
    List<long[]> ranges = new ArrayList<>();
    for (int start = ordinals.nextSetBit(0); start >= 0; ) {
      int end = ordinals.nextClearBit(start);
      ranges.add(new long[] {base + start, base + end - 1});
      start = ordinals.nextSetBit(end);
    }
    return new Places(ranges);
  }

  private boolean inside(long place) {
    int at = Arrays.binarySearch(from, place);
    return at >= 0 || (at < -1 && place <= to[-at - 2]);
  }

  @Override
  public Weight createWeight(IndexSearcher searcher, ScoreMode mode, float boost) {
    return new ConstantScoreWeight(this, boost) {
      @Override
      public @Nullable ScorerSupplier scorerSupplier(LeafReaderContext context) throws IOException {
        NumericDocValues places = DocValues.getNumeric(context.reader(), Fields.PLACE);
        TwoPhaseIterator matches =
            new TwoPhaseIterator(DocIdSetIterator.all(context.reader().maxDoc())) {
              @Override
              public boolean matches() throws IOException {
                return places.advanceExact(approximation().docID()) && inside(places.longValue());
              }

              @Override
              public float matchCost() {
                return 10;
              }
            };
        Scorer scorer = new ConstantScoreScorer(score(), mode, matches);
        return new DefaultScorerSupplier(scorer);
      }

      @Override
      public boolean isCacheable(LeafReaderContext context) {
        return false;
      }
    };
  }

  @Override
  public void visit(QueryVisitor visitor) {
    visitor.visitLeaf(this);
  }

  @Override
  public String toString(String field) {
    return from.length + " ranges of places";
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Places places
        && Arrays.equals(places.from, from)
        && Arrays.equals(places.to, to);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(from) + Arrays.hashCode(to);
  }
}
