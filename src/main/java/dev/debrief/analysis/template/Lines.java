package dev.debrief.analysis.template;

import java.io.IOException;
import java.io.Reader;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a text, cut at line feeds only, so that there are as many as any line counter finds.
 * A line longer than {@value #LONGEST} characters is cut: no memory is spent on a file without line
 * feeds.
 */
final class Lines {
  /** No message needs more, in characters. */
  static final int LONGEST = 16_000;

  private final Reader in;
  private final char[] buffer = new char[1 << 15];
  private int at;
  private int filled;

  Lines(Reader in) {
    this.in = in;
  }

  /** The next line without its end, or null after the last. */
  @Nullable String next() throws IOException {
    StringBuilder line = new StringBuilder();
    boolean any = false;
    while (true) {
      if (at == filled) {
        filled = in.read(buffer);
        at = 0;
        if (filled <= 0) {
          filled = 0;
          return any ? text(line) : null;
        }
      }
      any = true;
      int from = at;
      while (at < filled && buffer[at] != '\n') {
        at++;
      }
      line.append(buffer, from, Math.min(at - from, LONGEST - Math.min(LONGEST, line.length())));
      if (at < filled) {
        at++;
        return text(line);
      }
    }
  }

  private static String text(StringBuilder line) {
    int end = line.length();
    return line.substring(0, end > 0 && line.charAt(end - 1) == '\r' ? end - 1 : end);
  }
}
