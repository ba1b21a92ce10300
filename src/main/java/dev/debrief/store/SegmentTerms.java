package dev.debrief.store;

import java.io.IOException;
import java.util.Iterator;
import java.util.SortedMap;
import org.apache.lucene.index.BaseTermsEnum;
import org.apache.lucene.index.Fields;
import org.apache.lucene.index.ImpactsEnum;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** Inverted fields as Lucene's codec reads them, once from the first term to the last. */
final class SegmentTerms extends Fields {
  private final SortedMap<String, Postings.Inverted> fields;

  SegmentTerms(SortedMap<String, Postings.Inverted> fields) {
    this.fields = fields;
  }

  @Override
  public Iterator<String> iterator() {
    return fields.keySet().iterator();
  }

  @Override
  public int size() {
    return fields.size();
  }

  @Override
  public @Nullable Terms terms(String field) {
    Postings.Inverted inverted = fields.get(field);
    return inverted == null ? null : new FieldTerms(inverted);
  }

  private static final class FieldTerms extends Terms {
    private final Postings.Inverted inverted;

    FieldTerms(Postings.Inverted inverted) {
      this.inverted = inverted;
    }

    @Override
    public TermsEnum iterator() {
      return new EachTerm(inverted);
    }

    @Override
    public long size() {
      return inverted.order().length;
    }

    @Override
    public boolean hasFreqs() {
      return hasPositions();
    }

    @Override
    public boolean hasPositions() {
      return inverted.positions().length > 0;
    }

    @Override
    public boolean hasOffsets() {
      return false;
    }

    @Override
    public boolean hasPayloads() {
      return false;
    }

    @Override
    public long getSumTotalTermFreq() {
      throw new UnsupportedOperationException();
    }

    @Override
    public long getSumDocFreq() {
      throw new UnsupportedOperationException();
    }

    @Override
    public int getDocCount() {
      throw new UnsupportedOperationException();
    }
  }

  private static final class EachTerm extends BaseTermsEnum {
    private final Postings.Inverted inverted;
    private final BytesRef term = new BytesRef();
    private int at = -1;

    EachTerm(Postings.Inverted inverted) {
      this.inverted = inverted;
    }

    @Override
    public @Nullable BytesRef next() {
      if (++at >= inverted.order().length) {
        return null;
      }
      inverted.terms().bytes(inverted.order()[at], term);
      return term;
    }

    @Override
    public BytesRef term() {
      return term;
    }

    @Override
    public PostingsEnum postings(@Nullable PostingsEnum reuse, int flags) {
      // The codec offers what it got for the field before, too.
      Holders holders =
          reuse instanceof Holders known && known.of == inverted ? known : new Holders(inverted);
      holders.of(inverted.order()[at]);
      return holders;
    }

    @Override
    public SeekStatus seekCeil(BytesRef text) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void seekExact(long ord) {
      throw new UnsupportedOperationException();
    }

    @Override
    public long ord() {
      throw new UnsupportedOperationException();
    }

    @Override
    public int docFreq() {
      throw new UnsupportedOperationException();
    }

    @Override
    public long totalTermFreq() {
      throw new UnsupportedOperationException();
    }

    @Override
    public ImpactsEnum impacts(int flags) {
      throw new UnsupportedOperationException();
    }
  }

  /** The entries that hold one term. */
  private static final class Holders extends PostingsEnum {
    private final Postings.Inverted of;
    private final int[] entries;
    private final int[] positions;
    private final int[] from;
    private int next;
    private int end;
    private int doc = -1;
    private int freq;
    private int position;

    Holders(Postings.Inverted inverted) {
      of = inverted;
      entries = inverted.entries();
      positions = inverted.positions();
      from = inverted.from();
    }

    void of(int term) {
      next = from[term];
      end = from[term + 1];
      doc = -1;
    }

    @Override
    public int nextDoc() {
      if (next == end) {
        doc = NO_MORE_DOCS;
        return doc;
      }
      position = next;
      doc = entries[next++];
      while (next < end && entries[next] == doc) {
        next++;
      }
      freq = next - position;
      return doc;
    }

    @Override
    public int freq() {
      return freq;
    }

    @Override
    public int nextPosition() {
      return positions[position++];
    }

    @Override
    public int docID() {
      return doc;
    }

    @Override
    public long cost() {
      return (long) end - next;
    }

    @Override
    public int advance(int target) throws IOException {
      return slowAdvance(target);
    }

    @Override
    public int startOffset() {
      return -1;
    }

    @Override
    public int endOffset() {
      return -1;
    }

    @Override
    public @Nullable BytesRef getPayload() {
      return null;
    }
  }
}
