package dev.debrief.model;

/** One thing that a source told: a log line, or a fact from a history that was saved beside it. */
public sealed interface Entry
    permits LogRecord, Release, MachineEvent, MachineSnapshot, Commit, Operation, Unparsed {
  /** Its first line. */
  Evidence evidence();

  /** How many lines of the source it takes, its first included: at least 1. */
  int lines();

  /** When it happened, as far as the source tells. */
  Moment moment();

  /** The same entry at another moment. */
  Entry movedTo(Moment other);
}
