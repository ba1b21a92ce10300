package dev.debrief.store;

import java.util.List;
import java.util.Set;
import org.apache.lucene.codecs.Codec;
import org.apache.lucene.codecs.DocValuesFormat;
import org.apache.lucene.codecs.PostingsFormat;
import org.apache.lucene.codecs.lucene104.Lucene104Codec;

/** The names of the index's fields. */
final class Fields {
  static final String MESSAGE = "message";
  static final String AT = "at";
  static final String LINE = "line";

  /** Where in the ledgers an entry is: see {@link Volume#place}. */
  static final String PLACE = "place";

  /** The term of an entry's {@link Origin}. */
  static final String ORIGIN = "origin";

  static final String STATUS = "status";
  static final String SOURCE = "source";
  static final String LEVEL = "level";
  static final String TRANSPORT = "transport";
  static final String REQUEST_ID = "request_id";

  /** Of a record that goes on with a message another record began; the others have none. */
  static final String PART = "part";

  /** The one value of {@link #PART}. */
  static final String CONTINUED = "continued";

  /** Exact values, matched without regard to case. */
  static final Set<String> KEYWORDS =
      Set.of(
          "machine",
          "provider",
          "region",
          "app",
          LEVEL,
          TRANSPORT,
          SOURCE,
          "format",
          "kind",
          REQUEST_ID);

  /** Those that can be counted by value. */
  static final List<String> FACETS =
      List.of("machine", "provider", "region", "app", LEVEL, SOURCE, "format", "kind");

  /**
   * How segments are written: Lucene's way, but for the {@link DenseValues}. It has the name of
   * Lucene's own, since that reads them: a segment tells each field's form.
   */
  static final Codec CODEC = new Values();

  /** How an import writes them, with {@link SegmentPostings}: the same form, made faster. */
  static final Codec SEGMENTS =
      new Values() {
        private final PostingsFormat postings = new SegmentPostings();

        @Override
        public PostingsFormat getPostingsFormatForField(String field) {
          return postings;
        }
      };

  private static class Values extends Lucene104Codec {
    private final DocValuesFormat values = new DenseValues();

    @Override
    public final DocValuesFormat getDocValuesFormatForField(String field) {
      return values;
    }
  }

  private Fields() {}

  /** The fields a query may name, for messages. */
  static String all() {
    return "message, machine, provider, region, app, level, transport, source, line, format, kind,"
        + " request_id, status, part, at";
  }
}
