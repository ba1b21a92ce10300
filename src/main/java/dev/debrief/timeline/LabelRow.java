package dev.debrief.timeline;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A row of labels of which none covers another: who comes first has its place. */
final class LabelRow {
  private static final double AIR = 10;

  /** How far a label stands from its sign's middle, where a line may go down. */
  private static final double OFF = 3;

  private final Sheet sheet;
  private final double baseline;
  private final double right;
  private final List<Label> labels = new ArrayList<>();

  private record Label(double from, double to, String name, String more, boolean whole) {}

  LabelRow(Sheet sheet, double baseline) {
    this.sheet = sheet;
    this.baseline = baseline;
    // Behind a replay's clock lies what is not known yet.
    this.right =
        sheet
            .emphasis()
            .now()
            .map(now -> Math.min(sheet.right(), sheet.x(Nanos.of(now))))
            .orElse(sheet.right());
  }

  /** A name beside a sign, where there is room; what more there is to say waits. */
  void place(double x, String name, String more) {
    double wide = sheet.pen().width(name, Pen.Face.SMALL_STRONG);
    double from = x + OFF + wide > right - 2 ? x - OFF - wide : x + OFF;
    if (from >= sheet.left() && free(from, from + wide, null)) {
      labels.add(new Label(from, from + wide, name, more, false));
    }
  }

  /** Says the rest where there is room behind the names. */
  void extend() {
    for (int i = 0; i < labels.size(); i++) {
      Label label = labels.get(i);
      double to = label.to() + 4 + sheet.pen().width(label.more(), Pen.Face.SMALL);
      boolean fits = to <= right - 2 && free(label.from(), to, label);
      if (!label.whole() && !label.more().isEmpty() && fits) {
        labels.set(i, new Label(label.from(), to, label.name(), label.more(), true));
      }
    }
  }

  private boolean free(double from, double to, @Nullable Label but) {
    return !sheet.hides(from, to)
        && labels.stream()
            .allMatch(
                other -> other == but || to + AIR <= other.from() || other.to() + AIR <= from);
  }

  void draw() {
    for (Label label : labels) {
      Pen pen = sheet.pen();
      pen.text(label.name(), label.from(), baseline, Pen.Face.SMALL_STRONG, sheet.ink(Ink.TEXT));
      if (label.whole()) {
        double x = label.from() + pen.width(label.name(), Pen.Face.SMALL_STRONG) + 4;
        pen.text(label.more(), x, baseline, Pen.Face.SMALL, sheet.ink(Ink.MUTED));
      }
    }
  }
}
