package dev.debrief.report;

import dev.debrief.model.Evidence;
import java.util.List;

/**
 * What was found at one claim of a report.
 *
 * @param line the report's line, from 1
 * @param claim the words judged
 * @param verdict what comes of them
 * @param explanation why, in one or two sentences
 * @param evidence the lines that decide it; empty where the report itself does
 */
public record LintFinding(
    int line, String claim, Judgement verdict, String explanation, List<Evidence> evidence) {
  public LintFinding {
    evidence = evidence.stream().distinct().limit(8).toList();
  }
}
