package dev.debrief.cli;

import static dev.debrief.cli.Calls.call;
import static dev.debrief.cli.Calls.callWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.debrief.cli.Calls.Answer;
import dev.debrief.investigation.UserTemplates;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CommandLineTest {
  private static final String LOG =
      """
      2026-03-01T10:00:00Z app[aabbccdd112233] fra [info]10:00:00.100 [info] GET /
      2026-03-01T10:00:00Z app[aabbccdd112233] fra [info]10:00:00.120 [info] Sent 200 in 20ms
      2026-03-01T10:00:05Z app[aabbccdd112233] fra [info]title \u001b]0;gotcha\u0007 and \u202eturned
      2026-03-01T10:00:06Z app[aabbccdd112233] fra [info] INFO Main child exited normally with code: 1
      """;

  @TempDir private static Path folder;
  private static Path theCase;

  @BeforeAll
  static void importALog() throws IOException {
    Path log = Files.writeString(folder.resolve("fly.log"), LOG);
    theCase = folder.resolve("case");
    Answer answer = call("import", theCase, log);
    assertEquals(0, answer.status(), answer.err());
  }

  @Test
  void importSaysHowEachLineWasAccountedFor() throws IOException {
    Path log = Files.writeString(folder.resolve("again.log"), LOG);
    Answer answer = call("import", folder.resolve("another"), log);
    assertTrue(answer.out().contains("again.log"), answer.out());
    assertTrue(answer.out().contains("fly-text"), answer.out());
    assertEquals("", answer.err());
  }

  @Test
  void whatIsSaidOfManyDumpsIsSaidOnce() throws IOException {
    Path many = Files.createDirectory(folder.resolve("by-the-hour"));
    for (int hour = 10; hour < 18; hour++) {
      StringBuilder log = new StringBuilder();
      for (int i = 0; i < 100; i++) {
        log.append(
            "2026-03-01T%d:%02d:%02dZ app[a1b2] fra [info]ready\n".formatted(hour, i / 60, i % 60));
      }
      Files.writeString(many.resolve("log-" + hour + ".txt"), log);
    }
    List<String> told =
        call("import", folder.resolve("hours"), many)
            .out()
            .lines()
            .filter(line -> line.contains("exactly 100 lines"))
            .toList();
    assertEquals(1, told.size(), told.toString());
    String places = "log-10.txt, log-11.txt, log-12.txt and 5 more of them: exactly";
    assertTrue(told.getFirst().startsWith(places), told.getFirst());
  }

  @Test
  void whatHappenedIsToldAtOnceAndBeforeAllDetail() throws IOException {
    Path log = Files.writeString(folder.resolve("told.log"), LOG);
    Path other = folder.resolve("told");
    String imported = call("import", other, log).out();
    List<String> told = imported.lines().filter(line -> line.startsWith("* ")).toList();
    assertTrue(told.getFirst().startsWith("* One unrequested exit, at "), told.getFirst());
    assertTrue(told.get(1).startsWith("* No outage of a minute or more is in the evidence"));
    assertTrue(told.get(1).endsWith("(told.log:1)"), told.get(1));
    List<String> findings = call("findings", other).out().strip().lines().toList();
    assertEquals(told, findings.subList(0, told.size()));
    assertTrue(findings.get(told.size() + 1).startsWith("F"), findings.toString());
  }

  @Test
  void findingsForAReaderBeginWithTheGravestAndAsJsonStandInOrderOfTime() {
    Path loop = folder.resolve("loop");
    StringBuilder log = new StringBuilder("2026-03-01T09:00:00Z app[a1b2] fra [info]up\n");
    for (int i = 0; i < 20; i++) {
      log.append(
          "2026-03-01T10:%02d:06Z app[a1b2] fra [info] INFO Main child exited normally with code: 1\n"
              .formatted(i));
    }
    assertEquals(0, callWith(log.toString(), "import", loop, "-").status());
    List<String> kinds =
        call("findings", loop)
            .out()
            .lines()
            .filter(line -> line.startsWith("F"))
            .map(line -> line.split(" +")[1])
            .distinct()
            .toList();
    assertTrue(kinds.indexOf("restart_burst") < kinds.indexOf("exit"), kinds.toString());
    String before = "";
    for (JsonNode finding : json(call("findings", loop, "--json"))) {
      String start = finding.get("start").asString();
      assertTrue(before.compareTo(start) <= 0, start);
      before = start;
    }
  }

  @Test
  void theSameFileAgainChangesNothing() {
    Answer answer = call("import", theCase, folder.resolve("fly.log"));
    assertEquals(0, answer.status());
    assertTrue(answer.out().contains("nothing changed"), answer.out());
  }

  @Test
  void aCopyUnderAnotherNameIsToldOf() throws IOException {
    Path one = Files.writeString(folder.resolve("one-of-two.log"), LOG);
    Path copy = Files.writeString(folder.resolve("two-of-two.log"), LOG);
    Path other = folder.resolve("twice");
    String out = call("import", other, one, copy).out();
    assertTrue(
        out.contains("two-of-two.log: in the case already as one-of-two.log; nothing changed"),
        out);
    assertTrue(
        call("import", other, copy).out().startsWith("two-of-two.log: in the case already as one"));
    assertTrue(
        call("import", other, one)
            .out()
            .startsWith("one-of-two.log: in the case already; nothing"));
  }

  @Test
  void standardInputIsImported() {
    Path other = folder.resolve("piped");
    assertEquals(0, callWith(LOG, "import", other, "-").status());
    JsonNode sources = json(call("sources", other, "--json"));
    assertEquals("-", sources.get(0).get("path").asString());
    assertEquals(4, sources.get(0).get("records").asInt());
  }

  @Test
  void jsonIsAllThatStandardOutputHolds() {
    for (List<Object> words :
        List.<List<Object>>of(
            List.of("sources", theCase, "--json"),
            List.of("findings", theCase, "--json"),
            List.of("changes", theCase, "--json"),
            List.of("timeline", theCase, "--json"),
            List.of("search", theCase, "", "--json"),
            List.of("import", theCase, folder.resolve("fly.log"), "--json"))) {
      Answer answer = call(words.toArray());
      assertEquals(0, answer.status(), answer.err());
      assertEquals("", answer.err());
      json(answer);
    }
  }

  @Test
  void aSourcesLinesAddUp() {
    JsonNode source = json(call("sources", theCase, "--json")).get(0);
    long sum =
        source.get("begun").asLong()
            + source.get("continuations").asLong()
            + source.get("duplicate_lines").asLong()
            + source.get("unparsed").asLong()
            + source.get("blank").asLong();
    assertEquals(source.get("lines").asLong(), sum);
  }

  @Test
  void searchFindsAndCounts() {
    JsonNode found = json(call("search", theCase, "exited", "--json"));
    assertEquals(1, found.get("total").asInt());
    assertEquals(4, found.get("records").get(0).get("line").asInt());
    assertEquals("aabbccdd112233", found.get("records").get(0).get("machine").asString());
  }

  @Test
  void aTimeRangeNarrowsTheSearch() {
    Answer answer =
        call(
            "search", theCase, "", "--from", "2026-03-01T10:00:05Z", "--to", "2026-03-01 10:00:06");
    assertEquals(1, answer.out().lines().count(), answer.out());
  }

  @Test
  void aLogCannotDriveTheTerminal() {
    String out = call("search", theCase, "title").out();
    assertTrue(out.contains("\\u202e" + "turned"), out);
    assertFalse(out.contains("\u001b"), out);
    assertFalse(out.contains("\u0007"), out);
    assertFalse(out.contains("\u202e"), out);
  }

  @Test
  void findingsOfOneKindCanBeAskedFor() {
    for (JsonNode finding : json(call("findings", theCase, "--kind", "exit", "--json"))) {
      assertEquals("exit", finding.get("kind").asString());
    }
    assertEquals(Main.WRONG, call("findings", theCase, "--kind", "exits").status());
  }

  @Test
  void aDraftGoesWhereItIsAskedTo() throws IOException {
    Path draft = folder.resolve("draft.md");
    assertEquals(0, call("report", theCase, "--template", "outage", "-o", draft).status());
    assertTrue(Files.readString(draft).startsWith("# "));
    assertEquals(Files.readString(draft), call("report", theCase).out());
  }

  @Test
  void aTemplateFromTheConfigFolderWritesADraftAndABrokenOneIsTold() throws IOException {
    Path templates = Files.createDirectories(folder.resolve("templates"));
    Files.writeString(templates.resolve("mine.md"), "# Ours: {{app}}\n");
    Files.writeString(templates.resolve("broken.md"), "# Ours\n\n{{sentance}}\n");
    System.setProperty(UserTemplates.PROPERTY, templates.toString());
    try {
      Answer mine = call("report", theCase, "--template", "mine");
      assertEquals(0, mine.status(), mine.err());
      assertTrue(mine.out().startsWith("# Ours: "), mine.out());
      Answer broken = call("report", theCase, "--template", "broken");
      assertEquals(Main.WRONG, broken.status());
      assertEquals(1, broken.errorLines());
      assertTrue(broken.err().contains("broken.md:3: there is no name sentance"), broken.err());
      assertTrue(
          call("report", theCase, "--template", "poem").err().contains("resolution, broken, mine"));
    } finally {
      System.clearProperty(UserTemplates.PROPERTY);
    }
  }

  @Test
  void newEvidenceComesIntoTheFileThatWasEditedWhateverWasWrittenElsewhere() throws IOException {
    assertNewEvidenceComes(folder.resolve("mine.md"), folder.resolve("mine.md"));
  }

  @Test
  void newEvidenceComesIntoAFileThatWasMovedToo() throws IOException {
    assertNewEvidenceComes(folder.resolve("here.md"), folder.resolve("moved.md"));
  }

  private static void assertNewEvidenceComes(Path written, Path edited) throws IOException {
    String name = edited.getFileName().toString();
    Path other = folder.resolve("case of " + name);
    Path one = Files.writeString(folder.resolve(name + "-one.log"), LOG);
    assertEquals(0, call("import", other, one).status());
    assertEquals(0, call("report", other, "-o", written).status());
    Files.writeString(written, Files.readString(written) + "\nWritten by hand.\n");
    Files.move(written, edited, StandardCopyOption.REPLACE_EXISTING);
    String later = LOG.replace("T10:00:0", "T11:00:0").replace("aabbccdd112233", "aabbccdd445566");
    Path two = Files.writeString(folder.resolve(name + "-two.log"), later);
    assertEquals(0, call("import", other, two).status());
    Path elsewhere = folder.resolve("elsewhere.md");
    assertEquals(0, call("report", other, "-o", elsewhere).status());
    assertEquals(0, call("report", other, "--merge", "-o", edited).status());
    String merged = Files.readString(edited);
    assertTrue(merged.contains("Written by hand."), merged);
    for (String line : Files.readString(elsewhere).lines().toList()) {
      assertTrue(merged.contains(line), line);
    }
  }

  @Test
  void ofManyFilesTheLastOnesAreHeldAgainstWhatWasWrittenToThem() throws IOException {
    Path other = folder.resolve("many files");
    Path log = Files.writeString(folder.resolve("many-files.log"), LOG);
    assertEquals(0, call("import", other, log).status());
    for (int i = 0; i < 20; i++) {
      Path file = folder.resolve("draft-" + i + ".md");
      assertEquals(0, call("report", other, "-o", file).status());
    }
    Path last = folder.resolve("draft-19.md");
    String draft = Files.readString(last);
    String struck = draft.lines().filter(line -> line.startsWith("- ")).findFirst().orElseThrow();
    Files.writeString(last, draft.replace(struck + "\n", ""));
    assertEquals(0, call("report", other, "--merge", "-o", last).status());
    assertFalse(Files.readString(last).contains(struck + "\n"), struck);
  }

  @Test
  void aDraftLeavesWithItsPictureItsPageAndItsTable() throws IOException {
    Path draft = folder.resolve("whole.md");
    Path html = folder.resolve("whole.html");
    Path csv = folder.resolve("whole.csv");
    Answer answer = call("report", theCase, "-o", draft, "--picture", "--html", html, "--csv", csv);
    assertEquals(0, answer.status(), answer.err());
    assertTrue(Files.readString(draft).contains("whole.svg"));
    assertTrue(Files.readString(folder.resolve("whole.svg")).contains("<svg"));
    assertTrue(Files.size(folder.resolve("whole.png")) > 1000);
    assertTrue(Files.readString(html).contains("<svg"));
    assertTrue(Files.readString(csv).startsWith("time_utc,event,evidence"));
    assertEquals(Main.WRONG, call("report", theCase, "--show", "nonsense").status());
  }

  @Test
  void aCaseCanBeHandedOnAndMadeAnew() {
    Path archive = folder.resolve("handed.debrief.zip");
    Path other = folder.resolve("other");
    assertEquals(0, call("archive", theCase, archive).status());
    assertEquals(0, call("unarchive", archive, other).status());
    assertEquals(0, call("repair", other).status());
    assertEquals(
        call("findings", theCase, "--json").out(), call("findings", other, "--json").out());
  }

  @Test
  void theTimelineIsAPictureOnDemand() throws IOException {
    Path png = folder.resolve("t.png");
    Path svg = folder.resolve("t.svg");
    assertEquals(0, call("timeline", theCase, "--png", png, "--svg", svg).status());
    assertEquals((byte) 0x89, Files.readAllBytes(png)[0]);
    assertTrue(Files.readString(svg).contains("<svg"));
  }

  @Test
  void aReportThatContradictsTheEvidenceIsToldSo() throws IOException {
    Path good = folder.resolve("good.md");
    call("report", theCase, "-o", good);
    assertEquals(0, call("lint", theCase, good).status());
    Path bad =
        Files.writeString(
            folder.resolve("bad.md"),
            "# Outage\n\n~33 hours (Mar 1 10:00 UTC to Mar 1 10:06 UTC)\n");
    Answer answer = call("lint", theCase, bad);
    assertEquals(Main.NO, answer.status(), answer.out());
    assertTrue(answer.out().contains("bad.md:3: contradicted"), answer.out());
    assertEquals(Main.NO, call("lint", theCase, bad, "--json").status());
  }

  @Test
  void aWholeCaseVerifies() {
    Answer answer = call("verify", theCase);
    assertEquals(0, answer.status(), answer.out() + answer.err());
  }

  @Test
  void aCaseHandedOnAndDamagedIsRepaired() throws IOException {
    Path file = folder.resolve("to-damage.debrief");
    Path other = folder.resolve("damaged");
    assertEquals(0, call("archive", theCase, file).status());
    assertEquals(0, call("unarchive", file, other).status());
    Files.writeString(other.resolve("case.db"), "no database");
    assertEquals(Main.NO, call("verify", other).status());
    Answer repaired = call("repair", other);
    assertEquals(0, repaired.status(), repaired.out() + repaired.err());
    assertEquals(0, call("verify", other).status());
  }

  @Test
  void eachLineGetsItsTemplate() throws IOException {
    Path lines = Files.writeString(folder.resolve("lines"), "took 5 ms\ntook 7 ms\nother\n");
    List<String> out = call("templates", lines).out().lines().toList();
    assertEquals(3, out.size());
    assertEquals(out.get(0), out.get(1));
    assertTrue(out.get(0).matches("\\S+\t.*"), out.get(0));
  }

  @Test
  void mistakesAreOneLineAndStatusTwo() {
    for (List<Object> words :
        List.<List<Object>>of(
            List.of("nonsense"),
            List.of("import"),
            List.of("import", folder.resolve("x"), folder.resolve("not-there")),
            List.of("sources", folder.resolve("no-case")),
            List.of("search", theCase, "a AND AND ("),
            List.of("search", theCase, "a", "--from", "yesterday"),
            List.of("search", theCase, "a", "--limit", "-1"),
            List.of("report", theCase, "--template", "poem"),
            List.of("report", theCase, "-o", folder.resolve("not/there.md")),
            List.of("import", theCase, folder.resolve("fly.log"), "--zone", "Mars/Base"),
            List.of("import", theCase, folder.resolve("fly.log"), "--format", "no-format"),
            List.of("collect", ""),
            List.of("templates", folder.resolve("not-there")),
            List.of("collect", "--since", "3h", "Not An App"))) {
      Answer answer = call(words.toArray());
      assertEquals(Main.WRONG, answer.status(), words + answer.err());
      assertEquals(1, answer.errorLines(), answer.err());
      assertTrue(answer.err().startsWith("debrief: ") && answer.err().contains("; "), answer.err());
      assertEquals("", answer.out());
    }
  }

  @Test
  void theRestOfAnErrorIsThereForTheAsking() {
    assertTrue(call("--stacktrace", "sources", folder.resolve("no-case")).errorLines() > 3);
    assertTrue(call("sources", folder.resolve("no-case"), "--stacktrace").errorLines() > 3);
  }

  @Test
  void everyCallExplainsItself() {
    Answer all = call("--help");
    assertEquals(0, all.status());
    String manual = call("manual").out();
    for (CommandLine command : Main.line(Terminal.ofProcess()).getSubcommands().values()) {
      if (command.getCommandSpec().usageMessage().hidden()) {
        continue;
      }
      assertTrue(manual.contains(".SS \"debrief " + command.getCommandName()));
      Answer answer = call(command.getCommandName(), "--help");
      assertEquals(0, answer.status());
      assertTrue(answer.out().startsWith("Usage: debrief " + command.getCommandName()));
      assertTrue(all.out().contains("  " + command.getCommandName()), command.getCommandName());
    }
  }

  @Test
  void theVersionIsThatOfTheBuild() throws IOException {
    String pom = Files.readString(Path.of("pom.xml"));
    assertTrue(
        pom.contains("<version>" + Version.NUMBER + "-SNAPSHOT</version>")
            || pom.contains("<version>" + Version.NUMBER + "</version>"));
    assertEquals("debrief " + Version.NUMBER, call("--version").out().strip());
  }

  private static JsonNode json(Answer answer) {
    return JsonMapper.shared().readTree(answer.out());
  }
}
