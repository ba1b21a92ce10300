package dev.debrief.analysis.template;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TemplatesTest {
  private static Set<String> mined(List<String> messages) {
    Templates templates = new Templates();
    messages.forEach(templates::add);
    Set<String> texts = new TreeSet<>();
    templates.byShape().forEach(template -> texts.add(template.text()));
    return texts;
  }

  @Test
  void manyWordsInOnePlaceAreValues() {
    List<String> messages = new ArrayList<>();
    for (String name : List.of("anna", "bert", "carl", "dora", "emil")) {
      messages.add("cart of " + name + " was emptied");
    }
    assertEquals(Set.of("cart of <*> was emptied"), mined(messages));
  }

  @Test
  void fewWordsInOnePlaceAreWordings() {
    assertEquals(
        Set.of("VM started by request", "VM stopped by request"),
        mined(List.of("VM started by request", "VM stopped by request")));
  }

  @Test
  void theFirstWordTellsStatementsApart() {
    List<String> messages =
        List.of("cupsd startup", "klogd startup", "sshd startup", "httpd startup", "crond startup");
    assertEquals(5, mined(messages).size());
  }

  @Test
  void modulesAreNeverValues() {
    List<String> messages = new ArrayList<>();
    for (String name : List.of("Cart", "Mail", "Shop", "User", "Page", "Feed")) {
      messages.add("failed in App." + name + ".run/1 again");
    }
    assertEquals(6, mined(messages).size());
  }

  @Property(tries = 50)
  void theOrderOfTheLinesDoesNotMatter(@ForAll long seed) {
    List<String> messages = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      messages.add("GET /posts/" + i + " took " + i + " ms");
      messages.add("user u" + i + " said " + (i % 2 == 0 ? "yes" : "no"));
      messages.add("file /var/log/a" + (char) ('a' + i % 26) + ".log was " + i + " bytes");
    }
    Set<String> inOrder = mined(messages);
    Collections.shuffle(messages, new Random(seed));
    assertEquals(inOrder, mined(messages));
  }

  @Test
  void everyLineGetsOneLineWithItsFinalTemplate(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("a.log");
    Files.write(
        file, "took 1 ms\r\n\ntook 22 ms\ncaf\u00e9 \nno end".getBytes(StandardCharsets.UTF_8));
    StringWriter out = new StringWriter();
    Templates.mine(file, out);
    List<String> lines = out.toString().lines().toList();
    assertEquals(5, lines.size());
    assertEquals(lines.get(0), lines.get(2));
    assertTrue(lines.get(0).endsWith("\ttook <*>"), lines.get(0));
    assertNotEquals(lines.get(0), lines.get(4));
    assertEquals(Template.idOf("took <*>"), lines.get(0).split("\t")[0]);
  }

  @Test
  void textWithoutAnyShapeStaysBounded() {
    Templates templates = new Templates();
    Random random = new Random(7);
    for (int i = 0; i < 210_000; i++) {
      templates.add(word(random) + " " + word(random) + " " + word(random));
    }
    assertTrue(templates.shapes() <= 200_001, "shapes: " + templates.shapes());
  }

  /** 200,000 such lines took a gigabyte to compare. */
  @Test
  void longTextWithoutAnyShapeStaysBoundedSooner() {
    Templates templates = new Templates();
    Random random = new Random(7);
    for (int i = 0; i < 12_000; i++) {
      StringBuilder message = new StringBuilder("said");
      while (message.length() < 1_000) {
        message.append(' ').append(word(random));
      }
      templates.add(message.toString());
    }
    assertTrue(templates.shapes() <= 8_001, "shapes: " + templates.shapes());
    assertEquals(1, Collections.frequency(texts(templates), "said <*>"));
  }

  private static List<String> texts(Templates templates) {
    return templates.byShape().stream().map(Template::text).toList();
  }

  private static String word(Random random) {
    StringBuilder word = new StringBuilder();
    for (int i = 0; i < 9; i++) {
      word.append((char) ('a' + random.nextInt(26)));
    }
    return word.toString();
  }
}
