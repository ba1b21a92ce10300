package dev.debrief.cli;

import static dev.debrief.cli.Calls.call;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.debrief.cli.Calls.Answer;
import dev.debrief.model.InputProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each wrong call is answered in one line that says where, what and what to do. */
class WrongCallsTest {
  private static final String LOG =
      """
      2026-03-01T10:00:00Z app[aabbccdd112233] fra [info]GET /
      2026-03-01T10:00:06Z app[aabbccdd112233] fra [info] INFO Main child exited normally with code: 1
      """;

  @TempDir private static Path folder;
  private static Path theCase;
  private static Path log;
  private static Path noise;

  @BeforeAll
  static void importALog() throws IOException {
    log = Files.writeString(folder.resolve("fly.log"), LOG);
    noise = Files.write(folder.resolve("noise"), new byte[] {1, 0, (byte) 0xFE, 3, 0});
    Files.createDirectory(folder.resolve("empty"));
    theCase = folder.resolve("case");
    Answer answer = call("import", theCase, log);
    assertEquals(0, answer.status(), answer.err());
  }

  private record Wrong(String says, Object... call) {}

  @TestFactory
  Stream<DynamicTest> isToldInOneLine() {
    Path no = folder.resolve("no");
    Path deep = folder.resolve("no/deep");
    return Stream.of(
            new Wrong("the path is empty", "sources", ""),
            new Wrong("the path is empty", "import", "", log),
            new Wrong("the path is empty", "import", theCase, ""),
            new Wrong("the path is empty", "timeline", theCase, "--png", ""),
            new Wrong(no + ": there is no such folder; make a case", "findings", no),
            new Wrong(log + ": is a file, and a case is a folder", "findings", log),
            new Wrong("empty: is no case; make a case", "findings", folder.resolve("empty")),
            new Wrong("fly.log: is a file; name a new folder", "import", log, log),
            new Wrong("there is no file in it", "import", no, folder.resolve("empty")),
            new Wrong("it is a case, not dumps", "import", no, theCase),
            new Wrong("-: it is empty; save it again", "import", no, "-"),
            new Wrong("--year 99999: no log was written then", "import", no, log, "--year", 99999),
            new Wrong("--zone '': there is no such zone", "import", no, log, "--zone", ""),
            new Wrong("there is no such folder", "report", theCase, "--templates", no),
            new Wrong(
                "--picture: the draft goes to standard output", "report", theCase, "--picture"),
            new Wrong("--merge: the draft goes to standard output", "report", theCase, "--merge"),
            new Wrong("no UTF-8 text", "report", theCase, "--merge", "-o", noise),
            new Wrong("its folder is not there", "report", theCase, "--html", deep),
            new Wrong("it is a folder", "report", theCase, "-o", folder),
            new Wrong("its folder is not there", "timeline", theCase, "--svg", deep),
            new Wrong(
                "--from 2030-01-01T00:00:00Z: nothing of the timeline lies there; choose within 2026",
                "timeline",
                theCase,
                "--from",
                "2030-01-01",
                "--png",
                folder.resolve("t.png")),
            new Wrong("it is a folder; name a file", "lint", theCase, folder),
            new Wrong("there is no such file", "lint", theCase, no),
            new Wrong("it is no text", "lint", theCase, noise),
            new Wrong(folder + ": it is a folder; name a file", "templates", folder),
            new Wrong("it is a folder", "archive", theCase, folder),
            new Wrong("it is a folder; name a file", "unarchive", folder, no),
            new Wrong("there is no such file", "unarchive", no, deep),
            new Wrong("is no case archive", "unarchive", log, no),
            new Wrong("its folder is not there", "open", theCase, "--screenshot", deep),
            new Wrong("it is a folder", "open", theCase, "--screenshot", folder),
            new Wrong(
                "--scale 9.0: no picture is that sharp",
                "open",
                theCase,
                "--screenshot",
                folder.resolve("s.png"),
                "--scale",
                9),
            new Wrong("that is no time", "collect", "app", "--since", "99999999999999999999h"),
            new Wrong("--patience 0", "collect", "app", "--patience", 0))
        .map(wrong -> DynamicTest.dynamicTest(wrong.says(), () -> isTold(wrong)));
  }

  private static void isTold(Wrong wrong) {
    Answer answer = call(wrong.call());
    assertEquals(Main.WRONG, answer.status(), answer.err());
    assertEquals(1, answer.errorLines(), answer.err());
    assertTrue(answer.err().contains(wrong.says()), answer.err());
    assertTrue(answer.err().matches("debrief: [^;]+; .+\n"), answer.err());
    assertEquals("", answer.out());
    assertFalse(Files.exists(folder.resolve("no")), "nothing is made by a wrong call");
  }

  @Test
  void anArchiveThatCanBeUnpackedNowhereIsToldByItsPlace() {
    Path archive = folder.resolve("whole.debrief.zip");
    assertEquals(0, call("archive", theCase, archive).status());
    Answer answer = call("unarchive", archive, log.resolve("under"));
    assertEquals(Main.WRONG, answer.status());
    assertTrue(answer.err().contains("under: no case can be made there"), answer.err());
    assertEquals(1, answer.errorLines(), answer.err());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-02-25T22:00+01:00",
        "2026-02-25T22:00+0100",
        "2026-02-25 22:00:00.000+01",
        "2026-02-25T21:00Z",
        "2026-02-25t21:00z",
        "2026-02-25 21:00"
      })
  void aTimeIsReadWithAnyUsualOffset(String text) throws InputProblem {
    assertEquals(Instant.parse("2026-02-25T21:00:00Z"), Times.instant(text, "--from"));
  }

  @Test
  void aFileAloneIsOpenedAsAFileManagerHandsItOver() {
    Answer answer = call(folder.resolve("case"));
    assertEquals(Main.WRONG, answer.status());
    assertTrue(answer.err().contains("there is no display"), answer.err());
    String wrong = call("nonsense").err();
    assertTrue(wrong.contains("nonsense: there is no such command; see debrief --help"), wrong);
    assertTrue(call("import", theCase, noise, "--year", "x").err().contains("is no whole number"));
  }

  @Test
  void aFailedImportLeavesNoCaseBehindThatWasNotThere() {
    Path made = folder.resolve("made");
    assertEquals(Main.WRONG, call("import", made, folder.resolve("gone.log")).status());
    assertFalse(Files.exists(made));
    assertEquals(Main.WRONG, call("import", made, noise).status());
    assertFalse(Files.exists(made));
    assertEquals(Main.WRONG, call("import", theCase, noise).status());
    assertEquals(0, call("verify", theCase).status());
  }

  @Test
  void aCaseMadeAmongTheDumpsIsNotImportedIntoItself() throws IOException {
    Path dumps = Files.createDirectory(folder.resolve("dumps"));
    Files.writeString(dumps.resolve("fly.log"), LOG);
    Path among = dumps.resolve("case");
    for (int i = 0; i < 2; i++) {
      Answer answer = call("import", among, dumps);
      assertEquals(0, answer.status(), answer.err());
      assertEquals("", answer.err());
    }
    assertEquals(2, call("sources", among).out().lines().count());
  }

  @Test
  void aRemedyIsSetApartFromWhatItMends() throws IOException {
    Path hundred = folder.resolve("hundred.log");
    Files.writeString(hundred, LOG.lines().findFirst().orElseThrow().concat("\n").repeat(100));
    String out = call("import", folder.resolve("hundred"), hundred).out();
    assertTrue(out.contains("what came before is not here; the log search"), out);
  }
}
