package dev.debrief.source;

import dev.debrief.model.Entry;

/** Where the entries of an input go. */
@FunctionalInterface
public interface EntrySink {
  /**
   * Takes the next entry. Entries come in the order in which their source tells them, unparsed
   * lines included; where a source lists the newest first they come turned round, so that among
   * entries of one instant the order of these calls, not of the line numbers, is the order of
   * events. Called from the reading thread.
   *
   * @throws dev.debrief.model.Progress.Cancelled to end the reading
   */
  void entry(Entry entry);

  /**
   * The same, for a sink that wants to know which format told it.
   *
   * @param format its name in the contract
   */
  default void entry(Entry entry, String format) {
    entry(entry);
  }
}
