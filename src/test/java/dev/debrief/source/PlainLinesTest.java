package dev.debrief.source;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.debrief.model.Entry;
import dev.debrief.model.InputProblem;
import dev.debrief.model.LogRecord;
import dev.debrief.model.Source;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.junit.jupiter.api.Test;

/**
 * What is read straight from its bytes says what it says when it is read as any other line. A
 * carriage return before each line feed leaves the meaning as it is, and no line plain.
 */
class PlainLinesTest {
  private static final Mutations NEARLY_RIGHT = new Mutations(samples(), words());

  private static List<String> samples() {
    List<String> samples = new ArrayList<>();
    for (Format format : List.of(new FlyText(), new FlyJson(), new ShipperNdjson())) {
      samples.addAll(format.samples());
    }
    String head = "2024-11-06T01:00:%02dZ app[48e2d97f746d9%d] cdg [%s]";
    for (int i = 0; i < 12; i++) {
      samples.add(
          head.formatted(30 + i / 4, i % 3, i % 5 == 0 ? "error" : "info")
              + "01:00:30.%03d request_id=GAU7p1rdk4f2Y20AAAVR [info] GET /%d".formatted(i, i));
      samples.add(
          "\u001b[2m2024-11-06T01:00:%02dZ\u001b[0m app[48e2d97f746d9%d] \u001b[32mcdg\u001b[0m "
                  .formatted(30 + i / 4, i % 3)
              + "[\u001b[34minfo\u001b[0m]hello \u001b[1m%d\u001b[0m".formatted(i));
      samples.add(
          FlyJsonObject.of(
                  "info",
                  "48e2d97f746d9" + i % 3,
                  "<\"a\\b\"> & Sent 200 in " + i + "ms",
                  "cdg",
                  "2024-11-06T01:00:%02d.123456789Z".formatted(i),
                  i % 4 == 0 ? "proxy" : "app")
              .strip());
    }
    return samples;
  }

  private static List<String> words() {
    return List.of(
        "]",
        "[",
        "e",
        "r",
        " ",
        "\t",
        "\n",
        "error.code=1 ",
        "request.id=\"x\" ",
        "\u001b[2m",
        "ü",
        "\u0000",
        "2024-11-06T01:00:32Z",
        "2024-13-06T01:00:32Z",
        " app[ab12cd34] lhr [info]",
        "[error]",
        " [info]",
        "\"",
        "\\",
        "\\n",
        "\\u00fc",
        "{",
        "}",
        "{}",
        "[]",
        "null",
        "true",
        "-1",
        "1.5",
        ",",
        ":",
        "\"ID\": \"x\"",
        "\"status_code\": 502",
        "\"message\": \"again\",",
        "\"meta\": {",
        "\n\n",
        "\n{",
        "}\n",
        "ERROR boom\n    at x\n");
  }

  @Property(tries = 3_000, shrinking = ShrinkingMode.OFF)
  void linesThatAreNotPlainSayTheSame(@ForAll long seed) {
    byte[] mutated = NEARLY_RIGHT.next(new SplittableRandom(seed));
    String text = new String(mutated, StandardCharsets.UTF_8).replace("\r", "");
    assertEquals(told(text), told(text.replace("\n", "\r\n")));
  }

  @Test
  void aHeadReadBeforeTellsNothingOfAnotherMessage() {
    String head = "2024-11-06T01:00:32Z app[48e2d97f746d98] cdg [info]";
    List<Entry> entries =
        Reads.text(head + "one\n" + head + "error.code=7 two\n" + head + "three\n").entries();
    assertEquals(
        List.of("one []", "two [error.code]", "three []"),
        entries.stream()
            .map(entry -> (LogRecord) entry)
            .map(record -> record.message() + " " + record.fields().keySet())
            .toList());
  }

  /** What a dump tells, but for its own bytes. */
  private static List<String> told(String text) {
    List<String> told = new ArrayList<>();
    try {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      Input input = new Input("dump", Input.of("dump", bytes).opener(), -1, Reads.SAVED);
      Reads reads = Reads.of(input, ImportOptions.NONE);
      reads.entries().forEach(entry -> told.add(entry.toString()));
      for (Source source : reads.sources()) {
        told.add(source.toString().replace(source.sha256(), "").replaceAll("bytes=\\d+", ""));
      }
    } catch (InputProblem refused) {
      told.add(String.valueOf(refused.getMessage()));
    }
    return told;
  }
}
