package dev.debrief.analysis.hypothesis;

import dev.debrief.analysis.change.FailureWords;
import dev.debrief.analysis.rule.Commands;
import dev.debrief.analysis.rule.RuleOutcome;
import dev.debrief.analysis.template.LastWords;
import dev.debrief.model.Change;
import dev.debrief.model.Finding;
import dev.debrief.model.Hypothesis;
import dev.debrief.model.Hypothesis.Standing;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Ranks candidate causes. A candidate comes from a rule, a change or a signal; each keeps what
 * speaks for it and against it, and those that the evidence rules out stay in the list with why.
 * Where nothing fits, the list says that the cause is not known. The same input gives the same
 * list.
 */
public final class Hypotheses {
  /** A reader weighs this many of one standing; the weaker ones are left out. */
  private static final int MOST = 8;

  private static final Comparator<Hypothesis> BEST_FIRST =
      Comparator.comparingInt((Hypothesis h) -> place(h.standing()))
          .thenComparing(Comparator.comparingDouble(Hypothesis::score).reversed())
          .thenComparing(Hypothesis::id);

  private Hypotheses() {}

  /**
   * The candidate causes of a case's failures, best first, ruled-out ones last.
   *
   * @param findings of every detector and rule
   * @param changes oldest first
   * @param outcomes how the rules stand
   * @param lastWords the exception that came before most crashes, if one did
   * @param failureWords the error that came with the requests that failed, if one did
   * @param app the app's name, for commands; may be empty
   */
  public static List<Hypothesis> rank(
      List<Finding> findings,
      List<Change> changes,
      List<RuleOutcome> outcomes,
      Optional<LastWords> lastWords,
      Optional<FailureWords> failureWords,
      String app) {
    return rankFor(appOf(app, changes), findings, changes, outcomes, lastWords, failureWords);
  }

  /** The name that the case gives, or else the one that an image bears. */
  private static String appOf(String app, List<Change> changes) {
    return app.isEmpty()
        ? changes.stream()
            .map(change -> Commands.appOf(change.image()))
            .filter(name -> !name.isEmpty())
            .findFirst()
            .orElse("")
        : app;
  }

  private static List<Hypothesis> rankFor(
      String app,
      List<Finding> findings,
      List<Change> changes,
      List<RuleOutcome> outcomes,
      Optional<LastWords> lastWords,
      Optional<FailureWords> failureWords) {
    Optional<Failure> failure = Failure.in(findings);
    List<Hypothesis> candidates = new ArrayList<>();
    candidates.addAll(new RuleSuspects(outcomes, findings, failure, app).all());
    if (failure.isPresent()) {
      candidates.addAll(new ChangeSuspects(changes, findings, failure.get(), app).all());
      LastWordsSuspect.of(lastWords, outcomes, failure.get(), app).ifPresent(candidates::add);
      candidates.addAll(SignalSuspects.of(findings, outcomes, failure.get(), app));
      if (candidates.stream().noneMatch(one -> one.standing() == Standing.SUPPORTED)) {
        FailureWordsSuspect.of(failureWords, failure.get(), app).ifPresent(candidates::add);
      }
      if (candidates.stream().noneMatch(one -> explains(one, outcomes))) {
        candidates.add(Unknown.of(outcomes, failure.get(), app));
      }
    }
    candidates.sort(BEST_FIRST);
    Map<Standing, Integer> seen = new HashMap<>();
    candidates.removeIf(one -> seen.merge(one.standing(), 1, Integer::sum) > MOST);
    return List.copyOf(candidates);
  }

  /** Whether a candidate still stands, and says why and not only how. */
  private static boolean explains(Hypothesis hypothesis, List<RuleOutcome> outcomes) {
    boolean stands =
        hypothesis.standing() == Standing.SUPPORTED || hypothesis.standing() == Standing.OPEN;
    return stands
        && outcomes.stream()
            .noneMatch(o -> o.rule().id().equals(hypothesis.id()) && o.rule().symptom());
  }

  private static int place(Standing standing) {
    return switch (standing) {
      case SUPPORTED -> 0;
      case OPEN -> 1;
      case NOT_ASSESSED -> 2;
      case RULED_OUT -> 3;
    };
  }
}
