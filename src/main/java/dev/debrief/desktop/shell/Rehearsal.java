package dev.debrief.desktop.shell;

import dev.debrief.desktop.settings.Settings;
import dev.debrief.model.InputProblem;
import java.io.IOException;
import java.lang.module.ModuleReader;
import java.lang.module.ModuleReference;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.application.Platform;

/**
 * The window as people use it, gone through once without a display, for the JVM to learn from:
 * opened, a case opened in it, each page looked at, closed.
 */
public final class Rehearsal {
  /** The toolkit's own code for the screens it isn't rehearsed on. */
  private static final List<String> SCREENS =
      List.of(
          "com/sun/glass/ui/gtk/",
          "com/sun/glass/ui/mac/",
          "com/sun/glass/ui/win/",
          "com/sun/glass/ui/delegate/",
          "com/sun/prism/es2/",
          "com/sun/prism/d3d/",
          "com/sun/prism/mtl/",
          "com/sun/prism/ps/",
          "com/sun/prism/impl/ps/");

  private Rehearsal() {}

  /**
   * Goes through it. Starts the toolkit and ends it.
   *
   * @param scratch a folder for what is kept
   */
  public static void with(Path theCase, Path scratch)
      throws InputProblem, IOException, InterruptedException {
    loadWhatNeedsAScreen();
    WindowPicture.startWithoutDisplay();
    try {
      Settings settings = Settings.in(scratch.resolve("settings.properties"));
      Optional<CaseAhead> ahead = CaseAhead.of(theCase, settings);
      MainWindow window =
          WindowPicture.onFx(() -> MainWindow.shown(settings, Optional.of(theCase), ahead));
      WindowPicture.settle(window);
      for (View view : View.values()) {
        WindowPicture.onFx(
            () -> {
              window.bench().view().set(view);
              PictureSubject.choose(window.bench(), view);
              return view;
            });
        WindowPicture.settle(window);
      }
      WindowPicture.onFx(
          () -> {
            window.stage().close();
            return window;
          });
    } finally {
      Platform.exit();
    }
  }

  /** Loads it without running any of it: what was loaded, the JVM keeps ready. */
  private static void loadWhatNeedsAScreen() throws IOException {
    Module toolkit = Platform.class.getModule();
    if (!toolkit.isNamed()) {
      return;
    }
    ModuleReference files =
        toolkit.getLayer().configuration().findModule(toolkit.getName()).orElseThrow().reference();
    try (ModuleReader reader = files.open()) {
      reader
          .list()
          .filter(name -> name.endsWith(".class"))
          .filter(name -> SCREENS.stream().anyMatch(name::startsWith))
          .map(name -> name.substring(0, name.length() - ".class".length()).replace('/', '.'))
          .forEach(name -> Class.forName(toolkit, name));
    }
  }
}
