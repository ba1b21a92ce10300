package dev.debrief.timeline;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Draws the glyphs of a lane, gathered where they crowd, and as many words as there is room for.
 */
final class PointArt {
  private static final double RADIUS = 5.5;
  private static final double SMALL = 4;
  private static final double AIR = 10;

  private final Sheet sheet;
  private final List<double[]> taken = new ArrayList<>();

  private PointArt(Sheet sheet) {
    this.sheet = sheet;
  }

  /** The changes of a lane with their names and verdicts. */
  static void changes(Sheet sheet, Track track, double y, double height) {
    boolean tall = height > 40;
    double middle = tall ? y + 14 : y + height / 2;
    PointArt art = new PointArt(sheet);
    List<Cells.Cell> cells = Cells.of(track, sheet.viewport()).cells();
    if (tall) {
      for (Cells.Cell cell : cells) {
        art.stem(cell, middle, y + height - 18);
      }
    }
    art.signs(cells, middle, RADIUS);
    art.labels(cells, middle + 4, tall ? middle + 18 : -1);
  }

  /** Exits under a machine's bars. */
  static void exits(Sheet sheet, Track track, double middle) {
    new PointArt(sheet).signs(Cells.of(track, sheet.viewport()).cells(), middle, SMALL);
  }

  /** Any other lane: signs, runs as lines, and words. */
  static void plain(Sheet sheet, Track track, double y, double height) {
    double middle = y + height / 2;
    PointArt art = new PointArt(sheet);
    List<Cells.Cell> cells = Cells.of(track, sheet.viewport()).cells();
    for (Cells.Cell cell : cells) {
      art.run(cell, middle);
    }
    art.signs(cells, middle, RADIUS);
    art.labels(cells, middle + 4, -1);
  }

  /** A lane drawn low: a tick for each cell. */
  static void low(Sheet sheet, Track track, double y, double height) {
    for (Cells.Cell cell : Cells.of(track, sheet.viewport()).cells()) {
      int colour = sheet.ink(Glyph.of(cell.mark()).ink());
      sheet.pen().fill(Sheet.snapped(cell.x()) - 1, y + 1, 2, height - 2, colour);
    }
  }

  private void stem(Cells.Cell cell, double from, double to) {
    int colour = sheet.ink(Glyph.of(cell.mark()).ink(), 0.6);
    double x = Math.floor(cell.x()) + 0.5;
    sheet.pen().line(x, from, x, to, colour, 1, Pen.Dash.SOLID);
  }

  private void run(Cells.Cell cell, double middle) {
    double end = sheet.x(Nanos.of(cell.mark().end()));
    if (end - cell.x() > 3) {
      int colour = sheet.ink(Glyph.of(cell.mark()).ink());
      double from = Math.max(sheet.left(), cell.x());
      double to = Math.min(sheet.right(), end);
      sheet.pen().line(from, middle, to, middle, colour, 1.5, Pen.Dash.SOLID);
      sheet.pen().line(end, middle - 3, end, middle + 3, colour, 1.5, Pen.Dash.SOLID);
      taken.add(new double[] {from, to});
    }
  }

  private void signs(List<Cells.Cell> cells, double y, double radius) {
    for (Cells.Cell cell : cells) {
      Glyph glyph = Glyph.of(cell.mark());
      if (cell.count() > 1) {
        double from = cell.first() - radius - 1;
        sheet
            .pen()
            .round(
                from,
                y - radius - 1,
                cell.last() + radius + 1 - from,
                radius * 2 + 2,
                radius,
                sheet.ink(glyph.ink(), 0.18));
      }
      if (sheet.emphasis().holds(cell.mark())) {
        sheet.pen().disc(cell.x(), y, radius + 3, sheet.ink(Ink.ACCENT, 0.28));
        sheet.pen().ring(cell.x(), y, radius + 3, sheet.ink(Ink.ACCENT), 1.5);
      }
      glyph.draw(sheet.pen(), sheet.palette(), cell.x(), y, radius);
      taken.add(new double[] {cell.first() - radius - 3, cell.last() + radius + 3});
    }
  }

  /** Words beside the signs, the most telling first, where nothing else stands. */
  private void labels(List<Cells.Cell> cells, double baseline, double second) {
    List<Cells.Cell> order = new ArrayList<>(cells);
    order.sort(
        Comparator.comparingInt((Cells.Cell c) -> Glyph.rank(c.mark()))
            .thenComparingDouble(Cells.Cell::x));
    for (Cells.Cell cell : order) {
      Words words = Words.of(cell);
      boolean two = second >= 0 && !words.more().isEmpty();
      double wide = sheet.pen().width(words.name(), Pen.Face.SMALL_STRONG);
      if (two) {
        wide = Math.max(wide, sheet.pen().width(words.more(), Pen.Face.SMALL));
      }
      double from = cell.last() + RADIUS + 4;
      if (words.name().isEmpty() || from + wide > sheet.right() || from < sheet.left()) {
        continue;
      }
      double to = from + wide;
      if (taken.stream().anyMatch(t -> t[0] < to + 2 && t[1] > from)) {
        continue;
      }
      taken.add(new double[] {from, to + AIR});
      sheet.pen().text(words.name(), from, baseline, Pen.Face.SMALL_STRONG, sheet.ink(Ink.TEXT));
      if (two) {
        sheet.pen().text(words.more(), from, second, Pen.Face.SMALL, sheet.ink(Ink.MUTED));
      }
    }
  }

  /** What is written beside a sign. */
  private record Words(String name, String more) {
    static Words of(Cells.Cell cell) {
      Words one = of(cell.mark());
      return cell.count() == 1 || one.name().isEmpty()
          ? one
          : new Words(one.name() + " +" + Wording.number(cell.count() - 1), one.more());
    }

    private static Words of(Mark mark) {
      return switch (mark) {
        case Mark.Changed m -> new Words(PlainText.line(m.change()), more(m));
        case Mark.Signal m ->
            new Words(m.details().count() > 1 ? "×" + Wording.number(m.details().count()) : "", "");
        case Mark.Concluded m -> new Words(PlainText.line(m.title()), "");
        case Mark.Noted m -> new Words(PlainText.line(m.annotation().text()), "");
        case Mark.Coverage ignored -> NONE;
        case Mark.Running ignored -> NONE;
        case Mark.Life ignored -> NONE;
        case Mark.Exit ignored -> NONE;
        case Mark.Burst ignored -> NONE;
        case Mark.Silence ignored -> NONE;
        case Mark.Gap ignored -> NONE;
        case Mark.Outage ignored -> NONE;
        case Mark.Seen ignored -> NONE;
      };
    }

    private static final Words NONE = new Words("", "");

    private static String more(Mark.Changed change) {
      dev.debrief.model.@Nullable Verdict verdict = change.verdict();
      return verdict == null ? Wording.change(change.kind()) : Wording.verdict(verdict);
    }
  }
}
