package dev.debrief.report;

import dev.debrief.model.Evidence;
import dev.debrief.model.Source;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Whether a report's references still fit the case: each label is the beginning of a SHA-256 of
 * what the case holds at that line, and the appendix names each file with its own.
 */
public final class ReferenceCheck {
  private static final Pattern DEFINITION =
      Pattern.compile("^\\[\\^(e[0-9a-f]{8,64})]: ((`+) ?.+? ?\\3) line (\\d{1,18})");
  private static final Pattern USE = Pattern.compile("\\[\\^(e[0-9a-f]{8,64})](?!:)");
  private static final Pattern FILE =
      Pattern.compile("^\\| ((`+) ?.+? ?\\2) \\|.*`([0-9a-f]{64})` \\|$");

  private ReferenceCheck() {}

  /** How a reference stands. */
  public enum Standing {
    HOLDS,
    /** The line says something else now, or stands elsewhere. */
    LINE_CHANGED,
    /** The line is the same, the file it stands in is not. */
    SOURCE_CHANGED,
    /** The case holds no such file or line. */
    GONE,
    /** The report uses it and defines it nowhere. */
    UNDEFINED
  }

  /**
   * One reference.
   *
   * @param label such as {@code e3fa9c1d2}
   * @param line the report's line that defines it, or uses it where none defines it
   * @param evidence the place it names, empty where it can't be read
   */
  public record Checked(String label, int line, Standing standing, Optional<Evidence> evidence) {
    /** Whether an author must look at it. */
    public boolean red() {
      return standing != Standing.HOLDS;
    }
  }

  /** The labels of the references that no longer fit; one look-up each. */
  public static Set<String> red(String markdown, Dossier dossier) {
    return check(markdown, dossier).stream()
        .filter(Checked::red)
        .map(Checked::label)
        .collect(Collectors.toSet());
  }

  /** Every reference of a report, in order of its definition. One look-up each. */
  public static List<Checked> check(String markdown, Dossier dossier) {
    Map<String, Source> byName = new HashMap<>();
    for (Source source : dossier.sources()) {
      byName.put(Markdown.code(Redaction.standard().hide(source.path())), source);
      byName.putIfAbsent(Markdown.code(source.path()), source);
    }
    Map<String, String> told = new HashMap<>();
    List<Checked> out = new ArrayList<>();
    Set<String> defined = new HashSet<>();
    String[] lines = markdown.split("\n", -1);
    for (String line : lines) {
      Matcher file = FILE.matcher(line);
      if (file.matches()) {
        told.put(file.group(1).replace("\\|", "|"), file.group(3));
      }
    }
    for (int i = 0; i < lines.length; i++) {
      Matcher definition = DEFINITION.matcher(lines[i]);
      if (definition.find() && defined.add(definition.group(1))) {
        out.add(check(definition, i + 1, byName, told, dossier));
      }
    }
    for (int i = 0; i < lines.length; i++) {
      Matcher use = USE.matcher(lines[i]);
      while (use.find()) {
        if (defined.add(use.group(1))) {
          out.add(new Checked(use.group(1), i + 1, Standing.UNDEFINED, Optional.empty()));
        }
      }
    }
    return List.copyOf(out);
  }

  private static Checked check(
      Matcher definition,
      int line,
      Map<String, Source> byName,
      Map<String, String> told,
      Dossier dossier) {
    String label = definition.group(1);
    String name = definition.group(2);
    Source source = byName.get(name);
    if (source == null) {
      return new Checked(label, line, Standing.GONE, Optional.empty());
    }
    Evidence place = new Evidence(source.path(), Math.max(1, Long.parseLong(definition.group(4))));
    var entry = dossier.lookup().at(place);
    Standing standing;
    if (entry.isEmpty()) {
      standing = Standing.GONE;
    } else if (!Reference.of(place, entry).digest().startsWith(label.substring(1))) {
      standing = Standing.LINE_CHANGED;
    } else if (told.containsKey(name) && !source.sha256().equals(told.get(name))) {
      standing = Standing.SOURCE_CHANGED;
    } else {
      standing = Standing.HOLDS;
    }
    return new Checked(label, line, standing, Optional.of(place));
  }
}
