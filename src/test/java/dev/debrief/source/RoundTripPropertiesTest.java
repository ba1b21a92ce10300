package dev.debrief.source;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.debrief.model.LogRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.Provide;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What a dump is written from comes back, in every format of log lines. */
@PropertyDefaults(tries = 100)
class RoundTripPropertiesTest {
  private static final JsonMapper JSON = JsonMapper.shared();

  /** One line of a log. */
  record Spoken(Instant at, String provider, String machine, String region, String message) {}

  @Provide
  Arbitrary<List<Spoken>> logs() {
    Arbitrary<Instant> at =
        Arbitraries.longs()
            .between(1_600_000_000_000_000_000L, 1_900_000_000_000_000_000L)
            .map(ns -> Instant.ofEpochSecond(ns / 1_000_000_000, ns % 1_000_000_000 | 1));
    Arbitrary<String> provider = Arbitraries.of("app", "runner", "proxy", "health");
    Arbitrary<String> machine =
        Arbitraries.strings().withChars("0123456789abcdef").ofMinLength(8).ofMaxLength(15);
    Arbitrary<String> region = Arbitraries.of("iad", "lhr", "fra", "syd");
    Arbitrary<String> message =
        Arbitraries.strings()
            .withCharRange(' ', '~')
            .withChars("äß✔│\t\"\\")
            .ofMinLength(1)
            .ofMaxLength(60)
            .map(text -> "m" + text);
    return Combinators.combine(at, provider, machine, region, message)
        .as(Spoken::new)
        .list()
        .ofMinSize(1)
        .ofMaxSize(30);
  }

  private static List<Spoken> read(String dump) {
    List<Spoken> read = new ArrayList<>();
    for (LogRecord record : Reads.text(dump).records()) {
      read.add(
          new Spoken(
              record.at(), record.provider(), record.machine(), record.region(), record.message()));
    }
    read.sort(Comparator.comparing(Spoken::at).thenComparing(Spoken::toString));
    return read;
  }

  private static List<Spoken> sorted(List<Spoken> log) {
    List<Spoken> sorted = new ArrayList<>(log);
    sorted.sort(Comparator.comparing(Spoken::at).thenComparing(Spoken::toString));
    return sorted;
  }

  @Property
  void textWithNanosecondsComesBack(@ForAll("logs") List<Spoken> log) {
    StringBuilder dump = new StringBuilder();
    for (Spoken line : log) {
      dump.append(line.at())
          .append(" %s[%s] %s [info] ".formatted(line.provider(), line.machine(), line.region()))
          .append(line.message())
          .append('\n');
    }
    assertEquals(sorted(log), read(dump.toString()));
  }

  @Property
  void jsonComesBackPrettyAndCompact(@ForAll("logs") List<Spoken> log, @ForAll boolean pretty) {
    StringBuilder dump = new StringBuilder();
    for (Spoken line : log) {
      ObjectNode node = JSON.createObjectNode();
      node.put("level", "info").put("instance", line.machine()).put("message", line.message());
      node.put("region", line.region()).put("timestamp", line.at().toString());
      node.putObject("meta").putObject("Event").put("Provider", line.provider());
      dump.append(
              pretty
                  ? JSON.writerWithDefaultPrettyPrinter().writeValueAsString(node)
                  : node.toString())
          .append('\n');
    }
    assertEquals(sorted(log), read(dump.toString()));
  }

  @Property
  void theShippersLinesComeBackAsLinesAndAsAnArray(
      @ForAll("logs") List<Spoken> log, @ForAll boolean array) {
    List<String> lines = new ArrayList<>();
    for (Spoken line : log) {
      ObjectNode node = JSON.createObjectNode();
      node.putObject("event").put("provider", line.provider());
      ObjectNode fly = node.putObject("fly");
      fly.putObject("app").put("instance", line.machine()).put("name", "a");
      fly.put("region", line.region());
      node.putObject("log").put("level", "info");
      node.put("message", line.message()).put("timestamp", line.at().toString());
      lines.add(node.toString());
    }
    String dump = array ? "[" + String.join(",", lines) + "]" : String.join("\n", lines) + "\n";
    assertEquals(sorted(log), read(dump));
  }
}
