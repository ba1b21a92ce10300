package dev.debrief.analysis.rule;

import dev.debrief.model.InputProblem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The known causes: those that come with the program, and those of the user's own folder. */
public final class RuleLibrary {
  /** No rule needs more, in bytes. */
  static final long MAX_FILE = 64 * 1024;

  /** No folder of rules needs more files. */
  static final int MAX_FILES = 500;

  private static final String FOLDER = "/rules/";

  private final List<Rule> rules;

  private RuleLibrary(Map<String, Rule> byId) {
    this.rules = List.copyOf(byId.values());
  }

  /** The rules that come with the program. */
  public static RuleLibrary builtIn() {
    Map<String, Rule> byId = new TreeMap<>();
    try {
      for (String name : resource("index.txt").lines().filter(l -> !l.isBlank()).toList()) {
        Rule rule = RuleReader.read(resource(name), name);
        byId.put(rule.id(), rule);
      }
    } catch (InputProblem | IOException e) {
      throw new IllegalStateException("a rule of our own is broken: " + e.getMessage(), e);
    }
    return new RuleLibrary(byId);
  }

  /**
   * These rules and those of a folder ({@code *.yaml}, {@code *.yml}, not its subfolders); one of
   * the same id takes the place of ours. A folder that isn't there adds nothing.
   *
   * @throws InputProblem where a file can't be read as a rule, with its line
   */
  public RuleLibrary with(Path folder) throws InputProblem {
    Map<String, Rule> byId = new TreeMap<>();
    rules.forEach(rule -> byId.put(rule.id(), rule));
    for (Path file : files(folder)) {
      Rule rule = RuleReader.read(text(file), file.toString());
      byId.put(rule.id(), rule);
    }
    return new RuleLibrary(byId);
  }

  /** By id. */
  public List<Rule> rules() {
    return rules;
  }

  /** The rule of that id, if there is one. */
  public Optional<Rule> rule(String id) {
    return rules.stream().filter(rule -> rule.id().equals(id)).findFirst();
  }

  /** Sixteen hex digits that differ wherever any rule does. */
  public String fingerprint() {
    long hash = 0xcbf29ce484222325L;
    String all = rules.toString();
    for (int i = 0; i < all.length(); i++) {
      hash = (hash ^ all.charAt(i)) * 0x100000001b3L;
    }
    return String.format(Locale.ROOT, "%016x", hash);
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

  private static String resource(String name) throws IOException {
    try (InputStream in = RuleLibrary.class.getResourceAsStream(FOLDER + name)) {
      if (in == null) {
        throw new IOException("no resource " + FOLDER + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
