package dev.debrief.desktop.shell;

import dev.debrief.desktop.settings.Settings;
import dev.debrief.model.InputProblem;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import javafx.application.Platform;
import javafx.embed.swing.SwingFXUtils;
import javafx.geometry.Rectangle2D;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.WritableImage;
import javafx.scene.transform.Scale;
import javafx.stage.Stage;
import javax.imageio.ImageIO;

/** One view of the window as a picture, made without a display. */
public final class WindowPicture {
  private static final long LONGEST_WAIT_MS = 300_000;
  private static final int STEP_MS = 50;
  private static final double CORNER = 400;
  private static final double SHARPEST = 2.4;
  private static final FileAsk NO_FILES = new NoFiles();

  private final Settings settings;
  private final View view;
  private final int width;
  private final int height;
  private final double scale;

  /** A picture to be made; sizes in pixels. */
  public WindowPicture(Settings settings, View view, int width, int height, double scale) {
    this.settings = settings;
    this.view = view;
    this.width = width;
    this.height = height;
    this.scale = scale;
  }

  /** Makes it. Starts the toolkit and ends it. */
  public void write(Optional<Path> folder, Path png)
      throws InputProblem, IOException, InterruptedException {
    startWithoutDisplay();
    try {
      MainWindow window = onFx(() -> window(folder));
      settle(window);
      onFx(
          () -> {
            View page = folder.isEmpty() && view.ofCase() ? View.START : view;
            window.bench().view().set(page);
            PictureSubject.choose(window.bench(), page);
            return view;
          });
      settle(window);
      WritableImage image = onFx(() -> shot(window));
      // By way of memory: ImageIO prints a stack trace where it can't write to a file.
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      ImageIO.write(SwingFXUtils.fromFXImage(image, null), "png", bytes);
      Files.write(png, bytes.toByteArray());
      onFx(
          () -> {
            window.stage().close();
            return view;
          });
    } finally {
      Platform.exit();
    }
  }

  /** Starts the toolkit where there may be no screen. */
  static void startWithoutDisplay() throws InterruptedException {
    System.setProperty("glass.platform", "Headless");
    System.setProperty("prism.order", "sw");
    System.setProperty("java.awt.headless", "true");
    CountDownLatch started = new CountDownLatch(1);
    Platform.startup(started::countDown);
    started.await();
    Platform.setImplicitExit(false);
  }

  /** The platform's screen is small, so the window shows a corner of a shell as large as asked. */
  private MainWindow window(Optional<Path> folder) {
    MainWindow window = new MainWindow(settings, NO_FILES);
    window.spread(width / scale, height / scale);
    Stage stage = window.stage();
    stage.setMinWidth(CORNER);
    stage.setMinHeight(CORNER);
    stage.setWidth(CORNER);
    stage.setHeight(CORNER);
    stage.setRenderScaleX(Math.min(scale, SHARPEST));
    stage.setRenderScaleY(Math.min(scale, SHARPEST));
    stage.show();
    folder.ifPresent(window.bench().actions()::open);
    return window;
  }

  private WritableImage shot(MainWindow window) {
    SnapshotParameters parameters = new SnapshotParameters();
    parameters.setTransform(new Scale(scale, scale));
    parameters.setViewport(new Rectangle2D(0, 0, width, height));
    return window.shell().snapshot(parameters, new WritableImage(width, height));
  }

  /** Waits until nothing runs and the scene was laid out some times more. */
  static void settle(MainWindow window) throws InputProblem, IOException, InterruptedException {
    int quiet = 0;
    for (long waited = 0; quiet < 12 && waited < LONGEST_WAIT_MS; waited += STEP_MS) {
      Thread.sleep(STEP_MS);
      boolean idle = onFx(() -> window.bench().session().work().idle());
      quiet = idle ? quiet + 1 : 0;
    }
    Optional<Notice> wrong = onFx(() -> window.bench().notice().get().filter(Notice::grave));
    if (wrong.isPresent() && wrong.get().problem().isPresent()) {
      throw wrong.get().problem().get();
    }
    if (wrong.isPresent()) {
      throw new InputProblem("picture", wrong.get().text(), "mend that and try again");
    }
  }

  /** Something to be done on the window's thread. */
  interface Step<T> {
    T run() throws Exception;
  }

  static <T> T onFx(Step<T> step) throws InterruptedException, IOException {
    FutureTask<T> task = new FutureTask<>(step::run);
    Platform.runLater(task);
    try {
      return task.get();
    } catch (ExecutionException failed) {
      throw new IOException(failed.getCause());
    }
  }
}
