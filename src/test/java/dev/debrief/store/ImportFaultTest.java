package dev.debrief.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.debrief.bench.LogGenerator;
import dev.debrief.model.InputProblem;
import dev.debrief.model.Progress;
import dev.debrief.model.Source;
import dev.debrief.source.ImportOptions;
import dev.debrief.source.Input;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What goes wrong while a case is imported into leaves it as it was, and says what it was. */
class ImportFaultTest {
  private static final String LINE =
      "2026-02-25T21:00:0%dZ app[17817e62f16438] iad [info]line %d\n";

  @TempDir Path folder;
  private CaseFolder open;
  private List<Source> before;

  @BeforeEach
  void aCaseWithOneDump() throws Exception {
    open = CaseFolder.create(folder.resolve("case"));
    open.importAll(List.of(dump("before.txt", 0)), ImportOptions.NONE, Progress.NONE);
    before = open.sources();
  }

  @AfterEach
  void itIsAsItWas() throws Exception {
    assertEquals(before, open.sources());
    assertEquals(2, open.index().size());
    assertEquals(List.of(), open.verify(Progress.NONE).faults());
    open.close();
    try (CaseFolder again = CaseFolder.open(open.path())) {
      assertEquals(before, again.sources());
      assertEquals(2, again.index().size());
    }
  }

  private static byte[] text(int from) {
    return (LINE.formatted(from, from) + LINE.formatted(from + 1, from + 1))
        .getBytes(StandardCharsets.UTF_8);
  }

  private static Input dump(String name, int from) {
    return Input.of(name, text(from));
  }

  private static Input input(Input.Opener opener) {
    return new Input("bad.txt", opener, -1, Instant.EPOCH);
  }

  @Test
  void aVanishedFileIsRefused() throws Exception {
    Imported imported =
        open.importAll(
            List.of(
                input(
                    () -> {
                      throw new NoSuchFileException("bad.txt");
                    })),
            ImportOptions.NONE,
            Progress.NONE);
    assertTrue(imported.refused().getFirst().message().contains("is not there any more"));
  }

  @Test
  void aFileThatFailsHalfWayIsRefused() throws Exception {
    Imported imported =
        open.importAll(
            List.of(input(() -> failingBehind(text(4)))), ImportOptions.NONE, Progress.NONE);
    assertTrue(imported.refused().getFirst().message().contains("Input/output error"));
  }

  private static InputStream failingBehind(byte[] bytes) {
    InputStream failing =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("Input/output error");
          }
        };
    return new SequenceInputStream(new ByteArrayInputStream(bytes), failing);
  }

  private static byte[] many() {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < 20_000; i++) {
      lines.append(LINE.formatted(4, i));
    }
    return lines.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** Of a size that the case has none of, so that it is read while it is kept. */
  private Imported unlike(Input.Opener opener) throws Exception {
    return open.importAll(
        List.of(new Input("bad.txt", opener, 1L << 40, Instant.EPOCH)),
        ImportOptions.NONE,
        Progress.NONE);
  }

  @Test
  void whatWasIndexedOfALongFileThatFailsGoesWithIt() throws Exception {
    Imported imported = unlike(() -> failingBehind(many()));
    assertTrue(imported.refused().getFirst().message().contains("Input/output error"));
  }

  @Test
  void aPackedFileThatFailsIsNotTakenForADamagedOne() throws Exception {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(many());
    }
    byte[] half = Arrays.copyOf(packed.toByteArray(), packed.size() / 2);
    Imported imported = unlike(() -> failingBehind(half));
    assertTrue(imported.refused().getFirst().message().contains("Input/output error"));
  }

  @Test
  void aFileThatBecomesOneTheCaseHasWhileItIsReadIsUnchanged() throws Exception {
    Imported imported = unlike(() -> new ByteArrayInputStream(text(0)));
    assertEquals(before, imported.unchanged());
    assertEquals(List.of(), imported.added());
  }

  @Test
  void whatIsReadWhileItIsKeptIsWhatIsKept() throws Exception {
    try (CaseFolder other = CaseFolder.create(folder.resolve("other"))) {
      Input same = Input.of("many.txt", many());
      Source added =
          other.importAll(List.of(same), ImportOptions.NONE, Progress.NONE).added().getFirst();
      assertEquals(20_000, added.records());
      assertEquals(many().length, added.bytes());
      try (InputStream kept = other.original(added.sha256())) {
        assertArrayEquals(many(), kept.readAllBytes());
      }
      assertTrue(other.verify(Progress.NONE).whole());
      assertEquals(
          List.of(added),
          other.importAll(List.of(same), ImportOptions.NONE, Progress.NONE).unchanged());
    }
  }

  @Test
  void anUnknownFileIsRefusedWithWhatWasLookedFor() throws Exception {
    Imported imported =
        open.importAll(
            List.of(Input.of("bad.txt", "no log\n".getBytes(StandardCharsets.UTF_8))),
            ImportOptions.NONE,
            Progress.NONE);
    assertTrue(imported.refused().getFirst().message().contains("fly-text"));
  }

  @Test
  void cancellingLeavesNothingBehind() {
    Progress cancel =
        new Progress() {
          private int asked;

          @Override
          public void at(String what, long done, long total) {}

          @Override
          public boolean cancelled() {
            return asked++ > 1;
          }
        };
    assertThrows(
        Progress.Cancelled.class,
        () ->
            open.importAll(
                List.of(dump("a.txt", 2), dump("b.txt", 4), dump("c.txt", 6)),
                ImportOptions.NONE,
                cancel));
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void aFullDiskIsSaid() throws Exception {
    Path large = folder.resolve("large.txt");
    LogGenerator.write(false, 120_000, 3, large);
    open.close();
    // No file may grow past this: the system says so as it does of a full disk.
    ProcessBuilder child = ImportKillTest.child("", Import.class, open.path(), large);
    List<String> command = List.of("bash", "-c", "ulimit -f 2200; exec \"$0\" \"$@\"");
    ArrayList<String> all = new ArrayList<>(command);
    all.addAll(child.command());
    Process process = new ProcessBuilder(all).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(3, process.waitFor(), said);
    assertTrue(said.contains("stays as it was"), said);
    assertTrue(said.contains("free some space"), said);
    open = CaseFolder.open(open.path());
  }

  /** The child of {@link #aFullDiskIsSaid()}. */
  public static final class Import {
    private Import() {}

    /** {@code CASE PATH}. */
    public static void main(String[] args) throws Exception {
      try (CaseFolder open = CaseFolder.open(Path.of(args[0]))) {
        open.importAll(
            ImportKillTest.inputs(List.of(Path.of(args[1]))), ImportOptions.NONE, Progress.NONE);
      } catch (InputProblem e) {
        System.out.println(e.getMessage());
        System.exit(3);
      }
    }
  }

  @Test
  void aFileThatGrewIsImportedAsItWasRead() throws Exception {
    Path growing = folder.resolve("growing.txt");
    Files.write(growing, text(4));
    try (CaseFolder other = CaseFolder.create(folder.resolve("other"))) {
      List<Input> inputs = ImportKillTest.inputs(List.of(growing));
      Files.write(growing, text(6), StandardOpenOption.APPEND);
      other.importAll(inputs, ImportOptions.NONE, Progress.NONE);
      assertEquals(4, other.index().size());
      assertTrue(other.verify(Progress.NONE).whole());
    }
  }

  @Test
  void aPlaceWhereNoCaseCanBeIsSaid() throws Exception {
    Path file = Files.createFile(folder.resolve("file"));
    assertThrows(InputProblem.class, () -> CaseFolder.create(file.resolve("case")));
    assertThrows(InputProblem.class, () -> CaseFolder.create(file));
    assertThrows(InputProblem.class, () -> CaseFolder.create(folder));
    assertThrows(InputProblem.class, () -> CaseFolder.open(folder.resolve("nothing")));
  }

  @Test
  void onlyTheOwnerCanLookInside() throws Exception {
    if (Files.getFileStore(folder).supportsFileAttributeView("posix")) {
      assertEquals(
          "rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(open.path())));
    }
  }
}
