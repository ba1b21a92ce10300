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
        return new EveryNumber(count) {
          @Override
          public long longValue() {
            return values[docID()];
          }

          @Override
          void read(int first, int wanted, long[] into) {
            System.arraycopy(values, first, into, 0, wanted);
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
    return new EmptyDocValuesProducer() {
      @Override
      public SortedDocValues getSorted(FieldInfo field) {
        BytesRef term = new BytesRef();
        EveryNumber numbers =
            new EveryNumber(postings.entries()) {
              @Override
              public long longValue() {
                return ordinals[postings.termOf(docID())];
              }

              @Override
              void read(int first, int count, long[] into) {
                for (int i = 0; i < count; i++) {
                  into[i] = ordinals[postings.termOf(first + i)];
                }
              }
            };
        return new EveryTerm(numbers, order.length) {
          @Override
          public BytesRef lookupOrd(int ordinal) {
            postings.terms().bytes(order[ordinal], term);
            return term;
          }
        };
      }
    };
  }
}
