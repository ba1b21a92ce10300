package dev.debrief.store;

import dev.debrief.model.Entry;
import java.util.List;

/**
 * One page of a search's results.
 *
 * @param entries by time, then by place
 * @param total how many there are in all
 */
public record Page(List<Entry> entries, long total) {
  public Page {
    entries = List.copyOf(entries);
  }
}
