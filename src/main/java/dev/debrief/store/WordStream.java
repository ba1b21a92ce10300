package dev.debrief.store;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/** The {@link Words} of a text as Lucene's query parser takes them. */
final class WordStream extends TokenStream {
  private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
  private final Words words = new Words();

  private void of(String text) {
    words.of(text);
  }

  @Override
  public void reset() {
    words.reset();
  }

  @Override
  public boolean incrementToken() {
    clearAttributes();
    boolean more = words.next();
    if (more) {
      term.append(words.text());
    }
    return more;
  }

  /** The words of a query's text. */
  static Analyzer analyzer() {
    return new Analyzer() {
      @Override
      protected TokenStreamComponents createComponents(String field) {
        WordStream words = new WordStream();
        return new TokenStreamComponents(reader -> words.of(all(reader)), words);
      }

      @Override
      protected TokenStream normalize(String field, TokenStream in) {
        return new LowerCaseFilter(in);
      }
    };
  }

  private static String all(Reader reader) {
    StringBuilder text = new StringBuilder();
    char[] chunk = new char[1024];
    try {
      for (int n; (n = reader.read(chunk)) > 0; ) {
        text.append(chunk, 0, n);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }
}
