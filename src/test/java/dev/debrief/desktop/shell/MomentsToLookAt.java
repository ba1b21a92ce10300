package dev.debrief.desktop.shell;

import dev.debrief.desktop.firstlook.FirstLookModel;
import dev.debrief.desktop.firstlook.Reading;
import dev.debrief.desktop.settings.Settings;
import dev.debrief.model.LogRecord;
import dev.debrief.model.Progress;
import dev.debrief.model.TimeRange;
import dev.debrief.source.Dump;
import dev.debrief.source.EntrySink;
import dev.debrief.source.ImportOptions;
import dev.debrief.source.Input;
import dev.debrief.source.Inputs;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.embed.swing.SwingFXUtils;
import javafx.geometry.Rectangle2D;
import javafx.scene.SnapshotParameters;
import javafx.scene.control.ButtonBase;
import javafx.scene.image.WritableImage;
import javafx.scene.transform.Scale;
import javax.imageio.ImageIO;

/**
 * Writes pictures of a case in the midst of work: comparing, replaying, arranging lanes. To be
 * looked at; not a test. Arguments: the case, the folder to write to, width, height, scale, theme;
 * then, if one is to be seen while it is read, a dump.
 */
public final class MomentsToLookAt {
  private static MainWindow window;
  private static int width;
  private static int height;
  private static double scale;

  private MomentsToLookAt() {}

  public static void main(String[] args) {
    try {
      take(args);
    } catch (Exception failed) {
      failed.printStackTrace();
      System.exit(1);
    }
    System.exit(0);
  }

  private static void take(String[] args) throws Exception {
    width = Integer.parseInt(args[2]);
    height = Integer.parseInt(args[3]);
    scale = Double.parseDouble(args[4]);
    Path folder = Files.createDirectories(Path.of(args[1]));
    String suffix = "-" + width + "-" + args[5] + ".png";
    CountDownLatch started = new CountDownLatch(1);
    Platform.startup(started::countDown);
    started.await();
    Platform.setImplicitExit(false);
    fx(
        () -> {
          Settings settings = Settings.unkept();
          settings.theme().set(args[5].equals("dark") ? Settings.Theme.DARK : Settings.Theme.LIGHT);
          window = new MainWindow(settings, new NoFiles());
          window.spread(width / scale, height / scale);
          window.stage().setWidth(400);
          window.stage().setHeight(400);
          window.stage().setRenderScaleX(scale);
          window.stage().setRenderScaleY(scale);
          window.stage().show();
        });
    if (args.length > 6) {
      reading(Path.of(args[6]), folder.resolve("reading" + suffix));
    }
    fx(() -> window.bench().actions().open(Path.of(args[0])));
    settle();
    shot(folder.resolve("opened" + suffix));
    bench(bench -> bench.findings().first().ifPresent(bench.findings()::select));
    bench(bench -> bench.side().set(SidePage.FINDING));
    shot(folder.resolve("finding" + suffix));
    bench(
        bench -> {
          TimeRange focus = bench.timeline().timelineProperty().get().focus();
          Duration tenth = focus.length().dividedBy(10);
          TimeRange range =
              new TimeRange(
                  focus.from().plus(tenth.multipliedBy(2)),
                  focus.from().plus(tenth.multipliedBy(3)));
          bench.timeline().brushes().rangeProperty().set(range);
          bench.compare().compare(range);
        });
    shot(folder.resolve("compare" + suffix));
    bench(
        bench -> {
          bench.compare().openProperty().set(false);
          bench.timeline().brushes().rangeProperty().set(null);
          TimeRange focus = bench.timeline().timelineProperty().get().focus();
          bench.replay().goTo(focus.from().plus(focus.length().dividedBy(3)));
        });
    settle();
    Thread.sleep(1_500);
    shot(folder.resolve("replay" + suffix));
    bench(
        bench -> {
          bench.replay().leave();
          ((ButtonBase) window.shell().lookup("#timeline-lanes")).fire();
        });
    shot(folder.resolve("lanes" + suffix));
    fx(() -> window.stage().close());
    Platform.exit();
  }

  private static void reading(Path dump, Path png) throws Exception {
    FutureTask<FirstLookModel.Watch> begun =
        new FutureTask<>(
            () -> {
              window.bench().view().set(View.TIMELINE);
              return window.bench().firstLook().begin();
            });
    Platform.runLater(begun);
    Reading reading = begun.get().over(Progress.NONE);
    EntrySink sink =
        entry -> {
          if (entry instanceof LogRecord record) {
            reading.accept(record);
          }
        };
    for (Input input : Inputs.find(List.of(dump), InputStream.nullInputStream())) {
      reading.at("reading " + input.name(), 0, 0);
      Dump.read(input, ImportOptions.NONE, sink, Progress.NONE);
    }
    reading.at("reading the rest", 0, 0);
    shot(png);
    bench(bench -> bench.firstLook().end());
  }

  private static void bench(Consumer<Workbench> step) throws Exception {
    fx(() -> step.accept(window.bench()));
    settle();
  }

  private static void settle() throws Exception {
    int quiet = 0;
    for (int i = 0; i < 2_000 && quiet < 10; i++) {
      Thread.sleep(50);
      FutureTask<Boolean> idle = new FutureTask<>(() -> window.bench().session().work().idle());
      Platform.runLater(idle);
      quiet = idle.get() ? quiet + 1 : 0;
    }
  }

  private static void shot(Path png) throws Exception {
    settle();
    FutureTask<WritableImage> shot =
        new FutureTask<>(
            () -> {
              SnapshotParameters parameters = new SnapshotParameters();
              parameters.setTransform(new Scale(scale, scale));
              parameters.setViewport(new Rectangle2D(0, 0, width, height));
              return window.shell().snapshot(parameters, new WritableImage(width, height));
            });
    Platform.runLater(shot);
    ImageIO.write(SwingFXUtils.fromFXImage(shot.get(), null), "png", png.toFile());
    System.out.println(Optional.of(png).get());
  }

  private static void fx(Runnable work) throws Exception {
    FutureTask<Void> task = new FutureTask<>(work, null);
    Platform.runLater(task);
    task.get();
  }
}
