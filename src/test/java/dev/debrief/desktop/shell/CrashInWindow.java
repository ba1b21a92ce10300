package dev.debrief.desktop.shell;

import dev.debrief.desktop.session.Selection;
import dev.debrief.model.Finding;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** A window into which the crash dump was dropped; each test begins on the timeline, all shown. */
class CrashInWindow extends DumpsBesideWindow {
  @BeforeAll
  void drop() throws Exception {
    window.run(() -> Drop.on(window.window.shell(), List.of(logs.toFile())));
    window.until(() -> !bench().session().conclusions().get().findings().isEmpty());
    window.idle();
  }

  @BeforeEach
  void everythingShown() throws Exception {
    window.run(
        () -> {
          window.window.shell().overlay().hide();
          bench().log().clear();
          bench().session().selection().set(Selection.NONE);
          bench().view().set(View.TIMELINE);
          window.window.stage().requestFocus();
        });
    window.idle();
  }

  /** Selects the first finding of a kind. */
  Finding select(String kind) throws Exception {
    Finding finding =
        bench().session().conclusions().get().findings().stream()
            .filter(one -> one.kind().id().equals(kind))
            .findFirst()
            .orElseThrow();
    window.run(() -> bench().findings().select(finding));
    window.idle();
    return finding;
  }
}
