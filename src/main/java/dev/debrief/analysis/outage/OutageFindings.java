package dev.debrief.analysis.outage;

import dev.debrief.analysis.AnalysisSettings;
import dev.debrief.analysis.Findings;
import dev.debrief.analysis.Wording;
import dev.debrief.model.Details;
import dev.debrief.model.Evidence;
import dev.debrief.model.Finding;
import dev.debrief.model.Severity;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Each outage as a finding. */
public final class OutageFindings {
  /** From this share of failures on, the app as a whole counts as down. */
  static final double WHOLE = 0.9;

  private OutageFindings() {}

  /** A finding for each outage that lasted long enough. */
  public static List<Finding> of(List<Outage> outages, AnalysisSettings settings) {
    List<Finding> findings = new ArrayList<>();
    for (Outage outage : outages) {
      if (outage.lasted().compareTo(settings.shortestOutage()) >= 0) {
        findings.add(finding(outage));
      }
    }
    return findings;
  }

  private static Finding finding(Outage outage) {
    Duration length = outage.span().length();
    String extent = outage.whole() ? "whole" : "partial";
    boolean told = outage.seen() > 0;
    @Nullable Long failed = told || outage.failed() > 0 ? (Long) outage.failed() : null;
    @Nullable Long seen = told ? outage.seen() : null;
    StringBuilder title = new StringBuilder();
    title.append(outage.whole() ? "The app was down for " : "Part of the app failed for ");
    title.append(Wording.length(length));
    if (told && outage.failed() > 0) {
      title.append(": ").append(Wording.percent((double) outage.failed() / outage.seen()));
      title.append(" of ").append(Wording.count(outage.seen(), "request", "requests"));
      title.append(" failed");
    } else if (outage.failed() > 0) {
      title.append(": ").append(Wording.count(outage.failed(), "request", "requests"));
      title.append(" failed");
    }
    List<Evidence> lines = new ArrayList<>();
    add(lines, outage.began().after());
    add(lines, outage.ended().before());
    add(lines, outage.ended().after());
    add(lines, outage.began().before());
    return Findings.of(
        outage.span().from(),
        outage.span().to(),
        outage.machines(),
        Severity.CRITICAL,
        outage.requestsTell() ? 0.95 : 0.9,
        title.toString(),
        outage.reasoning(),
        lines,
        new Details.Outage(
            extent,
            failed,
            seen,
            outage.scope(),
            outage.endpoints(),
            outage.began(),
            outage.detected(),
            outage.mitigated(),
            outage.ended()));
  }

  private static void add(List<Evidence> lines, @Nullable Evidence line) {
    if (line != null) {
      lines.add(line);
    }
  }
}
