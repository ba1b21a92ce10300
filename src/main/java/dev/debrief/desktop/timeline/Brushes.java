package dev.debrief.desktop.timeline;

import dev.debrief.model.TimeRange;
import dev.debrief.timeline.Nanos;
import dev.debrief.timeline.TimeScale;
import java.time.Instant;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/** The range that a reader brushed, and the baseline it is held against. */
public final class Brushes {
  private final ObjectProperty<@Nullable TimeRange> range = new SimpleObjectProperty<>();
  private final ObjectProperty<@Nullable TimeRange> second = new SimpleObjectProperty<>();
  private final ObjectProperty<List<TimeRange>> baseline = new SimpleObjectProperty<>(List.of());
  private final BooleanProperty choosing = new SimpleBooleanProperty();
  private long anchor;
  private long free;

  Brushes() {}

  /** The brushed range; null where there is none. */
  public ObjectProperty<@Nullable TimeRange> rangeProperty() {
    return range;
  }

  /** The baseline as the reader brushed it; null where none was. */
  public ObjectProperty<@Nullable TimeRange> secondProperty() {
    return second;
  }

  /** What the range is compared with, as it is drawn. */
  public ObjectProperty<List<TimeRange>> baselineProperty() {
    return baseline;
  }

  /** Whether the next brush is the baseline. */
  public BooleanProperty choosingProperty() {
    return choosing;
  }

  /** Brushes between two instants: the baseline where that is to be chosen. */
  void between(long one, long other) {
    anchor = one;
    free = other;
    if (one != other) {
      TimeRange brushed =
          new TimeRange(Nanos.instant(Math.min(one, other)), Nanos.instant(Math.max(one, other)));
      (choosing.get() ? second : range).set(brushed);
    }
  }

  /** A brush that was being drawn is done. */
  void done() {
    choosing.set(false);
  }

  /** Moves the free edge by pixels; begins at an instant where nothing is brushed yet. */
  Instant extend(double pixels, TimeScale scale, Instant begin) {
    ObjectProperty<@Nullable TimeRange> brushed = choosing.get() ? second : range;
    TimeRange now = brushed.get();
    boolean ours =
        now != null
            && Nanos.of(now.from()) == Math.min(anchor, free)
            && Nanos.of(now.to()) == Math.max(anchor, free);
    if (!ours) {
      anchor = now == null ? Nanos.of(begin) : Nanos.of(now.from());
      free = now == null ? anchor : Nanos.of(now.to());
    }
    long next = scale.at(scale.x(free) + pixels);
    between(anchor, next == anchor ? next + (pixels > 0 ? 1 : -1) : next);
    return Nanos.instant(free);
  }
}
