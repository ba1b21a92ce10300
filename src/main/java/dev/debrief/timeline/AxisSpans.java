package dev.debrief.timeline;

import dev.debrief.model.TimeRange;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Names on the axis what reaches across all lanes: the baseline, missing log, idle time. There they
 * cover nothing that is drawn in the lanes.
 */
final class AxisSpans {
  private static final double BASELINE = 15;
  private static final double AIR = 8;

  private final Sheet sheet;
  private final List<double[]> taken = new ArrayList<>();

  private AxisSpans(Sheet sheet) {
    this.sheet = sheet;
  }

  /**
   * Names them where there is room.
   *
   * @param free where the words at the left of the axis end
   */
  static void draw(Sheet sheet, Scene scene, double free) {
    AxisSpans spans = new AxisSpans(sheet);
    spans.taken.add(new double[] {sheet.left(), free});
    for (TimeRange part : sheet.emphasis().baseline()) {
      spans.name(Nanos.of(part.from()), Nanos.of(part.to()), "baseline");
    }
    Folds folds = sheet.scale().folds();
    for (int i = 0; i < folds.count(); i++) {
      Duration idle = Duration.ofNanos(folds.end(i) - folds.start(i));
      spans.name(
          folds.start(i),
          folds.end(i),
          Wording.duration(idle) + " idle",
          FoldArt.roughly(idle) + " idle",
          FoldArt.roughly(idle));
    }
    Track gaps = scene.gaps();
    int end = gaps.firstAfter(sheet.scale().to());
    for (int i = gaps.firstReaching(sheet.scale().from()); i < end; i++) {
      spans.name(gaps.starts()[i], gaps.ends()[i], "log missing", "missing");
    }
  }

  /** The first of the texts that fits over what is seen of a stretch. */
  private void name(long start, long end, String... texts) {
    double from = Math.max(sheet.left() + 2, sheet.x(start));
    double to = Math.min(sheet.right() - 2, sheet.x(end));
    for (String text : texts) {
      double wide = sheet.pen().width(text, Pen.Face.SMALL);
      double x = (from + to - wide) / 2;
      if (wide <= to - from
          && taken.stream().allMatch(t -> x + wide + AIR <= t[0] || t[1] + AIR <= x)) {
        taken.add(new double[] {x, x + wide});
        sheet.pen().text(text, x, BASELINE, Pen.Face.SMALL, sheet.ink(Ink.MUTED));
        return;
      }
    }
  }
}
