package dev.debrief.store;

import java.io.IOException;
import org.apache.lucene.codecs.FieldsConsumer;
import org.apache.lucene.codecs.FieldsProducer;
import org.apache.lucene.codecs.PostingsFormat;
import org.apache.lucene.codecs.PostingsWriterBase;
import org.apache.lucene.codecs.lucene103.blocktree.Lucene103BlockTreeTermsWriter;
import org.apache.lucene.codecs.lucene104.Lucene104PostingsFormat;
import org.apache.lucene.index.SegmentReadState;
import org.apache.lucene.index.SegmentWriteState;
import org.apache.lucene.util.IOUtils;

/**
 * Writes {@link SegmentTerms} in Lucene's own format, under its name: a segment is read, merged and
 * checked by Lucene like any other.
 */
final class SegmentPostings extends PostingsFormat {
  private final PostingsFormat lucene = new Lucene104PostingsFormat();

  SegmentPostings() {
    super("Lucene104");
  }

  @Override
  public FieldsConsumer fieldsConsumer(SegmentWriteState state) throws IOException {
    PostingsWriterBase postings = new SegmentPostingsWriter(state);
    try {
      return new Lucene103BlockTreeTermsWriter(
          state,
          postings,
          Lucene103BlockTreeTermsWriter.DEFAULT_MIN_BLOCK_SIZE,
          Lucene103BlockTreeTermsWriter.DEFAULT_MAX_BLOCK_SIZE);
    } catch (IOException | RuntimeException | Error e) {
      IOUtils.closeWhileSuppressingExceptions(e, postings);
      throw e;
    }
  }

  @Override
  public FieldsProducer fieldsProducer(SegmentReadState state) throws IOException {
    return lucene.fieldsProducer(state);
  }
}
