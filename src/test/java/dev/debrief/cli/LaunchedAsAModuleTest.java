package dev.debrief.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.lang.module.FindException;
import java.lang.module.ModuleFinder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The other tests run on the class path, where every package is open to every library. Users run
 * modules: what a library may not see there shows only here.
 */
class LaunchedAsAModuleTest {
  @TempDir Path folder;

  @Test
  void aCaseIsImportedConcludedAndReadAgainAsUsersRunIt() throws Exception {
    Path log = folder.resolve("fly.log");
    Files.writeString(
        log,
        """
        2026-03-04T09:00:10Z app[148e21ea7d3d89] lhr [info] INFO Preparing to run: `/app/bin/server` as nobody
        2026-03-04T09:00:20Z app[148e21ea7d3d89] lhr [info] INFO Main child exited normally with code: 3
        """);
    Path events = folder.resolve("machines.json");
    Files.writeString(
        events,
        """
        [{"id":"148e21ea7d3d89","state":"started","instance_id":"01KKBSWHG08WWBJCBPGQXGHS8Z",
          "region":"lhr","image_ref":{"registry":"registry.fly.io","repository":"harbour","tag":"t"},
          "created_at":"2026-01-02T10:00:00Z","updated_at":"2026-03-04T09:01:00Z",
          "events":[{"type":"start","status":"started","source":"flyd","timestamp":1772614810000}]}]
        """);
    String kept = folder.resolve("case").toString();

    Said imported = debrief("import", kept, log.toString(), events.toString(), "--json");
    assertEquals(0, imported.status(), imported.err());
    Said findings = debrief("findings", kept, "--json");
    assertEquals(0, findings.status(), findings.err());
    assertTrue(findings.out().contains("\"exit\""), findings.out());
    Said report =
        debrief("report", kept, "--template", "outage", "-o", folder.resolve("d.md").toString());
    assertEquals(0, report.status(), report.err());
  }

  private record Said(int status, String out, String err) {}

  private Said debrief(String... arguments) throws Exception {
    Path out = folder.resolve("out");
    Path err = folder.resolve("err");
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-p",
                modulePath(),
                "-m",
                "dev.debrief/dev.debrief.cli.Main"));
    command.addAll(Arrays.asList(arguments));
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
    assertTrue(process.waitFor(2, TimeUnit.MINUTES), "it hangs");
    return new Said(
        process.exitValue(),
        Files.readString(out, StandardCharsets.UTF_8),
        Files.readString(err, StandardCharsets.UTF_8));
  }

  /** What the program itself runs on: everything on the tests' path that can be a module. */
  private static String modulePath() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(entry -> !entry.endsWith("test-classes"))
        .filter(LaunchedAsAModuleTest::isModule)
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static boolean isModule(String entry) {
    try {
      return !ModuleFinder.of(Path.of(entry)).findAll().isEmpty();
    } catch (FindException e) {
      return false;
    }
  }
}
