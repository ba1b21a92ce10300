package dev.debrief.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.debrief.bench.LogGenerator;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The program as it ships: a module in a process of its own, not the class path of the other tests,
 * on which a package that was not opened goes unnoticed.
 */
class ProgramIT {
  @TempDir private static Path folder;
  private static Path theCase;
  private static JsonNode findings;

  @BeforeAll
  static void importTheSample() throws Exception {
    theCase = folder.resolve("outage");
    Result imported = debrief("import", theCase, "sample-logs/blockster-outage");
    assertEquals(0, imported.status(), imported.err());
    assertEquals("", imported.err());
    findings = json(debrief("findings", theCase, "--json"));
  }

  @Test
  void theSampleTellsOfOneOutageOfNineHoursAndFiveMinutes() {
    List<JsonNode> outages = of("outage");
    assertEquals(1, outages.size());
    JsonNode outage = outages.getFirst();
    Duration length =
        Duration.between(
            Instant.parse(outage.get("start").asString()),
            Instant.parse(outage.get("end").asString()));
    assertEquals(9 * 60 + 5, length.toMinutes());
    assertEquals("whole", outage.get("details").get("extent").asString());
  }

  @Test
  void theDeployThatBeganItTheRollbackThatDidNothingAndTheFixAreKnown() throws Exception {
    JsonNode changes = json(debrief("changes", theCase, "--json"));
    assertEquals("introduced", of(changes, "v290").get("impact").asString());
    assertEquals("rollback", of(changes, "v331").get("kind").asString());
    assertEquals("no_effect", of(changes, "v331").get("impact").asString());
    assertEquals("fixed", of(changes, "v341").get("impact").asString());
  }

  @Test
  void postgrexIsSilentAndTheSignalIsNoCause() {
    assertEquals("Postgrex", of("silence").getFirst().get("details").get("emitter").asString());
    for (JsonNode signal : of("signal")) {
      if (signal.get("details").get("signal").asString().equals("SIGUSR1")) {
        assertEquals("incidental", signal.get("details").get("role").asString());
      }
    }
  }

  @Test
  void aDraftIsWrittenAndNeverContradictsItsOwnCase() throws Exception {
    Path draft = folder.resolve("draft.md");
    assertEquals(0, debrief("report", theCase, "-o", draft).status());
    assertTrue(Files.readString(draft).contains("9 h 5 min"));
    Result lint = debrief("lint", theCase, draft);
    assertEquals(0, lint.status(), lint.out());
  }

  @Test
  void aViewIsDrawnWithoutADisplay() throws Exception {
    Path picture = folder.resolve("view.png");
    Result drawn = debrief("open", theCase, "--screenshot", picture, "--size", "1200x800");
    assertEquals(0, drawn.status(), drawn.err());
    assertTrue(Files.size(picture) > 20_000);
  }

  @Test
  void tooLittleMemoryIsSaidInOneLineAndHarmsNoCase() throws Exception {
    Path log = folder.resolve("large.txt");
    LogGenerator.write(false, 150_000, 3, log);
    Path small = folder.resolve("small");
    assertEquals(0, debrief("import", small, "sample-logs/blockster-outage/git-log.txt").status());
    Result failed = debrief(List.of("-Xmx14m"), "import", small, log);
    assertEquals(2, failed.status(), failed.err());
    assertEquals(1, failed.err().lines().count(), failed.err());
    // Java counts a survivor space out where it has one processor: 13 MB.
    assertTrue(failed.err().matches("debrief: memory: the 1[34] MB .*\\n"), failed.err());
    assertEquals(0, debrief("verify", small).status());
    // Where memory ran out decides whether the import or only what follows it is left out.
    long lines = 0;
    for (JsonNode source : json(debrief("sources", small, "--json"))) {
      lines = Math.max(lines, source.get("lines").asLong());
    }
    assertTrue(lines < 100 || lines == 150_000, "half an import: " + lines);
    assertEquals(0, debrief("import", small, log).status());
    assertEquals(2, json(debrief("sources", small, "--json")).size());
  }

  @Test
  void whatJavaSaysOfItselfIsNotInTheOutput() throws Exception {
    // As where there are no large pages, and where the cache of the start is of another Java.
    Path none = folder.resolve("no-such-cache");
    Result answer = debrief(List.of("-XX:+UseLargePages", "-XX:AOTCache=" + none), "--version");
    assertEquals(0, answer.status(), answer.err());
    assertTrue(answer.out().startsWith("debrief "), answer.out());
    assertEquals(1, answer.out().lines().count(), answer.out());
    assertEquals("", answer.err());
  }

  @Test
  void anOptionThatOnlyAnotherSystemsJavaKnowsKeepsNobodyFromStarting() throws Exception {
    assertEquals(0, debrief(List.of("-XX:+NoSuchSystem"), "--version").status());
  }

  @Test
  void theCaseIsWhole() throws Exception {
    assertEquals(0, debrief("verify", theCase).status());
  }

  private static List<JsonNode> of(String kind) {
    List<JsonNode> found = new ArrayList<>();
    for (JsonNode finding : findings) {
      if (finding.get("kind").asString().equals(kind)) {
        found.add(finding);
      }
    }
    return found;
  }

  private static JsonNode of(JsonNode changes, String name) {
    for (JsonNode change : changes) {
      if (change.get("change").asString().equals(name)) {
        return change;
      }
    }
    throw new AssertionError("no change " + name);
  }

  private static JsonNode json(Result result) {
    assertEquals(0, result.status(), result.err());
    return JsonMapper.shared().readTree(result.out());
  }

  private record Result(int status, String out, String err) {}

  private static Result debrief(Object... arguments) throws IOException, InterruptedException {
    return debrief(List.of(), arguments);
  }

  private static Result debrief(List<String> options, Object... arguments)
      throws IOException, InterruptedException {
    List<String> call = new ArrayList<>();
    call.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    call.add("@packaging/jvm.options");
    call.addAll(options);
    call.add("-Ddebrief.home=.");
    call.add("-p");
    call.add("target/debrief.jar" + File.pathSeparator + "target/lib");
    call.add("-m");
    call.add("dev.debrief/dev.debrief.cli.Main");
    for (Object argument : arguments) {
      call.add(argument.toString());
    }
    Path err = Files.createTempFile(folder, "call", ".err");
    Process process = new ProcessBuilder(call).redirectError(err.toFile()).start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Result(process.waitFor(), out, Files.readString(err));
  }
}
