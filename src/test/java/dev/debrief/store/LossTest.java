package dev.debrief.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.debrief.model.Annotation;
import dev.debrief.model.Evidence;
import dev.debrief.model.InputProblem;
import dev.debrief.model.LogRecord;
import dev.debrief.model.Progress;
import dev.debrief.model.Source;
import dev.debrief.source.ImportOptions;
import dev.debrief.source.Input;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** What people put into a case and what was imported survive the loss of any one file. */
class LossTest {
  private static final Instant NOON = Instant.parse("2026-02-25T12:00:00Z");
  private static final Evidence LINE = new Evidence("a.txt", 7);

  @TempDir Path folder;
  private Path at;
  private List<Source> sources = List.of();
  private List<LogRecord> records = List.of();
  private List<Annotation> notes = List.of();

  @BeforeEach
  void aCaseWithWordsOfItsAuthors() throws Exception {
    at = make(folder.resolve("case"));
  }

  private Path make(Path where) throws Exception {
    try (CaseFolder open = CaseFolder.create(where)) {
      open.importAll(
          List.of(dump("a.txt", 0), dump("b.txt", 500)), ImportOptions.NONE, Progress.NONE);
      open.annotate(
          new Annotation(
              0, Annotation.Kind.NOTE, NOON, NOON.plusSeconds(9), "schau hier: „ä“\n", null));
      Annotation gone = open.annotate(new Annotation(0, Annotation.Kind.PIN, NOON, null, "", LINE));
      open.annotate(new Annotation(0, Annotation.Kind.PIN, NOON.plusSeconds(3), null, "", LINE));
      open.remove(gone);
      open.put("draft.outage", "# Draft\n\nWith words.");
      sources = open.sources();
      records = records(open);
      notes = open.annotations();
    }
    return where;
  }

  private static Input dump(String name, int from) {
    StringBuilder text = new StringBuilder();
    for (int i = from; i < from + 500; i++) {
      text.append(NOON.plusSeconds(i)).append(" app[17817e62f16438] iad [info]line " + i + "\n");
    }
    return Input.of(name, text.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static List<LogRecord> records(CaseFolder open) throws IOException {
    List<LogRecord> records = new ArrayList<>();
    open.data().records(records::add);
    return records;
  }

  private void isAsItWas(Path where) throws Exception {
    try (CaseFolder open = CaseFolder.open(where)) {
      assertEquals(sources, open.sources());
      assertEquals(records, records(open));
      assertEquals(notes, open.annotations());
      assertEquals("# Draft\n\nWith words.", open.get("draft.outage").orElseThrow());
      assertTrue(open.verify(Progress.NONE).whole());
    }
  }

  private interface Harm {
    void to(Path file) throws IOException;
  }

  private static void noise(Path file, long from) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    byte[] noise = new byte[bytes.length];
    new Random(7).nextBytes(noise);
    System.arraycopy(noise, 0, bytes, (int) from, bytes.length - (int) from);
    Files.write(file, bytes);
  }

  @TestFactory
  Stream<DynamicTest> aDestroyedCaseFileLosesNothing() {
    record Way(String name, Harm harm) {}
    return Stream.of(
            new Way("lost", Files::delete),
            new Way("emptied", file -> Files.write(file, new byte[0])),
            new Way("all noise", file -> noise(file, 0)),
            new Way("noise but for its head", file -> noise(file, 100)),
            new Way("zeros", file -> Files.write(file, new byte[(int) Files.size(file)])),
            new Way(
                "cut", file -> Files.write(file, Arrays.copyOf(Files.readAllBytes(file), 9_000))))
        .flatMap(
            way ->
                Stream.of(true, false)
                    .map(
                        closed ->
                            DynamicTest.dynamicTest(
                                way.name() + (closed ? "" : ", of a case that was killed"),
                                () -> {
                                  Path where =
                                      make(Files.createTempDirectory(folder, "x").resolve("c"));
                                  if (!closed) {
                                    Files.delete(where.resolve("case.db.seal"));
                                  }
                                  way.harm().to(where.resolve("case.db"));
                                  assertFalse(CaseFolder.verify(where, Progress.NONE).whole());
                                  Imported again = CaseFolder.repair(where, Progress.NONE);
                                  assertEquals(List.of(), again.refused());
                                  isAsItWas(where);
                                })));
  }

  @Test
  void anEmptiedCaseFileDoesNotCostTheOriginalsAtOpening() throws Exception {
    Files.write(at.resolve("case.db"), new byte[0]);
    Files.delete(at.resolve("case.db.seal"));
    InputProblem damaged = assertThrows(InputProblem.class, () -> CaseFolder.open(at));
    assertTrue(damaged.getMessage().contains("case.db is empty"), damaged.getMessage());
    CaseFolder.repair(at, Progress.NONE);
    isAsItWas(at);
  }

  @Test
  void aCopyThatIsLostOrDamagedIsMadeAgainAtOpening() throws Exception {
    Path copy = at.resolve("notes.json");
    String whole = Files.readString(copy);
    Files.writeString(copy, whole.replace("With words", "With wards"));
    assertEquals(NotesCopy.Held.NOTHING, new NotesCopy(at).read());
    isAsItWas(at);
    assertEquals(whole, Files.readString(copy));
    Files.delete(copy);
    isAsItWas(at);
    assertEquals(whole, Files.readString(copy));
  }

  @Test
  void aCopyThatCannotBeReadKeepsNobodyFromLooking() throws Exception {
    Path copy = at.resolve("notes.json");
    Files.delete(copy);
    Files.createDirectories(copy.resolve("in the way"));
    try (CaseFolder open = CaseFolder.open(at)) {
      assertEquals(notes, open.annotations());
    }
  }

  @Test
  void aNoteThatOnlyTheDamagedCaseFileHasIsSavedToo() throws Exception {
    Path copy = at.resolve("notes.json");
    byte[] before = Files.readAllBytes(copy);
    try (CaseFolder open = CaseFolder.open(at)) {
      open.annotate(new Annotation(0, Annotation.Kind.NOTE, NOON, null, "the last word", null));
      notes = open.annotations();
    }
    // As a kill between the two leaves it.
    Files.write(copy, before);
    Files.writeString(at.resolve("case.db.seal"), "00000000 1");
    CaseFolder.repair(at, Progress.NONE);
    isAsItWas(at);
  }

  @Test
  void aDamagedOriginalIsKeptAsideAndComesBackWithItsFile() throws Exception {
    Path original;
    try (Stream<Path> files = Files.list(at.resolve("originals"))) {
      original =
          files.filter(file -> file.toString().endsWith(".zst")).sorted().findFirst().orElseThrow();
    }
    noise(original, 40);
    byte[] damaged = Files.readAllBytes(original);
    Imported again = CaseFolder.repair(at, Progress.NONE);
    String kept = "originals/aside/" + original.getFileName();
    assertTrue(
        again.refused().getFirst().message().contains("kept as it is in " + kept),
        again.toString());
    assertArrayEquals(damaged, Files.readAllBytes(at.resolve(kept)));
    assertTrue(CaseFolder.verify(at, Progress.NONE).whole());
    try (CaseFolder open = CaseFolder.open(at)) {
      assertEquals(500, records(open).size());
      open.archive(folder.resolve("case.debrief.zip"), Progress.NONE);
      open.importAll(
          List.of(dump("a.txt", 0), dump("b.txt", 500)), ImportOptions.NONE, Progress.NONE);
      assertEquals(1_000, records(open).size());
      assertTrue(open.verify(Progress.NONE).whole());
    }
    assertArrayEquals(damaged, Files.readAllBytes(at.resolve(kept)));
    CaseFolder.unarchive(folder.resolve("case.debrief.zip"), folder.resolve("out"), Progress.NONE)
        .close();
  }

  @Test
  void theOnlyOriginalDamagedStaysReadAndComesBackWithItsFile() throws Exception {
    Path one = folder.resolve("one");
    try (CaseFolder open = CaseFolder.create(one)) {
      open.importAll(List.of(dump("a.txt", 0)), ImportOptions.NONE, Progress.NONE);
    }
    try (Stream<Path> files = Files.list(one.resolve("originals"))) {
      noise(files.filter(file -> file.toString().endsWith(".zst")).findFirst().orElseThrow(), 40);
    }
    String said = CaseFolder.repair(one, Progress.NONE).refused().getFirst().message();
    assertTrue(said.contains("import the file again"), said);
    try (CaseFolder open = CaseFolder.open(one)) {
      assertEquals(500, records(open).size());
      assertFalse(open.verify(Progress.NONE).whole());
      Imported again = open.importAll(List.of(dump("a.txt", 0)), ImportOptions.NONE, Progress.NONE);
      assertEquals(1, again.unchanged().size());
      assertTrue(open.verify(Progress.NONE).whole(), open.verify(Progress.NONE).toString());
    }
  }

  @Test
  void aReadingAgainThatIsCancelledLeavesTheZoneAsItWas() throws Exception {
    try (CaseFolder open = CaseFolder.open(at)) {
      assertThrows(
          Progress.Cancelled.class,
          () ->
              open.readAgain(
                  sources.getFirst().sha256(),
                  ImportOptions.NONE.withZone(ZoneId.of("Europe/Berlin")),
                  Progress.until(() -> true)));
    }
    try (Database database = Database.look(at.resolve("case.db"))) {
      assertEquals(ImportOptions.NONE, new CaseRows(database).originals().getFirst().options());
    }
  }

  @Test
  void theZoneThatAnInputWasReadAgainWithOutlivesTheCaseFile() throws Exception {
    ImportOptions zoned = ImportOptions.NONE.withZone(ZoneId.of("Europe/Berlin"));
    String sha256 = sources.getFirst().sha256();
    try (CaseFolder open = CaseFolder.open(at)) {
      open.readAgain(sha256, zoned, Progress.NONE);
    }
    Files.delete(at.resolve("case.db"));
    CaseFolder.repair(at, Progress.NONE);
    try (Database database = Database.look(at.resolve("case.db"))) {
      assertEquals(zoned, new CaseRows(database).originals().getFirst().options());
    }
  }
}
