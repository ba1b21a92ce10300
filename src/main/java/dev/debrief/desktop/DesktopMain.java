package dev.debrief.desktop;

import dev.debrief.desktop.settings.Settings;
import dev.debrief.desktop.shell.CaseAhead;
import dev.debrief.desktop.shell.MainWindow;
import dev.debrief.desktop.shell.OpenedFiles;
import dev.debrief.desktop.shell.Rehearsal;
import dev.debrief.desktop.shell.View;
import dev.debrief.desktop.shell.WindowPicture;
import dev.debrief.model.InputProblem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import javafx.application.Platform;

/** The desktop's one public entry. */
public final class DesktopMain {
  private DesktopMain() {}

  /**
   * Opens the window, with a case, an archive or dumps where some are given, and returns when it
   * was closed.
   */
  public static void open(Optional<Path> folder) {
    Settings settings = Settings.in(Settings.usualFile());
    Optional<CaseAhead> ahead = folder.flatMap(path -> CaseAhead.of(path, settings));
    CountDownLatch closed = new CountDownLatch(1);
    Platform.startup(
        () -> {
          Platform.setImplicitExit(true);
          MainWindow window = MainWindow.shown(settings, folder, ahead);
          window.whenClosed(closed::countDown);
          if (OpenedFiles.areTold()) {
            OpenedFiles.tell(window::open);
          }
        });
    try {
      closed.await();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
    Platform.exit();
  }

  /**
   * Opens the window on a case without a display, looks at each page and closes it, for the JVM to
   * learn from.
   *
   * @param scratch a folder for what is kept
   */
  public static void rehearse(Path theCase, Path scratch)
      throws InputProblem, IOException, InterruptedException {
    Rehearsal.with(theCase, scratch);
  }

  /**
   * Renders one view without a display and writes it as a PNG.
   *
   * @param folder the case, or none for an empty window
   * @param width of the picture in pixels
   * @param view one of {@link View}'s names
   * @param theme {@code light} or {@code dark}
   * @param scale how many pixels a point of the window takes, 1 to 4
   */
  public static void screenshot(
      Optional<Path> folder,
      Path png,
      int width,
      int height,
      String view,
      String theme,
      double scale)
      throws InputProblem, IOException, InterruptedException {
    View page =
        View.named(view)
            .orElseThrow(
                () ->
                    new InputProblem(
                        "--view " + view,
                        "there is no such view",
                        "choose one of "
                            + Arrays.stream(View.values())
                                .map(View::id)
                                .collect(Collectors.joining(", "))));
    if (!theme.equals("light") && !theme.equals("dark")) {
      throw new InputProblem("--theme " + theme, "there is no such theme", "choose light or dark");
    }
    if (width < 320 || height < 240 || width > 16_384 || height > 16_384) {
      throw new InputProblem(
          "--size " + width + "x" + height,
          "no window has that size",
          "choose from 320x240 to 16384x16384");
    }
    if (!(scale >= 1 && scale <= 4)) {
      throw new InputProblem("--scale " + scale, "no picture is that sharp", "choose from 1 to 4");
    }
    Settings settings = Settings.unkept();
    settings.theme().set(theme.equals("dark") ? Settings.Theme.DARK : Settings.Theme.LIGHT);
    new WindowPicture(settings, page, width, height, scale).write(folder, png);
  }
}
