package dev.debrief.desktop.compare;

import dev.debrief.analysis.compare.Comparison;
import dev.debrief.model.Progress;
import dev.debrief.model.TimeRange;
import java.io.IOException;
import java.util.List;

/** What compares two stretches of the open case. Called off the window's thread. */
public interface Comparing {
  /** When the log speaks at all. */
  List<TimeRange> covered(Progress progress) throws IOException;

  /** What differs. */
  Comparison compare(TimeRange range, List<TimeRange> baseline, Progress progress)
      throws IOException;
}
