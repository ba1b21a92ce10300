package dev.debrief.sample;

import java.time.Instant;
import java.util.Optional;

/** One row of a machine's own history; {@code exitCode} is there for exits alone. */
record Event(
    Instant at,
    String type,
    String status,
    String source,
    Optional<Integer> exitCode,
    boolean requested) {
  static Event of(Instant at, String type, String status, String source) {
    return new Event(at, type, status, source, Optional.empty(), false);
  }

  static Event exit(Instant at, int code, boolean requested) {
    return new Event(at.plusMillis(41), "exit", "stopped", "flyd", Optional.of(code), requested);
  }
}
