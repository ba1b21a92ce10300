package dev.debrief.analysis.change;

import dev.debrief.analysis.AnalysisSettings;
import dev.debrief.analysis.life.MachineHistory;
import dev.debrief.analysis.outage.LogExtent;
import dev.debrief.analysis.outage.Outage;
import dev.debrief.analysis.outage.Requests;
import dev.debrief.analysis.outage.Span;
import dev.debrief.analysis.template.Template;
import dev.debrief.model.Change;
import dev.debrief.model.ChangeKind;
import dev.debrief.model.Finding;
import dev.debrief.model.Verdict;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What each change did to the failures: crashes, failed requests and errors by template compared
 * before and after it, all tests corrected together, and a verdict. What the log does not cover
 * stays inconclusive.
 */
public final class ChangeImpacts {
  private ChangeImpacts() {}

  /**
   * What was concluded of the changes.
   *
   * @param changes the same changes with their verdicts
   */
  public record Judged(List<Change> changes, List<Finding> findings) {}

  /**
   * Judges every release, rollback, configuration and scaling; commits are carried by deploys.
   *
   * @param told when errors and the like were printed, and {@code templates} the template of each
   *     shape
   * @param outages in order, those too short to count left out
   * @param gaps where the log is missing
   * @param turns where the app turned ill of itself
   */
  public static Judged of(
      List<Change> changes,
      List<MachineHistory> machines,
      Requests requests,
      Telltales told,
      List<Template> templates,
      List<Outage> outages,
      LogExtent log,
      List<Span> gaps,
      Turns turns,
      AnalysisSettings settings) {
    List<Change> tried =
        changes.stream()
            .filter(change -> judged(change.kind()) && change.moment().known())
            .toList();
    List<ErrorSeries> errors = told.errors().series(templates);
    List<Trial> trials =
        new Trials(
                machines,
                requests,
                errors,
                told.errors().until(),
                log,
                gaps,
                turns,
                settings.falseDiscoveries())
            .of(tried);
    Verdicts verdicts = new Verdicts(machines, requests, outages, log);
    List<Judgement> judgements = new ArrayList<>();
    trials.forEach(trial -> judgements.add(verdicts.of(trial)));
    SlowFuses fuses =
        new SlowFuses(
            changes,
            trials,
            machines,
            errors,
            told.warnings(templates),
            told.gauges(templates),
            turns,
            log.last());
    for (int i = 0; i < trials.size(); i++) {
      boolean fixed = i + 1 < trials.size() && judgements.get(i + 1).verdict() == Verdict.FIXED;
      judgements.set(i, lit(trials.get(i), judgements.get(i), fuses, fixed));
    }
    Map<Change, Verdict> byChange = new HashMap<>();
    List<Finding> findings = new ArrayList<>();
    for (int i = 0; i < trials.size(); i++) {
      Trial trial = trials.get(i);
      Judgement judgement = judgements.get(i);
      byChange.put(trial.change(), judgement.verdict());
      findings.add(new ImpactWords(tried, outages, log).finding(trial, judgement));
    }
    List<Change> withVerdicts = new ArrayList<>();
    for (Change change : changes) {
      Verdict verdict = byChange.get(change);
      withVerdicts.add(verdict == null ? change : change.withImpact(verdict));
    }
    return new Judged(List.copyOf(withVerdicts), findings);
  }

  /** A change that did no harm at once may have lit a slow fuse. */
  private static Judgement lit(Trial trial, Judgement first, SlowFuses fuses, boolean fixed) {
    boolean few = first.verdict() == Verdict.INCONCLUSIVE && trial.after().tally().crashes() > 0;
    if (first.verdict() != Verdict.NEUTRAL && !few) {
      return first;
    }
    return fuses
        .of(trial, fixed)
        .map(first::lit)
        .orElseGet(
            () ->
                first.verdict() == Verdict.NEUTRAL && fuses.trouble(trial) != null
                    ? first.untoldFuse()
                    : first);
  }

  private static boolean judged(ChangeKind kind) {
    return switch (kind) {
      case DEPLOY, CONFIG, ROLLBACK, SCALE -> true;
      case COMMIT, STOP, START, OTHER -> false;
    };
  }
}
