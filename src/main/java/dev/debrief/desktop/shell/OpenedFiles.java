package dev.debrief.desktop.shell;

import com.sun.glass.ui.Application;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.Node;

/**
 * Files opened by a double click, as macOS tells of them: in an event to the program, never as an
 * argument.
 *
 * <p>AWT's {@code Desktop.setOpenFileHandler} hears nothing in a JavaFX program, whose own delegate
 * gets the event and keeps what came before anybody listened. There is no public way to it: the
 * package is exported by an option that only the Mac's application has ({@code
 * packaging/installers}).
 */
public final class OpenedFiles {
  private OpenedFiles() {}

  /** Whether this system tells of files in such a way, and the program may listen. */
  public static boolean areTold() {
    return System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("mac")
        && Node.class.getModule().isExported("com.sun.glass.ui", OpenedFiles.class.getModule());
  }

  /** Hands over files from now on, and those the program was started with. On JavaFX's thread. */
  public static void tell(Consumer<List<Path>> open) {
    Handler.installed(open);
  }

  /**
   * The toolkit's own handler and one thing more. It does these two itself, as of JavaFX 26.
   * Nothing outside this class names it or what it extends: where the package isn't exported,
   * neither could be loaded.
   */
  private static final class Handler extends Application.EventHandler {
    private final Application.EventHandler toolkit;
    private final Consumer<List<Path>> open;

    Handler(Application.EventHandler toolkit, Consumer<List<Path>> open) {
      this.toolkit = toolkit;
      this.open = open;
    }

    static void installed(Consumer<List<Path>> open) {
      Application application = Application.GetApplication();
      application.setEventHandler(new Handler(application.getEventHandler(), open));
    }

    @Override
    public void handleOpenFilesAction(Application application, long time, String[] files) {
      open.accept(Arrays.stream(files).map(Path::of).toList());
    }

    @Override
    public void handleQuitAction(Application application, long time) {
      toolkit.handleQuitAction(application, time);
    }

    @Override
    public void handlePreferencesChanged(Map<String, Object> preferences) {
      toolkit.handlePreferencesChanged(preferences);
    }
  }
}
