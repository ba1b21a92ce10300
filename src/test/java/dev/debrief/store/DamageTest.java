package dev.debrief.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.debrief.model.Annotation;
import dev.debrief.model.Conclusions;
import dev.debrief.model.InputProblem;
import dev.debrief.model.LogRecord;
import dev.debrief.model.Progress;
import dev.debrief.model.Source;
import dev.debrief.source.ImportOptions;
import dev.debrief.source.Input;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class DamageTest {
  private static final Instant NOON = Instant.parse("2026-02-25T12:00:00Z");

  @TempDir Path folder;
  private Path at;
  private List<Source> sources = List.of();
  private List<LogRecord> records = List.of();

  @BeforeEach
  void aCaseOfTwoDumpsAndANote() throws Exception {
    at = folder.resolve("case");
    try (CaseFolder open = CaseFolder.create(at)) {
      open.importAll(
          List.of(dump("a.txt", 0, 900), dump("b.txt", 600, 1500)),
          ImportOptions.NONE,
          Progress.NONE);
      open.annotate(new Annotation(0, Annotation.Kind.NOTE, NOON, null, "look here", null));
      open.put("draft", "# Draft");
      sources = open.sources();
      records = records(open);
      assertEquals(1500, records.size());
    }
  }

  private static Input dump(String name, int from, int to) {
    StringBuilder text = new StringBuilder();
    for (int i = from; i < to; i++) {
      text.append(NOON.plusSeconds(i / 10))
          .append(" app[17817e62f16438] iad [info]line " + i + "\n");
    }
    return Input.of(name, text.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static List<LogRecord> records(CaseFolder open) throws IOException {
    List<LogRecord> records = new ArrayList<>();
    open.data().records(records::add);
    return records;
  }

  private void damage(Path file, long from) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    for (long i = from; i < Math.min(bytes.length, from + 64); i++) {
      bytes[(int) i] ^= 0x5A;
    }
    Files.write(file, bytes);
  }

  private Path largest(String sub, String suffix) throws IOException {
    try (var files = Files.list(at.resolve(sub))) {
      return files
          .filter(file -> file.toString().endsWith(suffix))
          .max((a, b) -> Long.compare(a.toFile().length(), b.toFile().length()))
          .orElseThrow();
    }
  }

  private void rebuiltAsItWas() throws Exception {
    Verification found = CaseFolder.verify(at, Progress.NONE);
    assertFalse(found.whole());
    assertEquals(List.of(), CaseFolder.repair(at, Progress.NONE).refused());
    assertTrue(CaseFolder.verify(at, Progress.NONE).whole());
    try (CaseFolder open = CaseFolder.open(at)) {
      assertEquals(sources, open.sources());
      assertEquals(records, records(open));
      assertEquals("look here", open.annotations().getFirst().text());
      assertEquals("# Draft", open.get("draft").orElseThrow());
    }
  }

  @Test
  void aWholeCaseVerifies() throws Exception {
    assertEquals(List.of(), CaseFolder.verify(at, Progress.NONE).faults());
  }

  @Test
  void aDamagedIndexIsFoundAndRebuilt() throws Exception {
    damage(largest("index", ".pos"), 100);
    rebuiltAsItWas();
  }

  @Test
  void aBitInTheIndexsTermsIsFoundBeforeAnyTermIsRead() throws Exception {
    for (String terms : List.of(".tim", ".tip")) {
      Path file = largest("index", terms);
      byte[] whole = Files.readAllBytes(file);
      for (int i = 40; i < whole.length; i += Math.max(1, whole.length / 40)) {
        byte[] harmed = whole.clone();
        harmed[i] ^= 16;
        Files.write(file, harmed);
        InputProblem found = assertThrows(InputProblem.class, () -> CaseFolder.open(at));
        assertTrue(found.remedy().contains("repair"), found.remedy());
      }
      Files.write(file, whole);
    }
    assertTrue(CaseFolder.verify(at, Progress.NONE).whole());
  }

  @Test
  void aLostIndexIsFoundAndRebuilt() throws Exception {
    Folders.delete(at.resolve("index"));
    rebuiltAsItWas();
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void aCaseThatDoesNotOpenHoldsNoFileOfIt() throws Exception {
    damage(largest("index", ".pos"), 100);
    assertThrows(InputProblem.class, () -> CaseFolder.open(at));
    assertEquals(List.of(), held());
    Folders.delete(at.resolve("index"));
    assertThrows(InputProblem.class, () -> CaseFolder.open(at));
    assertEquals(List.of(), held());
    List<Path> ledgers;
    try (Stream<Path> files = Files.list(at.resolve("records"))) {
      ledgers = files.sorted().toList();
    }
    for (Path ledger : ledgers) {
      byte[] whole = Files.readAllBytes(ledger);
      damage(ledger, whole.length - 20);
      assertThrows(InputProblem.class, () -> CaseFolder.open(at));
      assertEquals(List.of(), held());
      Files.write(ledger, whole);
    }
  }

  /** The case's files that this process has mapped or open. */
  private List<String> held() throws IOException {
    List<String> held = new ArrayList<>();
    for (String line : Files.readAllLines(Path.of("/proc/self/maps"))) {
      if (line.contains(at.toString())) {
        held.add(line);
      }
    }
    try (Stream<Path> open = Files.list(Path.of("/proc/self/fd"))) {
      for (Path file : open.toList()) {
        try {
          String leads = Files.readSymbolicLink(file).toString();
          if (leads.contains(at.toString())) {
            held.add(leads);
          }
        } catch (NoSuchFileException closedMeanwhile) {
          // Another thread's.
        }
      }
    }
    return held;
  }

  @Test
  void whatIsDamagedIsNotSaidToBeWhole() throws Exception {
    damage(largest("originals", ".zst"), 40);
    Verification found = CaseFolder.verify(at, Progress.NONE);
    assertEquals(1, found.faults().size());
    assertTrue(found.checked().stream().noneMatch(said -> said.startsWith("originals")));
    assertTrue(found.checked().contains("case.db: sound"));
  }

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void anArchiveCanBeReadByItsOwnerAlone() throws Exception {
    Path zip = folder.resolve("whole.debrief.zip");
    try (CaseFolder open = CaseFolder.open(at)) {
      open.archive(zip, Progress.NONE);
    }
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(zip)));
  }

  /** It would be refused for its files before it is for what it lacks. */
  @Test
  void anArchiveMayHoldAsManyOriginalsAsAnImportTakes() throws Exception {
    Path zip = folder.resolve("many.zip");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
      for (int i = 0; i <= 10_000; i++) {
        out.putNextEntry(new ZipEntry("originals/" + "%064x".formatted(i) + ".zst"));
        out.putNextEntry(new ZipEntry("originals/" + "%064x".formatted(i) + ".json"));
      }
    }
    InputProblem lacking =
        assertThrows(
            InputProblem.class, () -> CaseArchive.read(zip, folder.resolve("many"), Progress.NONE));
    assertEquals("holds no case", lacking.what());
  }

  @Test
  void damagedRecordsAreFoundAndRebuilt() throws Exception {
    damage(largest("records", ".records"), 200);
    rebuiltAsItWas();
  }

  @Test
  void aDamagedCaseFileIsFoundAndRebuilt() throws Exception {
    damage(at.resolve("case.db"), 20);
    Verification found = CaseFolder.verify(at, Progress.NONE);
    assertFalse(found.whole());
    assertEquals(List.of(), CaseFolder.repair(at, Progress.NONE).refused());
    try (CaseFolder open = CaseFolder.open(at)) {
      assertEquals(sources, open.sources());
      assertEquals(records, records(open));
    }
  }

  @Test
  void aDamagedOriginalIsNamed() throws Exception {
    damage(largest("originals", ".zst"), 60);
    Verification found = CaseFolder.verify(at, Progress.NONE);
    assertTrue(found.faults().getFirst().startsWith("the original of "), found.toString());
    Imported rebuilt = CaseFolder.repair(at, Progress.NONE);
    assertEquals(1, rebuilt.refused().size());
    assertTrue(CaseFolder.verify(at, Progress.NONE).whole());
  }

  @Test
  void anArchivedCaseComesBackAsItWas() throws Exception {
    Path zip = folder.resolve("case.zip");
    try (CaseFolder open = CaseFolder.open(at)) {
      open.archive(zip, Progress.NONE);
    }
    try (CaseFolder open = CaseFolder.unarchive(zip, folder.resolve("elsewhere"), Progress.NONE)) {
      assertEquals(sources, open.sources());
      assertEquals(records, records(open));
      assertEquals("# Draft", open.get("draft").orElseThrow());
      assertTrue(open.verify(Progress.NONE).whole());
    }
  }

  @Test
  void anArchiveWithAPathOutsideIsRefused() throws Exception {
    Path zip = folder.resolve("evil.zip");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
      out.putNextEntry(new ZipEntry("../evil"));
      out.write(1);
    }
    assertThrows(
        InputProblem.class,
        () -> CaseFolder.unarchive(zip, folder.resolve("elsewhere"), Progress.NONE));
    assertFalse(Files.exists(folder.resolve("evil")));
  }

  @Test
  void anArchiveThatUnpacksToFarTooMuchIsRefused() throws Exception {
    Path zip = folder.resolve("bomb.zip");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
      out.putNextEntry(new ZipEntry("case.db"));
      for (int i = 0; i < 100; i++) {
        out.write(new byte[1 << 20]);
      }
    }
    assertThrows(
        InputProblem.class,
        () -> CaseFolder.unarchive(zip, folder.resolve("elsewhere"), Progress.NONE));
  }

  @Test
  void aLostCaseFileIsFoundAndRebuilt() throws Exception {
    Files.delete(at.resolve("case.db"));
    InputProblem lost = assertThrows(InputProblem.class, () -> CaseFolder.openOrCreate(at));
    assertTrue(lost.remedy().contains("debrief repair"), lost.remedy());
    assertFalse(CaseFolder.verify(at, Progress.NONE).whole());
    assertEquals(List.of(), CaseFolder.repair(at, Progress.NONE).refused());
    try (CaseFolder open = CaseFolder.open(at)) {
      assertEquals(sources, open.sources());
      assertEquals(records, records(open));
    }
  }

  @Test
  void aBitThatTurnedOverInTheCaseFileIsFoundAtOpening() throws Exception {
    Path file = at.resolve("case.db");
    byte[] bytes = Files.readAllBytes(file);
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    // SQLite reads what came of it as if it had been written.
    bytes[text.indexOf("look here")] = 'b';
    Files.write(file, bytes);
    InputProblem damaged = assertThrows(InputProblem.class, () -> CaseFolder.open(at));
    assertTrue(damaged.getMessage().contains("case.db is damaged"), damaged.getMessage());
    assertFalse(CaseFolder.verify(at, Progress.NONE).whole());
  }

  @Test
  void aSealThatALostPowerLeftEmptyKeepsNobodyOut() throws Exception {
    Files.write(at.resolve("case.db.seal"), new byte[0]);
    try (CaseFolder open = CaseFolder.open(at)) {
      assertEquals(records, records(open));
      open.put("draft.outage", "# Draft");
    }
    assertTrue(Files.size(at.resolve("case.db.seal")) > 0);
    assertTrue(CaseFolder.verify(at, Progress.NONE).whole());
  }

  @Test
  void aCaseThatCanOnlyBeLookedAtAnswersAndIsNotTouched() throws Exception {
    Map<Path, FileTime> before = times();
    try (CaseFolder open = CaseFolder.look(at);
        CaseFolder another = CaseFolder.look(copyOfCase())) {
      assertTrue(open.readOnly());
      assertEquals(sources, open.sources());
      assertEquals(records, records(open));
      assertEquals("look here", open.annotations().getFirst().text());
      assertTrue(open.verify(Progress.NONE).whole());
      open.conclude(Conclusions.NONE);
      assertThrows(ReadOnlyCase.class, () -> open.put("draft", "# Other"));
      assertThrows(ReadOnlyCase.class, () -> open.remove(open.annotations().getFirst()));
      InputProblem refused =
          assertThrows(
              InputProblem.class,
              () ->
                  open.importAll(List.of(dump("c.txt", 0, 10)), ImportOptions.NONE, Progress.NONE));
      assertTrue(refused.remedy().contains("where you may write"), refused.remedy());
      assertThrows(InputProblem.class, () -> open.repair(Progress.NONE));
      open.archive(folder.resolve("from-afar.debrief.zip"), Progress.NONE);
      assertEquals(sources, another.sources());
    }
    assertEquals(before, times());
  }

  @Test
  void whoLooksKeepsAwayWhoWouldWrite() throws Exception {
    try (CaseFolder open = CaseFolder.look(at)) {
      assertTrue(open.readOnly());
      InputProblem taken = assertThrows(InputProblem.class, () -> CaseFolder.open(at));
      assertTrue(taken.getMessage().contains("open in another process"));
    }
    try (CaseFolder open = CaseFolder.open(at)) {
      assertFalse(open.readOnly());
      assertThrows(InputProblem.class, () -> CaseFolder.look(at));
    }
  }

  private Path copyOfCase() throws IOException {
    Path copy = folder.resolve("copy");
    Folders.copy(at, copy);
    Files.delete(copy.resolve("lock"));
    return copy;
  }

  private Map<Path, FileTime> times() throws IOException {
    Map<Path, FileTime> times = new TreeMap<>();
    try (var files = Files.walk(at)) {
      for (Path file : files.toList()) {
        times.put(file, Files.getLastModifiedTime(file));
      }
    }
    return times;
  }

  @Test
  void anOlderCaseIsBroughtUpToDateWithABackup() throws Exception {
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + at.resolve("case.db"));
        var statement = connection.createStatement()) {
      statement.execute("DROP INDEX fact_meaning");
      statement.execute("PRAGMA user_version = 1");
    }
    Files.delete(at.resolve("case.db.seal"));
    try (CaseFolder open = CaseFolder.open(at)) {
      assertEquals(sources, open.sources());
      assertTrue(open.verify(Progress.NONE).whole());
    }
    assertTrue(Files.exists(at.resolve("case.db.v1.bak")));
  }

  @Test
  void aCaseOfANewerVersionIsLeftAlone() throws Exception {
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + at.resolve("case.db"));
        var statement = connection.createStatement()) {
      statement.execute("PRAGMA user_version = 99");
    }
    Files.delete(at.resolve("case.db.seal"));
    InputProblem problem = assertThrows(InputProblem.class, () -> CaseFolder.open(at));
    assertTrue(problem.getMessage().contains("newer"));
  }

  @Test
  void anArchiveThatEndsTooSoonIsRefusedAndLeavesNothing() throws Exception {
    Path archive = folder.resolve("case.debrief.zip");
    try (CaseFolder open = CaseFolder.open(at)) {
      open.archive(archive, Progress.NONE);
    }
    byte[] whole = Files.readAllBytes(archive);
    ByteBuffer zip = ByteBuffer.wrap(Files.readAllBytes(archive)).order(ByteOrder.LITTLE_ENDIAN);
    int directory = zip.getInt(zip.capacity() - 22 + 16);
    zip.putInt(directory + 20, zip.getInt(directory + 20) / 2);
    Files.write(archive, zip.array());
    Path out = folder.resolve("out");
    InputProblem refused =
        assertThrows(
            InputProblem.class, () -> CaseFolder.unarchive(archive, out, Progress.NONE).close());
    assertTrue(
        refused.getMessage().contains("a damaged case archive"),
        String.valueOf(refused.getMessage()));
    assertFalse(Files.exists(out));
  }

  @Test
  void anOriginalWhoseDescriptionIsDamagedStaysInTheCaseUnderAnotherName() throws Exception {
    Files.delete(at.resolve("case.db"));
    Files.writeString(largest("originals", ".json"), "{\"number\":1,\"o");
    assertEquals(List.of(), CaseFolder.repair(at, Progress.NONE).refused());
    try (CaseFolder open = CaseFolder.open(at)) {
      assertEquals(records.size(), records(open).size());
      assertTrue(open.sources().stream().anyMatch(source -> source.path().startsWith("original-")));
    }
  }
}
