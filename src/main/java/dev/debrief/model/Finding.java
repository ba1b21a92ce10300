package dev.debrief.model;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One conclusion, and the lines that carry it.
 *
 * @param id stable: the same case gives the same ids
 * @param start when it began, UTC
 * @param end when it ended, null for an instant
 * @param machines the machines concerned, sorted; empty where it is about the app
 * @param confidence from 0 to 1
 * @param title one line
 * @param explanation the reasoning in words, with its numbers and what is not known
 * @param evidence the lines a reader would check, at most {@value #EVIDENCE_SHOWN}
 * @param evidenceTotal how many lines there are in all
 */
public record Finding(
    String id,
    Instant start,
    @Nullable Instant end,
    List<String> machines,
    Severity severity,
    double confidence,
    String title,
    String explanation,
    List<Evidence> evidence,
    int evidenceTotal,
    Details details) {
  /** The most lines a finding names. */
  public static final int EVIDENCE_SHOWN = 50;

  public Finding {
    machines = List.copyOf(machines);
    evidence = List.copyOf(evidence);
    if (confidence < 0 || confidence > 1) {
      throw new IllegalArgumentException("confidence is from 0 to 1, not " + confidence);
    }
    if (evidence.size() > EVIDENCE_SHOWN || evidenceTotal < evidence.size()) {
      throw new IllegalArgumentException(
          evidence.size() + " lines of " + evidenceTotal + " in " + title);
    }
    if (end != null && end.isBefore(start)) {
      throw new IllegalArgumentException("ends before it begins: " + title);
    }
  }

  /** Its kind. */
  public FindingKind kind() {
    return details.kind();
  }

  /** From its start to its end; without length where it is an instant. */
  public TimeRange range() {
    return new TimeRange(start, end == null ? start : end);
  }

  /** The same finding under an id. */
  public Finding withId(String newId) {
    return new Finding(
        newId,
        start,
        end,
        machines,
        severity,
        confidence,
        title,
        explanation,
        evidence,
        evidenceTotal,
        details);
  }
}
