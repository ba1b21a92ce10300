package dev.debrief.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What the system sees of the program on the network, where it can be asked (strace on Linux). */
@EnabledOnOs(OS.LINUX)
class NetworkIT {
  private static final String CALLS = "connect,bind,listen,accept,accept4,sendto,sendmsg,sendmmsg";

  @TempDir private Path folder;

  @Test
  void importSearchTimelineDraftAndWindowReachForNoNetwork() throws Exception {
    Path trace = folder.resolve("trace");
    assumeTrue(run(folder.resolve("probe"), "true") == 0, "strace is not here, or not allowed");
    int status =
        run(
            trace,
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "@packaging/jvm.options",
            "-Ddebrief.home=.",
            "-p",
            "target/debrief.jar" + File.pathSeparator + "target/lib",
            "-m",
            "dev.debrief/dev.debrief.cli.Main",
            "rehearse",
            folder.toString());
    assertEquals(0, status);
    // The C library asks a daemon of this very machine for the user's name.
    List<String> calls =
        Files.readAllLines(trace).stream()
            .filter(line -> line.matches(".*\\b(" + CALLS.replace(',', '|') + ")\\(.*"))
            .filter(line -> !line.contains("sun_path=\"/var/run/nscd/socket\""))
            .toList();
    assertEquals(List.of(), calls);
  }

  private int run(Path trace, String... command) throws InterruptedException {
    List<String> all =
        new ArrayList<>(List.of("strace", "-f", "-qq", "-e", "trace=" + CALLS, "-o"));
    all.add(trace.toString());
    all.addAll(List.of(command));
    try {
      return new ProcessBuilder(all)
          .redirectErrorStream(true)
          .redirectOutput(folder.resolve("said").toFile())
          .start()
          .waitFor();
    } catch (IOException absent) {
      return -1;
    }
  }
}
