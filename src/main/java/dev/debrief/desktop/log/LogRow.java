package dev.debrief.desktop.log;

import dev.debrief.model.Entry;

/** One row of the log table. */
public sealed interface LogRow {
  /** Its place among the matches, from 0. */
  int index();

  /** One whose entry is not here yet. */
  record Loading(int index) implements LogRow {}

  /**
   * One with its entry.
   *
   * @param gap the time since the row before as it is shown, or empty
   */
  record Loaded(int index, Entry entry, String gap) implements LogRow {}
}
