package dev.debrief.desktop.session;

import dev.debrief.model.Entry;
import dev.debrief.model.Evidence;
import java.util.List;
import java.util.function.Consumer;

/** Finds the entries behind evidence, off the window's thread. */
@FunctionalInterface
public interface LineLookup {
  /** Hands over, on the window's thread, the entries found, in the order asked. */
  void find(List<Evidence> evidence, Consumer<List<Entry>> found);
}
