package dev.debrief.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import dev.debrief.model.LogRecord;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.apache.lucene.codecs.CodecUtil;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexInput;

/** What is written of terms is what Lucene's own writer makes of them, to the byte. */
final class SegmentPostingsTest {
  private static final String SUFFIX = "Lucene104_0";
  private static final List<String> FILES = List.of("doc", "pos", "psm", "tim", "tip");

  /** Few words often and many seldom, some of them often in one text, some texts very long. */
  private static List<String> texts(int count, Random random) {
    int different = 1 + random.nextInt(3_000);
    int skew = 1 + random.nextInt(6);
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      StringBuilder text = new StringBuilder(random.nextInt(50) == 0 ? "" : "each ");
      int words = random.nextInt(400) == 0 ? random.nextInt(1_500) : random.nextInt(12);
      for (; words > 0; words--) {
        int number = (int) (Math.pow(random.nextDouble(), skew) * different);
        String word = Integer.toString(number, 26).replaceAll("[0-9]", "x");
        text.append((word + " ").repeat(random.nextInt(300) == 0 ? random.nextInt(600) : 1));
      }
      texts.add(text.toString());
    }
    return texts;
  }

  private static void writtenByLucene(List<String> texts, Directory into) throws Exception {
    FieldType words = new FieldType(TextField.TYPE_NOT_STORED);
    words.setOmitNorms(true);
    IndexWriterConfig config =
        new IndexWriterConfig(WordStream.analyzer())
            .setUseCompoundFile(false)
            .setRAMBufferSizeMB(1_000);
    try (IndexWriter writer = new IndexWriter(into, config)) {
      for (int i = 0; i < texts.size(); i++) {
        Document document = new Document();
        document.add(new Field(Fields.MESSAGE, texts.get(i), words));
        LogRecord record = SegmentTest.saying(texts.get(i), i);
        keyword(document, Fields.ORIGIN, Origin.of(record, "fly-text").text());
        if (record.fields().get("response.status") instanceof String status) {
          keyword(document, Fields.STATUS, status);
        }
        if (record.fields().get("request.id") instanceof String id) {
          keyword(document, Fields.REQUEST_ID, id.toLowerCase(Locale.ROOT));
        }
        writer.addDocument(document);
      }
    }
  }

  private static void keyword(Document document, String field, String value) {
    document.add(new StringField(field, value, Field.Store.NO));
  }

  /** A file without the segment's random id and the checksum. */
  private static byte[] content(Directory directory, String extension) throws Exception {
    try (IndexInput in =
        directory.openInput("_0_" + SUFFIX + "." + extension, IOContext.READONCE)) {
      CodecUtil.readIndexHeader(in);
      byte[] rest = new byte[(int) (in.length() - in.getFilePointer() - CodecUtil.footerLength())];
      in.readBytes(rest, 0, rest.length);
      return rest;
    }
  }

  private static void same(List<String> texts) throws Exception {
    try (Directory ours = new ByteBuffersDirectory();
        Directory theirs = new ByteBuffersDirectory()) {
      SegmentTest.written(texts, ours);
      writtenByLucene(texts, theirs);
      for (String file : FILES) {
        assertArrayEquals(content(theirs, file), content(ours, file), file);
      }
    }
  }

  @Property(tries = 30)
  void aSegmentIsLucenesToTheByte(
      @ForAll @IntRange(min = 1, max = 12_000) int count, @ForAll long seed) throws Exception {
    same(texts(count, new Random(seed)));
  }

  @Example
  void blocksAndGroupsThatAreJustFullAreLucenesToTheByte() throws Exception {
    for (int count : new int[] {1, 2, 255, 256, 257, 512, 8_191, 8_192, 8_193, 16_384}) {
      same(Collections.nCopies(count, "each text says each"));
    }
  }
}
