package dev.debrief.desktop.timeline;

import dev.debrief.investigation.Investigation;
import dev.debrief.model.Progress;
import dev.debrief.source.ImportOptions;
import dev.debrief.timeline.Palette;
import dev.debrief.timeline.Picture;
import dev.debrief.timeline.Timeline;
import dev.debrief.timeline.Timelines;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import javafx.application.Platform;

/** Imports folders of dumps and writes pictures of their timelines, to be looked at. Not a test. */
public final class CasesToLookAt {
  private CasesToLookAt() {}

  public static void main(String[] args) throws Exception {
    Path folder = Files.createDirectories(Path.of(args[0]));
    List<String> names = new ArrayList<>();
    List<Timeline> timelines = new ArrayList<>();
    for (int i = 1; i < args.length; i++) {
      Path input = Path.of(args[i]);
      String name =
          input.endsWith("inputs")
              ? input.getParent().getFileName().toString()
              : input.getFileName().toString();
      Path scratch = Files.createTempDirectory("case");
      try (Investigation investigation = Investigation.openOrCreate(scratch.resolve("case"))) {
        investigation.importAll(
            List.of(input), InputStream.nullInputStream(), ImportOptions.NONE, Progress.NONE);
        Timeline timeline = investigation.timeline(Progress.NONE);
        names.add(name);
        timelines.add(timeline);
        Picture picture = Picture.of(timeline);
        Files.write(folder.resolve(name + "-light.png"), picture.png(1.5));
        Files.write(folder.resolve(name + "-dark.png"), picture.in(Palette.dark()).png(1.5));
        Files.writeString(folder.resolve(name + ".svg"), picture.svg());
        Files.writeString(folder.resolve(name + ".json"), Timelines.json(timeline));
      }
    }
    CountDownLatch done = new CountDownLatch(1);
    Platform.startup(
        () -> {
          for (int i = 0; i < names.size(); i++) {
            ScreensToLookAt.write(
                folder, "view-" + names.get(i), timelines.get(i), 1280, 560, 1, i % 2 == 1);
          }
          done.countDown();
        });
    done.await();
    Platform.exit();
  }
}
