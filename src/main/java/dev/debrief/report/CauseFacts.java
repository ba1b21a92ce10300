package dev.debrief.report;

import dev.debrief.model.Details;
import dev.debrief.model.Evidence;
import dev.debrief.model.Hypothesis;
import dev.debrief.model.Hypothesis.Standing;
import dev.debrief.model.LogRecord;
import dev.debrief.report.Incident.Found;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What may have caused it: supported, open, ruled out; never more than the evidence bears. */
final class CauseFacts {
  private static final Pattern COMMAND =
      Pattern.compile("(?s)((?:.*[.:?])?)\\s*((?:flyctl|fly) [a-z].*?)\\.?");

  private final Incident incident;
  private final Telling telling;

  /** The errors quoted already: two causes may rest on the same one. */
  private final Set<String> quoted = new HashSet<>();

  CauseFacts(Incident incident, Telling telling) {
    this.incident = incident;
    this.telling = telling;
  }

  /** How many causes are told in full: a reader who is given more is given none. */
  private static final int LEADING = 3;

  static List<Hypothesis> leading(Incident incident) {
    return incident.dossier().conclusions().bestCauses().stream().limit(LEADING).toList();
  }

  /** The lines of several arguments, the first of each before the rest. */
  static List<Evidence> lines(List<Hypothesis.Argument> arguments) {
    return Stream.concat(
            arguments.stream().flatMap(argument -> argument.evidence().stream().limit(1)),
            arguments.stream().flatMap(argument -> argument.evidence().stream()))
        .distinct()
        .toList();
  }

  /** The causes to tell in full, best first. */
  List<Map<String, Object>> causes() {
    return leading(incident).stream().map(this::hypothesis).toList();
  }

  /** The loudest error that a cause rests on and that no rule knows, in a sentence. */
  Optional<String> newError(Hypothesis cause, String lead) {
    List<Evidence> lines = lines(cause.support());
    return incident.all(Details.NewSignature.class).stream()
        .filter(error -> error.finding().evidence().stream().anyMatch(lines::contains))
        .min(
            Comparator.comparing((Found<Details.NewSignature> error) -> !ofTheApp(error))
                .thenComparing(error -> -error.details().count())
                .thenComparing(Found::start))
        .map(
            error ->
                telling.say(
                    lead
                        + telling.quoteFirst(error.finding().evidence())
                        + ", "
                        + (error.details().count() == 1
                            ? "once, at "
                            : "the first of "
                                + Wording.number(error.details().count())
                                + " alike at ")
                        + Wording.at(error.start())
                        + " UTC",
                    error.finding().evidence()));
  }

  /** Whether the program printed it, and not the platform around it. */
  private boolean ofTheApp(Found<Details.NewSignature> error) {
    return error.finding().evidence().stream()
        .limit(1)
        .flatMap(line -> incident.dossier().lookup().at(line).stream())
        .anyMatch(entry -> entry instanceof LogRecord log && log.provider().equals("app"));
  }

  /** Whether a hypothesis is borne out and yet another's consequence. */
  private static boolean consequence(Hypothesis hypothesis) {
    return hypothesis.refutation().stream()
        .limit(1)
        .anyMatch(argument -> argument.text().startsWith(Hypothesis.FOLLOWS));
  }

  /** Borne out, and the consequence of another cause: each in one sentence. */
  List<String> follows() {
    return borneOutBeside(CauseFacts::consequence);
  }

  /** Borne out, and something else speaks against: each in one sentence. */
  List<String> partly() {
    return borneOutBeside(hypothesis -> !consequence(hypothesis));
  }

  private List<String> borneOutBeside(Predicate<Hypothesis> which) {
    List<Hypothesis> told = leading(incident);
    return incident.dossier().conclusions().hypotheses().stream()
        .filter(hypothesis -> hypothesis.standing() == Standing.SUPPORTED)
        .filter(which)
        .filter(hypothesis -> !told.contains(hypothesis))
        .limit(10)
        .map(
            hypothesis ->
                telling.say(
                    refuted(hypothesis),
                    Telling.both(
                        lines(hypothesis.support()).stream().limit(2).toList(),
                        lines(hypothesis.refutation()))))
        .toList();
  }

  /** The ruled-out hypotheses, each with what rules it out, as sentences. */
  List<String> ruledOut() {
    return incident.dossier().conclusions().hypotheses().stream()
        .filter(hypothesis -> hypothesis.standing() == Standing.RULED_OUT)
        .limit(10)
        .map(
            hypothesis ->
                telling.say(
                    refuted(hypothesis),
                    Telling.both(
                        lines(hypothesis.refutation().stream().limit(1).toList()),
                        lines(hypothesis.support()))))
        .toList();
  }

  /** A hypothesis, and what first speaks against it. */
  private String refuted(Hypothesis hypothesis) {
    String title = telling.text(hypothesis.title());
    return hypothesis.refutation().isEmpty()
        ? title
        : title + " — " + telling.text(Wording.going(clause(hypothesis.refutation().getFirst())));
  }

  /** An argument's first sentence: what a reader needs before he asks for more. */
  private static String clause(Hypothesis.Argument argument) {
    List<String> sentences = Sentences.of(argument.text().strip());
    String first = sentences.isEmpty() ? argument.text() : sentences.getFirst();
    return first.endsWith(".") ? first.substring(0, first.length() - 1) : first;
  }

  /** What is open or could not be judged, with what would decide it, as sentences. */
  List<String> undecided() {
    List<String> out = new ArrayList<>();
    for (Standing standing : List.of(Standing.NOT_ASSESSED, Standing.OPEN)) {
      incident.dossier().conclusions().hypotheses().stream()
          .filter(hypothesis -> hypothesis.standing() == standing)
          .limit(6)
          .forEach(hypothesis -> out.add(undecided(standing, hypothesis)));
    }
    return out;
  }

  private String undecided(Standing standing, Hypothesis hypothesis) {
    List<Evidence> lines = lines(hypothesis.support());
    List<Evidence> carry =
        !lines.isEmpty()
            ? lines
            : hypothesis.refutation().isEmpty()
                ? incident.bounds()
                : lines(hypothesis.refutation());
    return telling.say(
        (standing == Standing.OPEN ? "Still open as a cause: " : "Not assessed as a cause: ")
            + Wording.sentence(telling.text(hypothesis.title()))
            + (hypothesis.decide().isBlank()
                ? ""
                : " " + Wording.sentence(telling.text(hypothesis.decide())))
            + (hypothesis.command().isBlank()
                ? ""
                : " Fetch it with " + telling.code(hypothesis.command()) + "."),
        carry);
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

  /** The first line of each known cause, loudest causes first, as sentences. */
  List<String> messages() {
    return byRule().values().stream()
        .sorted(
            Comparator.comparingLong(
                run -> -run.stream().mapToLong(one -> one.details().count()).sum()))
        .limit(8)
        .map(
            run -> {
              Found<Details.KnownCause> cause = run.getFirst();
              long count = run.stream().mapToLong(one -> one.details().count()).sum();
              String quote = telling.quoteFirst(cause.finding().evidence());
              return telling.say(
                  (quote.isEmpty() ? telling.text(cause.finding().title()) : quote)
                      + " — first at "
                      + Wording.at(cause.start())
                      + " UTC, "
                      + Wording.count(count, "match", "matches")
                      + " of "
                      + telling.code(cause.details().rule()),
                  cause.finding().evidence());
            })
        .toList();
  }

  /** How the causes told in full are known to be mended: worth trying, not yet shown to help. */
  List<Map<String, Object>> toMend() {
    List<String> told = leading(incident).stream().map(Hypothesis::id).toList();
    return byRule().entrySet().stream()
        .filter(rule -> told.contains(rule.getKey()))
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
    List<Evidence> lines = lines(hypothesis.support());
    List<Evidence> against = lines(hypothesis.refutation());
    List<Evidence> carry =
        !lines.isEmpty() ? lines : against.isEmpty() ? incident.bounds() : against;
    return Map.of(
        "title", telling.text(hypothesis.title()),
        "strong", telling.say("**" + telling.text(hypothesis.title()) + "**", carry),
        "sentence", telling.say(telling.text(hypothesis.title()), carry),
        "support", arguments(hypothesis.support()),
        "refutation", arguments(hypothesis.refutation()),
        "decide",
            hypothesis.decide().isBlank()
                ? List.of()
                : List.of(telling.say(telling.text(hypothesis.decide()), carry)),
        "error",
            byRule().containsKey(hypothesis.id())
                ? List.of()
                : newError(hypothesis, "Its error: ").filter(quoted::add).stream().toList(),
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
        .map(
            argument ->
                telling.say(
                    telling.text(argument.text()),
                    argument.evidence().isEmpty() ? incident.bounds() : argument.evidence()))
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
