package dev.debrief.desktop.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.debrief.desktop.session.Selection;
import dev.debrief.desktop.text.Texts;
import dev.debrief.model.Severity;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import org.junit.jupiter.api.Test;

/** What the window says fits what is so. */
class ToldTest extends CrashInWindow {
  @Test
  void aListOfWhichAllIsHiddenDoesNotSayThatNothingWasFound() throws Exception {
    window.go(View.FINDINGS);
    window.run(
        () -> {
          bench().findings().least().set(Severity.CRITICAL);
          bench().session().conclusions().get().findings().stream()
              .filter(finding -> finding.severity() == Severity.CRITICAL)
              .forEach(finding -> bench().session().dismissed().put(finding.id(), "a drill"));
        });
    window.idle();
    window.styled();
    assertTrue(shown(Texts.text("findings.hidden.title")), "it does not say that they are hidden");
    assertFalse(shown(Texts.text("findings.empty.title")), "it says that nothing was found");
    window.run(() -> ((ButtonBase) window.node("#show-all-findings")).fire());
    window.idle();
    assertFalse(window.get(() -> bench().findings().rows().isEmpty()));
    window.run(
        () -> {
          bench().session().dismissed().clear();
          bench().findings().showDismissed().set(false);
        });
  }

  @Test
  void aChangeOfACaseThatWasClosedIsNotShownInTheNext() throws Exception {
    window.go(View.CHANGES);
    window.run(
        () ->
            bench()
                .session()
                .selection()
                .set(
                    new Selection.OfChange(
                        bench().session().conclusions().get().changes().getLast())));
    window.idle();
    window.styled();
    String image = Texts.text("change.image", "registry.fly.io/shop:deployment-B");
    assertTrue(shown(image), "the change is not shown");
    Path path = window.get(() -> bench().current().get().orElseThrow().path());
    window.run(() -> bench().actions().close());
    window.idle();
    window.run(() -> bench().actions().open(path));
    window.until(() -> bench().current().get().isPresent());
    window.idle();
    window.run(() -> bench().session().selection().set(Selection.NONE));
    window.go(View.CHANGES);
    window.styled();
    assertFalse(shown(image), "a change that nobody selected is shown");
  }

  @Test
  void inShortSaysThatAnOutageWasSetAsideAndNotThatThereWasNone() throws Exception {
    window.go(View.FINDINGS);
    window.idle();
    window.styled();
    var outage =
        bench().session().conclusions().get().findings().stream()
            .filter(finding -> finding.kind().id().equals("outage"))
            .findFirst()
            .orElseThrow();
    assertFalse(shown(Texts.text("short.healthy")));
    window.run(() -> bench().session().dismissed().put(outage.id(), "a drill"));
    window.styled();
    assertFalse(shown(Texts.text("short.healthy")), "it says that the logs hold none");
    assertTrue(begins("An outage of "), "nothing is said of the outage");
    window.run(() -> bench().session().dismissed().clear());
    window.styled();
    assertFalse(begins("An outage of "));
  }

  @Test
  void aReplayShowsNoLineThatWasNotThereYet() throws Exception {
    var last = Instant.parse("2026-02-25T21:10:00Z");
    window.run(() -> bench().session().selection().set(new Selection.OfInstant(last)));
    window.until(() -> window.window.shell().lookup("#whole-message") != null);
    window.idle();
    window.run(() -> bench().session().selection().set(Selection.NONE));
    window.run(() -> bench().replay().goTo(Instant.parse("2026-02-25T20:40:00Z")));
    window.until(() -> window.window.shell().lookup("#whole-message") == null);
    window.run(() -> bench().replay().leave());
    window.idle();
  }

  @Test
  void aNoticeMovesNothingFromUnderThePointer() throws Exception {
    window.run(() -> bench().notice().set(Optional.empty()));
    for (View view : View.values()) {
      window.go(view);
      window.idle();
      window.styled();
      Node page = window.get(() -> window.window.shell().page(view));
      Bounds before = window.get(() -> page.localToScene(page.getBoundsInLocal()));
      for (String words : List.of("Saved.", "This went wrong, and here is why. ".repeat(12))) {
        window.run(() -> bench().say(new Notice(true, words)));
        window.styled();
        assertEquals(before, window.get(() -> page.localToScene(page.getBoundsInLocal())));
        Node notice = window.node("#notice");
        Bounds seen = window.get(() -> notice.localToScene(notice.getBoundsInLocal()));
        assertTrue(seen.getHeight() > 20 && before.contains(seen.getCenterX(), seen.getCenterY()));
        assertFalse(window.get(() -> ((Labeled) notice.lookup(".label")).isTextTruncated()));
        window.run(() -> bench().notice().set(Optional.empty()));
      }
    }
  }

  @Test
  void whatIsWantedFirstIsToldAsNeitherDoneNorWrong() {
    window.run(() -> bench().actions().noteSelection());
    Notice notice = window.get(() -> bench().notice().get().orElseThrow());
    assertEquals(Notice.Tone.HINT, notice.tone());
    assertEquals(Texts.text("notes.selectFirst"), notice.text());
    assertFalse(notice.grave());
  }

  @Test
  void aCaseThatMayOnlyBeLookedAtSaysSoAndShowsItsDraftAllTheSame() throws Exception {
    Path mine = window.get(() -> bench().current().get().orElseThrow().path());
    Path theirs = folder.resolve("theirs");
    window.run(() -> bench().actions().close());
    window.idle();
    copy(mine, theirs);
    modes(theirs, "r-xr-xr-x", "r--r--r--");
    try {
      assumeFalse(Files.isWritable(theirs), "whoever runs this may write anywhere");
      window.run(
          () -> {
            bench().notice().set(Optional.empty());
            bench().actions().open(theirs);
          });
      window.until(() -> bench().current().get().isPresent());
      window.idle();
      assertTrue(window.get(() -> window.node("#read-only").isVisible()));
      window.go(View.DRAFT);
      window.until(() -> bench().draft().checked().get());
      window.idle();
      assertEquals(
          Optional.empty(), window.get(() -> bench().notice().get().filter(Notice::grave)));
      window.run(() -> bench().actions().noteAt(Instant.EPOCH));
      assertFalse(window.get(() -> window.window.shell().overlay().isVisible()));
      assertEquals(Notice.Tone.HINT, window.get(() -> bench().notice().get().orElseThrow().tone()));
      window.run(() -> bench().actions().close());
      window.idle();
    } finally {
      modes(theirs, "rwxr-xr-x", "rw-r--r--");
      window.run(() -> bench().actions().open(mine));
      window.until(() -> bench().current().get().isPresent());
      window.idle();
    }
    assertFalse(window.get(() -> window.node("#read-only").isVisible()));
  }

  /** Whether some label in the window's page says just that. */
  private boolean shown(String text) {
    return window.get(
        () ->
            window.window.shell().lookupAll(".label").stream()
                .filter(Label.class::isInstance)
                .map(Labeled.class::cast)
                .anyMatch(label -> text.equals(label.getText())));
  }

  private boolean begins(String text) {
    return window.get(
        () ->
            window.window.shell().lookupAll(".in-short-link").stream()
                .map(Labeled.class::cast)
                .anyMatch(label -> label.getText().replace('\u00a0', ' ').startsWith(text)));
  }

  private static void copy(Path from, Path to) throws Exception {
    try (Stream<Path> all = Files.walk(from)) {
      for (Path one : all.toList()) {
        Files.copy(one, to.resolve(from.relativize(one).toString()));
      }
    }
  }

  /** Of folders and of files; a folder after what it holds, so that it can still be reached. */
  private static void modes(Path folder, String folders, String files) throws Exception {
    List<Path> all;
    try (Stream<Path> walk = Files.walk(folder)) {
      all = walk.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path one : all) {
      Files.setPosixFilePermissions(
          one, PosixFilePermissions.fromString(Files.isDirectory(one) ? folders : files));
    }
  }
}
