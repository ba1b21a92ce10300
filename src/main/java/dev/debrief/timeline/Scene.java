package dev.debrief.timeline;

import java.util.ArrayList;
import java.util.List;

/**
 * A timeline made ready to be drawn many times. Immutable; drawing and hit-testing ask the same
 * scene. Making one is linear in the marks.
 */
public final class Scene {
  private final Timeline timeline;
  private final List<Strand> strands;
  private final Track gaps;

  /**
   * One lane's marks by how they are drawn.
   *
   * @param bars what fills the lane's height over a stretch
   * @param points what is drawn as a glyph
   * @param bands what is drawn as a bracket over the bars
   * @param sums of a machine's bars
   */
  public record Strand(Lane lane, Track bars, Track points, Track bands, LifeSums sums) {}

  private Scene(Timeline timeline, List<Strand> strands, Track gaps) {
    this.timeline = timeline;
    this.strands = strands;
    this.gaps = gaps;
  }

  /** The scene of a timeline. */
  public static Scene of(Timeline timeline) {
    return new Scene(
        timeline, timeline.lanes().stream().map(Scene::strand).toList(), Track.of(timeline.gaps()));
  }

  /** What it shows. */
  public Timeline timeline() {
    return timeline;
  }

  List<Strand> strands() {
    return strands;
  }

  Track gaps() {
    return gaps;
  }

  private static Strand strand(Lane lane) {
    List<Mark> bars = new ArrayList<>();
    List<Mark> points = new ArrayList<>();
    List<Mark> bands = new ArrayList<>();
    for (Mark mark : lane.marks()) {
      switch (mark) {
        case Mark.Life ignored -> bars.add(mark);
        case Mark.Coverage ignored -> bars.add(mark);
        case Mark.Running ignored -> bars.add(mark);
        case Mark.Outage ignored -> bars.add(mark);
        case Mark.Silence ignored -> bars.add(mark);
        case Mark.Seen ignored -> bars.add(mark);
        case Mark.Gap ignored -> bars.add(mark);
        case Mark.Burst ignored -> bands.add(mark);
        case Mark.Exit ignored -> points.add(mark);
        case Mark.Changed ignored -> points.add(mark);
        case Mark.Signal ignored -> points.add(mark);
        case Mark.Concluded ignored -> points.add(mark);
        case Mark.Noted ignored -> points.add(mark);
      }
    }
    Track track = Track.of(bars);
    LifeSums sums = lane.kind() == LaneKind.MACHINE ? LifeSums.of(track) : LifeSums.NONE;
    return new Strand(lane, track, Track.of(points), Track.of(bands), sums);
  }
}
