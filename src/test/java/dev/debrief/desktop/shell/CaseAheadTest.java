package dev.debrief.desktop.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.debrief.desktop.settings.Settings;
import dev.debrief.investigation.Investigation;
import dev.debrief.model.Conclusions;
import dev.debrief.model.Progress;
import dev.debrief.source.ImportOptions;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CaseAheadTest {
  @TempDir private Path folder;
  private final Settings settings = Settings.unkept();
  private Path theCase;
  private Conclusions concluded = Conclusions.NONE;

  @BeforeEach
  void aCase() throws Exception {
    Path logs = CrashDump.in(folder.resolve("dumps"));
    theCase = folder.resolve("case");
    try (Investigation made = Investigation.openOrCreate(theCase)) {
      concluded =
          made.importAll(
                  List.of(logs), InputStream.nullInputStream(), ImportOptions.NONE, Progress.NONE)
              .conclusions();
    }
  }

  @Test
  void aConcludedCaseIsOpenWithAllThatTheWindowShows() throws Exception {
    Cases.Opened opened = begun().opened(theCase).orElseThrow();
    assertEquals(concluded, opened.contents().conclusions());
    assertFalse(opened.contents().timeline().lanes().isEmpty());
    opened.open().close();
  }

  @Test
  void aCaseThatHasToBeConcludedAnewIsLeftToTheWindowAndNotHeldOpen() throws Exception {
    try (Investigation open = Investigation.open(theCase)) {
      open.folder().conclude(Conclusions.NONE);
      open.folder().put("conclusions.drawn_with", "another program");
    }
    assertTrue(begun().opened(theCase).isEmpty());
    try (Investigation open = Investigation.open(theCase)) {
      assertEquals(concluded, open.conclusions(Progress.NONE));
    }
  }

  @Test
  void aCaseThatAnotherProcessHoldsIsLeftToTheWindowToSay() throws Exception {
    try (Investigation held = Investigation.open(theCase)) {
      assertTrue(begun().opened(theCase).isEmpty());
      assertEquals(concluded, held.conclusions(Progress.NONE));
    }
  }

  @Test
  void onlyTheCaseOfTheCallIsGiven() throws Exception {
    CaseAhead begun = begun();
    assertTrue(begun.opened(folder.resolve("other")).isEmpty());
    begun.opened(theCase).orElseThrow().open().close();
  }

  @Test
  void whatIsNoCaseIsNotOpened() {
    assertEquals(Optional.empty(), CaseAhead.of(folder.resolve("dumps"), settings));
  }

  private CaseAhead begun() {
    return CaseAhead.of(theCase, settings).orElseThrow();
  }
}
