package dev.debrief.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What an author pinned or noted on an instant or a range.
 *
 * @param id given by the case, 0 for one not stored yet
 * @param end null for an instant
 * @param evidence the line it is about, null where it is about a time
 */
public record Annotation(
    long id,
    Kind kind,
    Instant start,
    @Nullable Instant end,
    String text,
    @Nullable Evidence evidence) {
  /** A pin marks; a note says something too. */
  public enum Kind {
    PIN,
    NOTE
  }
}
