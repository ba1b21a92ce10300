package dev.debrief.analysis.template;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Messages grouped by template. {@link #add} masks a message and gives the number of its shape at
 * once; which shapes are one template is worked out from all of them when it is asked for, so a
 * shape's number never changes and its template may until the last message was added. Not for
 * several threads at once.
 */
public final class Templates {
  /** More shapes than any log has: text with so many is none, and is grouped by its first word. */
  private static final int MOST_SHAPES = 100_000;

  /** The same of their characters: comparing shapes takes about forty bytes for each. */
  private static final long MOST_TEXT = 8_000_000;

  /** No statement begins with a longer word. */
  private static final int LONGEST_OPENING = 100;

  private final Recent alike = new Recent(false);
  private final Recent same = new Recent(true);
  private final Masking masking = new Masking();
  private final Map<String, Integer> byText = new HashMap<>();
  private final List<String> shapes = new ArrayList<>();
  private long[] counts = new long[64];
  private long text;
  private List<Template> merged = List.of();

  /** Adds a message; the number of its shape, from 0. Linear in the message's length. */
  public int add(String message) {
    int shape = recentShape(message);
    counts[shape]++;
    if (!merged.isEmpty()) {
      merged = List.of();
    }
    return shape;
  }

  private int recentShape(String message) {
    int shape = alike.shape(message);
    if (shape == Recent.UNKNOWN) {
      shape = same.shape(message);
    }
    if (shape == Recent.UNKNOWN) {
      shape = shape(message);
      (masking.digitsMatter() ? same : alike).keep(message, shape);
    }
    return shape;
  }

  private int shape(String message) {
    String masked = masking.mask(cut(message));
    Integer known = byText.get(masked);
    if (known == null && (shapes.size() >= MOST_SHAPES || text >= MOST_TEXT)) {
      masked = shapes.size() < 2 * MOST_SHAPES ? opening(masked) : Masking.VALUE;
      known = byText.get(masked);
    }
    int shape = known == null ? shapes.size() : known;
    if (known == null) {
      byText.put(masked, shape);
      shapes.add(masked);
      text += masked.length();
      if (shape == counts.length) {
        counts = Arrays.copyOf(counts, shape * 2);
      }
    }
    return shape;
  }

  /** How many shapes there are so far. */
  public int shapes() {
    return shapes.size();
  }

  /** The template of each shape, by its number, as far as the messages so far tell. */
  public List<Template> byShape() {
    if (merged.size() != shapes.size()) {
      merged = merge();
    }
    return merged;
  }

  private static String cut(String message) {
    return message.length() <= Lines.LONGEST ? message : message.substring(0, Lines.LONGEST);
  }

  /** The first word, and a value for the rest: what text without any shape is grouped by. */
  private static String opening(String text) {
    int end = text.indexOf(' ');
    return end < 0 || end > LONGEST_OPENING
        ? Masking.VALUE
        : text.substring(0, end) + " " + Masking.VALUE;
  }

  private List<Template> merge() {
    String[] texts = Merging.templates(shapes);
    Map<String, Long> sums = new HashMap<>();
    for (int i = 0; i < texts.length; i++) {
      sums.merge(texts[i], counts[i], Long::sum);
    }
    Map<String, Template> byTemplate = new HashMap<>();
    List<Template> templates = new ArrayList<>(texts.length);
    for (String text : texts) {
      templates.add(
          byTemplate.computeIfAbsent(
              text, t -> new Template(Template.idOf(t), t, sums.getOrDefault(t, 0L))));
    }
    return templates;
  }

  /**
   * Mines a whole file: for each of its lines one line out, the template's id, a TAB, the template.
   * The ids are written after the last line was read, so that every one is final; what is kept
   * until then is four bytes a line and the shapes.
   */
  public static void mine(Path file, Writer out) throws IOException {
    Templates templates = new Templates();
    int[] shapeOf = new int[1024];
    int count = 0;
    try (Reader in = reader(file)) {
      Lines lines = new Lines(in);
      for (String line = lines.next(); line != null; line = lines.next()) {
        if (count == shapeOf.length) {
          shapeOf = Arrays.copyOf(shapeOf, count * 2);
        }
        shapeOf[count++] = templates.add(line);
      }
    }
    List<Template> byShape = templates.byShape();
    for (int i = 0; i < count; i++) {
      Template template = byShape.get(shapeOf[i]);
      out.append(template.id()).append('\t').append(template.text()).append('\n');
    }
  }

  /** UTF-8 with a byte order mark or without; UTF-16 with one; what is malformed is replaced. */
  private static Reader reader(Path file) throws IOException {
    PushbackInputStream in = new PushbackInputStream(Files.newInputStream(file), 3);
    byte[] mark = in.readNBytes(3);
    Charset charset = StandardCharsets.UTF_8;
    int skip = 0;
    if (mark.length >= 2 && mark[0] == (byte) 0xFF && mark[1] == (byte) 0xFE) {
      charset = StandardCharsets.UTF_16LE;
      skip = 2;
    } else if (mark.length >= 2 && mark[0] == (byte) 0xFE && mark[1] == (byte) 0xFF) {
      charset = StandardCharsets.UTF_16BE;
      skip = 2;
    } else if (mark.length == 3
        && mark[0] == (byte) 0xEF
        && mark[1] == (byte) 0xBB
        && mark[2] == (byte) 0xBF) {
      skip = 3;
    }
    in.unread(mark, skip, mark.length - skip);
    return new InputStreamReader(in, charset);
  }
}
