package dev.debrief.analysis.rule;

import dev.debrief.model.Details;
import dev.debrief.model.Evidence;
import dev.debrief.model.Finding;
import dev.debrief.model.Hypothesis.Argument;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** What a matcher has seen of one rule so far. */
final class Watch {
  /** Of the line that a finding quotes. */
  private static final int QUOTED = 200;

  private final Rule rule;
  private final Episodes episodes;
  private @Nullable Evidence lastLine;
  private final Map<Pattern, Sightings> suspicion = new LinkedHashMap<>();
  private final Map<Pattern, Sightings> refutation = new LinkedHashMap<>();
  private final Map<Pattern, Sightings> support = new LinkedHashMap<>();

  Watch(Rule rule) {
    this.rule = rule;
    this.episodes = new Episodes(rule);
  }

  RuleMatcher.Sink episodes(LongSupplier spoken) {
    return (at, machine, line, message) -> {
      // Two patterns of one rule may fit one line.
      if (!line.equals(lastLine)) {
        lastLine = line;
        episodes.add(at, machine, line, message, spoken.getAsLong());
      }
    };
  }

  RuleMatcher.Sink suspicion(Pattern pattern) {
    return into(suspicion, pattern);
  }

  RuleMatcher.Sink refutation(Pattern pattern) {
    return into(refutation, pattern);
  }

  RuleMatcher.Sink support(Pattern pattern) {
    return into(support, pattern);
  }

  private static RuleMatcher.Sink into(Map<Pattern, Sightings> map, Pattern pattern) {
    Sightings sightings = new Sightings();
    map.put(pattern, sightings);
    return (Instant at, String machine, Evidence line, String message) ->
        sightings.add(at, machine, line, message, true);
  }

  RuleOutcome outcome(String app, Set<Need> present) {
    List<Argument> against = arguments(refutation);
    List<Finding> findings =
        episodes.episodes().stream().map(episode -> finding(episode, app, against)).toList();
    List<RuleOutcome.Suspicion> suspected = new ArrayList<>();
    suspicion.forEach(
        (pattern, seen) -> {
          if (seen.any()) {
            suspected.add(
                new RuleOutcome.Suspicion(argument(pattern, seen), seen.first(), seen.last()));
          }
        });
    if (findings.isEmpty() && episodes.all().any()) {
      Sightings few = episodes.all();
      String text =
          String.format(
              Locale.ROOT,
              "It was seen %,d times; the rule wants %,d within %,d s.",
              few.lines(),
              rule.atLeast(),
              rule.within().toSeconds());
      suspected.add(
          new RuleOutcome.Suspicion(new Argument(text, few.evidence()), few.first(), few.last()));
    }
    boolean judged = rule.needs().isEmpty() || rule.needs().stream().anyMatch(present::contains);
    RuleOutcome.Standing standing =
        !findings.isEmpty()
            ? RuleOutcome.Standing.MATCHED
            : !suspected.isEmpty()
                ? RuleOutcome.Standing.SUSPECTED
                : judged ? RuleOutcome.Standing.NOT_SEEN : RuleOutcome.Standing.NOT_ASSESSED;
    return new RuleOutcome(
        rule,
        standing,
        findings,
        suspected,
        arguments(support),
        against,
        judged ? List.of() : rule.needs());
  }

  private static List<Argument> arguments(Map<Pattern, Sightings> seen) {
    List<Argument> arguments = new ArrayList<>();
    seen.forEach(
        (pattern, sightings) -> {
          if (sightings.any()) {
            arguments.add(argument(pattern, sightings));
          }
        });
    return arguments;
  }

  private static Argument argument(Pattern pattern, Sightings seen) {
    String says = pattern.says().isEmpty() ? "Seen: " + quoted(seen) : pattern.says();
    return new Argument(
        says + String.format(Locale.ROOT, " (%,d lines)", seen.lines()), seen.evidence());
  }

  private Finding finding(Sightings episode, String app, List<Argument> against) {
    String machine = episode.machines().isEmpty() ? "" : episode.machines().getFirst();
    StringBuilder words = new StringBuilder(rule.explanation());
    words.append(
        String.format(
            Locale.ROOT,
            " Seen %,d times on %s, first as: %s",
            episode.occurrences(),
            machines(episode.machines()),
            quoted(episode)));
    for (Argument argument : against) {
      words.append(" Against it: ").append(argument.text());
    }
    return new Finding(
        "",
        episode.first(),
        episode.last().equals(episode.first()) ? null : episode.last(),
        episode.machines(),
        rule.severity(),
        against.isEmpty() ? rule.confidence() : rule.confidence() / 2,
        rule.title(),
        words.toString(),
        episode.evidence(),
        (int) Math.min(Integer.MAX_VALUE, episode.lines()),
        new Details.KnownCause(
            rule.id(),
            (int) Math.min(Integer.MAX_VALUE, episode.occurrences()),
            check(rule, app, machine),
            rule.fix(),
            rule.reference()));
  }

  private static String check(Rule rule, String app, String machine) {
    String command = Commands.filled(rule.command(), app, machine);
    return command.isEmpty() ? rule.check() : rule.check() + " " + command;
  }

  private static String machines(List<String> machines) {
    return switch (machines.size()) {
      case 0 -> "no named machine";
      case 1 -> "machine " + machines.getFirst();
      default -> machines.size() + " machines";
    };
  }

  private static String quoted(Sightings sightings) {
    String line = sightings.example().strip().replace('\n', ' ');
    return line.length() <= QUOTED ? line : line.substring(0, QUOTED) + "…";
  }
}
