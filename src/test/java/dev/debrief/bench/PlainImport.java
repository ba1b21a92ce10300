package dev.debrief.bench;

import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.FSDirectory;

/**
 * The plain way to make a log searchable, which imports are measured against: one IndexWriter, the
 * StandardAnalyzer, a line a document, a BufferedReader.
 *
 * <p>{@code java … PlainImport FOLDER FILE} prints lines, seconds, processor seconds, bytes on
 * disk.
 */
public final class PlainImport {
  private PlainImport() {}

  /** {@code FOLDER FILE}. */
  public static void main(String[] args) throws Exception {
    Stopwatch watch = new Stopwatch();
    long lines = 0;
    IndexWriterConfig config = new IndexWriterConfig(new StandardAnalyzer());
    try (FSDirectory directory = FSDirectory.open(Path.of(args[0]));
        IndexWriter writer = new IndexWriter(directory, config);
        BufferedReader reader = Files.newBufferedReader(Path.of(args[1]), StandardCharsets.UTF_8)) {
      for (String line; (line = reader.readLine()) != null; lines++) {
        Document document = new Document();
        document.add(new TextField("message", line, Field.Store.YES));
        writer.addDocument(document);
      }
    }
    watch.print("plain", lines, Path.of(args[0]));
  }
}
