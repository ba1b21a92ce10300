package dev.debrief.desktop.session;

import dev.debrief.model.Change;
import dev.debrief.model.Evidence;
import dev.debrief.model.Finding;
import java.time.Instant;

/** What is selected: one thing for the whole window. */
public sealed interface Selection {
  /** Nothing is. */
  Selection NONE = new Nothing();

  /** Nothing selected. */
  record Nothing() implements Selection {}

  /** A finding. */
  record OfFinding(Finding finding) implements Selection {}

  /** A change. */
  record OfChange(Change change) implements Selection {}

  /** A log line. */
  record OfLine(Evidence evidence) implements Selection {}

  /** A moment of the timeline. */
  record OfInstant(Instant at) implements Selection {}
}
