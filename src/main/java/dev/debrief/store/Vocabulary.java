package dev.debrief.store;

import dev.debrief.model.Entry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.AutomatonQuery;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.automaton.ByteRunAutomaton;

/**
 * The values that many entries share, as queries: which {@linkplain Origin origins} a field's value
 * means, which places a source or a line.
 */
final class Vocabulary {
  private final List<Origin> origins = new ArrayList<>();
  private final List<BytesRef> terms = new ArrayList<>();
  private final IndexReader reader;
  private final Volumes volumes;

  Vocabulary(IndexReader reader, Volumes volumes) throws IOException {
    this.reader = reader;
    this.volumes = volumes;
    Terms all = MultiTerms.getTerms(reader, Fields.ORIGIN);
    if (all != null) {
      TermsEnum each = all.iterator();
      for (BytesRef term; (term = each.next()) != null; ) {
        origins.add(Origin.parse(term.utf8ToString()));
        terms.add(BytesRef.deepCopyOf(term));
      }
    }
  }

  /** The entries whose value of a field, in lower case, is wanted. */
  Query keyword(String field, Predicate<String> wanted) {
    if (field.equals(Fields.SOURCE)) {
      return places(
          volumes.all().stream()
              .filter(volume -> wanted.test(volume.path().toLowerCase(Locale.ROOT)))
              .map(volume -> new long[] {volume.place(0), volume.place(volume.ledger().size() - 1)})
              .toList());
    }
    List<BytesRef> fitting = new ArrayList<>();
    for (int i = 0; i < origins.size(); i++) {
      if (wanted.test(origins.get(i).value(field).toLowerCase(Locale.ROOT))) {
        fitting.add(terms.get(i));
      }
    }
    return fitting.isEmpty()
        ? new MatchNoDocsQuery("no such " + field)
        : new TermInSetQuery(Fields.ORIGIN, fitting);
  }

  /** The entries whose value of a field the pattern matches. */
  Query pattern(String field, AutomatonQuery pattern) {
    ByteRunAutomaton automaton =
        new ByteRunAutomaton(pattern.getAutomaton(), pattern.isAutomatonBinary());
    return keyword(
        field,
        value -> {
          BytesRef bytes = new BytesRef(value);
          return !value.isEmpty() && automaton.run(bytes.bytes, bytes.offset, bytes.length);
        });
  }

  /** The query for a text's words, and the entries that hold them listed and not as terms. */
  Query withListed(Query terms, String text) {
    List<String> words = Sought.words(text);
    if (words.stream().noneMatch(Sought::madeUp)) {
      return terms;
    }
    try {
      return either(terms, Sought.phrase(volumes.all(), words));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The same for a pattern.
   *
   * @param beginning what every word that matches begins with; where it is empty all text is read
   */
  Query withListed(AutomatonQuery terms, String beginning) {
    ByteRunAutomaton automaton =
        new ByteRunAutomaton(terms.getAutomaton(), terms.isAutomatonBinary());
    try {
      return either(
          terms,
          Sought.pattern(
              volumes.all(),
              beginning,
              word -> {
                BytesRef bytes = new BytesRef(word);
                return automaton.run(bytes.bytes, bytes.offset, bytes.length);
              }));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Query either(Query terms, List<long[]> places) {
    return places.isEmpty()
        ? terms
        : new BooleanQuery.Builder()
            .add(terms, BooleanClause.Occur.SHOULD)
            .add(places(places), BooleanClause.Occur.SHOULD)
            .build();
  }

  /** The entries whose response had a status of the range; there are few different ones. */
  Query statuses(long least, long most) {
    List<BytesRef> fitting = new ArrayList<>();
    try {
      Terms all = MultiTerms.getTerms(reader, Fields.STATUS);
      TermsEnum each = all == null ? TermsEnum.EMPTY : all.iterator();
      for (BytesRef term; (term = each.next()) != null; ) {
        long status = Long.parseLong(term.utf8ToString());
        if (least <= status && status <= most) {
          fitting.add(BytesRef.deepCopyOf(term));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return fitting.isEmpty()
        ? new MatchNoDocsQuery("no such status")
        : new TermInSetQuery(Fields.STATUS, fitting);
  }

  /** The entries that begin on a line of the range, of whatever source. */
  Query lines(long least, long most) {
    List<long[]> ranges = new ArrayList<>();
    try {
      for (Volume volume : volumes.all()) {
        for (Ledger.Block block : volume.ledger().blocks()) {
          if (block.maxLine() >= least && block.minLine() <= most) {
            lines(volume, block, least, most, ranges);
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return places(ranges);
  }

  private static void lines(
      Volume volume, Ledger.Block block, long least, long most, List<long[]> ranges)
      throws IOException {
    if (least <= block.minLine() && block.maxLine() <= most) {
      add(ranges, volume.place(block.first()), volume.place(block.first() + block.count() - 1));
      return;
    }
    Entry[] entries = volume.ledger().entries(block);
    for (int i = 0; i < entries.length; i++) {
      long line = entries[i].evidence().line();
      if (least <= line && line <= most) {
        add(ranges, volume.place(block.first() + i), volume.place(block.first() + i));
      }
    }
  }

  private static void add(List<long[]> ranges, long from, long to) {
    if (!ranges.isEmpty() && ranges.getLast()[1] + 1 == from) {
      ranges.getLast()[1] = to;
    } else {
      ranges.add(new long[] {from, to});
    }
  }

  private static Query places(List<long[]> ranges) {
    if (ranges.size() > 64) {
      return new Places(ranges);
    }
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    for (long[] range : ranges) {
      any.add(
          NumericDocValuesField.newSlowRangeQuery(Fields.PLACE, range[0], range[1]),
          BooleanClause.Occur.SHOULD);
    }
    return ranges.isEmpty() ? new MatchNoDocsQuery("no such place") : any.build();
  }
}
