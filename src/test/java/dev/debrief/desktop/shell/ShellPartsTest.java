package dev.debrief.desktop.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.debrief.model.TimeRange;
import dev.debrief.timeline.Arrangement;
import dev.debrief.timeline.LaneKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The parts of the window's frame that need no window. */
class ShellPartsTest {
  private static final TimeRange NIGHT =
      new TimeRange(Instant.parse("2026-02-25T20:00:00Z"), Instant.parse("2026-02-26T07:00:00Z"));

  @Test
  void whatACaseRemembersComesBackWhole() {
    CaseState state =
        new CaseState(
            View.DRAFT,
            Optional.of(NIGHT),
            "message:\"a = b\" # c\nd",
            Map.of("F1", "a drill: no = outage"),
            Set.of("F2", "F3"),
            Arrangement.DEFAULT
                .togglePin("silence:Postgrex Protocol")
                .toggleHidden("source:a = b.log:fly-text")
                .toggleFold(LaneKind.ERROR)
                .withOrder(List.of("machine:b", "machine:a")),
            false,
            1440,
            900);
    assertEquals(state, CaseState.read(state.written()));
    assertEquals(state.written(), CaseState.read(state.written()).written());
  }

  @Test
  void aDamagedMemoryIsAFreshOne() {
    assertEquals(View.TIMELINE, CaseState.read("view=\\u00zz").view());
    assertEquals(Optional.empty(), CaseState.read("from=yesterday\nto=now").zoom());
  }

  @Test
  void aTimeAloneIsTheFirstSuchOfTheLog() {
    assertEquals(
        Optional.of(Instant.parse("2026-02-26T06:05:00Z")),
        WrittenTime.read("6:05", ZoneOffset.UTC, NIGHT));
    assertEquals(
        Optional.of(Instant.parse("2026-02-25T20:30:00Z")),
        WrittenTime.read("2026-02-25 21:30", ZoneId.of("Europe/Berlin"), NIGHT));
    assertEquals(Optional.empty(), WrittenTime.read("25:00", ZoneOffset.UTC, NIGHT));
    assertEquals(Optional.empty(), WrittenTime.read("soon", ZoneOffset.UTC, NIGHT));
  }

  @Test
  void paperIsCutBetweenBlocksAndOnlyWhereABlockIsHigherThanTheSheetInsideOne() {
    assertEquals(
        List.of(
            new PrintedPages.Sheet(0, 90),
            new PrintedPages.Sheet(90, 100),
            new PrintedPages.Sheet(190, 60)),
        PrintedPages.sheets(List.of(40.0, 90.0, 250.0), 100));
    assertEquals(List.of(), PrintedPages.sheets(List.of(), 100));
  }

  @Test
  void everyTextThatTheCodeNamesIsInTheBundle() throws IOException {
    Properties bundle = new Properties();
    try (var in = Files.newBufferedReader(Path.of("resources/i18n/desktop.properties"))) {
      bundle.load(in);
    }
    Pattern named = Pattern.compile("Texts\\.text\\(\\s*\"([a-zA-Z.]+[a-zA-Z])\"");
    Set<String> missing = new TreeSet<>();
    try (Stream<Path> files = Files.walk(Path.of("src/main/java/dev/debrief/desktop"))) {
      for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
        Matcher matcher = named.matcher(Files.readString(file));
        while (matcher.find()) {
          if (!bundle.containsKey(matcher.group(1))) {
            missing.add(matcher.group(1));
          }
        }
      }
    }
    assertTrue(missing.isEmpty(), missing.toString());
  }

  @Test
  void noControlIsGivenWordsThatStandInTheCode() throws IOException {
    Pattern literal =
        Pattern.compile(
            "(?:setText|setPromptText|setAccessibleText|setTitle|new (?:Label|Button|Tab|Text"
                + "|MenuItem|Menu|Tooltip|Hyperlink|CheckBox|ToggleButton|RadioButton|TitledPane))"
                + "\\(\\s*\"([^\"]*[a-z]{2}[^\"]*)\"");
    Set<String> found = new TreeSet<>();
    try (Stream<Path> files = Files.walk(Path.of("src/main/java/dev/debrief/desktop"))) {
      for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
        Matcher matcher = literal.matcher(Files.readString(file));
        while (matcher.find()) {
          found.add(file.getFileName() + ": " + matcher.group(1));
        }
      }
    }
    assertEquals(Set.of(), found);
  }
}
