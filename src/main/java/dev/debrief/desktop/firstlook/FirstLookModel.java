package dev.debrief.desktop.firstlook;

import dev.debrief.desktop.timeline.TimelineModel;
import dev.debrief.model.Progress;
import dev.debrief.model.TimeRange;
import dev.debrief.timeline.Timeline;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** What is seen of a dump that is being read. Lives on the window's thread. */
public final class FirstLookModel {
  private final TimelineModel timeline = new TimelineModel();
  private final ReadOnlyBooleanWrapper on = new ReadOnlyBooleanWrapper();
  private final ReadOnlyLongWrapper records = new ReadOnlyLongWrapper();
  private final ReadOnlyStringWrapper doing = new ReadOnlyStringWrapper("");
  private Object watched = new Object();
  private TimeRange whole = TimelineModel.EMPTY.focus();

  /** The timeline of what was read so far. */
  public TimelineModel timeline() {
    return timeline;
  }

  /** Whether there is something to look at. */
  public ReadOnlyBooleanProperty onProperty() {
    return on.getReadOnlyProperty();
  }

  /** How many records were read. */
  public ReadOnlyLongProperty recordsProperty() {
    return records.getReadOnlyProperty();
  }

  /** What the import is at. */
  public ReadOnlyStringProperty doingProperty() {
    return doing.getReadOnlyProperty();
  }

  /** A way to watch the import that begins; what an earlier one still tells is not shown. */
  public Watch begin() {
    end();
    Object mine = watched;
    return progress ->
        new Reading(
            progress,
            (seen, count, what) -> Platform.runLater(() -> show(mine, seen, count, what)));
  }

  /** Makes a reading of an import's progress, on the import's thread. */
  public interface Watch {
    /** What sees the records and is told of the progress. */
    Reading over(Progress progress);
  }

  /** Nothing is to be seen any more: the import is done or over. */
  public void end() {
    watched = new Object();
    on.set(false);
    records.set(0);
    doing.set("");
    timeline.timelineProperty().set(TimelineModel.EMPTY);
  }

  /** Who has zoomed in stays there while the log grows. */
  private void show(Object whose, Timeline seen, long count, String what) {
    if (whose != watched) {
      return;
    }
    TimeRange before = timeline.camera().viewportProperty().get().scale().range();
    boolean zoomed = on.get() && !before.equals(whole);
    timeline.timelineProperty().set(seen);
    if (zoomed) {
      timeline.camera().show(before);
    } else {
      whole = timeline.camera().viewportProperty().get().scale().range();
    }
    records.set(count);
    doing.set(what);
    on.set(true);
  }
}
