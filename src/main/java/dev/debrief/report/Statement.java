package dev.debrief.report;

import dev.debrief.model.Evidence;
import java.util.List;

/**
 * Something the program says of a case, for a reader who sees no Markdown.
 *
 * @param text plain, redacted; it may hold words of the log
 * @param evidence the lines that carry it, by place
 */
public record Statement(String text, List<Evidence> evidence) {
  public Statement {
    evidence = List.copyOf(evidence);
  }
}
