package dev.debrief.bench;

import dev.debrief.investigation.Investigation;
import dev.debrief.model.Progress;
import dev.debrief.model.TimeRange;
import dev.debrief.timeline.Density;
import dev.debrief.timeline.Picture;
import dev.debrief.timeline.Timeline;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * Opens a case until its timeline is drawn as a picture, and then asks for the counts of every lane
 * in views of many ranges.
 *
 * <p>{@code java … CaseTimeline FOLDER} prints {@code drawn}, seconds from opening; and {@code
 * levels}, views, median, 99th percentile and longest in milliseconds.
 */
public final class CaseTimeline {
  private static final int VIEWS = 500;
  private static final int PIXELS = 1600;

  private CaseTimeline() {}

  /** {@code FOLDER}. */
  public static void main(String[] args) throws Exception {
    Stopwatch watch = new Stopwatch();
    try (Investigation open = Investigation.open(Path.of(args[0]))) {
      Timeline timeline = open.timeline(Progress.NONE);
      Picture.of(timeline).png(1);
      System.out.printf(Locale.ROOT, "drawn\t%d\t%.3f%n", open.index().size(), watch.seconds());
      Density density = open.density(Progress.NONE);
      TimeRange all = open.index().extent();
      long from = all.from().getEpochSecond() * 1_000_000_000L;
      long width = all.length().toNanos();
      SplittableRandom random = new SplittableRandom(5);
      double[] took = new double[VIEWS];
      for (int view = 0; view < VIEWS; view++) {
        long span = Math.max(1_000_000_000L, (long) (width * Math.pow(random.nextDouble(), 3)));
        long start = from + (long) ((width - span) * random.nextDouble());
        watch.restart();
        for (String key : density.keys()) {
          density.counts(key, start, start + span, PIXELS);
        }
        took[view] = watch.seconds() * 1e3;
      }
      Arrays.sort(took);
      System.out.printf(
          Locale.ROOT,
          "levels\t%d\t%.2f\t%.2f\t%.2f%n",
          VIEWS,
          took[VIEWS / 2],
          took[(int) (VIEWS * 0.99)],
          took[VIEWS - 1]);
    }
  }
}
