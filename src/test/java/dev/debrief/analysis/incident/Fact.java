package dev.debrief.analysis.incident;

import dev.debrief.model.FindingKind;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something that is true of a generated incident.
 *
 * @param end null for an instant
 * @param machine whom it is about, or empty
 * @param required whether an analysis must find it; otherwise it may
 * @param details what its details must say, named as in JSON
 * @param tolerance how far off, in seconds, its ends may be found
 */
public record Fact(
    FindingKind kind,
    Instant start,
    @Nullable Instant end,
    String machine,
    boolean required,
    Map<String, Object> details,
    double tolerance) {}
