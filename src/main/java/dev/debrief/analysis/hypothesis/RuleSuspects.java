package dev.debrief.analysis.hypothesis;

import dev.debrief.analysis.rule.Commands;
import dev.debrief.analysis.rule.RuleOutcome;
import dev.debrief.model.Finding;
import dev.debrief.model.Hypothesis;
import java.util.ArrayList;
import java.util.List;

/** The hypotheses that come of rules. */
final class RuleSuspects {
  private RuleSuspects() {}

  static List<Hypothesis> of(List<RuleOutcome> outcomes, List<Finding> findings, String app) {
    List<Hypothesis> suspects = new ArrayList<>();
    for (RuleOutcome outcome : outcomes) {
      if (outcome.standing() == RuleOutcome.Standing.MATCHED) {
        Finding first = outcome.findings().getFirst();
        suspects.add(
            new Hypothesis(
                outcome.rule().id(),
                outcome.rule().title(),
                Hypothesis.Standing.SUPPORTED,
                first.confidence(),
                List.of(new Hypothesis.Argument(first.explanation(), first.evidence())),
                outcome.refutation(),
                outcome.rule().check(),
                Commands.filled(outcome.rule().command(), app, "")));
      }
    }
    return suspects;
  }
}
