package dev.debrief.store;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.lucene.codecs.CodecUtil;
import org.apache.lucene.codecs.DocValuesProducer;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.DocValuesSkipper;
import org.apache.lucene.index.FieldInfo;
import org.apache.lucene.index.IndexFileNames;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SegmentReadState;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.SortedNumericDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.store.IndexInput;
import org.apache.lucene.store.RandomAccessInput;
import org.apache.lucene.util.BytesRef;

/** Reads {@link DenseValues}: a value costs two small reads of mapped memory. */
final class DenseValuesReader extends DocValuesProducer {
  private final IndexInput in;
  private final int documents;
  private final Map<Integer, Field> fields = new HashMap<>();

  /** Where a field's packed numbers, its blocks, its intervals and its terms begin. */
  private record Field(long values, long blocks, long intervals, long terms, int count) {}

  DenseValuesReader(SegmentReadState state) throws IOException {
    documents = state.segmentInfo.maxDoc();
    in =
        state.directory.openInput(
            IndexFileNames.segmentFileName(
                state.segmentInfo.name, state.segmentSuffix, DenseValues.EXTENSION),
            state.context);
    boolean opened = false;
    try {
      CodecUtil.checkIndexHeader(
          in,
          DenseValues.HEADER,
          DenseValues.VERSION,
          DenseValues.VERSION,
          state.segmentInfo.getId(),
          state.segmentSuffix);
      CodecUtil.retrieveChecksum(in);
      in.seek(in.length() - CodecUtil.footerLength() - Long.BYTES);
      in.seek(in.readLong());
      for (int left = in.readVInt(); left > 0; left--) {
        fields.put(
            in.readVInt(),
            new Field(
                in.readVLong(), in.readVLong(), in.readVLong(), in.readVLong(), in.readVInt()));
      }
      opened = true;
    } finally {
      if (!opened) {
        in.close();
      }
    }
  }

  private Field field(FieldInfo field) throws IOException {
    Field known = fields.get(field.number);
    if (known == null) {
      throw new CorruptIndexException("no values of " + field.name, in);
    }
    return known;
  }

  @Override
  public NumericDocValues getNumeric(FieldInfo field) throws IOException {
    return values(field(field));
  }

  private Values values(Field of) throws IOException {
    return new Values(
        in.randomAccessSlice(of.values, of.blocks - of.values),
        in.randomAccessSlice(of.blocks, of.intervals - of.blocks),
        documents);
  }

  private static final class Values extends EveryNumber {
    private final RandomAccessInput values;
    private final RandomAccessInput blocks;
    private int block = -1;
    private long least;
    private long offset;
    private int bits;
    private long mask;
    private long unit;

    Values(RandomAccessInput values, RandomAccessInput blocks, int documents) {
      super(documents);
      this.values = values;
      this.blocks = blocks;
    }

    @Override
    public long longValue() throws IOException {
      if (docID() / DenseValues.BLOCK != block) {
        block();
      }
      int in = docID() % DenseValues.BLOCK;
      if (unit == 0) {
        return least + in;
      }
      if (bits == 0) {
        return least;
      }
      long at = (long) in * bits;
      return least + (values.readLong(offset + (at >>> 3)) >>> (at & 7) & mask) * unit;
    }

    private void block() throws IOException {
      block = docID() / DenseValues.BLOCK;
      least = blocks.readLong(2L * Long.BYTES * block);
      long how = blocks.readLong(2L * Long.BYTES * block + Long.BYTES);
      offset = how >>> 16;
      bits = (int) (how >>> 8 & 0xFF);
      mask = bits == Long.SIZE ? -1 : (1L << bits) - 1;
      int number = (int) (how & 0xFF);
      unit = number == DenseValues.CONSECUTIVE ? 0 : DenseValues.UNITS[number];
    }
  }

  @Override
  public SortedDocValues getSorted(FieldInfo field) throws IOException {
    Field of = field(field);
    BytesRef[] terms = new BytesRef[of.count];
    IndexInput all = in.clone();
    all.seek(of.terms);
    for (int i = 0; i < terms.length; i++) {
      byte[] term = new byte[all.readVInt()];
      all.readBytes(term, 0, term.length);
      terms[i] = new BytesRef(term);
    }
    return new EveryTerm(values(of), terms.length) {
      @Override
      public BytesRef lookupOrd(int ordinal) {
        return terms[ordinal];
      }
    };
  }

  @Override
  public DocValuesSkipper getSkipper(FieldInfo field) throws IOException {
    Field of = field(field);
    int intervals = Math.ceilDiv(documents, DenseValues.INTERVAL);
    long[] bounds = new long[2 * intervals];
    long least = Long.MAX_VALUE;
    long greatest = Long.MIN_VALUE;
    IndexInput all = in.clone();
    all.seek(of.intervals);
    all.readLongs(bounds, 0, bounds.length);
    for (int i = 0; i < bounds.length; i += 2) {
      least = Math.min(least, bounds[i]);
      greatest = Math.max(greatest, bounds[i + 1]);
    }
    return new Intervals(bounds, documents, least, greatest);
  }

  private static final class Intervals extends DocValuesSkipper {
    private final long[] bounds;
    private final int documents;
    private final long least;
    private final long greatest;
    private int interval = -1;

    Intervals(long[] bounds, int documents, long least, long greatest) {
      this.bounds = bounds;
      this.documents = documents;
      this.least = least;
      this.greatest = greatest;
    }

    @Override
    public void advance(int target) {
      if (target > maxDocID(0)) {
        interval = target < documents ? target / DenseValues.INTERVAL : bounds.length / 2;
      }
    }

    @Override
    public int numLevels() {
      return 1;
    }

    @Override
    public int minDocID(int level) {
      return interval < 0
          ? -1
          : 2 * interval < bounds.length
              ? interval * DenseValues.INTERVAL
              : DocIdSetIterator.NO_MORE_DOCS;
    }

    @Override
    public int maxDocID(int level) {
      return interval < 0
          ? -1
          : 2 * interval < bounds.length
              ? Math.min(documents, (interval + 1) * DenseValues.INTERVAL) - 1
              : DocIdSetIterator.NO_MORE_DOCS;
    }

    @Override
    public long minValue(int level) {
      return bounds[2 * interval];
    }

    @Override
    public long maxValue(int level) {
      return bounds[2 * interval + 1];
    }

    @Override
    public int docCount(int level) {
      return maxDocID(level) - minDocID(level) + 1;
    }

    @Override
    public long minValue() {
      return least;
    }

    @Override
    public long maxValue() {
      return greatest;
    }

    @Override
    public int docCount() {
      return documents;
    }
  }

  @Override
  public BinaryDocValues getBinary(FieldInfo field) {
    throw severalValues();
  }

  @Override
  public SortedNumericDocValues getSortedNumeric(FieldInfo field) {
    throw severalValues();
  }

  @Override
  public SortedSetDocValues getSortedSet(FieldInfo field) {
    throw severalValues();
  }

  private static UnsupportedOperationException severalValues() {
    return new UnsupportedOperationException("one number or term");
  }

  @Override
  public void checkIntegrity() throws IOException {
    CodecUtil.checksumEntireFile(in);
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
