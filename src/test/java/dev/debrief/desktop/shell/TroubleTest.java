package dev.debrief.desktop.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.debrief.desktop.text.Texts;
import dev.debrief.store.CaseFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What goes wrong is told with what to do, and the window goes on. */
class TroubleTest extends DumpsBesideWindow {
  @BeforeEach
  void nothingOpen() throws Exception {
    window.run(
        () -> {
          bench().actions().close();
          bench().notice().set(Optional.empty());
        });
    window.idle();
  }

  @Test
  void aFileThatIsNoLogIsRefusedByNameAndTheRestComesIn() throws Exception {
    Path mixed = Files.createDirectories(folder.resolve("mixed"));
    Files.copy(logs.resolve("fly-logs.txt"), mixed.resolve("fly-logs.txt"));
    byte[] picture = new byte[4096];
    new java.util.Random(7).nextBytes(picture);
    Files.write(mixed.resolve("holiday.jpg"), picture);
    window.run(() -> Drop.on(window.window.shell(), List.of(mixed.toFile())));
    window.until(() -> !bench().session().sources().isEmpty());
    window.idle();
    assertTrue(
        bench().session().sources().stream()
            .anyMatch(source -> source.path().endsWith("fly-logs.txt")));
    String told = told();
    boolean accounted =
        bench().session().sources().stream()
            .anyMatch(
                source ->
                    source.path().endsWith("holiday.jpg") && source.unparsed() > 0
                        || !source.notes().isEmpty());
    assertTrue(told.contains("holiday.jpg") || accounted, told);
  }

  @Test
  void aCaseThatIsGoneIsSaidSoAndTheStartShows() throws Exception {
    Path gone = folder.resolve("gone");
    window.run(() -> bench().actions().open(gone));
    String told = grave();
    assertTrue(told.contains("gone"), told);
    assertEquals(View.START, window.get(() -> bench().view().get()));
  }

  @Test
  void anOpeningThatIsCancelledLeavesNothingOpenAndNothingLocked() throws Exception {
    Path one = folder.resolve("one");
    Path two = folder.resolve("two");
    CaseFolder.create(one).close();
    CaseFolder.create(two).close();
    window.run(() -> bench().actions().open(one));
    window.until(() -> bench().current().get().isPresent());
    window.idle();
    var busy = new java.util.concurrent.CountDownLatch(1);
    window.run(
        () -> {
          bench()
              .work()
              .start(
                  "busy",
                  progress -> {
                    busy.await();
                    return one;
                  },
                  done -> {});
          bench().actions().open(two);
          bench().work().running().getLast().cancel();
        });
    assertEquals(View.START, window.get(() -> bench().view().get()));
    assertTrue(window.get(() -> bench().current().get().isEmpty()));
    busy.countDown();
    window.idle();
    for (Path again : List.of(one, two)) {
      window.run(() -> bench().actions().open(again));
      window.until(
          () -> bench().current().get().filter(open -> open.path().equals(again)).isPresent());
      window.idle();
    }
  }

  @Test
  void aCaseThatAnotherProcessHasOpenSaysSo() throws Exception {
    Path held = folder.resolve("held");
    try (CaseFolder other = CaseFolder.create(held)) {
      assertTrue(other.sources().isEmpty());
      window.run(() -> bench().actions().open(held));
      window.idle();
      Optional<Notice> notice = window.get(() -> bench().notice().get());
      assertTrue(notice.isPresent(), "nothing is told");
      assertTrue(notice.get().text().contains("open"), notice.get().text());
    }
  }

  @Test
  void aBrokenArchiveIsNamedAndLeavesNoHalfCase() throws Exception {
    Path zip = folder.resolve("broken.debrief.zip");
    Files.writeString(zip, "PK but no archive");
    Path to = folder.resolve("from-broken");
    window.files.answers.add(to);
    window.run(() -> Drop.on(window.window.shell(), List.of(zip.toFile())));
    String told = grave();
    assertTrue(told.contains("broken.debrief.zip"), told);
    assertFalse(CasePaths.isCase(to));
  }

  @Test
  void aCaseOfANewerVersionSaysWhichProgramItNeeds() throws Exception {
    Path newer = folder.resolve("newer");
    CaseFolder.create(newer).close();
    try (Stream<Path> seals = Files.list(newer)) {
      for (Path seal : seals.filter(path -> path.toString().endsWith(".seal")).toList()) {
        Files.delete(seal);
      }
    }
    try (Connection file = DriverManager.getConnection("jdbc:sqlite:" + newer.resolve("case.db"));
        Statement raise = file.createStatement()) {
      raise.execute("PRAGMA user_version = 4711");
    }
    window.run(() -> bench().actions().open(newer));
    String told = grave();
    assertTrue(told.contains("newer"), told);
  }

  @Test
  void anExportThatCannotBeWrittenSaysWhereAndTheDraftStays() throws Exception {
    window.run(() -> bench().actions().drop(List.of(logs)));
    window.until(() -> !bench().session().conclusions().get().findings().isEmpty());
    window.idle();
    window.go(View.DRAFT);
    window.until(() -> bench().draft().written().get());
    String draft = window.get(() -> bench().draft().text().get());
    Path nowhere = Files.writeString(folder.resolve("a-file"), "").resolve("below.md");
    window.files.answers.add(nowhere);
    window.run(
        () ->
            window
                .bench()
                .actions()
                .export(
                    dev.debrief.desktop.draft.DraftView.Export.MARKDOWN, window.window.shell()));
    String told = grave();
    assertTrue(told.contains("a-file"), told);
    assertEquals(draft, window.get(() -> bench().draft().text().get()));
  }

  @Test
  void aFailureNobodyThoughtOfIsOwnedUpTo() {
    String told = Notice.of(new IllegalStateException("odd")).text();
    assertTrue(told.contains("odd"), told);
    assertFalse(told.contains("Exception in"), told);
    assertEquals(
        Texts.text("notice.problem", "a.yaml, line 3", "no such key", "remove it"),
        Notice.of(new dev.debrief.model.InputProblem("a.yaml, line 3", "no such key", "remove it"))
            .text());
  }

  private String told() {
    return window.get(() -> bench().notice().get().map(Notice::text).orElse(""));
  }

  private String grave() throws Exception {
    window.until(() -> bench().notice().get().filter(Notice::grave).isPresent());
    window.idle();
    String text = told();
    assertTrue(text.length() > 20, text);
    assertFalse(text.contains("did not expect"), text);
    return text;
  }
}
