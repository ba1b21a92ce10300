package dev.debrief.desktop.timeline;

import atlantafx.base.theme.PrimerLight;
import dev.debrief.timeline.Crowd;
import dev.debrief.timeline.Density;
import dev.debrief.timeline.Nanos;
import dev.debrief.timeline.TimeScale;
import dev.debrief.timeline.Timeline;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.function.IntConsumer;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Pane;

/**
 * Frame times of the real view at 1920×1080 with software rendering: panning and zooming over many
 * records and marks. Each frame lays the view out, draws the canvas, renders it to the last pixel
 * and reads the pixels back, one after the other; in a window drawing and rendering overlap and
 * nothing is read back, so a frame there costs less. "cpu" is the processor time of the toolkit's
 * two threads together, which another program's load does not change.
 *
 * <p>Run with {@code -Dglass.platform=Headless -Dprism.order=sw}. Arguments: records, marks.
 */
public final class FrameBenchmark {
  private static final int WARM = 150;
  private static final int FRAMES = 500;

  private record Flow(String name, IntConsumer step) {}

  private final TimelineModel model = new TimelineModel();
  private final TimelineView view = new TimelineView(model);
  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
  private WritableImage image;

  public static void main(String[] args) throws InterruptedException {
    int records = args.length > 0 ? Integer.parseInt(args[0]) : 10_000_000;
    int marks = args.length > 1 ? Integer.parseInt(args[1]) : 100_000;
    long begin = System.nanoTime();
    Timeline timeline = Crowd.of(records, marks);
    System.out.printf(
        Locale.ROOT,
        "%,d records and %,d marks made ready in %.1f s%n%n",
        records,
        timeline.lanes().stream().mapToInt(lane -> lane.marks().size()).sum(),
        (System.nanoTime() - begin) / 1e9);
    System.out.println("| flow | wall p50 ms | wall p99 ms | cpu p50 ms | cpu p99 ms |");
    System.out.println("| --- | --- | --- | --- | --- |");
    density(timeline);
    CountDownLatch done = new CountDownLatch(1);
    Platform.startup(
        () -> {
          try {
            new FrameBenchmark().run(timeline);
          } finally {
            done.countDown();
          }
        });
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
    row("counts of one series in 1920 columns", took, took);
  }

  private void run(Timeline timeline) {
    Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
    Scene scene = new Scene(view, 1920, 1080);
    view.resize(1920, 1080);
    model.timelineProperty().set(timeline);
    image = new WritableImage(1920, 1080);
    view.applyCss();
    scene.snapshot(image);
    empty();
    flow(timeline, "pan, the whole case in sight", i -> model.camera().pan(i % 200 < 100 ? 4 : -4));
    flow(timeline, "zoom in, from the case to milliseconds", i -> model.camera().zoom(900, 0.97));
    flow(timeline, "pan at ten minutes", i -> model.camera().pan(i % 200 < 100 ? 9 : -9));
    flow(timeline, "scroll the lanes", i -> model.camera().scrollTo(i % 2 * 20 + i % 100));
  }

  /** What it costs to render nothing and to read that back: no part of a frame in a window. */
  private void empty() {
    Scene nothing = new Scene(new Pane(), 1920, 1080);
    double[] wall = new double[FRAMES];
    double[] cpu = new double[FRAMES];
    for (int i = -WARM; i < FRAMES; i++) {
      long begin = System.nanoTime();
      long before = cpu();
      nothing.snapshot(image);
      wall[Math.max(0, i)] = (System.nanoTime() - begin) / 1e6;
      cpu[Math.max(0, i)] = (cpu() - before) / 1e6;
    }
    row("an empty window, read back", wall, cpu);
  }

  private void flow(Timeline timeline, String name, IntConsumer step) {
    model.camera().show(timeline.focus());
    if (name.startsWith("pan at ten minutes")) {
      TimeScale scale = model.camera().viewportProperty().get().scale();
      model.camera().zoom(900, 600e9 / (scale.to() - scale.from()));
    }
    for (int i = 0; i < WARM; i++) {
      model.camera().pan(i % 2 == 0 ? 3 : -3);
      frame();
    }
    double[] wall = new double[FRAMES];
    double[] cpu = new double[FRAMES];
    for (int i = 0; i < FRAMES; i++) {
      long begin = System.nanoTime();
      long before = cpu();
      step.accept(i);
      frame();
      wall[i] = (System.nanoTime() - begin) / 1e6;
      cpu[i] = (cpu() - before) / 1e6;
    }
    row(name, wall, cpu);
  }

  private void frame() {
    view.layout();
    view.getScene().snapshot(image);
  }

  private long cpu() {
    long sum = threads.getCurrentThreadCpuTime();
    for (long id : threads.getAllThreadIds()) {
      var info = threads.getThreadInfo(id);
      if (info != null && info.getThreadName().startsWith("QuantumRenderer")) {
        sum += threads.getThreadCpuTime(id);
      }
    }
    return sum;
  }

  private static void row(String name, double[] wall, double[] cpu) {
    System.out.printf(
        Locale.ROOT,
        "| %s | %.2f | %.2f | %.2f | %.2f |%n",
        name,
        at(wall, 0.5),
        at(wall, 0.99),
        at(cpu, 0.5),
        at(cpu, 0.99));
  }

  private static double at(double[] values, double share) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[(int) (sorted.length * share)];
  }
}
