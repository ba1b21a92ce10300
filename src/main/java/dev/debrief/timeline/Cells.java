package dev.debrief.timeline;

import java.util.ArrayList;
import java.util.List;

/**
 * Points gathered where they would overlap. Cells lie on a lattice of time, so that what is
 * gathered stays so while the picture is panned.
 *
 * @param cells in order of time
 */
record Cells(List<Cell> cells) {
  /** How wide a cell is, in pixels. */
  static final double WIDTH = 10;

  /**
   * Points that fall together.
   *
   * @param mark the most telling of them
   * @param x where that one lies
   * @param first where the first of them lies
   * @param last where the last of them lies
   */
  record Cell(Mark mark, int count, double x, double first, double last) {}

  /** The points of a track that can be seen, and those whose sign still reaches in. */
  static Cells of(Track track, Viewport viewport) {
    TimeScale scale = viewport.scale();
    List<Cell> cells = new ArrayList<>();
    if (track.size() == 0) {
      return new Cells(cells);
    }
    double cellTime = scale.perPixel() * WIDTH;
    long base = scale.folds().drawn(track.starts()[0]);
    long from = scale.at(-WIDTH);
    int end = track.firstAfter(scale.at(scale.width() + WIDTH));
    int i = track.firstReaching(from);
    while (i < end) {
      if (track.ends()[i] < from) {
        i++;
        continue;
      }
      double cell = Math.floor((scale.folds().drawn(track.starts()[i]) - base) / cellTime);
      long until = scale.folds().real(base + (long) Math.ceil((cell + 1) * cellTime));
      int best = i;
      int next = i + 1;
      while (next < end && track.starts()[next] < until) {
        if (track.ranks()[next] < track.ranks()[best]) {
          best = next;
        }
        next++;
      }
      cells.add(
          new Cell(
              track.marks().get(best),
              next - i,
              viewport.gutter() + scale.x(track.starts()[best]),
              viewport.gutter() + scale.x(track.starts()[i]),
              viewport.gutter() + scale.x(track.starts()[next - 1])));
      i = next;
    }
    return new Cells(cells);
  }
}
