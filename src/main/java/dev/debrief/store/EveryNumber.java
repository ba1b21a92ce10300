package dev.debrief.store;

import java.io.IOException;
import org.apache.lucene.index.NumericDocValues;

/** A number that every document of a segment has. */
abstract class EveryNumber extends NumericDocValues {
  private final int documents;
  private int doc = -1;

  EveryNumber(int documents) {
    this.documents = documents;
  }

  /** Reads the numbers of so many documents in a row. */
  void read(int first, int count, long[] into) throws IOException {
    for (int i = 0; i < count; i++) {
      doc = first + i;
      into[i] = longValue();
    }
  }

  @Override
  public final boolean advanceExact(int target) {
    doc = target;
    return true;
  }

  @Override
  public final int docID() {
    return doc;
  }

  @Override
  public final int nextDoc() {
    return advance(doc + 1);
  }

  @Override
  public final int advance(int target) {
    doc = target < documents ? target : NO_MORE_DOCS;
    return doc;
  }

  @Override
  public final long cost() {
    return documents;
  }
}
