package dev.debrief.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.apache.lucene.codecs.Codec;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.LogDocMergePolicy;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.BytesRef;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DenseValuesTest {
  private static final int SHAPES = 7;

  /** Numbers as logs have them, and as they don't. */
  private static long[] numbers(int shape, int count, Random random) {
    IntToLongFunction number =
        switch (shape) {
          case 0 -> i -> 7L << Volume.ORDINAL_BITS | i + (i > count / 2 ? 512 : 0);
          case 1 ->
              i -> 1_760_000_000_000_000_000L + i * 30_000_000L + random.nextInt(9) * 1_000_000;
          case 2 -> i -> 1_760_000_000L * 1_000_000_000 + i / 3 * 1_000_000_000L;
          case 3 -> i -> random.nextLong();
          case 6 -> i -> Long.MAX_VALUE - count / 2 + i;
          case 4 -> i -> i % 3 == 0 ? Long.MIN_VALUE : i % 3 == 1 ? Long.MAX_VALUE : i;
          default -> i -> random.nextLong() >> random.nextInt(Long.SIZE);
        };
    return IntStream.range(0, count).mapToLong(number).toArray();
  }

  private static void write(Directory directory, Codec codec, long[] numbers) throws Exception {
    try (IndexWriter writer =
        new IndexWriter(
            directory,
            new IndexWriterConfig(WordStream.analyzer())
                .setCodec(codec)
                .setUseCompoundFile(false))) {
      for (long number : numbers) {
        Document document = new Document();
        document.add(NumericDocValuesField.indexedField(Fields.AT, number));
        document.add(NumericDocValuesField.indexedField(Fields.PLACE, -number));
        writer.addDocument(document);
      }
    }
  }

  private static long[] read(DirectoryReader reader, String field) throws Exception {
    LongStream.Builder all = LongStream.builder();
    for (LeafReaderContext leaf : reader.leaves()) {
      NumericDocValues values = leaf.reader().getNumericDocValues(field);
      for (int doc = 0; doc < leaf.reader().maxDoc(); doc++) {
        assertThat(values.advanceExact(doc)).isTrue();
        all.add(values.longValue());
      }
    }
    return all.build().toArray();
  }

  @Property(tries = 60)
  void everyNumberIsReadAsItWasWritten(
      @ForAll @IntRange(max = SHAPES - 1) int shape,
      @ForAll @IntRange(min = 1, max = 9_000) int count,
      @ForAll long seed)
      throws Exception {
    long[] numbers = numbers(shape, count, new Random(seed));
    try (Directory directory = new ByteBuffersDirectory()) {
      write(directory, Fields.CODEC, numbers);
      try (DirectoryReader reader = DirectoryReader.open(directory)) {
        assertThat(read(reader, Fields.AT)).isEqualTo(numbers);
        assertThat(read(reader, Fields.PLACE))
            .isEqualTo(Arrays.stream(numbers).map(number -> -number).toArray());
      }
    }
  }

  @Property(tries = 20)
  void everyTermIsReadAsItWasWritten(
      @ForAll @IntRange(min = 1, max = 600) int different,
      @ForAll @IntRange(min = 1, max = 9_000) int count,
      @ForAll long seed)
      throws Exception {
    Random random = new Random(seed);
    String[] terms = new String[count];
    Arrays.setAll(terms, i -> "größe " + random.nextInt(different));
    try (Directory directory = new ByteBuffersDirectory()) {
      try (IndexWriter writer =
          new IndexWriter(
              directory,
              new IndexWriterConfig(WordStream.analyzer())
                  .setCodec(Fields.CODEC)
                  .setMergePolicy(new LogDocMergePolicy()))) {
        for (int i = 0; i < count; i++) {
          if (i == count / 2) {
            writer.flush();
          }
          Document document = new Document();
          document.add(new SortedDocValuesField(Fields.ORIGIN, new BytesRef(terms[i])));
          writer.addDocument(document);
        }
        writer.forceMerge(1);
      }
      try (DirectoryReader reader = DirectoryReader.open(directory)) {
        SortedDocValues values =
            reader.leaves().getFirst().reader().getSortedDocValues(Fields.ORIGIN);
        assertThat(values.getValueCount()).isEqualTo((int) Arrays.stream(terms).distinct().count());
        for (String term : terms) {
          values.nextDoc();
          assertThat(values.lookupOrd(values.ordValue()).utf8ToString()).isEqualTo(term);
        }
      }
    }
  }

  @Property(tries = 60)
  void aRangeFindsWhatLiesInIt(
      @ForAll @IntRange(max = SHAPES - 1) int shape,
      @ForAll @IntRange(min = 1, max = 20_000) int count,
      @ForAll long seed)
      throws Exception {
    Random random = new Random(seed);
    long[] numbers = numbers(shape, count, random);
    long one = numbers[random.nextInt(count)];
    long other = numbers[random.nextInt(count)];
    long from = Math.min(one, other);
    long to = Math.max(one, other);
    try (Directory directory = new ByteBuffersDirectory()) {
      write(directory, Fields.CODEC, numbers);
      try (DirectoryReader reader = DirectoryReader.open(directory)) {
        assertThat(
                new IndexSearcher(reader)
                    .count(NumericDocValuesField.newSlowRangeQuery(Fields.AT, from, to)))
            .isEqualTo((int) Arrays.stream(numbers).filter(n -> from <= n && n <= to).count());
      }
    }
  }

  @Test
  void segmentsOfOlderCasesAreReadBesideAndMergedIntoNewOnes() throws Exception {
    long[] old = numbers(1, 5_000, new Random(1));
    long[] added = numbers(1, 3_000, new Random(2));
    long[] all = LongStream.concat(Arrays.stream(old), Arrays.stream(added)).toArray();
    try (Directory directory = new ByteBuffersDirectory()) {
      write(directory, Codec.getDefault(), old);
      write(directory, Fields.CODEC, added);
      try (DirectoryReader reader = DirectoryReader.open(directory)) {
        assertThat(reader.leaves()).hasSize(2);
        assertThat(read(reader, Fields.AT)).isEqualTo(all);
      }
      try (IndexWriter writer =
          new IndexWriter(
              directory, new IndexWriterConfig(WordStream.analyzer()).setCodec(Fields.CODEC))) {
        writer.deleteDocuments(
            NumericDocValuesField.newSlowRangeQuery(Fields.AT, old[100], old[100]));
        writer.forceMerge(1);
      }
      List<Long> left = new ArrayList<>(Arrays.stream(all).boxed().toList());
      left.removeIf(number -> number == old[100]);
      try (DirectoryReader reader = DirectoryReader.open(directory)) {
        assertThat(reader.leaves()).hasSize(1);
        assertThat(read(reader, Fields.AT))
            .isEqualTo(left.stream().mapToLong(Long::longValue).toArray());
      }
    }
  }

  @Test
  void aDamagedByteIsFound(@TempDir Path folder) throws Exception {
    try (Directory directory = FSDirectory.open(folder)) {
      write(directory, Fields.CODEC, numbers(1, 5_000, new Random(1)));
      Path file;
      try (var files = Files.list(folder)) {
        file = files.filter(f -> f.toString().endsWith(DenseValues.EXTENSION)).findFirst().get();
      }
      ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file));
      bytes.put(500, (byte) ~bytes.get(500));
      Files.write(file, bytes.array());
      try (DirectoryReader reader = DirectoryReader.open(directory)) {
        assertThatThrownBy(() -> reader.leaves().getFirst().reader().checkIntegrity())
            .isInstanceOf(CorruptIndexException.class);
      }
    }
  }
}
