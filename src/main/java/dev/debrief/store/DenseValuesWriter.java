package dev.debrief.store;

import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
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
  /** Eight bytes as one number, the first in its lowest byte. */
  private static final VarHandle EIGHT =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private final long[] block = new long[DenseValues.BLOCK];
  private final long[] inUnits = new long[DenseValues.BLOCK];
  private final byte[] packed = new byte[(DenseValues.BLOCK + 1) * Long.BYTES];
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
    if (values instanceof EveryNumber every) {
      numbers(field, every::read);
    } else {
      numbers(field, oneByOne(field, values, values::longValue));
    }
    fields.writeVInt(0);
  }

  @Override
  public void addSortedField(FieldInfo field, DocValuesProducer producer) throws IOException {
    SortedDocValues values = producer.getSorted(field);
    if (values instanceof EveryTerm every) {
      numbers(field, every.numbers()::read);
    } else {
      numbers(field, oneByOne(field, values, values::ordValue));
    }
    fields.writeVInt(values.getValueCount());
    for (int i = 0; i < values.getValueCount(); i++) {
      BytesRef term = values.lookupOrd(i);
      out.writeVInt(term.length);
      out.writeBytes(term.bytes, term.offset, term.length);
    }
  }

  /** The number of the document at hand. */
  private interface Value {
    long value() throws IOException;
  }

  /** The numbers of so many documents in a row. */
  private interface Numbers {
    void read(int first, int count, long[] into) throws IOException;
  }

  /** Numbers as Lucene gives them where it merges. */
  private static Numbers oneByOne(FieldInfo field, DocIdSetIterator each, Value number) {
    return (first, count, into) -> {
      for (int i = 0; i < count; i++) {
        if (each.nextDoc() != first + i) {
          throw new IllegalStateException(field.name + ": a document has no value");
        }
        into[i] = number.value();
      }
    };
  }

  private void numbers(FieldInfo field, Numbers numbers) throws IOException {
    long start = out.getFilePointer();
    ByteBuffersDataOutput blocks = new ByteBuffersDataOutput();
    ByteBuffersDataOutput intervals = new ByteBuffersDataOutput();
    long least = Long.MAX_VALUE;
    long greatest = Long.MIN_VALUE;
    for (int first = 0; first < documents; first += block.length) {
      int count = Math.min(block.length, documents - first);
      numbers.read(first, count, block);
      for (int i = 0; i < count; i++) {
        least = Math.min(least, block[i]);
        greatest = Math.max(greatest, block[i]);
      }
      write(count, start, blocks);
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

  private void write(int count, long start, ByteBuffersDataOutput blocks) throws IOException {
    long least = block[0];
    boolean consecutive = true;
    for (int i = 1; i < count; i++) {
      consecutive &= block[i] - block[0] == i;
      least = Math.min(least, block[i]);
    }
    int unit = DenseValues.CONSECUTIVE;
    int bits = 0;
    if (consecutive) {
      least = block[0]; // From the greatest number there is, one more is the least.
    } else {
      unit = unit(count, least);
      long more = 0;
      for (int i = 0; i < count; i++) {
        more |= inUnits[i];
      }
      bits = Long.SIZE - Long.numberOfLeadingZeros(more);
      // A value and the bits before it in its first byte fit into eight bytes, or it is them.
      bits = bits > Long.SIZE - Byte.SIZE + 1 ? Long.SIZE : bits;
    }
    blocks.writeLong(least);
    blocks.writeLong((out.getFilePointer() - start) << 16 | bits << 8 | unit);
    pack(count, bits);
  }

  /**
   * Measures what all values have above the least in the largest unit that leaves no rest.
   *
   * @return the unit's number
   */
  private int unit(int count, long least) {
    for (int i = 0; i < count; i++) {
      block[i] -= least;
    }
    // Each division is by a constant, which takes a multiplication and not a division.
    if (measured(count, 1_000_000_000)) {
      return 3;
    }
    if (measured(count, 1_000_000)) {
      return 2;
    }
    if (measured(count, 1_000)) {
      return 1;
    }
    measured(count, 1);
    return 0;
  }

  private boolean measured(int count, long unit) {
    for (int i = 0; i < count; i++) {
      inUnits[i] = block[i] / unit;
      if (inUnits[i] * unit != block[i]) {
        return false;
      }
    }
    return true;
  }

  /** So many bits of each, the lowest first, filled up to a whole byte. */
  private void pack(int count, int bits) throws IOException {
    long pending = 0;
    int held = 0;
    int at = 0;
    for (int i = 0; i < count; i++) {
      pending |= inUnits[i] << held;
      held += bits;
      if (held >= Long.SIZE) {
        EIGHT.set(packed, at, pending);
        at += Long.BYTES;
        held -= Long.SIZE;
        pending = held == 0 ? 0 : inUnits[i] >>> (bits - held);
      }
    }
    EIGHT.set(packed, at, pending);
    out.writeBytes(packed, 0, at + (held + Byte.SIZE - 1) / Byte.SIZE);
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
