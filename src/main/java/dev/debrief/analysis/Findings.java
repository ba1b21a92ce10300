package dev.debrief.analysis;

import dev.debrief.model.Details;
import dev.debrief.model.Evidence;
import dev.debrief.model.Finding;
import dev.debrief.model.Severity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes findings and puts them in order. */
public final class Findings {
  private Findings() {}

  /**
   * A finding without an id yet.
   *
   * @param evidence the lines that carry it, all of them, those to check first in front; more than
   *     {@value Finding#EVIDENCE_SHOWN} are counted and left out
   */
  public static Finding of(
      Instant start,
      @Nullable Instant end,
      List<String> machines,
      Severity severity,
      double confidence,
      String title,
      String explanation,
      List<Evidence> evidence,
      Details details) {
    List<Evidence> once = evidence.stream().distinct().toList();
    return of(
        start, end, machines, severity, confidence, title, explanation, once, once.size(), details);
  }

  /** The same where only some of the evidence was kept. */
  public static Finding of(
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
    List<Evidence> shown = evidence.stream().distinct().limit(Finding.EVIDENCE_SHOWN).toList();
    List<String> named =
        machines.stream().filter(machine -> !machine.isEmpty()).distinct().sorted().toList();
    return new Finding(
        "",
        start,
        end,
        named,
        severity,
        confidence,
        title,
        explanation,
        shown,
        Math.max(evidenceTotal, shown.size()),
        details);
  }

  /** The same findings by start, kind and machines, named {@code F1}, {@code F2}, …. */
  public static List<Finding> numbered(List<Finding> findings) {
    List<Finding> sorted = new ArrayList<>(findings);
    sorted.sort(
        Comparator.comparing(Finding::start)
            .thenComparing(Finding::kind)
            .thenComparing(finding -> String.join(",", finding.machines()))
            .thenComparing(Finding::title)
            .thenComparing(Finding::explanation));
    List<Finding> numbered = new ArrayList<>(sorted.size());
    for (int i = 0; i < sorted.size(); i++) {
      numbered.add(sorted.get(i).withId("F" + (i + 1)));
    }
    return numbered;
  }
}
