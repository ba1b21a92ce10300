package dev.debrief.timeline;

import dev.debrief.model.TimeRange;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A case over time, ready to be drawn.
 *
 * @param app the app's name, or empty
 * @param extent from the first to the last instant that anything is known of
 * @param focus what a reader wants to see first: the outages with some air around them, or what the
 *     logs cover
 * @param lanes from top to bottom
 * @param gaps where the log is missing, drawn across all lanes
 * @param density the counts behind the lanes' series
 */
public record Timeline(
    String app,
    TimeRange extent,
    TimeRange focus,
    List<Lane> lanes,
    List<Mark.Gap> gaps,
    Density density) {
  public Timeline {
    lanes = List.copyOf(lanes);
    gaps = List.copyOf(gaps);
  }

  /** The outages, in order of time. */
  public List<Mark.Outage> outages() {
    return lanes.stream()
        .filter(lane -> lane.kind() == LaneKind.OUTAGE)
        .flatMap(lane -> lane.marks().stream())
        .filter(Mark.Outage.class::isInstance)
        .map(Mark.Outage.class::cast)
        .toList();
  }

  /** Whether there is nothing on it. */
  public boolean isEmpty() {
    return lanes.isEmpty();
  }

  /** The lane with that id. */
  public Optional<Lane> lane(String id) {
    return lanes.stream().filter(lane -> lane.id().equals(id)).findFirst();
  }

  /**
   * The same as far as it could be known at an instant: later marks are gone, running ones end
   * there. Verdicts are those of the conclusions it was made from; a caller that wants those of the
   * time concludes anew from the records until then.
   */
  public Timeline until(Instant now) {
    return Cut.at(this, now);
  }
}
