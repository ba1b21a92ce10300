package dev.debrief.analysis.hypothesis;

import dev.debrief.analysis.Wording;
import dev.debrief.analysis.rule.Commands;
import dev.debrief.analysis.rule.Counter;
import dev.debrief.analysis.rule.Need;
import dev.debrief.analysis.rule.Rule;
import dev.debrief.analysis.rule.RuleOutcome;
import dev.debrief.model.Details;
import dev.debrief.model.Finding;
import dev.debrief.model.FindingKind;
import dev.debrief.model.Hypothesis;
import dev.debrief.model.Hypothesis.Argument;
import dev.debrief.model.Hypothesis.Standing;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The candidates that come of rules: matched ones, suspected ones, and those not to be judged. */
final class RuleSuspects {
  /** What follows from another matched rule explains little by itself. */
  private static final double FOLLOWS = 0.4;

  /** With something against it. */
  private static final double DOUBTED = 0.5;

  /** A rule that has no failure to explain. */
  private static final double IDLE = 0.3;

  /** Another detector's finding bears it out. */
  private static final double BORNE_OUT = 0.05;

  /** Suspected by a line that proves nothing. */
  private static final double SUSPECTED = 0.3;

  /** A line may be logged this much before another rule's and still follow from it. */
  private static final Duration TOGETHER = Duration.ofMinutes(2);

  private final List<RuleOutcome> outcomes;
  private final List<Finding> findings;
  private final Optional<Failure> failure;
  private final String app;
  private final Map<String, RuleOutcome> matched = new HashMap<>();
  private final Explained explained;

  RuleSuspects(
      List<RuleOutcome> outcomes, List<Finding> findings, Optional<Failure> failure, String app) {
    this.outcomes = outcomes;
    this.findings = findings;
    this.failure = failure;
    this.app = app;
    for (RuleOutcome outcome : outcomes) {
      if (outcome.standing() == RuleOutcome.Standing.MATCHED) {
        matched.put(outcome.rule().id(), outcome);
      }
    }
    this.explained = new Explained(List.copyOf(matched.values()));
  }

  List<Hypothesis> all() {
    List<Hypothesis> all = new ArrayList<>();
    for (RuleOutcome outcome : outcomes) {
      switch (outcome.standing()) {
        case MATCHED -> all.add(matched(outcome));
        case SUSPECTED, NOT_SEEN -> suspected(outcome).ifPresent(all::add);
        case NOT_ASSESSED -> notAssessed(outcome).ifPresent(all::add);
      }
    }
    return all;
  }

  private Hypothesis matched(RuleOutcome outcome) {
    Rule rule = outcome.rule();
    List<Argument> support = new ArrayList<>();
    List<Argument> refutation = new ArrayList<>(outcome.refutation());
    for (Finding episode : outcome.findings()) {
      support.add(Arguments.of(seen(episode), episode.evidence()));
    }
    support.addAll(outcome.support());
    double score = rule.confidence();
    String title = rule.title();
    for (Counter counter : rule.supportedBy()) {
      Optional<Argument> argument = holds(counter, true);
      if (argument.isPresent()) {
        support.add(argument.get());
        score += BORNE_OUT;
        title =
            counter instanceof Counter.Found found && !found.title().isEmpty()
                ? found.title()
                : title;
      }
    }
    for (Counter counter : rule.refutedBy()) {
      holds(counter, false).ifPresent(refutation::add);
    }
    score *= refutation.isEmpty() ? 1 : DOUBTED;
    Standing standing = refutation.isEmpty() ? Standing.SUPPORTED : Standing.OPEN;
    if (rule.symptom()) {
      refutation.add(Arguments.of("It says how the failure ended and not why.", List.of()));
      standing = Standing.OPEN;
      score *= FOLLOWS;
    }
    for (RuleOutcome cause : matched.values().stream().sorted(BY_ID).toList()) {
      if (follows(outcome, cause)) {
        refutation.add(
            Arguments.from(
                Hypothesis.FOLLOWS + lower(cause.rule().title()) + ".", cause.findings()));
        score *= FOLLOWS;
        break;
      }
    }
    if (failure.isPresent() && !explained.touches(outcome, failure.get())) {
      refutation.add(Explained.alibi(outcome, failure.get()));
      standing = Standing.RULED_OUT;
    }
    if (failure.isEmpty()) {
      score *= IDLE;
    } else if (standing != Standing.RULED_OUT) {
      score *= explained.weight(outcome, failure.get(), refutation);
    }
    return hypothesis(rule, title, standing, score, support, refutation, machineOf(outcome));
  }

  private static final Comparator<RuleOutcome> BY_ID = Comparator.comparing(o -> o.rule().id());

  /** Whether one matched rule is the consequence of another that began with it or before. */
  private static boolean follows(RuleOutcome effect, RuleOutcome cause) {
    return cause.rule().explains().contains(effect.rule().id())
        && !cause
            .findings()
            .getFirst()
            .start()
            .isAfter(effect.findings().getFirst().start().plus(TOGETHER));
  }

  /** No line proves it, and something brings it to mind: open, or ruled out with why. */
  private Optional<Hypothesis> suspected(RuleOutcome outcome) {
    if (failure.isEmpty()) {
      return Optional.empty();
    }
    Rule rule = outcome.rule();
    List<Argument> support = new ArrayList<>();
    for (RuleOutcome.Suspicion suspicion : outcome.suspicion()) {
      if (failure.get().touches(suspicion.first(), suspicion.last())) {
        support.add(suspicion.argument());
      }
    }
    boolean suspected = !support.isEmpty() || found(rule);
    double score = SUSPECTED;
    boolean borneOut = false;
    for (Counter counter : rule.suspectedBy()) {
      holds(counter, true).ifPresent(support::add);
    }
    for (Counter counter : rule.supportedBy()) {
      Optional<Argument> argument = holds(counter, true);
      if (argument.isPresent()) {
        support.add(argument.get());
        score += BORNE_OUT;
        borneOut |= counter instanceof Counter.Found;
      }
    }
    if (!suspected && !borneOut) {
      return Optional.empty();
    }
    List<Argument> refutation = new ArrayList<>(outcome.refutation());
    for (Counter counter : rule.refutedBy()) {
      holds(counter, false).ifPresent(refutation::add);
    }
    boolean ruledOut = !refutation.isEmpty();
    return Optional.of(
        hypothesis(
            rule,
            rule.title(),
            ruledOut ? Standing.RULED_OUT : Standing.OPEN,
            score * rule.confidence(),
            support,
            refutation,
            failure.get().machine()));
  }

  private boolean found(Rule rule) {
    return rule.suspectedBy().stream()
        .anyMatch(counter -> counter instanceof Counter.Found && holds(counter, true).isPresent());
  }

  /** Named only where a finding brings it to mind: then what would judge it is worth fetching. */
  private Optional<Hypothesis> notAssessed(RuleOutcome outcome) {
    Rule rule = outcome.rule();
    List<Argument> support = new ArrayList<>();
    for (Counter counter : rule.suspectedBy()) {
      holds(counter, true).ifPresent(support::add);
    }
    if (failure.isEmpty() || support.isEmpty()) {
      return Optional.empty();
    }
    Need need = outcome.missing().getFirst();
    return Optional.of(
        new Hypothesis(
            rule.id(),
            rule.title(),
            Standing.NOT_ASSESSED,
            0,
            support,
            List.of(),
            "The case lacks " + need.words() + ".",
            Commands.filled(need.command(), app, "")));
  }

  /**
   * Whether something beyond the rule's own lines holds; refuting findings must be of the failure.
   */
  private Optional<Argument> holds(Counter counter, boolean support) {
    return switch (counter) {
      case Counter.Seen seen -> Optional.empty();
      case Counter.Matched other -> {
        RuleOutcome outcome = matched.get(other.rule());
        yield outcome == null
            ? Optional.empty()
            : Optional.of(Arguments.from(other.says(), outcome.findings()));
      }
      case Counter.Found found -> found(found, support);
    };
  }

  private Optional<Argument> found(Counter.Found wanted, boolean support) {
    List<Finding> all =
        findings.stream()
            .filter(f -> f.kind() == wanted.kind() && sameSubject(wanted, f))
            .filter(f -> failure.isEmpty() || failure.get().touches(f.start(), f.range().to()))
            .toList();
    List<Finding> holding = all.stream().filter(f -> FindingDetails.holds(wanted, f)).toList();
    // One signal that did it outweighs all those that did not.
    boolean enough = support ? !holding.isEmpty() : !all.isEmpty() && holding.size() == all.size();
    if (!enough) {
      return Optional.empty();
    }
    // A silence's title says again what the rule says of it.
    boolean more = holding.size() == 1 && wanted.kind() != FindingKind.SILENCE;
    String which = more ? " (" + holding.getFirst().title() + ")" : "";
    String says = wanted.says().strip();
    String stop = says.endsWith(".") ? "." : "";
    String words = says.substring(0, says.length() - stop.length());
    return Optional.of(Arguments.from(words + which + stop, holding));
  }

  private static boolean sameSubject(Counter.Found wanted, Finding finding) {
    String signal = wanted.details().getOrDefault("signal", "");
    return !(finding.details() instanceof Details.Signal told)
        || signal.isEmpty()
        || told.signal().equals(signal);
  }

  private Hypothesis hypothesis(
      Rule rule,
      String title,
      Standing standing,
      double score,
      List<Argument> support,
      List<Argument> refutation,
      String machine) {
    return new Hypothesis(
        rule.id(),
        title,
        standing,
        Math.min(1, Math.round(score * 1000) / 1000.0),
        support,
        refutation,
        rule.check(),
        Commands.filled(rule.command(), app, machine));
  }

  private String machineOf(RuleOutcome outcome) {
    return outcome.findings().stream()
        .flatMap(f -> f.machines().stream())
        .findFirst()
        .orElse(failure.map(Failure::machine).orElse(""));
  }

  private static String seen(Finding episode) {
    Instant end = episode.range().to();
    return String.format(
        Locale.ROOT,
        "Seen %s on %s, %s.",
        count(episode) == 1 ? "once" : Wording.count(count(episode), "time", "times"),
        episode.machines().isEmpty() ? "no named machine" : Wording.list(episode.machines()),
        Arguments.time(end).equals(Arguments.time(episode.start()))
            ? "at " + Arguments.time(end)
            : "from " + Arguments.time(episode.start()) + " to " + Arguments.time(end));
  }

  /** How often the rule matched: a match may have several lines. */
  private static long count(Finding episode) {
    return episode.details() instanceof Details.KnownCause cause
        ? cause.count()
        : episode.evidenceTotal();
  }

  private static String lower(String title) {
    return title.isEmpty() || (title.length() > 1 && Character.isUpperCase(title.charAt(1)))
        ? title
        : Character.toLowerCase(title.charAt(0)) + title.substring(1);
  }
}
