package dev.debrief.desktop.compare;

import dev.debrief.analysis.compare.Baselines;
import dev.debrief.analysis.compare.Comparison;
import dev.debrief.model.TimeRange;
import java.util.List;
import java.util.Optional;
import javafx.concurrent.Task;

/** How far a comparison is. */
public sealed interface CompareState {
  /** Nothing was asked for. */
  record Nothing() implements CompareState {}

  /** It runs, and can be cancelled. */
  record Running(TimeRange range, Task<?> task) implements CompareState {}

  /** It was stopped. */
  record Stopped(TimeRange range) implements CompareState {}

  /**
   * It is done.
   *
   * @param possible the baselines that the log offers for this range
   * @param choice the one that was taken, empty where the reader brushed one
   */
  record Done(
      Comparison comparison, List<Baselines.Choice> possible, Optional<Baselines.Choice> choice)
      implements CompareState {
    public Done {
      possible = List.copyOf(possible);
    }
  }
}
