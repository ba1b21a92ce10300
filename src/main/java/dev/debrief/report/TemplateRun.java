package dev.debrief.report;

import com.samskivert.mustache.BasicCollector;
import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.MustacheException;
import dev.debrief.model.InputProblem;
import java.io.StringWriter;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Fills a template in. A template may come from anybody: it sees the names it is given and nothing
 * else of the program (no getter, no method, no class), its parts are the program's own, and its
 * work and its length are bounded.
 */
final class TemplateRun {
  /** The most turns of lists, and the most characters, before a template is told to be none. */
  private static final int MOST_TURNS = 400_000;

  private static final int MOST_CHARACTERS = 32 << 20;

  private static final Pattern LINE = Pattern.compile("line (\\d+)");

  private TemplateRun() {}

  /**
   * The template's text with its names filled in.
   *
   * @throws InputProblem where it doesn't hold together, naming its file, the line and the remedy
   */
  static String of(String name, String source, DraftTemplates templates, Map<String, Object> values)
      throws InputProblem {
    Bounded out = new Bounded();
    try {
      Mustache.compiler()
          .escapeHTML(false)
          .strictSections(true)
          .emptyStringIsFalse(true)
          .withCollector(new Names(out))
          .withLoader(templates::partial)
          .compile(source)
          .execute(values, out);
      return out.toString();
    } catch (MustacheException e) {
      throw problem(templates.place(name), e);
    } catch (StackOverflowError e) {
      throw new InputProblem(
          templates.place(name),
          "its sections stand too deep in one another",
          "take levels out",
          e);
    }
  }

  private static InputProblem problem(String place, MustacheException e) {
    String said = String.valueOf(e.getMessage());
    int line = 0;
    String what = said;
    if (e instanceof MustacheException.Context at) {
      line = at.lineNo;
      what =
          e.getCause() instanceof TooMuch much
              ? String.valueOf(much.getMessage())
              : "there is no name " + at.key;
    } else {
      Matcher matcher = LINE.matcher(said);
      line = matcher.find() ? Integer.parseInt(matcher.group(1)) : 0;
      what = said.replaceFirst("\\s*[@(]?\\s*line \\d+\\)?", "");
    }
    return new InputProblem(
        line > 0 ? place + ":" + line : place,
        what,
        "correct the template; packaging/docs/templates.md lists the names",
        e);
  }

  /** What a template asks of the program beyond all measure. */
  private static final class TooMuch extends MustacheException {
    private static final long serialVersionUID = 1L;

    TooMuch(String what) {
      super(what);
    }
  }

  private static final class Bounded extends StringWriter {
    private int turns;

    void turn() {
      if (++turns > MOST_TURNS) {
        throw new TooMuch("its lists, repeated in one another, never come to an end");
      }
    }

    @Override
    public void write(int c) {
      hold(1);
      super.write(c);
    }

    @Override
    public void write(String text) {
      hold(text.length());
      super.write(text);
    }

    @Override
    public void write(char[] text, int from, int length) {
      hold(length);
      super.write(text, from, length);
    }

    private void hold(int more) {
      if (getBuffer().length() + more > MOST_CHARACTERS) {
        throw new TooMuch("what it writes is longer than any report");
      }
    }
  }

  /** Reads maps and lists, and nothing by reflection. */
  private static final class Names extends BasicCollector {
    private final Bounded out;

    Names(Bounded out) {
      this.out = out;
    }

    @Override
    public @Nullable Iterator<?> toIterator(Object value) {
      if (!(value instanceof List<?> list)) {
        out.turn();
        return null;
      }
      Iterator<?> items = list.iterator();
      return new Iterator<Object>() {
        @Override
        public boolean hasNext() {
          out.turn();
          return items.hasNext();
        }

        @Override
        public Object next() {
          return items.next();
        }
      };
    }

    @Override
    public Mustache.@Nullable VariableFetcher createFetcher(Object context, String name) {
      return context instanceof Map ? MAP_FETCHER : null;
    }

    @Override
    public <K, V> Map<K, V> createFetcherCache() {
      return new HashMap<>();
    }
  }
}
