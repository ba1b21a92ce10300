package dev.debrief.store;

import java.io.IOException;
import org.apache.lucene.codecs.CodecUtil;
import org.apache.lucene.codecs.DocValuesConsumer;
import org.apache.lucene.codecs.DocValuesProducer;
import org.apache.lucene.index.FieldInfo;
import org.apache.lucene.index.IndexFileNames;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SegmentWriteState;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.store.ByteBuffersDataOutput;
import org.apache.lucene.store.IndexOutput;
import org.apache.lucene.util.BytesRef;

/** Writes {@link DenseValues}, each value looked at once. */
final class DenseValuesWriter extends DocValuesConsumer {
  private final IndexOutput out;
  private final int documents;
  private final ByteBuffersDataOutput fields = new ByteBuffersDataOutput();
  private int size;

  DenseValuesWriter(SegmentWriteState state) throws IOException {
    documents = state.segmentInfo.maxDoc();
    out =
        state.directory.createOutput(
            IndexFileNames.segmentFileName(
                state.segmentInfo.name, state.segmentSuffix, DenseValues.EXTENSION),
            state.context);
    CodecUtil.writeIndexHeader(
        out,
        DenseValues.HEADER,
        DenseValues.VERSION,
        state.segmentInfo.getId(),
        state.segmentSuffix);
  }

  @Override
  public void addNumericField(FieldInfo field, DocValuesProducer producer) throws IOException {
    NumericDocValues values = producer.getNumeric(field);
    numbers(field, values, values::longValue);
    fields.writeVInt(0);
  }

  @Override
  public void addSortedField(FieldInfo field, DocValuesProducer producer) throws IOException {
    SortedDocValues values = producer.getSorted(field);
    numbers(field, values, values::ordValue);
    fields.writeVInt(values.getValueCount());
    for (int i = 0; i < values.getValueCount(); i++) {
      BytesRef term = values.lookupOrd(i);
      out.writeVInt(term.length);
      out.writeBytes(term.bytes, term.offset, term.length);
    }
  }

  /** The value of the document at hand. */
  private interface Value {
    long value() throws IOException;
  }

  private void numbers(FieldInfo field, DocIdSetIterator each, Value value) throws IOException {
    long start = out.getFilePointer();
    ByteBuffersDataOutput blocks = new ByteBuffersDataOutput();
    ByteBuffersDataOutput intervals = new ByteBuffersDataOutput();
    long[] block = new long[DenseValues.BLOCK];
    long least = Long.MAX_VALUE;
    long greatest = Long.MIN_VALUE;
    for (int first = 0; first < documents; first += block.length) {
      int count = Math.min(block.length, documents - first);
      for (int i = 0; i < count; i++) {
        if (each.nextDoc() != first + i) {
          throw new IllegalStateException(field.name + ": a document has no value");
        }
        block[i] = value.value();
        least = Math.min(least, block[i]);
        greatest = Math.max(greatest, block[i]);
      }
      write(block, count, start, blocks);
      if ((first + count) % DenseValues.INTERVAL == 0 || first + count == documents) {
        intervals.writeLong(least);
        intervals.writeLong(greatest);
        least = Long.MAX_VALUE;
        greatest = Long.MIN_VALUE;
      }
    }
    out.writeLong(0); // Values are read eight bytes at a time.
    size++;
    fields.writeVInt(field.number);
    fields.writeVLong(start);
    fields.writeVLong(out.getFilePointer());
    blocks.copyTo(out);
    fields.writeVLong(out.getFilePointer());
    intervals.copyTo(out);
    fields.writeVLong(out.getFilePointer());
  }

  private void write(long[] block, int count, long start, ByteBuffersDataOutput blocks)
      throws IOException {
    long least = block[0];
    boolean consecutive = true;
    for (int i = 1; i < count; i++) {
      consecutive &= block[i] - block[0] == i;
      least = Math.min(least, block[i]);
    }
    long more = 0;
    int unit = consecutive ? DenseValues.CONSECUTIVE : unit(block, count, least);
    int bits = 0;
    if (!consecutive) {
      for (int i = 0; i < count; i++) {
        block[i] = (block[i] - least) / DenseValues.UNITS[unit];
        more |= block[i];
      }
      bits = Long.SIZE - Long.numberOfLeadingZeros(more);
      // A value and the bits before it in its first byte fit into eight bytes, or it is them.
      bits = bits > Long.SIZE - Byte.SIZE + 1 ? Long.SIZE : bits;
    }
    blocks.writeLong(least);
    blocks.writeLong((out.getFilePointer() - start) << 16 | bits << 8 | unit);
    pack(block, count, bits);
  }

  /** The number of the largest unit that all values above the least have whole numbers of. */
  private static int unit(long[] block, int count, long least) {
    int unit = DenseValues.UNITS.length - 1;
    for (int i = 0; i < count && unit > 0; i++) {
      while ((block[i] - least) % DenseValues.UNITS[unit] != 0) {
        unit--;
      }
    }
    return unit;
  }

  /** So many bits of each, the lowest first, filled up to a whole byte. */
  private void pack(long[] block, int count, int bits) throws IOException {
    if (bits == Long.SIZE) {
      for (int i = 0; i < count; i++) {
        out.writeLong(block[i]);
      }
      return;
    }
    long pending = 0;
    int held = 0;
    for (int i = 0; i < count; i++) {
      pending |= block[i] << held;
      held += bits;
      while (held >= Byte.SIZE) {
        out.writeByte((byte) pending);
        pending >>>= Byte.SIZE;
        held -= Byte.SIZE;
      }
    }
    if (held > 0) {
      out.writeByte((byte) pending);
    }
  }

  @Override
  public void addBinaryField(FieldInfo field, DocValuesProducer producer) {
    throw severalValues();
  }

  @Override
  public void addSortedNumericField(FieldInfo field, DocValuesProducer producer) {
    throw severalValues();
  }

  @Override
  public void addSortedSetField(FieldInfo field, DocValuesProducer producer) {
    throw severalValues();
  }

  private static UnsupportedOperationException severalValues() {
    return new UnsupportedOperationException("one number or term");
  }

  @Override
  public void close() throws IOException {
    try (out) {
      long at = out.getFilePointer();
      out.writeVInt(size);
      fields.copyTo(out);
      out.writeLong(at);
      CodecUtil.writeFooter(out);
    }
  }
}
