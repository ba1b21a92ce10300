package dev.debrief.timeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where the lanes of a scene stand, from 0 at the top of the first.
 *
 * @param rows from top to bottom
 * @param pinnedHeight how much of the top does not scroll
 * @param height of all rows
 */
public record Rows(List<Row> rows, double pinnedHeight, double height) {
  private static final double HEADING = 20;
  private static final double FOLDED = 9;
  private static final double PADDING = 4;

  /** A row: a heading over lanes of one kind, or one lane. */
  public sealed interface Row {
    /** Its upper edge. */
    double y();

    /** Its height. */
    double height();

    /** What kind of lanes it belongs to. */
    LaneKind kind();
  }

  /**
   * A heading.
   *
   * @param count how many lanes stand under it
   */
  public record Heading(double y, double height, LaneKind kind, int count, boolean folded)
      implements Row {}

  /**
   * A lane.
   *
   * @param strand its marks, ready to be drawn
   */
  public record Body(double y, double height, Scene.Strand strand, boolean folded, boolean pinned)
      implements Row {
    @Override
    public LaneKind kind() {
      return lane().kind();
    }

    /** The lane. */
    public Lane lane() {
      return strand.lane();
    }
  }

  /** Lays the lanes out. */
  public static Rows of(Scene scene, Arrangement arrangement) {
    List<Scene.Strand> shown = arrangement.arranged(scene.strands());
    List<Row> rows = new ArrayList<>();
    double y = 0;
    double pinnedHeight = 0;
    LaneKind last = null;
    for (Scene.Strand strand : shown) {
      Lane lane = strand.lane();
      boolean pinned = arrangement.pinned().contains(lane.id());
      boolean folded = arrangement.folds(lane);
      if (!pinned && lane.kind() != last) {
        int count = count(shown, lane.kind(), arrangement);
        boolean kindFolded = arrangement.foldedKinds().contains(lane.kind());
        if (grouped(lane.kind())) {
          rows.add(new Heading(y, HEADING, lane.kind(), count, kindFolded));
          y += HEADING;
        } else if (last != null) {
          y += PADDING;
        }
        last = lane.kind();
      }
      double height = folded ? FOLDED : height(lane);
      rows.add(new Body(y, height, strand, folded, pinned));
      y += height;
      if (pinned) {
        pinnedHeight = y;
      }
    }
    return new Rows(List.copyOf(rows), pinnedHeight, y);
  }

  private static int count(List<Scene.Strand> shown, LaneKind kind, Arrangement arrangement) {
    return (int)
        shown.stream()
            .filter(s -> s.lane().kind() == kind)
            .filter(s -> !arrangement.pinned().contains(s.lane().id()))
            .count();
  }

  /** Whether lanes of a kind come in numbers and stand under a heading. */
  public static boolean grouped(LaneKind kind) {
    return switch (kind) {
      case MACHINE, SIGNAL, SILENCE, ERROR, SOURCE -> true;
      case OUTAGE, NOTES, CHANGES, CAUSES, REQUESTS, LOG -> false;
    };
  }

  private static double height(Lane lane) {
    return switch (lane.kind()) {
      case OUTAGE -> 32;
      case NOTES -> 26;
      case CHANGES -> lane.id().equals("commits") ? 22 : 56;
      case CAUSES -> 24;
      case MACHINE -> 40;
      case SIGNAL -> 24;
      case SILENCE -> 28;
      case ERROR -> 22;
      case REQUESTS -> 40;
      case LOG -> 36;
      case SOURCE -> 20;
    };
  }

  /** The row at a height, none between or below the rows. */
  public Optional<Row> at(double y) {
    return rows.stream().filter(row -> y >= row.y() && y < row.y() + row.height()).findFirst();
  }

  /** Where a lane stands. */
  Optional<Body> body(String lane) {
    return rows.stream()
        .filter(Body.class::isInstance)
        .map(Body.class::cast)
        .filter(body -> body.strand().lane().id().equals(lane))
        .findFirst();
  }
}
