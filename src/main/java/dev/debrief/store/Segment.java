package dev.debrief.store;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.lucene.codecs.Codec;
import org.apache.lucene.codecs.DocValuesConsumer;
import org.apache.lucene.codecs.FieldsConsumer;
import org.apache.lucene.codecs.StoredFieldsWriter;
import org.apache.lucene.index.DocValuesSkipIndexType;
import org.apache.lucene.index.DocValuesType;
import org.apache.lucene.index.FieldInfo;
import org.apache.lucene.index.FieldInfos;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.SegmentCommitInfo;
import org.apache.lucene.index.SegmentInfo;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.index.SegmentWriteState;
import org.apache.lucene.index.VectorEncoding;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.TrackingDirectoryWrapper;
import org.apache.lucene.util.InfoStream;
import org.apache.lucene.util.StringHelper;
import org.apache.lucene.util.Version;

/**
 * Entries of one thread on their way into the index: inverted here, written by Lucene's codec as a
 * segment like any other, so that searching knows no difference.
 *
 * <p>Why not {@code IndexWriter.addDocument}: its chain is made for any analyzer and any field and
 * takes about 0.2 us a word and 0.5 us a document. A log line has a dozen short words and always
 * the same fields. Here a word costs one look into a hash table and four bytes.
 */
final class Segment {
  private final Ids ids = new Ids();
  private final Words words = new Words();
  private final Postings message = new Postings();
  private final Postings origin = new Postings();
  private final Postings status = new Postings();
  private final Postings requestId = new Postings();
  private final Postings part = new Postings();

  /** By the very object: a ledger has one for each, and comparing them takes as long as a word. */
  private final IdentityHashMap<Origin, Integer> origins = new IdentityHashMap<>();

  /** Where the first words of the entry before end, up to one that is no term. */
  private final int[] places = new int[8];

  private int begun;
  private final int[] statuses = new int[1_000];
  private long[] at = new long[1 << 8];
  private long[] place = new long[1 << 8];
  private int size;

  /** How many entries it has. */
  int size() {
    return size;
  }

  /** Words that are held: each takes four bytes, and eight more while it is written. */
  int weight() {
    return message.size() + size * 8;
  }

  /** The codes listed since the last call, see {@link Ids#take}. */
  long[] listed() {
    return ids.take();
  }

  /** Adds the entries of a block, of which the first stands in that place. */
  void add(LedgerWriter.Full block, long first) {
    BlockText each = new BlockText(block.bytes());
    for (int i = 0; each.next(); i++) {
      add(each, block.origins().get(each.origin()), block.times()[i], first + i);
    }
  }

  private void add(BlockText entry, Origin from, long time, long newPlace) {
    if (size == at.length) {
      at = Arrays.copyOf(at, size * 2);
      place = Arrays.copyOf(place, size * 2);
    }
    at[size] = time;
    place[size] = newPlace;
    size++;
    Integer known = origins.get(from);
    if (known == null) {
      known = origin.terms().number(from.text());
      origins.put(from, known);
    }
    origin.add(known);
    words(entry);
    String id = entry.requestId();
    // An id that the message shows is found there: a term of its own would double the dictionary.
    if (!id.isEmpty() && id.length() <= LONGEST_ID) {
      requestId.add(requestId.terms().number(id.toLowerCase(Locale.ROOT)));
    }
    if (entry.status() >= 0) {
      status.add(status(entry.status()));
    }
    if (!entry.begins()) {
      part.add(part.terms().number(Fields.CONTINUED));
    }
    message.end();
    origin.end();
    status.end();
    requestId.end();
    part.end();
  }

  /**
   * A line mostly begins as the one before: with the same day, hour and minute, or the same keys.
   * Its first words are then those of that one, and aren't looked for.
   */
  private void words(BlockText entry) {
    words.of(entry.text(), entry.from(), entry.length());
    int again = again(words.common());
    message.addAgain(again);
    words.goTo(again > 0 ? places[again - 1] : 0);
    begun = again;
    boolean gaps = false;
    while (words.next()) {
      if (ids.list(words)) {
        message.gap();
        gaps = true;
      } else {
        message.add(message.terms().number(words));
        if (begun < places.length && !gaps) {
          places[begun++] = words.place();
        }
      }
    }
  }

  /** How many first words lie in what both begin with; one that ends with it may go on. */
  private int again(int common) {
    int words = 0;
    while (words < begun && places[words] < common) {
      words++;
    }
    return words;
  }

  private static final int LONGEST_ID = 1_000;

  /** The term of a status; those of three digits are looked up once. */
  private int status(int code) {
    if (code >= statuses.length) {
      return status.terms().number(Integer.toString(code));
    }
    if (statuses[code] == 0) {
      statuses[code] = status.terms().number(Integer.toString(code)) + 1;
    }
    return statuses[code] - 1;
  }

  /** Writes an index of this one segment into an empty directory, and forgets what it held. */
  void write(Directory target) throws IOException {
    TrackingDirectoryWrapper directory = new TrackingDirectoryWrapper(target);
    Codec codec = Fields.SEGMENTS;
    SegmentInfo info =
        new SegmentInfo(
            target,
            Version.LATEST,
            Version.LATEST,
            "_0",
            size,
            false,
            false,
            codec,
            Map.of(),
            StringHelper.randomId(),
            Map.of(),
            null);
    FieldInfo[] fields = {
      field(Fields.MESSAGE, 0, IndexOptions.DOCS_AND_FREQS_AND_POSITIONS, DocValuesType.NONE),
      field(Fields.AT, 1, IndexOptions.NONE, DocValuesType.NUMERIC),
      field(Fields.PLACE, 2, IndexOptions.NONE, DocValuesType.NUMERIC),
      field(Fields.ORIGIN, 3, IndexOptions.DOCS, DocValuesType.SORTED),
      field(Fields.STATUS, 4, IndexOptions.DOCS, DocValuesType.NONE),
      field(Fields.REQUEST_ID, 5, IndexOptions.DOCS, DocValuesType.NONE),
      field(Fields.PART, 6, IndexOptions.DOCS, DocValuesType.NONE)
    };
    FieldInfos infos = new FieldInfos(fields);
    SegmentWriteState state =
        new SegmentWriteState(
            InfoStream.NO_OUTPUT, directory, info, infos, null, IOContext.DEFAULT);
    SortedMap<String, Postings.Inverted> inverted = new TreeMap<>();
    inverted.put(Fields.MESSAGE, message.invert(true));
    inverted.put(Fields.ORIGIN, origin.invert(false));
    inverted.put(Fields.STATUS, status.invert(false));
    inverted.put(Fields.REQUEST_ID, requestId.invert(false));
    inverted.put(Fields.PART, part.invert(false));
    int[] originOrder = inverted.get(Fields.ORIGIN).order();
    try (FieldsConsumer postings = codec.postingsFormat().fieldsConsumer(state)) {
      postings.write(new SegmentTerms(inverted), null);
    }
    try (DocValuesConsumer values = codec.docValuesFormat().fieldsConsumer(state)) {
      values.addNumericField(fields[1], SegmentValues.numbers(at, size));
      values.addNumericField(fields[2], SegmentValues.numbers(place, size));
      values.addSortedField(fields[3], SegmentValues.terms(origin, originOrder));
    }
    stored(codec, directory, info);
    codec.fieldInfosFormat().write(directory, info, "", infos, IOContext.DEFAULT);
    info.setFiles(List.copyOf(directory.getCreatedFiles()));
    codec.segmentInfoFormat().write(directory, info, IOContext.DEFAULT);
    SegmentInfos all = new SegmentInfos(Version.LATEST.major);
    all.counter = 1;
    all.add(new SegmentCommitInfo(info, 0, 0, -1, -1, -1, StringHelper.randomId()));
    all.commit(target);
    clear();
  }

  private static FieldInfo field(
      String name, int number, IndexOptions options, DocValuesType values) {
    return new FieldInfo(
        name,
        number,
        false,
        options != IndexOptions.NONE,
        false,
        options,
        values,
        values == DocValuesType.NUMERIC
            ? DocValuesSkipIndexType.RANGE
            : DocValuesSkipIndexType.NONE,
        -1,
        new HashMap<>(),
        0,
        0,
        0,
        0,
        VectorEncoding.FLOAT32,
        VectorSimilarityFunction.EUCLIDEAN,
        false,
        false);
  }

  /** A segment has stored fields; ours hold nothing. */
  private void stored(Codec codec, Directory directory, SegmentInfo info) throws IOException {
    try (StoredFieldsWriter writer =
        codec.storedFieldsFormat().fieldsWriter(directory, info, IOContext.DEFAULT)) {
      for (int i = 0; i < size; i++) {
        writer.startDocument();
        writer.finishDocument();
      }
      writer.finish(size);
    }
  }

  private void clear() {
    message.clear();
    origin.clear();
    status.clear();
    requestId.clear();
    part.clear();
    origins.clear();
    Arrays.fill(statuses, 0);
    begun = 0;
    size = 0;
  }
}
