package dev.debrief.analysis.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.debrief.model.FindingKind;
import dev.debrief.model.InputProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RuleLibraryTest {
  private static final String RULE =
      """
      id: cart-lost
      title: The cart is lost
      needs: [app_log]
      looks_like:
        - text: cart vanished
          regex: 'cart vanished for \\d+ users'
      explanation: The cache was flushed.
      check: Look at the cache.
      fix: Do not flush it.
      reference: our wiki
      """;

  @Test
  void aRulePrintsTheSameInEveryProcessSoThatItsFingerprintStands() {
    Map<String, String> details = new HashMap<>();
    for (char key = 'a'; key <= 'p'; key++) {
      details.put(String.valueOf(key), "1");
    }
    Counter found = new Counter.Found(FindingKind.SILENCE, details, "", "");
    assertTrue(found.toString().contains(new TreeMap<>(details).toString()), found.toString());
  }

  @Test
  void theContractsRulesAreThere() {
    RuleLibrary library = RuleLibrary.builtIn();
    for (String id :
        List.of(
            "ecto-repo-not-started",
            "database-connection-refused",
            "database-nxdomain-inet6",
            "database-url-missing",
            "oban-notifier-pgbouncer",
            "oban-peer-unknown",
            "supervisor-intensity-exceeded",
            "ets-table-missing",
            "mnesia-disc-corrupt",
            "mnesia-stopped-under-use",
            "cluster-partition",
            "oom-killed",
            "release-command-failed",
            "docker-build-all-cached",
            "port-not-listening",
            "pool-exhausted",
            "sigusr1-crash-dump")) {
      assertTrue(library.rule(id).isPresent(), id);
    }
  }

  @Test
  void aUsersRuleJoinsAndOneOfTheSameIdTakesOursPlace(@TempDir Path folder) throws Exception {
    Files.writeString(folder.resolve("cart.yaml"), RULE);
    Files.writeString(folder.resolve("oom.yml"), RULE.replace("cart-lost", "oom-killed"));
    Files.writeString(folder.resolve("notes.txt"), "not a rule");
    RuleLibrary library = RuleLibrary.builtIn().with(folder);
    assertEquals(RuleLibrary.builtIn().rules().size() + 1, library.rules().size());
    assertFalse(library.fingerprint().equals(RuleLibrary.builtIn().fingerprint()));
    assertEquals(RuleLibrary.builtIn().fingerprint(), RuleLibrary.builtIn().fingerprint());
    assertEquals("The cart is lost", library.rule("oom-killed").orElseThrow().title());
  }

  @Test
  void aFolderThatIsNotThereAddsNothing(@TempDir Path folder) throws Exception {
    assertEquals(
        RuleLibrary.builtIn().rules().size(),
        RuleLibrary.builtIn().with(folder.resolve("none")).rules().size());
  }

  @Test
  void anErrorNamesFileLineAndRemedy(@TempDir Path folder) throws Exception {
    problem(folder, RULE + "fiks: it\n", ":11: ", "'fiks' is no field here");
    problem(folder, RULE.replace("fix:", "fiks:"), ":1: ", "'fix' is missing");
    problem(folder, RULE.replace("\\d+", "(\\d+"), ":6: ", "not a regular expression");
    problem(folder, RULE.replace("\\d+", "(?=x)"), ":6: ", "not a regular expression");
    problem(folder, RULE.replace("app_log", "crystal_ball"), ":3: ", "use one of app_log");
    problem(folder, RULE.replace("title: The cart is lost\n", ""), ":1: ", "'title' is missing");
    problem(folder, RULE.replace("cart-lost", "Cart Lost"), ":1: ", "is no rule id");
    problem(folder, RULE + "confidence: 7\n", ":11: ", "out of range");
    problem(folder, RULE + "title: again\n", "", "title");
    problem(folder, "id: [", "", "not readable as YAML");
    problem(folder, "", "", "empty");
  }

  @Test
  void hostileFilesAreRefusedAndNotFollowed(@TempDir Path folder) throws Exception {
    problem(folder, "a: " + "[".repeat(5_000), "", "YAML");
    problem(folder, RULE + "# " + "x".repeat(70_000), "", "larger than");
    problem(folder, RULE.replace("\\d+", "a".repeat(2_000)), ":6: ", "longer than");
    problem(
        folder,
        RULE.replace(
            "- text: cart vanished\n    regex: 'cart vanished for \\d+ users'", "- provider: app"),
        "",
        "matches everything");
    StringBuilder many = new StringBuilder("id: many\nlooks_like:\n");
    for (int i = 0; i < 200; i++) {
      many.append("  - text: t").append(i).append('\n');
    }
    problem(folder, many.toString(), "", "more than 100 items");
    problem(
        folder,
        "a: &a [x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a]\nc: [*b,*b,*b,*b,*b]\n" + RULE,
        "",
        "is no field here");
  }

  private static void problem(Path folder, String yaml, String where, String what)
      throws IOException {
    Path file = folder.resolve("rule.yaml");
    Files.writeString(file, yaml);
    InputProblem problem =
        assertThrows(InputProblem.class, () -> RuleLibrary.builtIn().with(folder), yaml);
    assertTrue(problem.getMessage().startsWith(file + where), problem.getMessage());
    assertTrue(problem.getMessage().contains(what), problem.getMessage());
  }
}
