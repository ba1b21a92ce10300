package dev.debrief.analysis.hypothesis;

import dev.debrief.analysis.rule.Commands;
import dev.debrief.analysis.rule.Need;
import dev.debrief.analysis.rule.RuleOutcome;
import dev.debrief.model.Hypothesis;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The honest answer where no candidate stands. */
final class Unknown {
  private Unknown() {}

  static Hypothesis of(List<RuleOutcome> outcomes, Failure failure, String app) {
    Set<Need> missing = EnumSet.noneOf(Need.class);
    long judged = 0;
    for (RuleOutcome outcome : outcomes) {
      missing.addAll(outcome.missing());
      judged += outcome.missing().isEmpty() ? 1 : 0;
    }
    String text =
        String.format(
            Locale.ROOT,
            "Of %d known causes %d could be judged, and none of these fits the failure from %s to %s.",
            outcomes.size(),
            judged,
            Arguments.time(failure.from()),
            Arguments.time(failure.to()));
    Need first = missing.isEmpty() ? Need.APP_LOG : missing.iterator().next();
    return new Hypothesis(
        "unknown",
        "The cause is not known",
        Hypothesis.Standing.OPEN,
        0,
        List.of(Arguments.of(text, List.of())),
        List.of(),
        missing.isEmpty()
            ? "Lines from before the failure, at a finer level, would help: the first error is often quiet."
            : "The case lacks " + first.words() + ".",
        Commands.filled(first.command(), app, failure.machine()));
  }
}
