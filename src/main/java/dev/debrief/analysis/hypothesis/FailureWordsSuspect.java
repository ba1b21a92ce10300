package dev.debrief.analysis.hypothesis;

import dev.debrief.analysis.Wording;
import dev.debrief.analysis.change.FailureWords;
import dev.debrief.analysis.rule.Commands;
import dev.debrief.analysis.template.Template;
import dev.debrief.analysis.template.TemplateWords;
import dev.debrief.model.Hypothesis;
import dev.debrief.model.Hypothesis.Standing;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The error with which requests failed, where no rule and nothing else says why they did. */
final class FailureWordsSuspect {
  private static final int TITLE = 160;

  /** An error is where it failed and not yet why; one before each crash says more. */
  private static final double SCORE = 0.5;

  private FailureWordsSuspect() {}

  static Optional<Hypothesis> of(Optional<FailureWords> words, Failure failure, String app) {
    return words.map(
        told ->
            new Hypothesis(
                "fails-on-" + Template.idOf(told.template()).toLowerCase(Locale.ROOT),
                "Requests fail on " + Arguments.cut(TemplateWords.of(told.template()), TITLE),
                Standing.SUPPORTED,
                SCORE,
                List.of(
                    Arguments.of(
                        "It was printed "
                            + Wording.count(told.messages(), "time", "times")
                            + " while "
                            + Wording.count(told.failed(), "request", "requests")
                            + " failed, and not once in the "
                            + Wording.length(told.before())
                            + " of log before.",
                        told.evidence())),
                List.of(),
                "It names where they fail. What it says is missing, refused or wrong is where to look.",
                Commands.filled(
                    "flyctl logs --app {app} --machine {machine} --no-tail",
                    app,
                    failure.machine())));
  }
}
