package dev.debrief.model;

import java.time.Instant;
import java.util.List;

/**
 * Messages of one shape.
 *
 * @param id stable for the same template text
 * @param template the text with what varies masked as {@code <*>}
 * @param emitter the module, program part or provider that speaks, or empty
 * @param severity the loudest seen
 * @param count how many messages
 * @param healthyCount how many of them before the failures began
 * @param example one line
 */
public record Signature(
    String id,
    String template,
    String emitter,
    Level severity,
    long count,
    long healthyCount,
    Instant first,
    Instant last,
    List<String> machines,
    Evidence example) {
  public Signature {
    machines = List.copyOf(machines);
  }
}
