package dev.debrief.source;

import dev.debrief.model.InputProblem;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/**
 * Inputs for a format's parser that are nearly right: its samples and pieces of real dumps with
 * bytes turned over, tokens of all formats put in, numbers made absurd, parts doubled, cut, nested
 * or spliced. Three of four are read as that format, one as what it is taken for; one of four is
 * read in pieces too, and one goes the way into a case and back. {@link FuzzedInput} says what must
 * hold.
 *
 * <p>{@code packaging/bench/fuzz.sh} runs many: {@link #main} with how many for each class in
 * {@link Formats#ALL}, a seed, and which of the formats, {@code 2/4} for the second of four parts.
 */
final class FormatFuzz {
  /** Lines of a real dump in one seed: a few in most, for many tries, and a block in the others. */
  private static final List<Integer> WINDOWS = List.of(3, 14);

  private static final List<String> WORDS = words();

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

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

  private final Format format;
  private final Mutations mutations;
  private final SplittableRandom random;
  private final ImportOptions forced;
  private long bytes;

  FormatFuzz(Format format, long seed) throws IOException {
    this.format = format;
    this.random = new SplittableRandom(seed * 31 + format.getClass().getName().hashCode());
    this.forced = ImportOptions.NONE.withFormat(format.name());
    List<String> seeds = new ArrayList<>(format.samples());
    seeds.addAll(real());
    this.mutations = new Mutations(seeds, WORDS);
  }

  /** Pieces of the real dumps that are of this format. */
  private List<String> real() throws IOException {
    List<String> pieces = new ArrayList<>();
    for (Path file : dumps()) {
      byte[] all = Files.readAllBytes(file);
      if (!isOfTheFormat(all)) {
        continue;
      }
      List<String> lines =
          new String(
                  all,
                  file.toString().contains("utf16")
                      ? StandardCharsets.UTF_16
                      : StandardCharsets.UTF_8)
              .lines()
              .toList();
      for (int window : WINDOWS) {
        for (int from = 0; from < lines.size(); from += window) {
          pieces.add(String.join("\n", lines.subList(from, Math.min(lines.size(), from + window))));
        }
      }
    }
    return pieces;
  }

  private boolean isOfTheFormat(byte[] dump) {
    try {
      return Reads.of(Input.of("dump", dump), ImportOptions.NONE).sources().stream()
          .anyMatch(source -> source.format().equals(format.name()));
    } catch (InputProblem ofNone) {
      return false;
    }
  }

  private static List<Path> dumps() throws IOException {
    try (Stream<Path> files =
        Files.list(Path.of(FormatFuzz.class.getResource("/source/real").toURI()))) {
      return files.sorted().toList();
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Tries that many inputs; one that breaks something is kept where the message says. */
  void run(long inputs) throws IOException {
    for (long i = 0; i < inputs; i++) {
      byte[] next = mutations.next(random);
      bytes += next.length;
      FuzzedInput input = new FuzzedInput(next, (i & 3) == 0 ? ImportOptions.NONE : forced);
      try {
        switch ((int) (i >> 2 & 3)) {
          case 0 -> input.isReadTheSameInPieces(random);
          case 1 -> input.isKept();
          default -> input.isReadWhole();
        }
      } catch (RuntimeException | Error e) {
        Path kept = Files.write(Files.createTempFile("debrief-fuzz", ".dump"), next);
        throw new AssertionError(
            ((i & 3) == 0 ? "as anything" : "as " + format.name()) + ", the input is in " + kept,
            e);
      }
    }
  }

  /**
   * Tries many, and prints a line for each format.
   *
   * @param args inputs for each format, seed, part of the formats
   */
  public static void main(String[] args) throws IOException {
    long inputs = Long.parseLong(args[0]);
    long seed = Long.parseLong(args[1]);
    int part = Integer.parseInt(args[2].split("/")[0]);
    int parts = Integer.parseInt(args[2].split("/")[1]);
    for (int i = part - 1; i < Formats.ALL.size(); i += parts) {
      Format format = Formats.ALL.get(i);
      FormatFuzz fuzz = new FormatFuzz(format, seed);
      long began = THREADS.getCurrentThreadCpuTime();
      fuzz.run(inputs);
      System.out.printf(
          Locale.ROOT,
          "%-15s %-15s %9d inputs  %5d MB  %6.1f s of processor time%n",
          format.name(),
          format.getClass().getSimpleName(),
          inputs,
          fuzz.bytes >> 20,
          (THREADS.getCurrentThreadCpuTime() - began) / 1e9);
    }
  }
}
