package dev.debrief.desktop.timeline;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import dev.debrief.timeline.Samples;
import dev.debrief.timeline.Timeline;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.transform.Transform;
import javafx.stage.Stage;
import javax.imageio.ImageIO;

/** Writes pictures of the view into a folder, to be looked at. Not a test. */
public final class ScreensToLookAt {
  private ScreensToLookAt() {}

  public static void main(String[] args) throws Exception {
    Path folder = Files.createDirectories(Path.of(args[0]));
    CountDownLatch done = new CountDownLatch(1);
    Platform.startup(
        () -> {
          write(folder, "view-outage-light", Samples.outage(), 1200, 640, 1, false);
          write(folder, "view-outage-dark", Samples.outage(), 1200, 640, 1, true);
          write(folder, "view-healthy-light", Samples.healthy(), 1280, 420, 1, false);
          write(folder, "view-empty-dark", TimelineModel.EMPTY, 800, 300, 1, true);
          write(folder, "view-outage-hidpi", Samples.outage(), 1280, 720, 2, false);
          done.countDown();
        });
    done.await();
    Platform.exit();
  }

  static void write(
      Path folder,
      String name,
      Timeline timeline,
      double width,
      double height,
      double scale,
      boolean dark) {
    Application.setUserAgentStylesheet(
        dark
            ? new PrimerDark().getUserAgentStylesheet()
            : new PrimerLight().getUserAgentStylesheet());
    TimelineModel model = new TimelineModel();
    TimelineView view = new TimelineView(model);
    Stage stage = new Stage();
    stage.setScene(new Scene(view, width, height));
    stage.show();
    model.timelineProperty().set(timeline);
    view.applyCss();
    view.layout();
    SnapshotParameters parameters = new SnapshotParameters();
    parameters.setTransform(Transform.scale(scale, scale));
    try {
      ImageIO.write(
          SwingFXUtils.fromFXImage(view.snapshot(parameters, null), null),
          "png",
          folder.resolve(name + ".png").toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    stage.close();
  }
}
