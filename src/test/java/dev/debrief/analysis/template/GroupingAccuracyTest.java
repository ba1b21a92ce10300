package dev.debrief.analysis.template;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Grouping accuracy over labelled logs. The public sheets are not ours to ship: {@code
 * -Ddebrief.loghub=FOLDER} names a folder of {@code *_2k.log_structured.csv}. Without it the
 * accuracy is held over statements of our own, in the manner of several kinds of program.
 */
class GroupingAccuracyTest {
  private static final List<String> STATEMENTS =
      List.of(
          "session opened for user %w by (uid=%n)",
          "session closed for user %w",
          "connection from %i (%h) at %n",
          "Received block blk_%n of size %n from /%i",
          "PacketResponder %n for block blk_%n terminating",
          "%h:443 open through proxy %h:5070 HTTPS",
          "%h:443 close, %n bytes sent, %n bytes received, lifetime %n sec",
          "Established session 0x%x with negotiated timeout %n for client /%i:%n",
          "Task attempt_%n_m_%n is done and is in the process of committing",
          "worker %n started in %n ms",
          "worker %n stopped after %n ms",
          "cache miss for key \"%w\"",
          "GET /posts/%n",
          "Postgrex.Protocol (#PID<0.%n.0>) disconnected: ** (DBConnection.ConnectionError) closed",
          "Sent 200 in %nms",
          "Machine started in %nms",
          "flush sensor data",
          "onStandStepChanged %n");

  @Test
  void statementsOfManyProgramsAreToldApartAndTheirValuesAreNot() {
    Random random = new Random(20_261_121);
    List<GroupingAccuracy.Labelled> sheet = new ArrayList<>();
    for (int i = 0; i < 3_000; i++) {
      int statement = random.nextInt(STATEMENTS.size());
      sheet.add(
          new GroupingAccuracy.Labelled(
              printed(STATEMENTS.get(statement), random), "E" + statement));
    }
    List<String> truth = sheet.stream().map(GroupingAccuracy.Labelled::event).toList();
    assertEquals(1.0, GroupingAccuracy.of(GroupingAccuracy.mined(sheet), truth), 1e-9);
  }

  @Test
  void oneWrongLineSpoilsItsWholeGroup() {
    assertEquals(
        0.5, GroupingAccuracy.of(List.of("a", "a", "b", "c"), List.of("x", "x", "y", "y")));
  }

  @Test
  @EnabledIfSystemProperty(named = "debrief.loghub", matches = ".+")
  void thePublicSheetsAreGroupedAsTheirLabelsSay() throws IOException {
    double sum = 0;
    int sheets = 0;
    try (var files = Files.list(Path.of(System.getProperty("debrief.loghub")))) {
      for (Path csv :
          files.filter(f -> f.toString().endsWith("structured.csv")).sorted().toList()) {
        List<GroupingAccuracy.Labelled> sheet = GroupingAccuracy.sheet(csv);
        List<String> truth = sheet.stream().map(GroupingAccuracy.Labelled::event).toList();
        sum += GroupingAccuracy.of(GroupingAccuracy.mined(sheet), truth);
        sheets++;
      }
    }
    assertTrue(sum / sheets >= 0.95, "mean of " + sheets + " sheets: " + sum / sheets);
  }

  private static String printed(String statement, Random random) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < statement.length(); i++) {
      char c = statement.charAt(i);
      if (c != '%') {
        text.append(c);
        continue;
      }
      switch (statement.charAt(++i)) {
        case 'n' -> text.append(random.nextInt(1_000_000));
        case 'x' -> text.append(Long.toHexString(random.nextLong() & 0xffffffffffL));
        case 'i' -> text.append("10.251." + random.nextInt(256) + "." + random.nextInt(256));
        case 'h' -> text.append("host" + random.nextInt(90) + ".shop.example.com");
        default ->
            text.append(
                List.of("anna", "bert", "carl", "dora", "emil", "fred").get(random.nextInt(6)));
      }
    }
    return text.toString();
  }
}
