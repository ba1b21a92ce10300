package dev.debrief.desktop.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.debrief.desktop.draft.DraftView.Export;
import dev.debrief.desktop.settings.Settings;
import dev.debrief.desktop.text.Texts;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is written where the user says, what can't be, and what the settings do by keys alone. */
class AskedForTest extends CrashInWindow {
  @BeforeEach
  void nothingTold() {
    window.run(() -> bench().notice().set(Optional.empty()));
    window.files.answers.clear();
  }

  @ParameterizedTest
  @EnumSource(
      value = Export.class,
      names = {"MARKDOWN", "HTML", "CSV", "PICTURE"})
  void anExportReplacesWhatWasThereAndSaysWhere(Export kind) throws Exception {
    draft();
    Path file = Files.writeString(folder.resolve("report." + kind), "of yesterday");
    Notice told = export(kind, file);
    assertEquals(Texts.text("export.done", file), told.text());
    assertTrue(Files.size(file) > 200, "it is " + Files.size(file) + " bytes");
  }

  @ParameterizedTest
  @EnumSource(
      value = Export.class,
      names = {"MARKDOWN", "HTML", "CSV", "PICTURE"})
  void anExportToWhereNothingCanBeWrittenSaysWhyAndWhatToDo(Export kind) throws Exception {
    draft();
    String missing = export(kind, folder.resolve("no-such-folder").resolve("report.md")).text();
    assertTrue(missing.contains("its folder is not there"), missing);
    assertTrue(missing.contains("name a file in a folder you may write to"), missing);
    String taken = export(kind, Files.createDirectories(folder.resolve("a-folder"))).text();
    assertTrue(taken.contains("it is a folder"), taken);
    assertFalse(missing.contains("disk") || taken.contains("disk"), "the disk is well");
  }

  @Test
  void anExportIntoTheCaseItselfIsRefusedAndTheCaseIsWhole() throws Exception {
    draft();
    Path db = theCase().resolve("case.db");
    String told = export(Export.MARKDOWN, db).text();
    assertTrue(told.contains(Texts.text("export.inside")), told);
    assertTrue(isDatabase(db));
  }

  @Test
  void anExportThatIsCancelledLeavesEverythingAsItWas() throws Exception {
    draft();
    TreeMap<String, Long> before = files();
    window.run(() -> bench().actions().export(Export.MARKDOWN, window.window.shell()));
    window.run(bench().actions()::askArchive);
    window.run(bench().actions()::askImport);
    window.run(bench().actions()::openArchive);
    window.run(bench().actions()::openCase);
    window.idle();
    assertEquals(Optional.empty(), window.get(() -> bench().notice().get()));
    assertEquals(before, files());
    assertTrue(window.get(() -> bench().current().get().isPresent()));
  }

  @Test
  void anArchiveThatCannotBeWrittenSaysWhyAndLeavesNothingBehind() throws Exception {
    Path nowhere = folder.resolve("no-such-folder").resolve("shop.debrief.zip");
    String missing = archive(nowhere).text();
    assertTrue(missing.contains("the folder is not there"), missing);
    Path full = Files.createDirectories(folder.resolve("full.debrief.zip"));
    Files.writeString(full.resolve("something"), "of mine");
    String taken = archive(full).text();
    assertTrue(taken.contains("it is a folder"), taken);
    assertEquals("of mine", Files.readString(full.resolve("something")));
    String inside = archive(theCase().resolve("case.db")).text();
    assertTrue(inside.contains("it lies in the case itself"), inside);
    assertTrue(isDatabase(theCase().resolve("case.db")));
    try (Stream<Path> left = Files.walk(folder)) {
      assertEquals(
          0, left.filter(path -> path.toString().endsWith(".part")).count(), "parts are left");
    }
  }

  @Test
  void anArchiveReplacesTheOneOfYesterday() throws Exception {
    Path zip = Files.writeString(folder.resolve("old.debrief.zip"), "of yesterday");
    assertEquals(Texts.text("archive.done", zip), archive(zip).text());
    assertTrue(Files.size(zip) > 1000);
  }

  @Test
  void anArchiveIsNotUnpackedOverWhatIsThere() throws Exception {
    Path zip = folder.resolve("whole.debrief.zip");
    archive(zip);
    Path theCase = theCase();
    Path taken = Files.createDirectories(folder.resolve("taken"));
    Files.writeString(taken.resolve("something"), "of mine");
    window.run(() -> bench().notice().set(Optional.empty()));
    window.files.answers.add(zip);
    window.files.answers.add(taken);
    window.run(bench().actions()::openArchive);
    String told = told().text();
    assertTrue(told.contains("taken"), told);
    assertEquals("of mine", Files.readString(taken.resolve("something")));
    window.run(() -> bench().actions().open(theCase));
    window.until(() -> bench().current().get().isPresent());
    window.idle();
  }

  @Test
  void settingsAreChangedByKeysAlone() throws Exception {
    window.go(View.SETTINGS);
    window.styled();
    focus("#scale");
    window.robot.type(KeyCode.RIGHT);
    window.until(() -> window.settings.scale().get() == 125);
    focus("#scale");
    window.robot.type(KeyCode.LEFT);
    window.until(() -> window.settings.scale().get() == 100);
    focus("#zone");
    window.robot.write("berl");
    window.until(() -> window.settings.zone().get().getId().equals("Europe/Berlin"));
    CheckBox first = (CheckBox) window.get(() -> window.node("#redaction").lookup(".check-box"));
    boolean on = window.get(first::isSelected);
    window.run(first::requestFocus);
    window.until(first::isFocused);
    window.robot.type(KeyCode.SPACE);
    window.until(() -> first.isSelected() != on);
    window.robot.type(KeyCode.SPACE);
    window.until(() -> first.isSelected() == on);
  }

  @Test
  void aZoneIsFoundByItsCityOrItsRegion() throws Exception {
    window.go(View.SETTINGS);
    window.styled();
    ComboBox<?> zone = (ComboBox<?>) window.node("#zone");
    focus("#zone");
    window.robot.write("newy");
    window.until(() -> "America/New_York".equals(zone.getValue()));
    focus("#theme");
    focus("#zone");
    window.robot.write("utc");
    window.until(() -> String.valueOf(zone.getValue()).endsWith("UTC"));
  }

  @Test
  void settingsThatCannotBeKeptHoldAndSaySoOnce() throws Exception {
    Path file = Files.writeString(folder.resolve("no-folder"), "").resolve("settings.properties");
    Settings settings = Settings.in(file);
    settings.theme().set(Settings.Theme.DARK);
    assertEquals(Settings.Theme.DARK, settings.theme().get());
    Notice told = Notice.of(settings.trouble().get().orElseThrow());
    assertTrue(told.text().contains("settings.properties"), told.text());
    assertTrue(told.text().contains("until the program ends"), told.text());
    var first = settings.trouble().get();
    settings.opened(folder.resolve("a-case"));
    assertEquals(first, settings.trouble().get());
    Files.delete(folder.resolve("no-folder"));
    settings.scale().set(150);
    assertEquals(Optional.empty(), settings.trouble().get());
    assertTrue(Files.readString(file).contains("scale=150"));
  }

  private void draft() throws Exception {
    window.go(View.DRAFT);
    window.until(() -> bench().draft().written().get());
    window.idle();
  }

  private Notice export(Export kind, Path to) throws Exception {
    window.run(() -> bench().notice().set(Optional.empty()));
    window.files.answers.add(to);
    window.run(() -> bench().actions().export(kind, window.window.shell()));
    return told();
  }

  private Notice archive(Path to) throws Exception {
    window.run(() -> bench().notice().set(Optional.empty()));
    window.files.answers.add(to);
    window.run(bench().actions()::askArchive);
    return told();
  }

  private Notice told() throws Exception {
    window.until(() -> bench().notice().get().isPresent());
    window.idle();
    return window.get(() -> bench().notice().get().orElseThrow());
  }

  private Path theCase() {
    return window.get(() -> bench().current().get().orElseThrow().path());
  }

  private void focus(String query) throws Exception {
    Node node = window.node(query);
    window.run(node::requestFocus);
    window.until(node::isFocused);
  }

  private static boolean isDatabase(Path file) throws Exception {
    try (InputStream in = Files.newInputStream(file)) {
      return new String(in.readNBytes(15), StandardCharsets.US_ASCII).equals("SQLite format 3");
    }
  }

  /** What lies beside the case: in it, the window keeps how it looks. */
  private TreeMap<String, Long> files() throws Exception {
    TreeMap<String, Long> all = new TreeMap<>();
    Path theCase = theCase();
    try (Stream<Path> walk = Files.walk(folder)) {
      for (Path path :
          walk.filter(one -> !one.startsWith(theCase)).filter(Files::isRegularFile).toList()) {
        all.put(path.toString(), Files.size(path));
      }
    }
    return all;
  }
}
