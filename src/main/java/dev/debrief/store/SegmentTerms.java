package dev.debrief.store;

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

/**
 * Inverted fields as Lucene's dictionary of terms reads them, once from the first term to the last;
 * {@link SegmentPostingsWriter} takes what belongs to each.
 */
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

  /** A field's terms, one after the other, for {@link SegmentPostingsWriter}. */
  static final class EachTerm extends BaseTermsEnum {
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

    /** The field's terms. */
    Postings.Inverted inverted() {
      return inverted;
    }

    /** The term's number among them. */
    int number() {
      return inverted.order()[at];
    }

    @Override
    public PostingsEnum postings(@Nullable PostingsEnum reuse, int flags) {
      throw new UnsupportedOperationException();
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
}
