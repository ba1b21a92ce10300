package dev.debrief.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.debrief.model.Entry;
import dev.debrief.model.InputProblem;
import dev.debrief.model.Unparsed;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Every format's parser on inputs that are nearly right: samples of the format with bytes turned
 * over, tokens of all formats put in, numbers made absurd, parts doubled, cut, nested or spliced.
 * Read once as that format and once as what it is taken for, no input throws anything but an {@link
 * InputProblem}, takes longer than two seconds or loses count of a line.
 *
 * <p>{@code -Ddebrief.fuzz.inputs=N} for each class in {@link Formats#ALL}, {@code
 * -Ddebrief.fuzz.seed=N} for others.
 */
class FormatFuzzTest {
  private static final long INPUTS = Long.getLong("debrief.fuzz.inputs", 400);
  private static final long SEED = Long.getLong("debrief.fuzz.seed", 1);
  private static final long LONGEST_NS = 2_000_000_000L;

  private static final List<String> WORDS = words();

  /** What parsers look for, and what they may stumble over. */
  private static List<String> words() {
    List<String> words = new ArrayList<>();
    for (Format format : Formats.ALL) {
      for (String sample : format.samples()) {
        words.addAll(Stream.of(sample.split("(?<=[^A-Za-z0-9])")).distinct().toList());
        words.addAll(sample.lines().toList());
      }
    }
    words.addAll(
        List.of(
            "\n",
            "\r\n",
            "\r",
            "\t",
            "\0",
            "\uFEFF",
            "\u001b[",
            "\u001b[31m",
            "\u202e",
            "{",
            "}",
            "[",
            "]",
            "\"",
            "\\",
            "\\u0000",
            "\\ud800",
            "null",
            "true",
            "1e999",
            "-0",
            ",",
            ":",
            "99999999999999999999",
            "-9223372036854775808",
            "NaN",
            "0001-01-01T00:00:00Z",
            "+999999999-12-31T23:59:59Z",
            "2026-02-30T25:61:61Z",
            "1970-01-01T00:00:00.000000001Z",
            "2026-03-29T02:30:00+99:99",
            "Z",
            "|",
            "│",
            "──",
            "v",
            "v0",
            "v99999999999",
            "2h13m ago",
            "99999999999 years ago",
            "exit_code=",
            "exit_code=-2147483649",
            "oom_killed=",
            "signal=",
            "SIGKILL",
            "[error]",
            "** (",
            "#PID<0.0.0>",
            "commit ",
            "Author: ",
            "Date: ",
            "==> ",
            "-->",
            "=> ",
            "#1 [",
            "```",
            "$ fly ",
            " ".repeat(300),
            "[".repeat(2_000),
            "{\"a\":".repeat(1_500),
            "a".repeat(70_000)));
    return words.stream().filter(word -> !word.isEmpty()).toList();
  }

  @TestFactory
  Stream<DynamicTest> noInputBreaksAParser() {
    return Formats.ALL.stream()
        .map(
            format ->
                DynamicTest.dynamicTest(
                    format.name() + ", " + format.getClass().getSimpleName(), () -> fuzz(format)));
  }

  private static void fuzz(Format format) throws Exception {
    ImportOptions forced =
        new ImportOptions(
            Optional.of(format.name()),
            OptionalInt.empty(),
            Optional.empty(),
            "",
            Optional.empty());
    SplittableRandom random =
        new SplittableRandom(SEED * 31 + format.getClass().getName().hashCode());
    Mutations mutations = new Mutations(format.samples(), WORDS);
    for (long i = 0; i < INPUTS; i++) {
      byte[] bytes = mutations.next(random);
      boolean any = (i & 3) == 0;
      try {
        read(bytes, any ? ImportOptions.NONE : forced);
      } catch (RuntimeException | Error e) {
        Path kept = Files.write(Files.createTempFile("debrief-fuzz", ".dump"), bytes);
        throw new AssertionError(
            (any ? "as anything" : "as " + format.name()) + ", the input is in " + kept, e);
      }
    }
  }

  private static long lines(byte[] bytes) {
    long lines = 0;
    for (byte one : bytes) {
      lines += one == '\n' ? 1 : 0;
    }
    return bytes.length > 0 && bytes[bytes.length - 1] != '\n' ? lines + 1 : lines;
  }

  private static void read(byte[] bytes, ImportOptions options) {
    Input held = Input.of("dump", bytes);
    long began = System.nanoTime();
    try {
      Reads reads = Reads.of(new Input("dump", held.opener(), held.size(), Reads.SAVED), options);
      assertTrue(reads.addsUp(), () -> reads.sources().toString());
      assertEquals(lines(bytes), reads.lines(), "lines");
      long told = 0;
      for (Entry entry : reads.entries()) {
        told += entry instanceof Unparsed ? 0 : 1;
        assertTrue(entry.evidence().line() >= 1 && entry.evidence().line() <= reads.lines());
      }
      assertEquals(reads.sources().stream().mapToLong(source -> source.records()).sum(), told);
    } catch (InputProblem refused) {
      assertTrue(!refused.what().isBlank() && !refused.remedy().isBlank());
    }
    assertTrue(System.nanoTime() - began < LONGEST_NS, "it took too long");
  }
}
