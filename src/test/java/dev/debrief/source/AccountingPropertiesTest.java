package dev.debrief.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.debrief.model.Entry;
import dev.debrief.model.InputProblem;
import dev.debrief.model.LogRecord;
import dev.debrief.model.Source;
import dev.debrief.model.Unparsed;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;

/**
 * Whatever an input holds, each of its lines is counted exactly once, and nothing crashes. With
 * {@code -Ddebrief.fuzz=N} each try damages N dumps instead of one.
 */
@PropertyDefaults(tries = 150, shrinking = ShrinkingMode.BOUNDED)
class AccountingPropertiesTest {
  private static final int ROUNDS = Integer.getInteger("debrief.fuzz", 1);

  private static final List<String> CORPUS = corpus();

  /** Lines of every format's samples and of real dumps, to be mixed. */
  private static List<String> corpus() {
    List<String> lines = new ArrayList<>();
    for (Format format : Formats.ALL) {
      for (String sample : format.samples()) {
        lines.addAll(sample.lines().toList());
      }
    }
    for (String name :
        List.of(
            "024-fly-json-truncated-head.json",
            "030-machine-status-migrated-flyd.txt",
            "036-fly-deploy-build-failed.txt",
            "050-dwyl-chat-unhealthy-alloc-recent-events.log",
            "076-springboot-flyway-no-password-timeonly.log",
            "078-grafana-newest-first-slow-start.log",
            "080-rails-release-command-devise-key.log",
            "096-neoscan-kernel-pid-terminated-compose.log")) {
      try (InputStream in =
          AccountingPropertiesTest.class.getResourceAsStream("/source/real/" + name)) {
        lines.addAll(new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    lines.addAll(
        List.of("", "   ", "```", "{", "}", "[", "]", "},", "{\"a\":1}", "\u001b[2m", "\0"));
    return lines;
  }

  private static long lines(byte[] bytes) {
    long lines = 0;
    for (byte one : bytes) {
      lines += one == '\n' ? 1 : 0;
    }
    return bytes.length > 0 && bytes[bytes.length - 1] != '\n' ? lines + 1 : lines;
  }

  /** Keeps the bytes that failed, where a reader finds them. */
  private static String kept(byte[] bytes) {
    try {
      return "the input is in " + Files.write(Files.createTempFile("debrief-fuzz", ".dump"), bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void isCountedWhole(byte[] bytes) {
    Reads reads;
    try {
      Input held = Input.of("dump", bytes);
      reads =
          Reads.of(new Input("dump", held.opener(), held.size(), Reads.SAVED), ImportOptions.NONE);
    } catch (InputProblem refused) {
      return;
    }
    assertTrue(reads.addsUp(), () -> reads.sources().toString());
    assertEquals(lines(bytes), reads.lines(), () -> kept(bytes));
    long told = 0;
    long unparsed = 0;
    for (Entry entry : reads.entries()) {
      told += entry instanceof Unparsed ? 0 : 1;
      unparsed += entry instanceof Unparsed ? 1 : 0;
      assertTrue(entry.evidence().line() <= reads.lines());
      if (entry instanceof LogRecord record) {
        assertTrue(record.head() >= 1 && record.head() <= reads.lines());
      }
    }
    for (Source source : reads.sources()) {
      assertTrue(
          source.begun() >= 0 && source.continuations() >= 0 && source.blank() >= 0,
          source::toString);
    }
    assertEquals(reads.sources().stream().mapToLong(Source::records).sum(), told);
    assertEquals(reads.sources().stream().mapToLong(Source::unparsed).sum(), unparsed);
  }

  @Property
  void arbitraryBytesAreCountedOrRefused(@ForAll byte[] bytes) {
    isCountedWhole(bytes);
  }

  @Property
  void linesOfEveryFormatInAnyOrderAreCounted(@ForAll("mixtures") List<String> mixture) {
    isCountedWhole((String.join("\n", mixture) + "\n").getBytes(StandardCharsets.UTF_8));
  }

  @Provide
  Arbitrary<List<String>> mixtures() {
    return Arbitraries.of(CORPUS).list().ofMinSize(1).ofMaxSize(60);
  }

  /** Runs of a dump's lines, cut, doubled, with bytes changed: what a bad copy makes of a dump. */
  @Property
  void damagedDumpsAreCounted(@ForAll long seed) {
    Random random = new Random(seed);
    for (int round = 0; round < ROUNDS; round++) {
      StringBuilder dump = new StringBuilder();
      int blocks = 1 + random.nextInt(4);
      for (int block = 0; block < blocks; block++) {
        int from = random.nextInt(CORPUS.size());
        int to = Math.min(CORPUS.size(), from + 1 + random.nextInt(60));
        CORPUS.subList(from, to).forEach(line -> dump.append(line).append('\n'));
      }
      byte[] bytes = dump.toString().getBytes(StandardCharsets.UTF_8);
      int changes = random.nextInt(6);
      for (int change = 0; change < changes; change++) {
        bytes = damaged(bytes, random);
      }
      isCountedWhole(bytes);
    }
  }

  private static byte[] damaged(byte[] bytes, Random random) {
    if (bytes.length < 2) {
      return bytes;
    }
    int at = random.nextInt(bytes.length);
    return switch (random.nextInt(5)) {
      case 0 -> Arrays.copyOf(bytes, at);
      case 1 -> Arrays.copyOfRange(bytes, at, bytes.length);
      case 2 -> {
        bytes[at] = (byte) random.nextInt(256);
        yield bytes;
      }
      case 3 -> {
        bytes[at] = '\n';
        yield bytes;
      }
      default -> {
        int length = Math.min(bytes.length - at, random.nextInt(40));
        byte[] cut = new byte[bytes.length - length];
        System.arraycopy(bytes, 0, cut, 0, at);
        System.arraycopy(bytes, at + length, cut, at, bytes.length - at - length);
        yield cut;
      }
    };
  }
}
