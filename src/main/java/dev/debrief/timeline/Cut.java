package dev.debrief.timeline;

import dev.debrief.model.TimeRange;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** A timeline cut off at an instant. */
final class Cut {
  private Cut() {}

  static Timeline at(Timeline whole, Instant now) {
    List<Lane> lanes =
        whole.lanes().stream()
            .map(lane -> lane(lane, now))
            .filter(lane -> !lane.marks().isEmpty() || !lane.series().isEmpty())
            .toList();
    List<Mark.Gap> gaps =
        whole.gaps().stream()
            .filter(gap -> gap.start().isBefore(now))
            .map(gap -> (Mark.Gap) cut(gap, now))
            .toList();
    return new Timeline(
        whole.app(),
        whole.extent(),
        whole.focus(),
        lanes,
        gaps,
        new Until(whole.density(), Nanos.of(now)));
  }

  private static Lane lane(Lane lane, Instant now) {
    List<Mark> marks =
        lane.marks().stream()
            .filter(mark -> !mark.start().isAfter(now))
            .map(mark -> cut(mark, now))
            .toList();
    return new Lane(lane.id(), lane.kind(), lane.title(), lane.subtitle(), marks, lane.series());
  }

  private static Mark cut(Mark mark, Instant now) {
    if (!mark.end().isAfter(now)) {
      return mark;
    }
    TimeRange range = new TimeRange(mark.start(), now);
    return switch (mark) {
      case Mark.Coverage m -> new Mark.Coverage(range, m.source(), m.format(), 0, m.basis());
      case Mark.Running m -> new Mark.Running(range, m.version(), m.basis());
      case Mark.Life m -> new Mark.Life(range, m.machine(), m.state(), m.basis());
      case Mark.Burst m -> new Mark.Burst(range, m.machine(), m.count(), m.peak(), m.basis());
      case Mark.Signal m -> new Mark.Signal(range, m.machines(), m.details(), m.basis());
      case Mark.Silence m -> new Mark.Silence(range, m.details(), m.title(), m.basis());
      case Mark.Gap m -> new Mark.Gap(range, m.machines(), m.title(), m.basis());
      case Mark.Outage m -> new Mark.Outage(range, m.details(), m.title(), m.basis());
      case Mark.Concluded m ->
          new Mark.Concluded(range, m.kind(), m.title(), m.severity(), m.basis());
      case Mark.Seen m ->
          new Mark.Seen(range, m.signature(), m.template(), m.count(), m.isNew(), m.basis());
      case Mark.Noted m -> new Mark.Noted(range, m.annotation(), m.basis());
      case Mark.Changed m -> m;
      case Mark.Exit m -> m;
    };
  }

  /** Counts that end at an instant. */
  private record Until(Density whole, long now) implements Density {
    @Override
    public Set<String> keys() {
      return whole.keys();
    }

    @Override
    public long[] counts(String key, long from, long to, int buckets) {
      if (to <= now) {
        return whole.counts(key, from, to, buckets);
      }
      long[] counts = new long[buckets];
      double width = (double) (to - from) / buckets;
      int known = (int) Math.clamp(Math.floor((now - from) / width), 0, buckets);
      if (known > 0) {
        long[] before = whole.counts(key, from, from + Math.round(width * known), known);
        System.arraycopy(before, 0, counts, 0, known);
      }
      return counts;
    }
  }
}
