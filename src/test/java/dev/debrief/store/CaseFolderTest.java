package dev.debrief.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.debrief.model.InputProblem;
import dev.debrief.model.Progress;
import dev.debrief.model.TimeRange;
import dev.debrief.source.ImportOptions;
import dev.debrief.source.Input;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CaseFolderTest {
  private static final String LOG =
      """
      2026-02-25T21:00:33Z app[17817e62f16438] iad [info]21:00:33.120 [error] Oban.Notifier: lost :nxdomain
      2026-02-25T21:00:34Z app[17817e62f16438] iad [info] INFO Main child exited normally with code: 1
      2026-02-25T21:00:34Z proxy[865d14fe30d228] iad [error][PC01] instance refused connection
      """;

  @TempDir Path folder;

  static Input log(String name, String text) {
    return Input.of(name, text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void whatWasImportedIsFound() throws Exception {
    try (CaseFolder open = CaseFolder.create(folder.resolve("case"))) {
      Imported imported =
          open.importAll(List.of(log("fly.txt", LOG)), ImportOptions.NONE, Progress.NONE);
      assertEquals(List.of(), imported.refused());
      assertEquals(3, open.index().size());
      assertEquals(1, open.index().count("Oban.Notifier AND :nxdomain", TimeRange.ALWAYS));
      assertEquals(1, open.index().count("level:error AND notifier", TimeRange.ALWAYS));
    }
  }

  @Test
  void theSameBytesAgainChangeNothing() throws Exception {
    try (CaseFolder open = CaseFolder.create(folder.resolve("case"))) {
      open.importAll(List.of(log("fly.txt", LOG)), ImportOptions.NONE, Progress.NONE);
      Imported again =
          open.importAll(List.of(log("other.txt", LOG)), ImportOptions.NONE, Progress.NONE);
      assertEquals(List.of(), again.added());
      assertEquals(open.sources(), again.unchanged());
      assertEquals(3, open.index().size());
    }
  }

  @Test
  void aSecondProcessIsToldWhoHasTheCase() throws Exception {
    try (CaseFolder open = CaseFolder.create(folder.resolve("case"))) {
      InputProblem problem = assertThrows(InputProblem.class, () -> CaseFolder.open(open.path()));
      assertTrue(problem.getMessage().contains("process " + ProcessHandle.current().pid()));
    }
  }
}
