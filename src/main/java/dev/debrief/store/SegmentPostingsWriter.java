package dev.debrief.store;

import java.io.IOException;
import org.apache.lucene.codecs.BlockTermState;
import org.apache.lucene.codecs.CodecUtil;
import org.apache.lucene.codecs.NormsProducer;
import org.apache.lucene.codecs.PostingsWriterBase;
import org.apache.lucene.codecs.lucene104.Lucene104PostingsFormat;
import org.apache.lucene.codecs.lucene104.Lucene104PostingsFormat.IntBlockTermState;
import org.apache.lucene.index.FieldInfo;
import org.apache.lucene.index.IndexFileNames;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.SegmentWriteState;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.store.DataOutput;
import org.apache.lucene.store.IndexOutput;
import org.apache.lucene.util.BitUtil;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.FixedBitSet;
import org.apache.lucene.util.IOUtils;

/**
 * Which entries hold a term, and where: byte for byte what Lucene's own writer of the format 10.4
 * makes of it (described at {@link Lucene104PostingsFormat}), without norms, payloads and offsets.
 *
 * <p>Why not Lucene's: it is handed one entry and one position at a time through an iterator. Here
 * a term's lie side by side in two arrays ({@link Postings.Inverted}), and a block of {@value
 * PackedBlock#SIZE} is made by a few loops over them. Together with values that are read in blocks
 * ({@link DenseValuesWriter}) it took a sixth of the processor time away that five million lines
 * take to be indexed.
 */
final class SegmentPostingsWriter extends PostingsWriterBase {
  private static final String NAME = "Lucene104PostingsWriter";
  private static final int VERSION = 0;
  private static final int BLOCK = PackedBlock.SIZE;

  /** Entries that one can skip at once, besides each block of them. */
  private static final int GROUP = BLOCK * Lucene104PostingsFormat.LEVEL1_FACTOR;

  private final IndexOutput meta;
  private final IndexOutput docs;
  private final IndexOutput positions;
  private final PackedBlock packed = new PackedBlock();
  private final Bytes block = new Bytes();
  private final Bytes group = new Bytes();
  private final Bytes head = new Bytes();

  /** Of the entries of a block: how far from the one before, how often they hold the term. */
  private final int[] steps = new int[BLOCK];

  private final int[] freqs = new int[BLOCK];

  /** Positions of a block, each as the distance from the one before in its entry. */
  private final int[] distances = new int[BLOCK];

  private int held;
  private boolean withPositions;
  private int longestHead;
  private int longestGroupHead;
  private boolean blocks;
  private boolean groups;
  private IntBlockTermState before = new IntBlockTermState();

  // The term at hand.
  private int last;
  private int blockStart;
  private int groupStart;
  private long blockPositions;
  private long groupPositions;
  private int groupFreq;

  SegmentPostingsWriter(SegmentWriteState state) throws IOException {
    IndexOutput[] open = new IndexOutput[3];
    try {
      open[0] = output(state, Lucene104PostingsFormat.META_EXTENSION, "Meta");
      open[1] = output(state, Lucene104PostingsFormat.DOC_EXTENSION, "Doc");
      open[2] = output(state, Lucene104PostingsFormat.POS_EXTENSION, "Pos");
    } catch (IOException | RuntimeException | Error e) {
      IOUtils.closeWhileSuppressingExceptions(e, open);
      throw e;
    }
    meta = open[0];
    docs = open[1];
    positions = open[2];
  }

  private static IndexOutput output(SegmentWriteState state, String extension, String what)
      throws IOException {
    IndexOutput out =
        state.directory.createOutput(
            IndexFileNames.segmentFileName(state.segmentInfo.name, state.segmentSuffix, extension),
            state.context);
    header(out, state, what);
    return out;
  }

  private static void header(IndexOutput out, SegmentWriteState state, String what)
      throws IOException {
    CodecUtil.writeIndexHeader(
        out, NAME + what, VERSION, state.segmentInfo.getId(), state.segmentSuffix);
  }

  @Override
  public void init(IndexOutput terms, SegmentWriteState state) throws IOException {
    header(terms, state, "Terms");
    terms.writeVInt(BLOCK);
  }

  @Override
  public void setField(FieldInfo field) {
    withPositions = field.getIndexOptions() != IndexOptions.DOCS;
    before = new IntBlockTermState();
  }

  @Override
  public BlockTermState writeTerm(
      BytesRef text, TermsEnum terms, FixedBitSet seen, NormsProducer norms) throws IOException {
    SegmentTerms.EachTerm term = (SegmentTerms.EachTerm) terms;
    Postings.Inverted of = term.inverted();
    int from = of.from()[term.number()];
    int to = of.from()[term.number() + 1];
    IntBlockTermState state = new IntBlockTermState();
    state.docStartFP = docs.getFilePointer();
    state.totalTermFreq = -1;
    if (withPositions) {
      state.posStartFP = positions.getFilePointer();
      state.totalTermFreq = (long) to - from;
      blockPositions = state.posStartFP;
      groupPositions = state.posStartFP;
    }
    last = -1;
    blockStart = -1;
    groupStart = -1;
    groupFreq = 0;
    int count = 0;
    for (int at = from; at < to; ) {
      int next = at;
      for (count = 0; next < to && count < BLOCK; count++) {
        next = entry(of.entries(), next, to, count, seen);
      }
      if (withPositions) {
        positions(of, at, next);
      }
      state.docFreq += count;
      if (count == BLOCK) {
        block(state.docFreq % GROUP == 0);
      }
      at = next;
    }
    if (state.docFreq == 1) {
      state.singletonDocID = last;
    } else {
      rest(count % BLOCK);
    }
    if (withPositions) {
      if (state.totalTermFreq > BLOCK) {
        state.lastPosBlockOffset = positions.getFilePointer() - state.posStartFP;
      }
      restOfPositions();
    }
    return state;
  }

  /** Notes the entry of the word at a place; returns the place of the next entry's. */
  private int entry(int[] entries, int from, int to, int number, FixedBitSet seen) {
    int doc = entries[from];
    int next = from + 1;
    while (next < to && entries[next] == doc) {
      next++;
    }
    seen.set(doc);
    steps[number] = doc - last;
    freqs[number] = next - from;
    last = doc;
    return next;
  }

  private void positions(Postings.Inverted of, int from, int to) throws IOException {
    int entry = -1;
    int position = 0;
    for (int i = from; i < to; i++) {
      int base = of.entries()[i] == entry ? position : 0;
      entry = of.entries()[i];
      position = of.positions()[i];
      distances[held++] = position - base;
      if (held == BLOCK) {
        packed.patched(distances, head);
        moveTo(positions, head);
        held = 0;
      }
    }
  }

  private void restOfPositions() throws IOException {
    for (int i = 0; i < held; i++) {
      head.unsigned(distances[i]);
    }
    moveTo(positions, head);
    held = 0;
  }

  /** A full block: what one needs to know to skip it, its entries, how often they hold the term. */
  private void block(boolean endsGroup) throws IOException {
    if (withPositions) {
      int freq = largest(freqs);
      groupFreq = Math.max(groupFreq, freq);
      head.unsigned((freq - 1L) << 1);
      longestHead = Math.max(longestHead, head.length());
      blocks = true;
      block.unsigned(head.length());
      move(head, block);
      block.unsigned(positions.getFilePointer() - blockPositions);
      block.put(held);
      blockPositions = positions.getFilePointer();
    }
    int skipped = block.length();
    packed.steps(steps, last - blockStart, block);
    if (withPositions) {
      packed.patched(freqs, block);
    }
    fifteen(head, last - blockStart);
    fifteen(head, block.length());
    group.unsigned(skipped + head.length());
    move(head, group);
    move(block, group);
    blockStart = last;
    if (endsGroup) {
      group();
    }
  }

  private static int largest(int[] numbers) {
    int all = 0;
    for (int number : numbers) {
      all |= number;
    }
    int most = Math.min(all, 1);
    for (int i = 0; i < numbers.length && all > 1; i++) {
      most = Math.max(most, numbers[i]);
    }
    return most;
  }

  /** A number of fifteen bits in two bytes, or with more behind it. */
  private static void fifteen(Bytes out, int number) {
    if (number < 1 << 15) {
      out.lowest(number, Short.BYTES);
    } else {
      out.lowest(number | (1 << 15), Short.BYTES);
      out.unsigned(number >>> 15);
    }
  }

  /** What one needs to know to skip all blocks of a group, and those. */
  private void group() throws IOException {
    block.unsigned(last - groupStart);
    if (withPositions) {
      head.unsigned((groupFreq - 1L) << 1);
      int impacts = head.length();
      longestGroupHead = Math.max(longestGroupHead, impacts);
      groups = true;
      head.unsigned(positions.getFilePointer() - groupPositions);
      head.put(held);
      groupPositions = positions.getFilePointer();
      block.unsigned(2L * Short.BYTES + head.length() + group.length());
      block.lowest(head.length() + Short.BYTES, Short.BYTES);
      block.lowest(impacts, Short.BYTES);
      move(head, block);
    } else {
      block.unsigned(group.length());
    }
    moveTo(docs, block);
    moveTo(docs, group);
    groupStart = last;
    groupFreq = 0;
  }

  /** The entries after the last full block. */
  private void rest(int count) throws IOException {
    moveTo(docs, group);
    if (count == 0) {
      return;
    }
    if (withPositions) {
      for (int i = 0; i < count; i++) {
        steps[i] = (steps[i] << 1) | (freqs[i] == 1 ? 1 : 0);
      }
    }
    docs.writeGroupVInts(steps, count);
    for (int i = 0; i < count && withPositions; i++) {
      if (freqs[i] != 1) {
        docs.writeVInt(freqs[i]);
      }
    }
  }

  private static void move(Bytes from, Bytes to) {
    to.put(from.array(), from.length());
    from.clear();
  }

  private static void moveTo(IndexOutput out, Bytes bytes) throws IOException {
    out.writeBytes(bytes.array(), 0, bytes.length());
    bytes.clear();
  }

  @Override
  public void encodeTerm(DataOutput out, FieldInfo field, BlockTermState term, boolean absolute)
      throws IOException {
    IntBlockTermState state = (IntBlockTermState) term;
    if (absolute) {
      before = new IntBlockTermState();
    }
    boolean single = state.singletonDocID >= 0;
    if (single && before.singletonDocID >= 0 && state.docStartFP == before.docStartFP) {
      long step = (long) state.singletonDocID - before.singletonDocID;
      out.writeVLong((BitUtil.zigZagEncode(step) << 1) | 1);
    } else {
      out.writeVLong((state.docStartFP - before.docStartFP) << 1);
      if (single) {
        out.writeVInt(state.singletonDocID);
      }
    }
    if (withPositions) {
      out.writeVLong(state.posStartFP - before.posStartFP);
      if (state.lastPosBlockOffset >= 0) {
        out.writeVLong(state.lastPosBlockOffset);
      }
    }
    before = state;
  }

  @Override
  public void close() throws IOException {
    try (meta;
        docs;
        positions) {
      CodecUtil.writeFooter(docs);
      CodecUtil.writeFooter(positions);
      meta.writeInt(blocks ? 1 : 0);
      meta.writeInt(longestHead);
      meta.writeInt(groups ? 1 : 0);
      meta.writeInt(longestGroupHead);
      meta.writeLong(docs.getFilePointer());
      meta.writeLong(positions.getFilePointer());
      CodecUtil.writeFooter(meta);
    }
  }
}
