package dev.debrief.desktop.timeline;

import atlantafx.base.theme.PrimerLight;
import dev.debrief.timeline.Crowd;
import dev.debrief.timeline.Density;
import dev.debrief.timeline.Nanos;
import dev.debrief.timeline.TimeScale;
import dev.debrief.timeline.Timeline;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.function.IntConsumer;
import javafx.animation.AnimationTimer;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;

/**
 * Frame times of the real view in a real window: panning and zooming over many records and marks.
 * Run with {@code -Dglass.platform=Headless -Dprism.order=sw -Djavafx.animation.fullspeed=true}:
 * pulses follow one another without a pause, so the time between two is what a frame costs on both
 * threads. Arguments: records, marks.
 */
public final class FrameBenchmark {
  private static final int WARM = 200;
  private static final int FRAMES = 600;

  private record Flow(String name, IntConsumer step) {}

  private final TimelineModel model = new TimelineModel();
  private final TimelineView view = new TimelineView(model);

  public static void main(String[] args) throws InterruptedException {
    int records = args.length > 0 ? Integer.parseInt(args[0]) : 10_000_000;
    int marks = args.length > 1 ? Integer.parseInt(args[1]) : 100_000;
    long begin = System.nanoTime();
    Timeline timeline = Crowd.of(records, marks);
    System.out.printf(
        Locale.ROOT,
        "%,d records and %,d marks made ready in %.1f s%n",
        records,
        timeline.lanes().stream().mapToInt(lane -> lane.marks().size()).sum(),
        (System.nanoTime() - begin) / 1e9);
    density(timeline);
    CountDownLatch done = new CountDownLatch(1);
    Platform.startup(() -> new FrameBenchmark().run(timeline, done));
    done.await();
    Platform.exit();
  }

  /** What a window over the counts costs by itself. */
  private static void density(Timeline timeline) {
    Density density = timeline.density();
    long from = Nanos.of(timeline.extent().from());
    long span = Nanos.of(timeline.extent().to()) - from;
    double[] took = new double[2_000];
    for (int round = 0; round < 2; round++) {
      for (int i = 0; i < took.length; i++) {
        long width = (long) (span / Math.pow(1.006, i));
        long left = from + (span - width) / 2;
        long begin = System.nanoTime();
        density.counts(Density.RECORDS, left, left + width, 1_920);
        took[i] = (System.nanoTime() - begin) / 1e6;
      }
    }
    row("counts of one series, 1920 wide", took);
  }

  private void run(Timeline timeline, CountDownLatch done) {
    Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
    Stage stage = new Stage();
    stage.setScene(new Scene(view, 1920, 1080));
    stage.show();
    model.timelineProperty().set(timeline);
    Flow[] flows = {
      new Flow("pan, the whole case in sight", i -> model.pan(i % 200 < 100 ? 4 : -4)),
      new Flow("zoom in, case to milliseconds", i -> model.zoom(900, 0.975)),
      new Flow("zoom out again", i -> model.zoom(900, 1 / 0.975)),
      new Flow("pan at minutes", i -> model.pan(i % 200 < 100 ? 9 : -9)),
      new Flow("scroll the lanes", i -> model.scrollTo(i % 300)),
    };
    System.out.println("| flow | p50 ms | p99 ms | worst ms |");
    System.out.println("| --- | --- | --- | --- |");
    next(flows, 0, timeline, done);
  }

  private void next(Flow[] flows, int which, Timeline timeline, CountDownLatch done) {
    if (which == flows.length) {
      done.countDown();
      return;
    }
    if (flows[which].name().startsWith("pan at minutes")) {
      model.show(timeline.focus());
      TimeScale scale = model.viewportProperty().get().scale();
      model.zoom(900, 600e9 / (scale.to() - scale.from()));
    } else if (which == 0 || which == 1) {
      model.showAll();
      model.show(timeline.focus());
    }
    double[] took = new double[FRAMES];
    new AnimationTimer() {
      private int frame = -WARM;
      private long last;

      @Override
      public void handle(long ignored) {
        long now = System.nanoTime();
        if (frame > 0 && frame <= FRAMES) {
          took[frame - 1] = (now - last) / 1e6;
        }
        last = now;
        if (frame == FRAMES) {
          stop();
          row(flows[which].name(), took);
          next(flows, which + 1, timeline, done);
          return;
        }
        // Warm frames go to and fro, so that a zoom begins where it should.
        if (frame >= 0) {
          flows[which].step().accept(frame);
        } else {
          model.pan(frame % 2 == 0 ? 3 : -3);
        }
        frame++;
      }
    }.start();
  }

  private static void row(String name, double[] took) {
    double[] sorted = took.clone();
    Arrays.sort(sorted);
    System.out.printf(
        Locale.ROOT,
        "| %s | %.2f | %.2f | %.2f |%n",
        name,
        sorted[sorted.length / 2],
        sorted[(int) (sorted.length * 0.99)],
        sorted[sorted.length - 1]);
  }
}
