package dev.debrief.timeline;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds what lies under a point, from the same scene and the same gathering as the drawing. */
final class HitTest {
  /** How near a point must be to a sign or a thin bar, in pixels. */
  private static final double REACH = 7;

  private final Scene scene;
  private final Rows rows;
  private final Viewport viewport;

  HitTest(Scene scene, Rows rows, Viewport viewport) {
    this.scene = scene;
    this.rows = rows;
    this.viewport = viewport;
  }

  Hit at(double x, double y) {
    boolean gutter = x < viewport.gutter();
    Instant at = Nanos.instant(viewport.scale().at(Math.max(0, x - viewport.gutter())));
    Optional<Rows.Row> row = row(y);
    if (gutter || row.isEmpty() || !(row.get() instanceof Rows.Body body)) {
      return new Hit(row, gutter, at, gutter ? Optional.empty() : gap(x), 1, Optional.empty());
    }
    double inside = y - top(body);
    Found found = found(body, x, inside);
    return new Hit(
        row, false, at, Optional.ofNullable(found.mark()), found.gathered(), count(body, x));
  }

  private double top(Rows.Body body) {
    return Viewport.AXIS + body.y() - (body.pinned() ? 0 : viewport.scroll());
  }

  private Optional<Rows.Row> row(double y) {
    double below = y - Viewport.AXIS;
    if (below < 0 || y > viewport.height()) {
      return Optional.empty();
    }
    return rows.at(below < rows.pinnedHeight() ? below : below + viewport.scroll());
  }

  private record Found(@Nullable Mark mark, int gathered) {
    static final Found NOTHING = new Found(null, 1);
  }

  private Found found(Rows.Body body, double x, double inside) {
    Scene.Strand strand = body.strand();
    boolean machine = body.kind() == LaneKind.MACHINE && !body.folded();
    boolean changes = body.kind() == LaneKind.CHANGES && !body.folded();
    boolean signs = !machine || inside > MachineRow.BAR + MachineRow.BAR_HEIGHT;
    boolean ribbon = changes && inside > body.height() - 18;
    if (signs && !ribbon) {
      Found sign = sign(strand.points(), x);
      if (sign.mark() != null) {
        return sign;
      }
    }
    if (machine && inside < MachineRow.BAR) {
      Mark burst = stretch(strand.bands(), x);
      if (burst != null) {
        return new Found(burst, 1);
      }
    }
    if (!changes || ribbon) {
      Mark bar = stretch(strand.bars(), x);
      if (bar != null) {
        return new Found(bar, 1);
      }
    }
    return new Found(gap(x).orElse(null), 1);
  }

  private Found sign(Track track, double x) {
    Found best = Found.NOTHING;
    double nearest = REACH;
    for (Cells.Cell cell : Cells.of(track, viewport).cells()) {
      double end = viewport.gutter() + viewport.scale().x(Nanos.of(cell.mark().end()));
      double from = Math.min(cell.first(), cell.x());
      double to = Math.max(cell.last(), end);
      double off = x < from ? from - x : x > to ? x - to : 0;
      double away = off > 0 ? off : Math.min(REACH / 2, Math.abs(x - cell.x()) / 4);
      if (away < nearest) {
        nearest = away;
        best = new Found(cell.mark(), cell.count());
      }
    }
    return best;
  }

  /** The shortest stretch over a pixel: a long one must not hide what lies in it. */
  private @Nullable Mark stretch(Track track, double x) {
    TimeScale scale = viewport.scale();
    long from = scale.at(x - viewport.gutter() - 2);
    long to = scale.at(x - viewport.gutter() + 2);
    Mark best = null;
    long shortest = Long.MAX_VALUE;
    int end = track.firstAfter(to);
    for (int i = track.firstReaching(from); i < end; i++) {
      long length = track.ends()[i] - track.starts()[i];
      if (track.ends()[i] >= from && length < shortest) {
        shortest = length;
        best = track.marks().get(i);
      }
    }
    return best;
  }

  private Optional<Mark> gap(double x) {
    return Optional.ofNullable(stretch(scene.gaps(), x));
  }

  private Optional<Hit.Count> count(Rows.Body body, double x) {
    String series = body.lane().series();
    if (series.isEmpty() || viewport.scale().folded()) {
      return Optional.empty();
    }
    Density density = scene.timeline().density();
    StripArt.Columns columns = StripArt.Columns.of(density, series, viewport);
    int column = columns.at(x);
    if (column < 0) {
      return Optional.empty();
    }
    Optional<Long> bad =
        bad(body.kind()).map(key -> StripArt.Columns.of(density, key, viewport).counts()[column]);
    long from = viewport.scale().at(columns.left() - viewport.gutter() + column * columns.width());
    long to = from + Math.round(columns.nanos());
    return Optional.of(
        new Hit.Count(Nanos.instant(from), Nanos.instant(to), columns.counts()[column], bad));
  }

  private static Optional<String> bad(LaneKind kind) {
    return kind == LaneKind.REQUESTS
        ? Optional.of(Density.FAILURES)
        : kind == LaneKind.LOG ? Optional.of(Density.ERRORS) : Optional.empty();
  }
}
