package dev.debrief.report;

import dev.debrief.model.InputProblem;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The templates by name: those that ship with the program, and a user's own, which win over them. A
 * template is a Mustache file, {@code NAME.md}; it holds words and names, no code.
 */
public final class DraftTemplates {
  /** What ships with the program, in the order of a menu. */
  public static final List<String> BUILT_IN =
      List.of("outage", "vendor", "chronicle", "postmortem", "resolution");

  private static final long MOST_BYTES = 256 * 1024;

  private final SortedMap<String, Path> own;

  private DraftTemplates(SortedMap<String, Path> own) {
    this.own = own;
  }

  /** Those that ship with the program. */
  public static DraftTemplates builtIn() {
    return new DraftTemplates(new TreeMap<>());
  }

  /**
   * The same with a user's own, {@code *.md} in that folder; a folder that isn't there adds none.
   *
   * @throws InputProblem where the folder can't be read
   */
  public DraftTemplates with(Path folder) throws InputProblem {
    SortedMap<String, Path> all = new TreeMap<>(own);
    if (Files.isDirectory(folder)) {
      try (Stream<Path> files = Files.list(folder)) {
        files
            .filter(file -> file.getFileName().toString().matches("[^.].*\\.md"))
            .filter(Files::isRegularFile)
            .sorted()
            .forEach(
                file -> all.put(file.getFileName().toString().replaceFirst("\\.md$", ""), file));
      } catch (IOException | UncheckedIOException e) {
        throw new InputProblem(
            folder.toString(), "the templates can't be listed", "check that it can be read", e);
      }
    }
    return new DraftTemplates(all);
  }

  /** Every name, those of the program first. */
  public List<String> names() {
    return Stream.concat(BUILT_IN.stream(), own.keySet().stream())
        .distinct()
        .collect(Collectors.toList());
  }

  /** Where a template stands, as a message names it. */
  String place(String name) {
    Path file = own.get(name);
    return file == null ? "template " + name : file.toString();
  }

  /** The text of a template. */
  String source(String name) throws InputProblem {
    Path file = own.get(name);
    if (file != null) {
      return read(file);
    }
    String text = BUILT_IN.contains(name) ? resource(name) : null;
    if (text == null) {
      throw new InputProblem(
          "template " + name,
          "there is none of that name",
          "use one of " + String.join(", ", names()));
    }
    return text;
  }

  private static String read(Path file) throws InputProblem {
    byte[] bytes;
    try {
      if (Files.size(file) > MOST_BYTES) {
        throw new InputProblem(
            file.toString(),
            "a template of more than 256 KB is none",
            "keep words and names in it");
      }
      bytes = Files.readAllBytes(file);
    } catch (IOException e) {
      throw new InputProblem(
          file.toString(), "the template can't be read", "check that you may read it", e);
    }
    ByteBuffer in = ByteBuffer.wrap(bytes);
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(in).toString();
    } catch (CharacterCodingException e) {
      String before = new String(bytes, 0, in.position(), StandardCharsets.UTF_8);
      throw new InputProblem(
          file + ":" + (before.lines().count() + (before.endsWith("\n") ? 1 : 0)),
          "the line isn't UTF-8",
          "save the template as UTF-8",
          e);
    }
  }

  /** A part that several templates share, {@code {{>name}}}. */
  Reader partial(String name) throws IOException {
    String text = name.matches("[a-z][a-z0-9-]*") ? resource("parts/" + name) : null;
    if (text == null) {
      throw new IOException("there is no part named " + name);
    }
    return new StringReader(text);
  }

  private static @Nullable String resource(String name) {
    try (InputStream in = DraftTemplates.class.getResourceAsStream("/templates/" + name + ".md")) {
      return in == null ? null : new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
