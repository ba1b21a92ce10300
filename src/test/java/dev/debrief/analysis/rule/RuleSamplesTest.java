package dev.debrief.analysis.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.debrief.model.Clock;
import dev.debrief.model.Evidence;
import dev.debrief.model.Level;
import dev.debrief.model.LogRecord;
import dev.debrief.model.Moment;
import dev.debrief.model.Precision;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every rule brings its own lines; each is put through a matcher of the whole library. */
class RuleSamplesTest {
  private static final RuleLibrary LIBRARY = RuleLibrary.builtIn();
  private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");

  @TestFactory
  Stream<DynamicTest> everySampleOfEveryRuleIsJudgedAsItsAuthorSays() {
    return LIBRARY.rules().stream()
        .flatMap(
            rule ->
                Stream.concat(
                    rule.samples().match().stream()
                        .map(
                            s ->
                                DynamicTest.dynamicTest(
                                    rule.id() + " + " + s, () -> matches(rule, s))),
                    rule.samples().noMatch().stream()
                        .map(
                            s ->
                                DynamicTest.dynamicTest(
                                    rule.id() + " - " + s, () -> assertFalse(found(rule, s), s)))));
  }

  @Test
  void everyRuleHasSamplesAndTellsWhatToDo() {
    for (Rule rule : LIBRARY.rules()) {
      boolean byLines = rule.looksLike().stream().anyMatch(p -> p instanceof Pattern.Line);
      assertTrue(!byLines || !rule.samples().match().isEmpty(), rule.id());
      assertTrue(!byLines || !rule.samples().noMatch().isEmpty(), rule.id());
      assertFalse(rule.needs().isEmpty(), rule.id());
      for (String other : rule.explains()) {
        assertTrue(LIBRARY.rule(other).isPresent(), rule.id() + " explains " + other);
      }
    }
  }

  @Test
  void everyRuleFileIsInTheIndexUnderItsOwnId() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("resources", "rules"))) {
      List<String> ids =
          files
              .map(file -> file.getFileName().toString())
              .filter(name -> name.endsWith(".yaml"))
              .map(name -> name.substring(0, name.length() - 5))
              .sorted()
              .toList();
      assertEquals(ids, LIBRARY.rules().stream().map(Rule::id).toList());
    }
  }

  @Test
  void theExampleInTheGuideIsARule() throws Exception {
    String guide = Files.readString(Path.of("packaging", "docs", "known-causes.md"));
    int from = guide.indexOf("```yaml\n") + 8;
    Rule rule = RuleReader.read(guide.substring(from, guide.indexOf("```", from)), "guide");
    assertEquals("cart-cache-flushed", rule.id());
    assertEquals(3, rule.looksLike().size());
    assertEquals(3, rule.atLeast());
  }

  private static void matches(Rule rule, String sample) {
    assertTrue(found(rule, sample), sample);
  }

  /** A rule may want a line many times; the sample is printed as often, seconds apart. */
  private static boolean found(Rule rule, String sample) {
    RuleMatcher matcher = new RuleMatcher(LIBRARY);
    long apart = rule.together().toMillis() + 1;
    for (int i = 0; i < rule.atLeast(); i++) {
      matcher.accept(record(sample, START.plusMillis(i * apart), i + 1));
    }
    return matcher.outcomes().stream()
        .filter(outcome -> outcome.rule().equals(rule))
        .anyMatch(outcome -> outcome.standing() == RuleOutcome.Standing.MATCHED);
  }

  private static LogRecord record(String message, Instant at, long line) {
    Evidence evidence = new Evidence("sample.log", line);
    return new LogRecord(
        evidence,
        1,
        new Moment(at, Precision.MILLISECOND, Clock.PLATFORM),
        "shop",
        "",
        "148e21ea7d3d89",
        "fra",
        Level.INFO,
        Level.INFO,
        message,
        line,
        Map.of());
  }
}
