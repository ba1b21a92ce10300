package dev.debrief.analysis.hypothesis;

import dev.debrief.analysis.rule.RuleOutcome;
import dev.debrief.model.Change;
import dev.debrief.model.Finding;
import dev.debrief.model.Hypothesis;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Ranks candidate causes. */
public final class Hypotheses {
  private static final Comparator<Hypothesis> BEST_FIRST =
      Comparator.comparing(Hypothesis::standing)
          .thenComparing(Comparator.comparingDouble(Hypothesis::score).reversed())
          .thenComparing(Hypothesis::id);

  private Hypotheses() {}

  /**
   * The candidate causes of a case's failures, best first, ruled-out ones last.
   *
   * @param findings of every detector and rule, with their ids
   * @param changes oldest first, with their impact
   * @param outcomes how the rules stand
   * @param app the app's name, for commands; may be empty
   */
  public static List<Hypothesis> rank(
      List<Finding> findings, List<Change> changes, List<RuleOutcome> outcomes, String app) {
    List<Hypothesis> ranked = new ArrayList<>();
    ranked.addAll(RuleSuspects.of(outcomes, findings, app));
    ranked.sort(BEST_FIRST);
    return ranked;
  }
}
