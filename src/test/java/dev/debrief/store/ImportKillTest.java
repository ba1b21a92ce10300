package dev.debrief.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.debrief.bench.LogGenerator;
import dev.debrief.model.Progress;
import dev.debrief.source.ImportOptions;
import dev.debrief.source.Input;
import dev.debrief.source.Inputs;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills a real process in the middle of an import, at random points. {@code -Ddebrief.kills=200}
 * for more of them, {@code -Ddebrief.kills.records=200000} for a larger dump.
 */
class ImportKillTest {
  private static final int KILLS = Integer.getInteger("debrief.kills", 4);
  private static final int RECORDS = Integer.getInteger("debrief.kills.records", 20_000);

  @TempDir Path folder;

  /** The child: imports its arguments into the case of the first, saying when it begins. */
  public static final class Child {
    private Child() {}

    /** {@code CASE PATH…}. */
    public static void main(String[] args) throws Exception {
      List<Path> paths = new ArrayList<>();
      for (int i = 1; i < args.length; i++) {
        paths.add(Path.of(args[i]));
      }
      try (CaseFolder open = CaseFolder.open(Path.of(args[0]))) {
        System.out.println("begins");
        open.importAll(inputs(paths), ImportOptions.NONE, Progress.NONE);
        System.out.println("done");
      }
    }
  }

  static List<Input> inputs(List<Path> paths) throws Exception {
    return Inputs.find(paths, new ByteArrayInputStream(new byte[0]));
  }

  private Path before;
  private Path later;

  @BeforeEach
  void dumps() throws IOException {
    before = folder.resolve("before.txt");
    later = folder.resolve("later.txt");
    LogGenerator.write(false, RECORDS / 4, 7, before);
    LogGenerator.write(false, RECORDS, 11, later);
  }

  static ProcessBuilder child(String options, Class<?> main, Object... args) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "--enable-native-access=ALL-UNNAMED"));
    if (!options.isEmpty()) {
      command.add(options);
    }
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    for (Object arg : args) {
      command.add(arg.toString());
    }
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
  }

  @Test
  void killedAtAnyMomentTheCaseIsAsBeforeOrAsAfter() throws Exception {
    SplittableRandom random = new SplittableRandom();
    long took = 0;
    int asBefore = 0;
    int asAfter = 0;
    for (int kill = 0; kill <= KILLS; kill++) {
      Path at = folder.resolve("case" + kill);
      try (CaseFolder open = CaseFolder.create(at)) {
        open.importAll(inputs(List.of(before)), ImportOptions.NONE, Progress.NONE);
      }
      Process process = child("", Child.class, at, later).start();
      try (InputStream out = process.getInputStream()) {
        while (out.read() != '\n') {
          // Waits for "begins".
        }
        long began = System.nanoTime();
        if (kill > 0) {
          process.waitFor(random.nextLong(took * 11 / 10), TimeUnit.NANOSECONDS);
          process.destroyForcibly();
        }
        process.waitFor();
        took = kill == 0 ? System.nanoTime() - began : took;
      }
      try (CaseFolder open = CaseFolder.open(at)) {
        Verification verification = open.verify(Progress.NONE);
        assertTrue(verification.whole(), verification.toString());
        boolean after = open.sources().size() == 2;
        asAfter += after ? 1 : 0;
        asBefore += after ? 0 : 1;
        long size = open.index().size();
        Imported again = open.importAll(inputs(List.of(later)), ImportOptions.NONE, Progress.NONE);
        assertEquals(after ? 0 : 1, again.added().size());
        assertTrue(open.index().size() >= RECORDS);
        assertTrue(after ? open.index().size() == size : open.index().size() > size);
        assertTrue(open.verify(Progress.NONE).whole());
      }
      Folders.delete(at);
    }
    System.out.printf("%d kills: %d as before, %d as after%n", KILLS, asBefore, asAfter - 1);
    assertEquals(KILLS + 1, asBefore + asAfter);
  }
}
