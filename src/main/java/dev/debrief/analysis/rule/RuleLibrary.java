package dev.debrief.analysis.rule;

import dev.debrief.model.InputProblem;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The known causes: those that come with the program, and those of the user's own folder. */
public final class RuleLibrary {
  /** No rule needs more, in bytes. */
  static final long MAX_FILE = 64 * 1024;

  /** No folder of rules needs more files. */
  static final int MAX_FILES = 500;

  private static final String FOLDER = "/rules/";

  private final List<String> texts;
  private final List<Rule> own;
  private @Nullable List<Rule> rules;

  private RuleLibrary(List<String> texts, List<Rule> own) {
    this.texts = List.copyOf(texts);
    this.own = List.copyOf(own);
  }

  /** The rules that come with the program. */
  public static RuleLibrary builtIn() {
    try {
      List<String> texts = new ArrayList<>();
      for (String name : names()) {
        texts.add(resource(name));
      }
      return new RuleLibrary(texts, List.of());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * These rules and those of a folder ({@code *.yaml}, {@code *.yml}, not its subfolders); one of
   * the same id takes the place of ours. A folder that isn't there adds nothing.
   *
   * @throws InputProblem where a file can't be read as a rule, with its line
   */
  public RuleLibrary with(Path folder) throws InputProblem {
    List<String> allTexts = new ArrayList<>(texts);
    List<Rule> allOwn = new ArrayList<>(own);
    for (Path file : files(folder)) {
      String text = text(file);
      allTexts.add(text);
      allOwn.add(RuleReader.read(text, file.toString()));
    }
    return new RuleLibrary(allTexts, allOwn);
  }

  /**
   * By id. Our own are understood when they are first asked for: to open a case that was concluded
   * with them it takes their texts alone.
   */
  public synchronized List<Rule> rules() {
    List<Rule> known = rules;
    if (known == null) {
      Map<String, Rule> byId = new TreeMap<>();
      try {
        List<String> names = names();
        for (int i = 0; i < names.size(); i++) {
          Rule rule = RuleReader.read(texts.get(i), names.get(i));
          byId.put(rule.id(), rule);
        }
      } catch (InputProblem | IOException e) {
        throw new IllegalStateException("a rule of our own is broken: " + e.getMessage(), e);
      }
      own.forEach(rule -> byId.put(rule.id(), rule));
      known = List.copyOf(byId.values());
      rules = known;
    }
    return known;
  }

  /** The rule of that id, if there is one. */
  public Optional<Rule> rule(String id) {
    return rules().stream().filter(rule -> rule.id().equals(id)).findFirst();
  }

  /** Sixteen hex digits that differ wherever the text of any rule does. */
  public String fingerprint() {
    long hash = 0xcbf29ce484222325L;
    for (String text : texts) {
      for (int i = 0; i < text.length(); i++) {
        hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
      }
    }
    return HexFormat.of().toHexDigits(hash);
  }

  private static List<Path> files(Path folder) throws InputProblem {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(folder)) {
      List<Path> files = new ArrayList<>(entries.filter(RuleLibrary::isRule).toList());
      if (files.size() > MAX_FILES) {
        throw new InputProblem(
            folder.toString(), "holds more than " + MAX_FILES + " rules", "move some away");
      }
      files.sort(null);
      return files;
    } catch (IOException e) {
      throw new InputProblem(folder.toString(), "can't be listed", "check its permissions", e);
    }
  }

  private static boolean isRule(Path file) {
    String name = String.valueOf(file.getFileName());
    return (name.endsWith(".yaml") || name.endsWith(".yml")) && Files.isRegularFile(file);
  }

  private static String text(Path file) throws InputProblem {
    try {
      if (Files.size(file) > MAX_FILE) {
        throw new InputProblem(
            file.toString(), "larger than " + MAX_FILE + " bytes", "split it: one cause a file");
      }
      return Files.readString(file, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new InputProblem(
          file.toString(), "can't be read as UTF-8 text", "check its permissions and encoding", e);
    }
  }

  private static List<String> names() throws IOException {
    return resource("index.txt").lines().filter(line -> !line.isBlank()).toList();
  }

  private static String resource(String name) throws IOException {
    try (InputStream in = RuleLibrary.class.getResourceAsStream(FOLDER + name)) {
      if (in == null) {
        throw new IOException("no resource " + FOLDER + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
