package dev.debrief.timeline;

import dev.debrief.model.Verdict;
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

  /** So many of one sign in a row are drawn as a rug. */
  private static final int CROWD = 6;

  private final Sheet sheet;
  private final List<Taken> taken = new ArrayList<>();

  /** Where something stands. */
  private record Taken(double from, double to) {
    boolean overlaps(double begin, double end) {
      return from < end + 2 && to > begin;
    }
  }

  private PointArt(Sheet sheet) {
    this.sheet = sheet;
  }

  /** The changes of a lane with their names and verdicts. */
  static void changes(Sheet sheet, Track track, double y, double height) {
    boolean tall = height > 40;
    double middle = tall ? y + 25 : y + height / 2;
    PointArt art = new PointArt(sheet);
    List<Cells.Cell> cells = Cells.of(track, sheet.viewport()).cells();
    if (tall) {
      for (Cells.Cell cell : cells) {
        art.stem(cell, middle, y + height - 18);
      }
    }
    art.signs(cells, middle, RADIUS);
    if (tall) {
      art.above(cells, y + 13);
    } else {
      art.beside(cells, middle + 4);
    }
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
    art.beside(cells, middle + 4);
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

  /** A mark that lasts: a line to its end, its sign kept in sight. */
  private void run(Cells.Cell cell, double middle) {
    double end = sheet.x(Nanos.of(cell.mark().end()));
    if (end - cell.x() <= 3) {
      return;
    }
    Glyph glyph = Glyph.of(cell.mark());
    int colour = sheet.ink(glyph.ink());
    double from = Math.max(sheet.left(), cell.x());
    double to = Math.min(sheet.right(), end);
    sheet.pen().fill(from, middle - 0.75, to - from, 1.5, colour);
    sheet.pen().fill(end - 1, middle - 4, 1.5, 8, colour);
    if (cell.x() < sheet.left() + RADIUS && to > sheet.left() + 4 * RADIUS) {
      glyph.draw(sheet.pen(), sheet.palette(), sheet.left() + 2 * RADIUS, middle, RADIUS);
    }
    taken.add(new Taken(from, to));
  }

  private void signs(List<Cells.Cell> cells, double y, double radius) {
    for (int i = 0; i < cells.size(); ) {
      int end = i + 1;
      while (end < cells.size() && adjoins(cells.get(end - 1), cells.get(end), radius)) {
        end++;
      }
      if (end - i >= CROWD) {
        crowd(cells.subList(i, end), y, radius);
      } else {
        for (Cells.Cell cell : cells.subList(i, end)) {
          sign(cell, y, radius);
        }
      }
      i = end;
    }
  }

  private static boolean adjoins(Cells.Cell one, Cells.Cell next, double radius) {
    return Glyph.of(one.mark()).shape() == Glyph.of(next.mark()).shape()
        && next.first() - one.last() < Math.max(2 * radius + 4, Cells.WIDTH + 6);
  }

  /** The same sign over and over: its first and its last, and a rug of ticks between. */
  private void crowd(List<Cells.Cell> cells, double y, double radius) {
    Cells.Cell first = cells.getFirst();
    Cells.Cell last = cells.getLast();
    Glyph glyph = Glyph.of(first.mark());
    double from = first.first() - radius - 1;
    double to = last.last() + radius + 1;
    sheet
        .pen()
        .fill(
            Sheet.snapped(from),
            Sheet.snapped(y - radius),
            Sheet.snapped(to - from),
            Sheet.snapped(radius * 2),
            sheet.ink(glyph.ink(), 0.13));
    int most = 1;
    for (Cells.Cell cell : cells) {
      most = Math.max(most, cell.count());
    }
    for (Cells.Cell cell : cells.subList(1, cells.size() - 1)) {
      double tall = Math.rint(3 + (2 * radius - 3) * Math.log1p(cell.count()) / Math.log1p(most));
      double x = Sheet.snapped((cell.first() + cell.last()) / 2);
      // Whole pixels: a renderer in software draws them many times faster.
      sheet.pen().fill(x, Sheet.snapped(y - tall / 2), 1, tall, sheet.ink(glyph.ink()));
      highlight(cell, y, radius);
    }
    highlight(first, y, radius);
    highlight(last, y, radius);
    glyph.draw(sheet.pen(), sheet.palette(), first.first(), y, radius);
    glyph.draw(sheet.pen(), sheet.palette(), last.last(), y, radius);
    taken.add(new Taken(from - 2, to + 2));
  }

  private void sign(Cells.Cell cell, double y, double radius) {
    Glyph glyph = Glyph.of(cell.mark());
    if (cell.count() > 1) {
      double from = cell.first() - radius - 1;
      double wide = cell.last() + radius + 1 - from;
      int colour = sheet.ink(glyph.ink(), 0.18);
      sheet.pen().round(from, y - radius - 1, wide, radius * 2 + 2, radius, colour);
    }
    highlight(cell, y, radius);
    glyph.draw(sheet.pen(), sheet.palette(), cell.x(), y, radius);
    taken.add(new Taken(cell.first() - radius - 3, cell.last() + radius + 3));
  }

  private void highlight(Cells.Cell cell, double y, double radius) {
    if (sheet.emphasis().holds(cell.mark())) {
      sheet.pen().disc(cell.x(), y, radius + 3, sheet.ink(Ink.ACCENT, 0.28));
      sheet.pen().ring(cell.x(), y, radius + 3, sheet.ink(Ink.ACCENT), 1.5);
    }
  }

  /**
   * Words in a row of their own over the signs: they cover nothing. First the names of what began
   * or ended the failing, then what those did, then the others, as there is room.
   */
  private void above(List<Cells.Cell> cells, double baseline) {
    LabelRow row = new LabelRow(sheet, baseline);
    List<Cells.Cell> seen =
        byRank(cells).stream()
            .filter(cell -> cell.x() >= sheet.left() && cell.x() <= sheet.right())
            .filter(cell -> !Words.of(cell).name().isEmpty())
            .toList();
    for (boolean telling : new boolean[] {true, false}) {
      for (Cells.Cell cell : seen) {
        if (decisive(cell.mark()) == telling) {
          row.place(cell.x(), Words.of(cell).name(), Words.of(cell).more());
        }
      }
      row.extend();
    }
    row.draw();
  }

  private static boolean decisive(Mark mark) {
    return mark instanceof Mark.Changed change
        && (change.verdict() == Verdict.INTRODUCED || change.verdict() == Verdict.FIXED);
  }

  /** Words beside the signs, the most telling first, where nothing else stands. */
  private void beside(List<Cells.Cell> cells, double baseline) {
    for (Cells.Cell cell : byRank(cells)) {
      String name = Words.of(cell).name();
      double from = cell.last() + RADIUS + 4;
      double to = from + sheet.pen().width(name, Pen.Face.SMALL_STRONG);
      if (name.isEmpty() || to > sheet.right() || from < sheet.left()) {
        continue;
      }
      if (!sheet.hides(from, to) && taken.stream().noneMatch(t -> t.overlaps(from, to))) {
        taken.add(new Taken(from, to + AIR));
        sheet.pen().text(name, from, baseline, Pen.Face.SMALL_STRONG, sheet.ink(Ink.TEXT));
      }
    }
  }

  /** What began it counts from the first on, what ended it from the last. */
  private static double order(Cells.Cell cell) {
    boolean fix = cell.mark() instanceof Mark.Changed m && m.verdict() == Verdict.FIXED;
    return fix ? -cell.x() : cell.x();
  }

  private static List<Cells.Cell> byRank(List<Cells.Cell> cells) {
    return cells.stream()
        .sorted(
            Comparator.comparingInt((Cells.Cell c) -> Glyph.rank(c.mark()))
                .thenComparingDouble(PointArt::order))
        .toList();
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
      @Nullable Verdict verdict = change.verdict();
      return verdict == null ? Wording.change(change.kind()) : Wording.verdict(verdict);
    }
  }
}
