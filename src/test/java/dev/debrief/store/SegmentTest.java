package dev.debrief.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.debrief.model.Clock;
import dev.debrief.model.Evidence;
import dev.debrief.model.Level;
import dev.debrief.model.LogRecord;
import dev.debrief.model.Moment;
import dev.debrief.model.Precision;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.CheckIndex;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.BytesRef;
import org.junit.jupiter.api.Test;

/** A segment written here is what Lucene's own writer would have written. */
class SegmentTest {
  private static final String[] PIECES = {
    "GET ", "/posts/", "Oban.Notifier", "v290", " SIGUSR1 ", "größer", "ÄRGER ", "日本", "🔥",
        "e\u0301t",
    "request_id=", "17817e62f16438", "404", ":nxdomain", "\n    ", "x", " 1a2b3c4d5e ", "𝒳𝒴", "İ",
        "\ud800"
  };

  private static List<String> texts(int count) {
    Random random = new Random(7);
    List<String> texts = new ArrayList<>(List.of("", "…", "a".repeat(200)));
    for (int i = 0; i < count; i++) {
      StringBuilder text = new StringBuilder();
      for (int pieces = random.nextInt(30); pieces > 0; pieces--) {
        text.append(PIECES[random.nextInt(PIECES.length)]);
        if (random.nextInt(3) == 0) {
          text.append(random.nextInt(3000));
        }
      }
      texts.add(text.toString());
    }
    return texts;
  }

  static LogRecord saying(String text, int number) {
    return new LogRecord(
        new Evidence("log", number + 1),
        1,
        new Moment(Instant.ofEpochSecond(number), Precision.SECOND, Clock.PLATFORM),
        "shop",
        "app",
        "m" + number % 7,
        "iad",
        Level.INFO,
        Level.INFO,
        text,
        number + 1,
        number % 5 == 0
            ? Map.of("response.status", "" + (200 + number % 300), "request.id", "Q" + number)
            : Map.of());
  }

  static void written(List<String> texts, Directory into) throws Exception {
    Segment segment = new Segment();
    Path file = Files.createTempFile("segment", ".records");
    try (LedgerWriter ledger = new LedgerWriter(file)) {
      for (int i = 0; i < texts.size(); i++) {
        if (ledger.add(saying(texts.get(i), i), "fly-text")) {
          segment.add(ledger.take(), segment.size());
        }
      }
      segment.add(ledger.take(), segment.size());
    }
    segment.write(into);
  }

  @Test
  void lucenesOwnCheckFindsNoFault() throws Exception {
    try (Directory directory = new ByteBuffersDirectory()) {
      written(texts(5_000), directory);
      try (CheckIndex check = new CheckIndex(directory)) {
        ByteArrayOutputStream told = new ByteArrayOutputStream();
        check.setInfoStream(new PrintStream(told, true, StandardCharsets.UTF_8));
        check.setLevel(CheckIndex.Level.MAX_VALUE);
        CheckIndex.Status status = check.checkIndex();
        assertTrue(status.clean, told.toString(StandardCharsets.UTF_8));
        assertEquals(5_003, status.segmentInfos.getFirst().maxDoc);
      }
    }
  }

  @Test
  void everyWordStandsWhereLucenesWriterPutsIt() throws Exception {
    assertTrue(comparedWithLucenes(texts(2_000)) > 1_000);
  }

  @Test
  void aTextThatBeginsAsTheOneBeforeHasItsOwnWords() throws Exception {
    String[] alike = {
      "",
      "12:30:07.001 GET",
      "12:30:07.002 GET",
      "12:30:07.002",
      "12:30:07.0021",
      "12:30:07.00",
      "12:30:07.002 GET",
      "12:30:07.002 get",
      "12:30:07.002 größe",
      "12:30:07.002 GET /",
      "ab",
      "abc",
      "ab c",
      "ab c",
      "ab c d",
      "ab 1a2b3c4d5e c",
      "ab 1a2b3c4d5e c",
      "1a2b3c4d5e ab",
      "1a2b3c4d5e ab c",
      "x".repeat(64),
      "x".repeat(65),
      "x".repeat(200),
      "x".repeat(200) + " y",
      "a b c d e f g h i j k l",
      "a b c d e f g h i j k m",
      " a b c",
      "ä a b",
      "ä a b",
      "a b"
    };
    Random random = new Random(11);
    List<String> texts = new ArrayList<>(List.of(alike));
    for (int i = 0; i < 1_500; i++) {
      texts.add(alike[random.nextInt(alike.length)]);
    }
    assertTrue(comparedWithLucenes(texts) > 20);
  }

  /** How many words were compared. */
  private static int comparedWithLucenes(List<String> texts) throws Exception {
    try (Directory ours = new ByteBuffersDirectory();
        Directory theirs = new ByteBuffersDirectory()) {
      written(texts, ours);
      IndexWriterConfig config = new IndexWriterConfig(WordStream.analyzer());
      try (IndexWriter writer = new IndexWriter(theirs, config)) {
        for (String text : texts) {
          Document document = new Document();
          document.add(new TextField(Fields.MESSAGE, text, Field.Store.NO));
          writer.addDocument(document);
        }
        writer.forceMerge(1);
      }
      try (DirectoryReader one = DirectoryReader.open(ours);
          DirectoryReader other = DirectoryReader.open(theirs)) {
        LeafReader reader = one.leaves().getFirst().reader();
        LeafReader expected = other.leaves().getFirst().reader();
        TermsEnum terms = expected.terms(Fields.MESSAGE).iterator();
        int compared = 0;
        for (BytesRef term; (term = terms.next()) != null; ) {
          String word = term.utf8ToString();
          if (!Sought.madeUp(word)) {
            assertEquals(places(expected, word), places(reader, word), word);
            compared++;
          }
        }
        return compared;
      }
    }
  }

  private static List<String> places(LeafReader reader, String word) throws Exception {
    List<String> places = new ArrayList<>();
    PostingsEnum postings = reader.postings(new Term(Fields.MESSAGE, word), PostingsEnum.POSITIONS);
    while (postings != null && postings.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
      for (int i = postings.freq(); i > 0; i--) {
        places.add(postings.docID() + ":" + postings.nextPosition());
      }
    }
    return places;
  }
}
