package dev.debrief.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Against a stand-in {@code fly} on the path of a process of its own. */
@DisabledOnOs(OS.WINDOWS)
class CollectCommandTest {
  private static final String FLY =
      """
      #!/bin/sh
      echo "$*" >> "$(dirname "$0")/calls"
      case "$*" in
        "logs --json --no-tail --app shop") printf '{\\n    "level": "info",\\n    "instance": "aabbccdd112233",\\n    "message": "hello",\\n    "region": "fra",\\n    "timestamp": "2026-03-01T10:00:00.5Z",\\n    "meta": {\\n        "Event": {\\n            "Provider": "app"\\n        }\\n    }\\n}\\n' ;;
        "releases --json --app shop") echo "Error: token postgres://me:hunter2@db/x is no good" >&2; exit 1 ;;
        "machine list --json --app shop") echo '[{"id": "aabbccdd112233", "state": "started", "config": {"env": {"TOKEN": "hunter2"}}}, {"id": "../../evil"}]' ;;
        "machine status aabbccdd112233 --app shop") echo "Machine ID: aabbccdd112233" ;;
        *) echo "Error: unknown call" >&2; exit 1 ;;
      esac
      """;

  @TempDir private Path folder;
  private Path bin;

  @BeforeEach
  void aStandIn() throws IOException {
    bin = Files.createDirectory(folder.resolve("bin"));
    Path fly = Files.writeString(bin.resolve("fly"), FLY);
    Files.setPosixFilePermissions(fly, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  @Test
  void whatFlyctlShowsIsKeptAndWhatItRefusesIsSaid() throws Exception {
    Path dumps = folder.resolve("dumps");
    Result result =
        collect("collect", "shop", "--since", "2026-03-01T09:00Z", "-o", dumps.toString());
    assertEquals(Main.NO, result.status(), result.out());
    assertEquals(
        List.of("fly-logs.json", "machine-status-aabbccdd112233.txt", "machines.json"),
        names(dumps));
    assertTrue(result.out().contains("flyctl releases --json --app shop: Error:"), result.out());
    assertTrue(
        result.out().contains("the log from 2026-03-01T09:00:00Z to 2026-03-01T10:00:00Z"),
        result.out());
    assertFalse(result.out().contains("hunter2"), result.out());
    assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(dumps)));
  }

  @Test
  void theFolderIsOneThatImportTakes() throws Exception {
    Path dumps = folder.resolve("dumps");
    collect("collect", "shop", "-o", dumps.toString());
    Path theCase = folder.resolve("case");
    Calls.Answer answer = Calls.call("import", theCase, dumps, "--app", "shop");
    assertEquals(0, answer.status(), answer.err());
    assertTrue(answer.out().contains("fly-json"), answer.out());
  }

  @Test
  void aFolderWithSomethingInItIsLeftAlone() throws Exception {
    Files.writeString(folder.resolve("mine"), "x");
    assertEquals(Main.WRONG, collect("collect", "shop", "-o", folder.toString()).status());
  }

  @Test
  void withoutFlyctlOneLineSaysWhatToInstall() throws Exception {
    Files.delete(bin.resolve("fly"));
    Result result = collect("collect", "shop", "-o", folder.resolve("dumps").toString());
    assertEquals(Main.WRONG, result.status());
    assertTrue(result.out().startsWith("debrief: flyctl: it is not on the path; install it"));
  }

  private record Result(int status, String out) {}

  private Result collect(String... arguments) throws IOException, InterruptedException {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    List<String> call =
        new ArrayList<>(
            List.of(
                java.toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "dev.debrief.cli.Main"));
    call.addAll(List.of(arguments));
    ProcessBuilder process = new ProcessBuilder(call).redirectErrorStream(true);
    process.environment().put("PATH", bin + File.pathSeparator + "/usr/bin:/bin");
    process.directory(folder.toFile());
    Process running = process.start();
    String out = new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Result(running.waitFor(), out);
  }

  private static List<String> names(Path dumps) throws IOException {
    try (var files = Files.list(dumps)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
