package dev.debrief.investigation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.debrief.analysis.rule.RuleLibrary;
import dev.debrief.model.InputProblem;
import dev.debrief.model.Progress;
import dev.debrief.model.TimeRange;
import dev.debrief.report.DraftTemplates;
import dev.debrief.report.Drafts;
import dev.debrief.report.Lint;
import dev.debrief.report.Redaction;
import dev.debrief.source.ImportOptions;
import dev.debrief.source.Mutations;
import dev.debrief.store.CaseFolder;
import dev.debrief.store.Folders;
import dev.debrief.timeline.Timelines;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Everything that comes from others is data: dumps through the whole program, rules, templates,
 * reports, searches, texts to redact and archives, each nearly right. Nothing of it ends in
 * anything but an answer or an {@link InputProblem}, soon; nothing is written outside.
 *
 * <p>{@code -Ddebrief.hostile=N} tries N times as many, {@code -Ddebrief.hostile.seed=N} others.
 */
class HostileDataTest {
  private static final int TIMES = Integer.getInteger("debrief.hostile", 1);
  private static final long SEED = Long.getLong("debrief.hostile.seed", 1);
  private static final long LONGEST_NS = 5_000_000_000L;
  private static final Path SAMPLE = Path.of("sample-logs/blockster-outage");

  private static final List<String> WORDS =
      List.of(
          "\n",
          "\t",
          "  ",
          ":",
          "- ",
          "|",
          ">",
          "'",
          "\"",
          "{",
          "}",
          "[",
          "]",
          "&a",
          "*a",
          "!!",
          "!!java.lang.Runtime",
          "!!javax.script.ScriptEngineManager",
          "<<: *a",
          "%YAML 9.9",
          "---",
          "(a+)+$",
          "(a|a)*b",
          "(?<x>.*){50}",
          "[",
          "(?",
          "\\",
          "\\p{",
          "{1001}",
          "(?=x)",
          "\\1",
          "{{",
          "}}",
          "{{{",
          "{{#",
          "{{/",
          "{{>",
          "{{>../../etc/passwd}}",
          "{{=<% %>=}}",
          "{{class.classLoader}}",
          "{{this}}",
          "{{#findings}}",
          "{{/findings}}",
          "\u0000",
          "\ud800",
          "\u202e",
          "99999999999999999999",
          "-1",
          "1e999",
          "NaN",
          "null",
          "true",
          "9999-99-99",
          "33 hours",
          "v290",
          "exit code 99999999999",
          "1,2,3,4 crashes",
          "21:00:61 UTC",
          "<script src=http://x/>",
          "![x](http://x/y.png)",
          "[^1]",
          "[^1]: x:99999999999999999999",
          "AND",
          "OR",
          "NOT",
          "level:",
          "at:[* TO",
          "TO *]",
          "~",
          "^",
          "/a(b|c)*d/",
          "*",
          "?",
          "\\:",
          "line:>5",
          "message:(",
          "needs:",
          "samples:",
          "sequence:",
          "within:",
          "text:",
          "match:");

  @TempDir private static Path folder;
  private static Investigation open;

  @BeforeAll
  static void theSample() throws Exception {
    Path part = folder.resolve("fly-logs.txt");
    Files.write(part, Files.readAllLines(SAMPLE.resolve("fly-logs-feb26.txt")).subList(0, 3_000));
    open = Investigation.openOrCreate(folder.resolve("case"));
    open.importAll(
        List.of(part, SAMPLE.resolve("releases-feb26.json"), SAMPLE.resolve("machines.json")),
        InputStream.nullInputStream(),
        ImportOptions.NONE,
        Progress.NONE);
  }

  @AfterAll
  static void close() throws IOException {
    open.close();
  }

  private interface Try {
    void with(byte[] bytes) throws Exception;
  }

  private static void each(String what, int tries, List<String> samples, Try one) {
    SplittableRandom random = new SplittableRandom(SEED * 31 + what.hashCode());
    Mutations mutations = new Mutations(samples, WORDS);
    for (int i = 0; i < tries * TIMES; i++) {
      byte[] bytes = mutations.next(random);
      long began = System.nanoTime();
      try {
        one.with(bytes);
      } catch (InputProblem refused) {
        assertTrue(!refused.what().isBlank() && !refused.remedy().isBlank());
      } catch (Exception | Error e) {
        throw new AssertionError(
            e + " at " + what + " " + i + ", the input is in " + kept(bytes), e);
      }
      assertTrue(
          System.nanoTime() - began < LONGEST_NS, () -> what + " took too long: " + kept(bytes));
    }
  }

  private static Path kept(byte[] bytes) {
    try {
      return Files.write(Files.createTempFile("debrief-hostile", ".data"), bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> texts(Path directory) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      List<String> texts = new ArrayList<>();
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        texts.add(Files.readString(file));
      }
      return texts;
    }
  }

  /** Stretches of the sample's files, so that a mutation of four of them stays small. */
  private static List<String> pieces() throws IOException {
    List<String> pieces = new ArrayList<>();
    for (String name :
        List.of(
            "fly-logs-feb26.txt",
            "fly-logs-feb23.txt",
            "releases-feb26.json",
            "machines.json",
            "deploy-no-cache.txt",
            "machine-status-17817e62f16438.txt",
            "git-log.txt",
            "scale-and-secrets.txt")) {
      List<String> lines = Files.readAllLines(SAMPLE.resolve(name));
      int step = name.startsWith("fly-logs") ? 60 : lines.size();
      for (int at = 0; at < lines.size() && pieces.size() < 400; at += step * 5) {
        pieces.add(String.join("\n", lines.subList(at, Math.min(lines.size(), at + step))) + "\n");
      }
    }
    return pieces;
  }

  @Test
  void dumpsGoThroughTheWholeProgram() throws Exception {
    Path dump = folder.resolve("dump");
    Path at = folder.resolve("whole-program");
    each(
        "dump",
        4,
        pieces(),
        bytes -> {
          Folders.delete(at);
          Files.write(dump, bytes);
          try (Investigation one = Investigation.openOrCreate(at)) {
            one.importAll(
                List.of(dump), InputStream.nullInputStream(), ImportOptions.NONE, Progress.NONE);
            Timelines.json(one.timeline(Progress.NONE));
            for (String template : DraftTemplates.BUILT_IN) {
              String draft = one.draft(template, Progress.NONE).markdown();
              one.lint(draft, Progress.NONE);
            }
            assertEquals(List.of(), one.verify(Progress.NONE).faults());
          }
        });
  }

  @Test
  void rulesAreData() throws Exception {
    Path rules = Files.createDirectory(folder.resolve("rules"));
    each(
        "rule",
        60,
        texts(Path.of("resources/rules")).stream().filter(text -> text.contains("id:")).toList(),
        bytes -> {
          Files.write(rules.resolve("mine.yaml"), bytes);
          RuleLibrary.builtIn().with(rules);
        });
  }

  @Test
  void templatesAreData() throws Exception {
    Path templates = Files.createDirectory(folder.resolve("templates"));
    var dossier = open.dossier(Progress.NONE);
    each(
        "template",
        25,
        texts(Path.of("resources/templates")),
        bytes -> {
          Files.write(templates.resolve("mine.md"), bytes);
          Drafts.write(
              dossier, "mine", DraftTemplates.builtIn().with(templates), Redaction.standard());
        });
  }

  @Test
  void reportsAreData() throws Exception {
    var dossier = open.dossier(Progress.NONE);
    each(
        "report",
        20,
        List.of(
            open.draft("outage", Progress.NONE).markdown(), Files.readString(Path.of("README.md"))),
        bytes -> Lint.check(new String(bytes, StandardCharsets.UTF_8), dossier));
  }

  @Test
  void searchesAreData() throws Exception {
    List<String> queries =
        List.of(
            "oban AND level:error",
            "\"machine started\"~3",
            "machine:17817e62f16438 -level:info",
            "at:[2026-02-25T21:00:00Z TO *]",
            "status:[500 TO 599]",
            "/pos.*x/ OR postgr*",
            "request_id:01H* line:[1 TO 5]",
            "(a OR b) AND NOT c^2");
    each(
        "query",
        300,
        queries,
        bytes -> {
          String query = new String(bytes, StandardCharsets.UTF_8);
          open.search(query, TimeRange.ALWAYS, 0, 5);
          open.index().histogram(query, TimeRange.ALWAYS, 10);
        });
  }

  @Test
  void whatIsRedactedIsData() throws Exception {
    List<String> secrets = new ArrayList<>(pieces());
    secrets.addAll(Files.readAllLines(Path.of("resources/redaction.yaml")));
    each(
        "redaction",
        300,
        secrets,
        bytes -> Redaction.standard().hide(new String(bytes, StandardCharsets.UTF_8)));
  }

  @Test
  void archivesAreData() throws Exception {
    Path archive = folder.resolve("case.debrief.zip");
    open.folder().archive(archive, Progress.NONE);
    byte[] whole = Files.readAllBytes(archive);
    Path inside = Files.createDirectory(folder.resolve("inside"));
    Path damaged = inside.resolve("damaged.debrief.zip");
    Path out = inside.resolve("out");
    SplittableRandom random = new SplittableRandom(SEED);
    for (int i = 0; i < 5 * TIMES; i++) {
      byte[] bytes = whole.clone();
      // Names and sizes stand at the end, most bytes before them: harm both.
      int from = random.nextBoolean() ? 0 : Math.max(0, bytes.length - 1_500);
      for (int n = 1 + random.nextInt(4); n > 0; n--) {
        bytes[from + random.nextInt(bytes.length - from)] ^= (byte) (1 << random.nextInt(8));
      }
      Files.write(damaged, bytes);
      Folders.delete(out);
      try (CaseFolder made = CaseFolder.unarchive(damaged, out, Progress.NONE)) {
        assertEquals(open.index().size(), made.index().size());
        assertEquals(open.sources(), made.sources());
      } catch (InputProblem refused) {
        assertTrue(!Files.exists(out), "half a case is left behind");
      } catch (IOException | RuntimeException | Error e) {
        throw new AssertionError(e + " at try " + i + ", the archive is in " + kept(bytes), e);
      }
      try (Stream<Path> files = Files.list(inside)) {
        assertTrue(files.allMatch(file -> file.equals(damaged) || file.equals(out)));
      }
      // The same file as dumps, as any zip may hold some.
      try {
        Path other = folder.resolve("as-dumps");
        Folders.delete(other);
        try (Investigation dumps = Investigation.openOrCreate(other)) {
          dumps.importAll(
              List.of(damaged), InputStream.nullInputStream(), ImportOptions.NONE, Progress.NONE);
        }
      } catch (InputProblem refused) {
        assertTrue(!refused.remedy().isBlank());
      }
    }
  }
}
