package dev.debrief.store;

import org.apache.lucene.index.EmptyDocValuesProducer;
import org.apache.lucene.index.FieldInfo;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.util.BytesRef;

/** The value that every entry has in a field, as Lucene's codec reads it. */
final class SegmentValues {
  private SegmentValues() {}

  /** Numbers. */
  static EmptyDocValuesProducer numbers(long[] values, int count) {
    return new EmptyDocValuesProducer() {
      @Override
      public NumericDocValues getNumeric(FieldInfo field) {
        return new NumericDocValues() {
          private int doc = -1;

          @Override
          public long longValue() {
            return values[doc];
          }

          @Override
          public boolean advanceExact(int target) {
            doc = target;
            return true;
          }

          @Override
          public int docID() {
            return doc;
          }

          @Override
          public int nextDoc() {
            return advance(doc + 1);
          }

          @Override
          public int advance(int target) {
            doc = target < count ? target : NO_MORE_DOCS;
            return doc;
          }

          @Override
          public long cost() {
            return count;
          }
        };
      }
    };
  }

  /** The one term that every entry has. */
  static EmptyDocValuesProducer terms(Postings postings, int[] order) {
    int[] ordinals = new int[order.length];
    for (int i = 0; i < order.length; i++) {
      ordinals[order[i]] = i;
    }
    int count = postings.entries();
    return new EmptyDocValuesProducer() {
      @Override
      public SortedDocValues getSorted(FieldInfo field) {
        return new SortedDocValues() {
          private final BytesRef term = new BytesRef();
          private int doc = -1;

          @Override
          public int ordValue() {
            return ordinals[postings.termOf(doc)];
          }

          @Override
          public BytesRef lookupOrd(int ordinal) {
            postings.terms().bytes(order[ordinal], term);
            return term;
          }

          @Override
          public int getValueCount() {
            return order.length;
          }

          @Override
          public boolean advanceExact(int target) {
            doc = target;
            return true;
          }

          @Override
          public int docID() {
            return doc;
          }

          @Override
          public int nextDoc() {
            return advance(doc + 1);
          }

          @Override
          public int advance(int target) {
            doc = target < count ? target : NO_MORE_DOCS;
            return doc;
          }

          @Override
          public long cost() {
            return count;
          }
        };
      }
    };
  }
}
