package dev.debrief.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The launcher of a clone, with a Maven and a JDK that only note what is asked of them. */
@DisabledOnOs(OS.WINDOWS)
class LauncherTest {
  private static final String MVN =
      """
      #!/bin/sh
      sleep 0.1
      mkdir -p target/lib
      echo jar >target/debrief.jar
      echo built >>"$NOTES"
      """;

  private static final String JAVA =
      """
      #!/bin/sh
      for word; do
        case $word in
          -XX:AOTCacheOutput=*)
            echo learning >>"$NOTES"
            [ -z "${LEARNS_FOR:-}" ] || exec sleep "$LEARNS_FOR"
            [ -z "${LEARNS_NOTHING:-}" ] || exit 1
            echo cache >"${word#*=}"
            echo learned >>"$NOTES"
            exit 0
            ;;
        esac
      done
      echo "names $(locale charmap)" >>"$NOTES"
      echo "ran $*" >>"$NOTES"
      """;

  @TempDir private Path folder;
  private Path clone;
  private Path notes;

  @BeforeEach
  void aFreshClone() throws IOException {
    clone = folder.resolve("clone");
    notes = folder.resolve("notes");
    for (String file : List.of("debrief", "jdk.sh", "jvm.options")) {
      Path to = clone.resolve("packaging").resolve(file);
      Files.createDirectories(to.getParent());
      Files.copy(Path.of("packaging", file), to);
    }
    Files.createDirectories(clone.resolve("src/main"));
    Files.createDirectories(clone.resolve("resources"));
    Files.createFile(clone.resolve("pom.xml"));
    Files.createFile(notes);
    script(folder.resolve("bin/mvn"), MVN);
    jdk("jdk");
  }

  @Test
  void callsAtOnceOnAFreshCloneBuildOnceAndLearnOnce() throws Exception {
    List<Process> calls = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      calls.add(start(Map.of()));
    }
    for (Process call : calls) {
      assertEquals(0, call.waitFor(), said(call));
    }
    assertEquals(1, noted("built"));
    assertEquals(4, noted("ran"));
    until(() -> noted("learned") == 1 && !held(".learning"));
    assertEquals(1, noted("learning"));
    assertFalse(held(".building"));
  }

  @Test
  void whatWasLearnedIsUsedFromThenOn() throws Exception {
    call(Map.of());
    until(() -> Files.exists(clone.resolve("target/debrief.aot")) && !held(".learning"));
    call(Map.of());
    assertTrue(last().contains("-XX:AOTCache=" + real("target/debrief.aot")), last());
    call(Map.of());
    assertEquals(1, noted("learning"));
    assertEquals(1, noted("built"));
  }

  @Test
  void aLearningThatWasKilledBeginsAgainWithTheNextCall() throws Exception {
    call(Map.of("LEARNS_FOR", "60"));
    until(() -> noted("learning") == 1);
    long owner = Long.parseLong(Files.readString(clone.resolve("target/.learning")).strip());
    ProcessHandle learner = ProcessHandle.of(owner).orElseThrow();
    learner.descendants().forEach(ProcessHandle::destroyForcibly);
    learner.destroyForcibly();
    learner.onExit().get();
    call(Map.of());
    until(() -> noted("learned") == 1);
  }

  @Test
  void whatCouldNotBeLearnedIsNotTriedAgainBeforeTheNextBuild() throws Exception {
    call(Map.of("LEARNS_NOTHING", "yes"));
    until(() -> noted("learning") == 1 && !held(".learning"));
    call(Map.of());
    call(Map.of());
    assertEquals(1, noted("learning"));
    Files.writeString(clone.resolve("src/main/New.java"), "class New {}");
    call(Map.of());
    assertEquals(2, noted("built"));
    until(() -> noted("learned") == 1);
  }

  @Test
  void whatAnotherJavaLearnedIsLeftAside() throws Exception {
    call(Map.of());
    until(() -> Files.exists(clone.resolve("target/debrief.aot")) && !held(".learning"));
    call(Map.of("JAVA_HOME", jdk("another").toString()));
    assertFalse(last().contains("AOTCache"), last());
    until(() -> noted("learned") == 2);
  }

  @Test
  void aBuildThatWasKilledIsMadeAgain() throws Exception {
    call(Map.of());
    Files.writeString(clone.resolve("target/.building"), gone() + "\n");
    call(Map.of());
    assertEquals(2, noted("built"));
  }

  @Test
  void aLockWhoseOwnerIsGoneKeepsNobodyWaiting() throws Exception {
    long gone = gone();
    Files.createDirectories(clone.resolve("target"));
    for (String lock : List.of(".building", ".learning")) {
      Files.writeString(clone.resolve("target").resolve(lock), gone + "\n");
    }
    call(Map.of());
    assertEquals(1, noted("built"));
    until(() -> noted("learned") == 1);
  }

  @Test
  void callsAtOnceBuildOnceWhoeverComesLateAndWhateverWasKilled() throws Exception {
    for (int round = 1; round <= 12; round++) {
      Files.deleteIfExists(clone.resolve("target/debrief.jar"));
      if (round % 2 == 0) {
        Files.writeString(clone.resolve("target/.building"), gone() + "\n");
      }
      List<Process> calls = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        calls.add(start(Map.of()));
      }
      for (Process call : calls) {
        assertEquals(0, call.waitFor(), said(call));
      }
      assertEquals(round, noted("built"));
      assertEquals(8 * round, noted("ran"));
      assertFalse(held(".building"));
    }
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void fileNamesAreReadAsUtf8WhereThereIsNoLocaleThatSaysHow() throws Exception {
    for (String locale : List.of("C", "xx_YY.UTF-8")) {
      call(Map.of("LC_ALL", locale));
      assertEquals(
          List.of("names UTF-8"), all().stream().filter(n -> n.startsWith("names")).toList());
      Files.writeString(notes, "");
    }
  }

  private static long gone() throws Exception {
    Process process = new ProcessBuilder("true").start();
    process.waitFor();
    return process.pid();
  }

  private Path jdk(String name) throws IOException {
    Path jdk = folder.resolve(name);
    script(jdk.resolve("bin/javac"), "#!/bin/sh\n");
    script(jdk.resolve("bin/java"), JAVA);
    Files.writeString(jdk.resolve("release"), "JAVA_VERSION=\"25.0.1\"\n");
    return jdk;
  }

  private static void script(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    assertTrue(file.toFile().setExecutable(true));
  }

  private Process start(Map<String, String> more) throws IOException {
    ProcessBuilder call = new ProcessBuilder(clone.resolve("packaging/debrief").toString(), "x");
    assertTrue(clone.resolve("packaging/debrief").toFile().setExecutable(true));
    call.environment().put("PATH", folder.resolve("bin") + ":" + System.getenv("PATH"));
    call.environment().put("JAVA_HOME", folder.resolve("jdk").toString());
    call.environment().put("NOTES", notes.toString());
    call.environment().putAll(more);
    return call.redirectErrorStream(true).start();
  }

  private void call(Map<String, String> more) throws Exception {
    Process call = start(more);
    assertEquals(0, call.waitFor(), said(call));
  }

  private static String said(Process call) throws IOException {
    return new String(call.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  private boolean held(String lock) {
    return Files.exists(clone.resolve("target").resolve(lock));
  }

  private String real(String file) throws IOException {
    return clone.toRealPath().resolve(file).toString();
  }

  private List<String> all() {
    try {
      return Files.readAllLines(notes);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private long noted(String what) {
    return all().stream().filter(line -> line.split(" ", 2)[0].equals(what)).count();
  }

  private String last() {
    return all().stream().filter(line -> line.startsWith("ran")).toList().getLast();
  }

  private void until(BooleanSupplier there) throws InterruptedException {
    for (int i = 0; i < 200 && !there.getAsBoolean(); i++) {
      Thread.sleep(100);
    }
    assertTrue(there.getAsBoolean(), () -> all().toString());
  }
}
