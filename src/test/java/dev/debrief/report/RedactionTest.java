package dev.debrief.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;

class RedactionTest {
  @TestFactory
  List<DynamicTest> everyRuleHidesItsSecretsAndKeepsItsPlainLines() {
    List<DynamicTest> tests = new ArrayList<>();
    for (JsonNode rule : RedactionRules.file()) {
      String id = rule.path("id").asString();
      Redaction redaction = Redaction.standard().with(Set.of(id));
      assertFalse(rule.path("secret").isEmpty(), id + " has no sample");
      for (JsonNode sample : rule.path("secret")) {
        String marked = sample.asString();
        String secret = marked.replaceAll("(?s).*‹(.*)›.*", "$1");
        tests.add(
            DynamicTest.dynamicTest(
                id + " hides " + marked,
                () -> {
                  String hidden = redaction.hide(marked.replaceAll("[‹›]", ""));
                  assertFalse(hidden.contains(secret.strip()), hidden);
                  assertTrue(hidden.contains(RedactionRule.MARK), hidden);
                }));
      }
      for (JsonNode sample : rule.path("plain")) {
        tests.add(
            DynamicTest.dynamicTest(
                id + " keeps " + sample.asString(),
                () -> assertEquals(sample.asString(), redaction.hide(sample.asString()))));
      }
    }
    return tests;
  }

  @Test
  void aRuleCanBeSwitchedOff() {
    assertEquals(
        "mail a@example.com",
        Redaction.standard().without(Set.of("email")).hide("mail a@example.com"));
  }

  @Test
  void whatWasHiddenIsCounted() {
    Redaction.Session session = Redaction.standard().session();
    session.hide("a@example.com b@example.com password=x1y2");
    assertEquals(Map.of("email", 2L, "password", 1L), session.counts());
    assertEquals(3, session.total());
  }

  @Test
  void aLongHostileLineTakesLittleTime() {
    String hostile = "password=".repeat(20_000) + "://:".repeat(20_000) + "a@a.".repeat(20_000);
    long began = System.nanoTime();
    Redaction.standard().hide(hostile);
    assertTrue(System.nanoTime() - began < 5_000_000_000L, "slower than 5 s for 340 kB");
  }
}
