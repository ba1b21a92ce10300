package dev.debrief.model;

/** Which clock an instant was read from, so that a reader can judge it. */
public enum Clock {
  /** The platform's own stamp on the line. */
  PLATFORM,
  /** The program's clock inside the message, which refined a coarser stamp. */
  RUNTIME,
  /** The nanosecond stamp of a Firecracker line. */
  FIRECRACKER,
  /** The kernel's seconds since boot, added to the boot's time. */
  KERNEL,
  /** A machine event's stamp. */
  EVENT,
  /** The release history's stamp. */
  RELEASE,
  /** The ULID inside an image tag: when its build began. */
  IMAGE_TAG,
  /** A commit's stamp. */
  COMMIT,
  /**
   * Worked out from context: a year, a date, a zone or an age that the text itself doesn't give.
   */
  INFERRED,
  /** Taken over from the line before, because this one bears no time. */
  CARRIED,
  /**
   * Counted back from when a table was saved: {@code 3h ago}. Without a known time of saving the
   * precision is {@link Precision#NONE}, and the ages of one source still tell its rows apart.
   */
  AGE,
  /**
   * One of two instants an hour apart, the first of which this is: autumn tells that hour twice.
   */
  TWICE
}
