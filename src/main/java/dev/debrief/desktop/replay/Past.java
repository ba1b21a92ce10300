package dev.debrief.desktop.replay;

import dev.debrief.model.Progress;
import java.io.IOException;
import java.time.Instant;

/** What tells how the open case looked at an instant. Called off the window's thread. */
@FunctionalInterface
public interface Past {
  /** What could be known then: from the lines stamped until then and nothing later. */
  Known at(Instant until, Progress progress) throws IOException;
}
