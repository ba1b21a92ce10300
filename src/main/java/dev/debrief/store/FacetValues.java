package dev.debrief.store;

import java.io.IOException;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.Query;

/**
 * How often which value of a field stands in what a query finds. Linear in the matches.
 *
 * @param volumes the ledgers, each of which is one source
 */
record FacetValues(Matches matches, Volumes volumes) {
  /**
   * The most frequent values, these first; those as frequent by name.
   *
   * @param field one of {@link Fields#FACETS}
   */
  Map<String, Long> of(String field, Query query, int most) {
    Map<String, Long> counts = new HashMap<>();
    if (field.equals(Fields.SOURCE)) {
      bySource(query, counts);
    } else {
      byOrigin(query, field, counts);
    }
    counts.remove("");
    Map<String, Long> top = new LinkedHashMap<>();
    counts.entrySet().stream()
        .sorted(
            Map.Entry.<String, Long>comparingByValue()
                .reversed()
                .thenComparing(Map.Entry.comparingByKey()))
        .limit(most)
        .forEach(e -> top.put(e.getKey(), e.getValue()));
    return Collections.unmodifiableMap(top);
  }

  private void bySource(Query query, Map<String, Long> counts) {
    long[] byVolume = new long[volumes.numbers()];
    matches.each(
        query,
        context -> {
          NumericDocValues places = DocValues.getNumeric(context.reader(), Fields.PLACE);
          return doc -> {
            if (places.advanceExact(doc)) {
              byVolume[Volume.number(places.longValue())]++;
            }
          };
        });
    for (Volume volume : volumes.all()) {
      if (byVolume[volume.number()] > 0) {
        counts.put(volume.path(), byVolume[volume.number()]);
      }
    }
  }

  private void byOrigin(Query query, String field, Map<String, Long> counts) {
    matches.each(
        query,
        context -> {
          SortedDocValues origins = DocValues.getSorted(context.reader(), Fields.ORIGIN);
          long[] byOrdinal = new long[Math.max(1, origins.getValueCount())];
          return new Matches.Hit() {
            @Override
            public void at(int doc) throws IOException {
              if (origins.advanceExact(doc)) {
                byOrdinal[origins.ordValue()]++;
              }
            }

            @Override
            public void end() throws IOException {
              for (int i = 0; i < origins.getValueCount(); i++) {
                if (byOrdinal[i] > 0) {
                  String value = Origin.parse(origins.lookupOrd(i).utf8ToString()).value(field);
                  counts.merge(value, byOrdinal[i], Long::sum);
                }
              }
            }
          };
        });
  }
}
