package dev.debrief.report;

import java.util.List;
import java.util.Map;

/**
 * A draft as it leaves the case: redacted, GitHub-flavoured Markdown, {@code \n} at line ends.
 *
 * @param template the name of the template it was written with
 * @param references the lines it leans on, by place
 * @param redactions how often each rule hid something, by rule id
 */
public record Draft(
    String template, String markdown, List<Reference> references, Map<String, Long> redactions) {
  public Draft {
    references = List.copyOf(references);
    redactions = Map.copyOf(redactions);
  }
}
