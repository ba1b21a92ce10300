package dev.debrief.report;

import dev.debrief.model.Details;
import dev.debrief.model.Evidence;
import dev.debrief.model.Hypothesis;
import dev.debrief.model.Hypothesis.Standing;
import dev.debrief.report.Incident.Found;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What may have caused it: supported, open, ruled out; never more than the evidence bears. */
final class CauseFacts {
  private static final Pattern COMMAND =
      Pattern.compile("(?s)((?:.*[.:?])?)\\s*((?:flyctl|fly) [a-z].*?)\\.?");

  private final Incident incident;
  private final Telling telling;

  CauseFacts(Incident incident, Telling telling) {
    this.incident = incident;
    this.telling = telling;
  }

  /** The hypotheses of one standing, best first. */
  List<Map<String, Object>> hypotheses(Standing standing) {
    return incident.dossier().conclusions().hypotheses().stream()
        .filter(hypothesis -> hypothesis.standing() == standing)
        .limit(standing == Standing.SUPPORTED ? 8 : 12)
        .map(this::hypothesis)
        .toList();
  }

  /** The rules that matched, once each, with how to confirm and how to mend it. */
  List<Map<String, Object>> known() {
    return byRule().values().stream().map(this::known).toList();
  }

  /** Those of them that the evidence doesn't rule out: what is worth mending. */
  List<Map<String, Object>> toMend() {
    List<String> out =
        incident.dossier().conclusions().hypotheses().stream()
            .filter(hypothesis -> hypothesis.standing() == Standing.RULED_OUT)
            .map(Hypothesis::id)
            .toList();
    return byRule().entrySet().stream()
        .filter(rule -> !out.contains(rule.getKey()))
        .map(rule -> known(rule.getValue()))
        .toList();
  }

  /** Those of them that no hypothesis speaks of already. */
  List<Map<String, Object>> further() {
    List<String> weighed =
        incident.dossier().conclusions().hypotheses().stream().map(Hypothesis::id).toList();
    return byRule().entrySet().stream()
        .filter(rule -> !weighed.contains(rule.getKey()))
        .map(rule -> known(rule.getValue()))
        .toList();
  }

  private Map<String, List<Found<Details.KnownCause>>> byRule() {
    Map<String, List<Found<Details.KnownCause>>> out = new LinkedHashMap<>();
    for (Found<Details.KnownCause> cause : incident.all(Details.KnownCause.class)) {
      out.computeIfAbsent(cause.details().rule(), rule -> new ArrayList<>()).add(cause);
    }
    return out;
  }

  private Map<String, Object> hypothesis(Hypothesis hypothesis) {
    List<Evidence> lines =
        hypothesis.support().stream().flatMap(argument -> argument.evidence().stream()).toList();
    List<Evidence> against =
        hypothesis.refutation().stream().flatMap(argument -> argument.evidence().stream()).toList();
    List<Evidence> carry = lines.isEmpty() ? against : lines;
    return Map.of(
        "title", telling.text(hypothesis.title()),
        "sentence", telling.say(telling.text(hypothesis.title()), carry),
        "support", arguments(hypothesis.support()),
        "refutation", arguments(hypothesis.refutation()),
        "decide",
            hypothesis.decide().isBlank()
                ? List.of()
                : List.of(telling.say(telling.text(hypothesis.decide()), carry)),
        "known",
            byRule().containsKey(hypothesis.id())
                ? List.of(known(byRule().getOrDefault(hypothesis.id(), List.of())))
                : List.of(),
        "command",
            hypothesis.command().isBlank()
                ? List.of()
                : List.of(telling.code(hypothesis.command())));
  }

  private List<String> arguments(List<Hypothesis.Argument> arguments) {
    return arguments.stream()
        .map(argument -> telling.say(telling.text(argument.text()), argument.evidence()))
        .toList();
  }

  private Map<String, Object> known(List<Found<Details.KnownCause>> run) {
    Found<Details.KnownCause> cause = run.getFirst();
    long count = run.stream().mapToLong(one -> one.details().count()).sum();
    Details.KnownCause details = cause.details();
    List<Evidence> lines = cause.finding().evidence();
    String quote = telling.quoteFirst(lines);
    List<String> quotes = new ArrayList<>();
    if (!quote.isEmpty()) {
      quotes.add(
          telling.say(
              "First at "
                  + Wording.at(cause.start())
                  + " UTC, "
                  + Wording.count(count, "match", "matches")
                  + " in all: "
                  + quote,
              lines));
    }
    return Map.of(
        "rule", telling.code(details.rule()),
        "title", telling.text(cause.finding().title()),
        "sentence", telling.say("**" + telling.text(cause.finding().title()) + "**", lines),
        "explanation",
            cause.finding().explanation().isBlank()
                ? List.of()
                : List.of(telling.say(telling.text(cause.finding().explanation()), lines)),
        "quotes", quotes,
        "check", optional(details.check(), lines),
        "fix", optional(fix(cause), lines),
        "reference", optional(details.reference(), lines));
  }

  private List<String> optional(String words, List<Evidence> lines) {
    return words.isBlank() ? List.of() : List.of(telling.say(withCommand(words), lines));
  }

  /** The words, with a command that ends them as code. */
  private String withCommand(String words) {
    Matcher command = COMMAND.matcher(words.strip());
    return command.matches()
        ? (telling.text(command.group(1)) + " " + telling.code(command.group(2))).strip()
        : telling.text(words);
  }

  /** The remedy, with the machine that it is about. */
  static String fix(Found<Details.KnownCause> cause) {
    List<String> machines = cause.finding().machines();
    return machines.isEmpty()
        ? cause.details().fix()
        : cause.details().fix().replace("{machine}", machines.getFirst());
  }
}
