package dev.debrief.report;

import dev.debrief.model.Change;
import dev.debrief.model.ChangeKind;
import dev.debrief.model.Details;
import dev.debrief.model.Evidence;
import dev.debrief.model.Verdict;
import dev.debrief.report.Incident.Found;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The changes as attempts: what was done, and what came of it before the next. */
final class ChangeFacts {
  private final Incident incident;
  private final Telling telling;

  ChangeFacts(Incident incident, Telling telling) {
    this.incident = incident;
    this.telling = telling;
  }

  /** {@code Deploy **v290**}, {@code Secrets or settings changed (**v292**)}. */
  static String name(Change change, Telling telling) {
    String version = "**" + telling.text(change.change()) + "**";
    return switch (change.kind()) {
      case DEPLOY -> "Deploy " + version + " (a new image)";
      case CONFIG ->
          "Release " + version + " with the image of before: secrets, settings or a restart";
      case ROLLBACK -> "Rollback " + version + " (an image that ran earlier)";
      case SCALE -> "Scaling " + version;
      case COMMIT -> "Commit " + version;
      case STOP -> "Stop " + version;
      case START -> "Start " + version;
      case OTHER -> "Change " + version;
    };
  }

  /** Every change made during the trouble, numbered, with its result. */
  List<Map<String, Object>> attempts() {
    List<Change> attempts = incident.attempts();
    List<Map<String, Object>> out = new ArrayList<>();
    for (int i = 0; i < attempts.size(); i++) {
      Instant next = i + 1 < attempts.size() ? attempts.get(i + 1).moment().at() : null;
      out.add(attempt(i + 1, attempts.get(i), next));
    }
    return out;
  }

  /** Changes with one verdict, as sentences. */
  List<String> judged(Verdict verdict) {
    return incident.judged(verdict).stream().map(this::sentence).toList();
  }

  /** The changes made meanwhile that neither began nor ended it, as sentences. */
  List<String> others() {
    return incident.attempts().stream()
        .filter(change -> change.impact() != Verdict.FIXED && change.impact() != Verdict.INTRODUCED)
        .map(this::sentence)
        .toList();
  }

  /** What ran before, as sentences. */
  List<String> baseline() {
    return incident
        .baseline()
        .map(
            change ->
                List.of(
                    telling.say(
                        "The release before was "
                            + telling.code(change.change())
                            + ", made "
                            + Wording.at(change.moment())
                            + " UTC"
                            + by(change)
                            + image(change),
                        change.evidence())))
        .orElse(List.of());
  }

  /** The commits of the history, with when and what. */
  List<String> commits() {
    return incident.commits().stream()
        .map(
            commit ->
                telling.say(
                    telling.code(commit.change())
                        + " — "
                        + telling.text(commit.description())
                        + " ("
                        + Wording.at(commit.moment())
                        + " UTC)",
                    commit.evidence()))
        .toList();
  }

  /** Changes of secrets and settings. */
  List<Map<String, Object>> settings() {
    return incident.changes().stream()
        .filter(change -> change.kind() == ChangeKind.CONFIG)
        .map(
            change ->
                Map.<String, Object>of(
                    "name", Markdown.cell(telling.code(change.change())),
                    "time", Wording.at(change.moment()),
                    "what",
                        Markdown.cell(
                            telling.say(
                                change.description().isBlank()
                                    ? "The same image again: secrets, settings or a restart"
                                    : telling.text(change.description()),
                                change.evidence()))))
        .toList();
  }

  private Map<String, Object> attempt(int number, Change change, @Nullable Instant next) {
    Map<String, Object> out = new HashMap<>();
    String result = result(change);
    out.put("number", Integer.toString(number));
    out.put("title", name(change, telling).replace("**", ""));
    out.put("time", Wording.at(change.moment()));
    out.put("what", sentence(change));
    out.put("result", result);
    out.put("cell", Markdown.cell(telling.say(name(change, telling), change.evidence())));
    out.put("resultcell", Markdown.cell(result));
    out.put("errors", errors(change, next));
    out.put("commit", change.commit().isBlank() ? "" : telling.code(change.commit()));
    return out;
  }

  private String sentence(Change change) {
    return telling.say(
        name(change, telling)
            + ", "
            + Wording.at(change.moment())
            + " UTC"
            + by(change)
            + (change.status().isBlank() ? "" : ", " + telling.text(change.status()))
            + (change.description().isBlank() ? "" : ": " + telling.text(change.description())),
        change.evidence());
  }

  private String by(Change change) {
    return change.actor().isBlank() ? "" : ", by " + telling.text(change.actor());
  }

  private String image(Change change) {
    return change.image().isBlank() ? "" : ", image " + telling.code(change.image());
  }

  private String result(Change change) {
    Found<Details.ChangeImpact> impact = incident.impact(change).orElse(null);
    String verdict = verdict(change.impact());
    if (impact == null) {
      return telling.say(verdict, change.evidence());
    }
    Details.ChangeImpact details = impact.details();
    List<Evidence> lines = Telling.both(impact.finding().evidence(), change.evidence());
    return telling.say(verdict, lines)
        + (details.alibi().isBlank()
            ? ""
            : " " + telling.say("It can't be the cause: " + telling.text(details.alibi()), lines))
        + (details.pValue() == null ? "" : " " + telling.say(rates(details), lines));
  }

  private static String rates(Details.ChangeImpact impact) {
    return String.format(
        Locale.ROOT,
        "Failures: %d in the %s before, %d in the %s after (p %s)",
        impact.before(),
        Wording.length(java.time.Duration.ofMillis(Math.round(impact.beforeSeconds() * 1000))),
        impact.after(),
        Wording.length(java.time.Duration.ofMillis(Math.round(impact.afterSeconds() * 1000))),
        probability(impact.pValue()));
  }

  private static String probability(@Nullable Double p) {
    return p == null
        ? "not tested"
        : p < 0.001 ? "under 0.001" : String.format(Locale.ROOT, "%.3f", p);
  }

  private static String verdict(@Nullable Verdict verdict) {
    return switch (verdict) {
      case null -> "No verdict: the evidence doesn't say what it did";
      case INTRODUCED -> "**Introduced the failures**: healthy before, failing after";
      case FIXED -> "**Fixed it**: failing before, healthy after, and it held";
      case NO_EFFECT -> "No effect: failing before and after";
      case NEUTRAL -> "Neutral: healthy before and after";
      case INCONCLUSIVE -> "Inconclusive: the log doesn't cover both sides";
    };
  }

  /** The first loud lines between this change and the next. */
  private List<String> errors(Change change, @Nullable Instant next) {
    Instant from = change.moment().at();
    Instant to = next == null ? from.plusSeconds(3600) : next;
    if (!from.isBefore(to)) {
      return List.of();
    }
    List<String> out = new ArrayList<>();
    List<String> seen = new ArrayList<>();
    var range = new dev.debrief.model.TimeRange(from, to);
    for (var log : incident.dossier().lookup().atLeast(dev.debrief.model.Level.ERROR, range, 40)) {
      String shape = log.message().replaceAll("[0-9a-f]*[0-9][0-9a-f.]*", "#").strip();
      if (log.begins() && !shape.isBlank() && !seen.contains(shape) && out.size() < 3) {
        seen.add(shape);
        out.add(
            telling.say(
                "First seen "
                    + Wording.at(log.moment())
                    + ": "
                    + telling.code(log.message().strip()),
                List.of(log.evidence())));
      }
    }
    return out;
  }
}
