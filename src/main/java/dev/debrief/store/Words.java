package dev.debrief.store;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.jspecify.annotations.Nullable;

/**
 * The words of a message as an engineer expects to find them: runs of letters and digits, in lower
 * case; everything else parts them. So {@code Oban.Notifier} is two words and found by either, or
 * whole as the phrase of both (which is how the parser reads it unquoted too); {@code v290}, {@code
 * SIGUSR1} and a request's id are one; {@code :nxdomain} is found with and without its colon. An
 * ideograph or a symbol such as an emoji is a word by itself. A run longer than {@value #LONGEST}
 * characters counts as several words in a row, so that no hostile line makes a giant term, and is
 * still found whole.
 */
final class Words extends TokenStream {
  /** The longest word, in UTF-16 units. */
  static final int LONGEST = 64;

  /** How much of a message is searchable by its words. */
  static final int SEARCHED = 1 << 20;

  private static final byte APART = 0;
  private static final byte INSIDE = 1;
  private static final char[] LOWER = new char[128];
  private static final byte[] CLASS = new byte[128];

  static {
    for (char c = 0; c < 128; c++) {
      LOWER[c] = Character.toLowerCase(c);
      CLASS[c] = Character.isLetterOrDigit(c) ? INSIDE : APART;
    }
  }

  private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
  private final PositionIncrementAttribute step = addAttribute(PositionIncrementAttribute.class);
  private final @Nullable Ids ids;
  private String text = "";
  private int end;
  private int next;

  /** All words of a text. */
  Words() {
    this(null);
  }

  /** All words but those that are listed there instead. */
  Words(@Nullable Ids ids) {
    this.ids = ids;
  }

  /** Starts over with a text. */
  void of(String newText) {
    text = newText;
    end = Math.min(newText.length(), SEARCHED);
    next = 0;
  }

  @Override
  public void reset() {
    next = 0;
  }

  @Override
  public boolean incrementToken() {
    int steps = 1;
    while (word()) {
      if (ids == null
          || !Ids.madeUp(term.buffer(), term.length())
          || !ids.list(term.buffer(), term.length())) {
        step.setPositionIncrement(steps);
        return true;
      }
      steps++;
    }
    return false;
  }

  private boolean word() {
    int at = next;
    while (at < end && !begins(at)) {
      at++;
    }
    if (at >= end) {
      next = end;
      return false;
    }
    char[] word = term.buffer();
    if (word.length < LONGEST + 1) {
      word = term.resizeBuffer(LONGEST + 1);
    }
    int length = 0;
    while (at < end && length < LONGEST) {
      char c = text.charAt(at);
      if (c < 128) {
        if (CLASS[c] == APART) {
          break;
        }
        word[length++] = LOWER[c];
        at++;
        continue;
      }
      int point = text.codePointAt(at);
      boolean alone = alone(point);
      if (alone ? length > 0 : !Character.isLetterOrDigit(point) && !mark(point)) {
        break;
      }
      length += Character.toChars(Character.toLowerCase(point), word, length);
      at += Character.charCount(point);
      if (alone) {
        break;
      }
    }
    term.setLength(length);
    next = at;
    return true;
  }

  private boolean begins(int at) {
    char c = text.charAt(at);
    if (c < 128) {
      return CLASS[c] == INSIDE;
    }
    int point = text.codePointAt(at);
    return Character.isLetterOrDigit(point) || alone(point);
  }

  /** A code point that is a word by itself. */
  private static boolean alone(int point) {
    return Character.isIdeographic(point) || Character.getType(point) == Character.OTHER_SYMBOL;
  }

  private static boolean mark(int point) {
    int type = Character.getType(point);
    return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
  }

  /** The same words out of a query's text. */
  static Analyzer analyzer() {
    return new Analyzer() {
      @Override
      protected TokenStreamComponents createComponents(String field) {
        Words words = new Words();
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
