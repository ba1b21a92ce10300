package dev.debrief.desktop.shell;

/** What stands beside the timeline. */
public enum SidePage {
  /** The story in short and all findings. */
  FINDINGS,
  /** One finding in full; beside the others where there is room. */
  FINDING,
  /** What differs in the brushed range. */
  COMPARE
}
