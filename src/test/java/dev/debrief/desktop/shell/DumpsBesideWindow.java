package dev.debrief.desktop.shell;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A window without a case, and the dumps of a crash that can be put into it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DumpsBesideWindow {
  Path folder;
  Path logs;
  OpenWindow window;

  @BeforeAll
  void open(@TempDir Path temporary) throws Exception {
    folder = temporary;
    logs = CrashDump.in(folder.resolve("dumps"));
    window = new OpenWindow();
  }

  @AfterAll
  void close() {
    window.close();
  }

  Workbench bench() {
    return window.bench();
  }
}
