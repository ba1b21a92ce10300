package dev.debrief.analysis.template;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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
  private final Masking masking = new Masking();
  private final Map<String, Integer> byText = new HashMap<>();
  private final List<String> shapes = new ArrayList<>();
  private long[] counts = new long[64];
  private List<Template> merged = List.of();

  /** Adds a message; the number of its shape, from 0. Linear in the message's length. */
  public int add(String message) {
    String text = masking.mask(message);
    Integer known = byText.get(text);
    int shape = known == null ? shapes.size() : known;
    if (known == null) {
      byText.put(text, shape);
      shapes.add(text);
      if (shape == counts.length) {
        counts = java.util.Arrays.copyOf(counts, shape * 2);
      }
    }
    counts[shape]++;
    merged = List.of();
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

  private List<Template> merge() {
    List<Template> templates = new ArrayList<>();
    for (int i = 0; i < shapes.size(); i++) {
      templates.add(new Template(Template.idOf(shapes.get(i)), shapes.get(i), counts[i]));
    }
    return templates;
  }

  /**
   * Mines a whole file: for each of its lines one line out, the template's id, a TAB, the template.
   * Reads the file twice, so that every id is final.
   */
  public static void mine(Path file, Writer out) throws IOException {
    Templates templates = new Templates();
    int[] shapeOf = new int[1024];
    int lines = 0;
    try (BufferedReader in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        if (lines == shapeOf.length) {
          shapeOf = java.util.Arrays.copyOf(shapeOf, lines * 2);
        }
        shapeOf[lines++] = templates.add(line);
      }
    }
    List<Template> byShape = templates.byShape();
    for (int i = 0; i < lines; i++) {
      Template template = byShape.get(shapeOf[i]);
      out.append(template.id()).append('\t').append(template.text()).append('\n');
    }
  }
}
