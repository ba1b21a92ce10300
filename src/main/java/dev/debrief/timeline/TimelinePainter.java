package dev.debrief.timeline;

/**
 * Draws a scene with any pen: the same picture as SVG, as an image and on the screen. Costs what
 * the pixels cost, not the marks: what lies outside is skipped by halving, what crowds a pixel is
 * gathered.
 */
public final class TimelinePainter {
  private final Scene scene;
  private final Rows rows;
  private final boolean handles;

  /**
   * A painter of a scene.
   *
   * @param handles whether to draw what a pointer can take hold of, such as the signs that fold
   */
  public TimelinePainter(Scene scene, Rows rows, boolean handles) {
    this.scene = scene;
    this.rows = rows;
    this.handles = handles;
  }

  /** Where the lanes stand. */
  public Rows rows() {
    return rows;
  }

  /** Draws the part of the scene that a viewport shows. */
  public void paint(Viewport viewport, Emphasis emphasis, Palette palette, Pen pen) {
    Sheet sheet = Sheet.of(pen, palette, viewport, emphasis, scene);
    Ticks ticks = AxisArt.ticks(viewport, pen);
    double top = Viewport.AXIS;
    double pinned = top + rows.pinnedHeight();
    double bottom = Math.min(viewport.height(), top + rows.height() - viewport.scroll());
    double all = Math.max(bottom, viewport.height());
    pen.fill(0, 0, viewport.width(), viewport.height(), palette.of(Ink.SURFACE));
    pen.fill(0, top, viewport.gutter(), viewport.height() - top, palette.of(Ink.RAISED));

    pen.clip(viewport.gutter(), top, viewport.width() - viewport.gutter(), all - top);
    Backdrop.outages(sheet, scene, top, all);
    AxisArt.grid(sheet, ticks, top, all);
    Backdrop.decisive(sheet, scene, top, all);
    pen.unclip();

    lanes(sheet, pinned, viewport.height(), top - viewport.scroll(), false);
    if (rows.pinnedHeight() > 0) {
      lanes(sheet, top, pinned, top, true);
      pen.line(
          0, pinned - 0.5, viewport.width(), pinned - 0.5, palette.of(Ink.RULE), 1, Pen.Dash.SOLID);
    }
    pen.clip(viewport.gutter(), top, viewport.width() - viewport.gutter(), all - top);
    Backdrop.above(sheet, scene, top, all);
    pen.unclip();
    double edge = viewport.gutter() - 0.5;
    AxisArt.axis(sheet, scene, ticks);
    pen.line(edge, 0, edge, viewport.height(), palette.of(Ink.RULE), 1, Pen.Dash.SOLID);
  }

  /** What lies under a point of what {@link #paint} draws. */
  public Hit hit(Viewport viewport, double x, double y) {
    return new HitTest(scene, rows, viewport).at(x, y);
  }

  /** The rows between two heights of the drawing, moved by an offset. */
  private void lanes(Sheet sheet, double from, double to, double offset, boolean pinned) {
    Pen pen = sheet.pen();
    pen.clip(sheet.left(), from, sheet.right() - sheet.left(), to - from);
    for (Rows.Row row : rows.rows()) {
      if (row instanceof Rows.Body body && seen(body, from, to, offset, pinned)) {
        double y = body.y() + offset;
        pen.fill(
            sheet.left(),
            y + body.height() - 1,
            sheet.right() - sheet.left(),
            1,
            sheet.ink(Ink.GRID));
        lane(sheet, body, y);
      }
    }
    pen.unclip();
    pen.clip(0, from, sheet.left(), to - from);
    for (Rows.Row row : rows.rows()) {
      if (seen(row, from, to, offset, pinned)) {
        switch (row) {
          case Rows.Heading heading -> GutterArt.heading(sheet, heading, row.y() + offset, handles);
          case Rows.Body body -> GutterArt.title(sheet, body, row.y() + offset, handles);
        }
      }
    }
    pen.unclip();
  }

  private static boolean seen(Rows.Row row, double from, double to, double offset, boolean pinned) {
    double y = row.y() + offset;
    boolean isPinned = row instanceof Rows.Body body && body.pinned();
    return y + row.height() >= from && y <= to && isPinned == pinned;
  }

  private void lane(Sheet sheet, Rows.Body body, double y) {
    Scene.Strand strand = body.strand();
    Lane lane = strand.lane();
    double height = body.height();
    if (body.folded()) {
      low(sheet, strand, y, height);
      return;
    }
    switch (lane.kind()) {
      case MACHINE -> {
        if (!lane.series().isEmpty()) {
          StripArt.counts(sheet, scene.timeline().density(), lane.series(), y, height);
        }
        BarArt.bursts(sheet, strand.bands(), y + 3);
        LifeArt.draw(
            sheet, strand.bars(), strand.sums(), y + MachineRow.BAR, MachineRow.BAR_HEIGHT);
        PointArt.exits(sheet, strand.points(), y + MachineRow.EXITS);
      }
      case CHANGES -> {
        BarArt.bars(sheet, strand.bars(), y, height, false);
        PointArt.changes(sheet, strand.points(), y, height);
      }
      case NOTES, CAUSES, SIGNAL -> PointArt.plain(sheet, strand.points(), y, height);
      case OUTAGE, SILENCE, SOURCE -> BarArt.bars(sheet, strand.bars(), y, height, false);
      case ERROR -> {
        if (!lane.series().isEmpty()) {
          StripArt.heat(sheet, scene.timeline().density(), lane.series(), y, height);
        }
        BarArt.bars(sheet, strand.bars(), y, height, false);
      }
      case REQUESTS -> counts(sheet, lane, Density.FAILURES, y, height);
      case LOG -> counts(sheet, lane, Density.ERRORS, y, height);
    }
  }

  private void counts(Sheet sheet, Lane lane, String bad, double y, double height) {
    StripArt.counts(sheet, scene.timeline().density(), lane.series(), bad, y, height);
  }

  private void low(Sheet sheet, Scene.Strand strand, double y, double height) {
    Lane lane = strand.lane();
    if (lane.kind() == LaneKind.MACHINE && lane.series().isEmpty()) {
      LifeArt.draw(sheet, strand.bars(), strand.sums(), y + 1, height - 2);
    } else if (!lane.series().isEmpty()) {
      StripArt.heat(sheet, scene.timeline().density(), lane.series(), y - 2, height + 4);
    } else {
      BarArt.bars(sheet, strand.bars(), y, height, true);
    }
    if (lane.kind() != LaneKind.MACHINE) {
      PointArt.low(sheet, strand.points(), y, height);
    }
  }
}
