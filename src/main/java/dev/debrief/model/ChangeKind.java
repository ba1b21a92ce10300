package dev.debrief.model;

/** What a change was. */
public enum ChangeKind {
  /** A new image. */
  DEPLOY,
  /** The image of the release before: secrets, settings, a restart. */
  CONFIG,
  /** An image seen earlier. */
  ROLLBACK,
  SCALE,
  COMMIT,
  STOP,
  START,
  OTHER
}
