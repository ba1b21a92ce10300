package dev.debrief.desktop.findings;

import dev.debrief.model.Finding;
import dev.debrief.model.FindingKind;
import dev.debrief.model.Severity;

/** One row of the list of findings. */
public sealed interface FindingRow {
  /** The heading of a kind. */
  record Group(FindingKind kind, int count, Severity worst, boolean folded) implements FindingRow {}

  /** A finding. */
  record One(Finding finding, boolean dismissed, boolean drafted) implements FindingRow {}
}
