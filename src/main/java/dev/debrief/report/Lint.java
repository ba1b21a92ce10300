package dev.debrief.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Holds a report against the evidence and against itself. It reads any Markdown report and judges
 * the claims it can parse; what it can't parse it doesn't mention.
 *
 * <p>As JSON ({@code debrief lint CASE REPORT.md --json}) the findings are an array of
 *
 * <pre>{@code
 * {"line": 4, "claim": "~33 hours (Feb 25 ~21:00 UTC to Feb 26 ~06:05 UTC)",
 *  "verdict": "contradicted", "explanation": "…",
 *  "evidence": [{"source": "fly-logs.json", "line": 4711}]}
 * }</pre>
 *
 * with {@code verdict} one of {@code contradicted}, {@code unsupported}, {@code supported}, {@code
 * not_judged} and {@code advice}. The exit status is 1 where anything is contradicted.
 */
public final class Lint {
  private static final List<ClaimCheck> CHECKS =
      List.of(
          new LengthCheck(),
          new DateCheck(),
          new OrderCheck(),
          new ReleaseCheck(),
          new EventTimeCheck(),
          new EffectCheck(),
          new CountCheck(),
          new ExitCheck(),
          new SignalCheck(),
          new BlameCheck(),
          new RequestCheck(),
          new SaidCheck(),
          new AlikeCheck(),
          new WithinCheck(),
          new IdentityCheck(),
          new HealthCheck(),
          new VersionCheck(),
          new StatusCheck(),
          new QuoteCheck(),
          new ReferencesHold(),
          new ProcessRestartCheck(),
          new PracticeCheck());

  private Lint() {}

  /**
   * Every claim that was parsed, by line. Linear in the report, of whose lines the first 10,000
   * characters are read; each claim costs at most a few look-ups.
   */
  public static List<LintFinding> check(String markdown, Dossier dossier) {
    Set<LintFinding> found = new LinkedHashSet<>();
    Reading reading = new Reading(ReportText.of(markdown), new Incident(dossier), found::add);
    CHECKS.forEach(check -> check.check(reading));
    List<LintFinding> out = new ArrayList<>(found);
    out.sort(
        Comparator.comparingInt(LintFinding::line)
            .thenComparing(LintFinding::verdict)
            .thenComparing(LintFinding::explanation));
    return List.copyOf(out);
  }

  /**
   * Several reports of one incident: each held against the evidence and itself, and then against
   * those before it.
   *
   * @param reports Markdown by name, in order
   * @return the findings by name, in the same order
   */
  public static Map<String, List<LintFinding>> check(Map<String, String> reports, Dossier dossier) {
    return ReportsTogether.check(reports, dossier);
  }

  /**
   * The text of a report's bytes: UTF-8, or what its byte order mark says, or else windows-1252.
   */
  public static String text(byte[] bytes) {
    return ReportEncoding.text(bytes);
  }

  /** Whether a check in CI should fail. */
  public static boolean contradicted(List<LintFinding> findings) {
    return findings.stream().anyMatch(finding -> finding.verdict() == Judgement.CONTRADICTED);
  }
}
