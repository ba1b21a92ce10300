package dev.debrief.desktop.findings;

import dev.debrief.investigation.Chapter;
import dev.debrief.model.Finding;

/** One row of the list of findings. */
public sealed interface FindingRow {
  /** A group's heading. */
  record Group(Chapter chapter, int count, boolean folded) implements FindingRow {}

  /** A finding. */
  record One(Finding finding, boolean dismissed, boolean drafted) implements FindingRow {}
}
