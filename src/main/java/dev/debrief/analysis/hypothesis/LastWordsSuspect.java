package dev.debrief.analysis.hypothesis;

import dev.debrief.analysis.rule.Commands;
import dev.debrief.analysis.rule.Pattern;
import dev.debrief.analysis.rule.RuleOutcome;
import dev.debrief.analysis.template.LastWords;
import dev.debrief.analysis.template.Template;
import dev.debrief.model.Hypothesis;
import dev.debrief.model.Hypothesis.Standing;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The exception on which the program ends, where no rule knows it. */
final class LastWordsSuspect {
  private static final int TITLE = 120;

  /** An exception is where it happened and not yet why. */
  private static final double SCORE = 0.7;

  private LastWordsSuspect() {}

  static Optional<Hypothesis> of(
      Optional<LastWords> lastWords, List<RuleOutcome> outcomes, Failure failure, String app) {
    if (lastWords.isEmpty() || known(lastWords.get(), outcomes)) {
      return Optional.empty();
    }
    LastWords last = lastWords.get();
    String text =
        String.format(
            Locale.ROOT,
            "It was printed within ten seconds before %,d of %,d crashes, first as: %s",
            last.exits(),
            last.of(),
            Arguments.cut(last.example(), TITLE * 2));
    String machine = last.machines().isEmpty() ? failure.machine() : last.machines().getFirst();
    return Optional.of(
        new Hypothesis(
            "ends-on-" + Template.idOf(last.template()).toLowerCase(Locale.ROOT),
            "The program ends on " + Arguments.cut(last.template(), TITLE),
            last.exits() > 1 ? Standing.SUPPORTED : Standing.OPEN,
            Math.round(SCORE * last.exits() * 1000.0 / last.of()) / 1000.0,
            List.of(Arguments.of(text, last.evidence())),
            List.of(),
            "The frame names the place. The request or job that came just before it names the input.",
            Commands.filled(
                "flyctl logs --app {app} --machine {machine} --no-tail", app, machine)));
  }

  private static boolean known(LastWords last, List<RuleOutcome> outcomes) {
    return outcomes.stream()
        .filter(outcome -> outcome.standing() == RuleOutcome.Standing.MATCHED)
        .flatMap(outcome -> outcome.rule().looksLike().stream())
        .anyMatch(pattern -> pattern instanceof Pattern.Line line && line.fits(last.example()));
  }
}
