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

  /** {@code Deploy **v290**}, {@code Release **v292**}. */
  static String name(Change change, Telling telling) {
    String version = "**" + telling.text(change.change()) + "**";
    return switch (change.kind()) {
      case DEPLOY -> "Deploy " + version;
      case CONFIG -> "Release " + version;
      case ROLLBACK -> "Rollback " + version;
      case SCALE -> "Scaling " + version;
      case COMMIT -> "Commit " + version;
      case STOP -> "Stop " + version;
      case START -> "Start " + version;
      case OTHER -> "Change " + version;
    };
  }

  /** The name, and what it was: the history's words, or what its kind says. */
  static String told(Change change, Telling telling) {
    return name(change, telling) + ": " + what(change, telling);
  }

  private static String what(Change change, Telling telling) {
    String words = change.description().strip();
    if (words.startsWith(change.change() + " ")) {
      words = words.substring(change.change().length() + 1);
    }
    if (words.endsWith(".")) {
      words = words.substring(0, words.length() - 1);
    }
    if (!words.isEmpty()) {
      return telling.text(words);
    }
    return switch (change.kind()) {
      case DEPLOY -> "a new image";
      case CONFIG -> "the image of before: secrets, settings or a restart";
      case ROLLBACK -> "an image that ran earlier";
      case SCALE -> "another number or size of machines";
      case COMMIT -> "a change of the code";
      case STOP -> "stopped on request";
      case START -> "started on request";
      case OTHER -> "not told";
    };
  }

  /**
   * Every change made during the trouble, numbered, with its result; releases of the same image one
   * after another, with the same result, as one entry.
   */
  List<Map<String, Object>> attempts() {
    List<List<Change>> runs = runs(incident.attempts());
    List<Map<String, Object>> out = new ArrayList<>();
    for (int i = 0; i < runs.size(); i++) {
      Instant next = i + 1 < runs.size() ? runs.get(i + 1).getFirst().moment().at() : null;
      out.add(attempt(i + 1, runs.get(i), next));
    }
    return out;
  }

  /** Neighbours that changed no image and did alike belong together. */
  private static List<List<Change>> runs(List<Change> changes) {
    List<List<Change>> out = new ArrayList<>();
    for (Change change : changes) {
      boolean joins =
          !out.isEmpty()
              && change.kind() == ChangeKind.CONFIG
              && out.getLast().getFirst().kind() == ChangeKind.CONFIG
              && out.getLast().getFirst().impact() == change.impact()
              && change.impact() == Verdict.NO_EFFECT;
      if (joins) {
        out.getLast().add(change);
      } else {
        out.add(new ArrayList<>(List.of(change)));
      }
    }
    return out;
  }

  /** Changes with one verdict, as sentences. */
  List<String> judged(Verdict verdict) {
    return incident.judged(verdict).stream().map(this::sentence).toList();
  }

  /** The changes made meanwhile that neither began nor ended it, as sentences. */
  List<String> others() {
    List<Change> changes =
        incident.attempts().stream()
            .filter(
                change -> change.impact() != Verdict.FIXED && change.impact() != Verdict.INTRODUCED)
            .toList();
    return runs(changes).stream().map(this::sentence).toList();
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
                                Wording.capital(what(change, telling)), change.evidence()))))
        .toList();
  }

  private Map<String, Object> attempt(int number, List<Change> run, @Nullable Instant next) {
    Map<String, Object> out = new HashMap<>();
    Change first = run.getFirst();
    String result = run.size() == 1 ? result(first) : result(run);
    String title = run.size() == 1 ? name(first, telling) : names(run);
    out.put("number", Integer.toString(number));
    out.put("title", title.replace("**", ""));
    out.put("time", Wording.at(first.moment()));
    out.put("what", sentence(run));
    out.put("result", result);
    out.put(
        "cell",
        Markdown.cell(telling.say(run.size() == 1 ? told(first, telling) : title, lines(run))));
    out.put("resultcell", Markdown.cell(result));
    out.put("errors", errors(first, next));
    out.put("commit", first.commit().isBlank() ? "" : telling.code(first.commit()));
    return out;
  }

  private static List<Evidence> lines(List<Change> run) {
    return run.stream().flatMap(change -> change.evidence().stream()).toList();
  }

  private String names(List<Change> run) {
    return run.size()
        + " releases of the same image, **"
        + telling.text(run.getFirst().change())
        + "** to **"
        + telling.text(run.getLast().change())
        + "**";
  }

  private String sentence(List<Change> run) {
    if (run.size() == 1) {
      return sentence(run.getFirst());
    }
    return telling.say(
        names(run)
            + " (secrets, settings or restarts), "
            + Wording.at(run.getFirst().moment())
            + " to "
            + Wording.at(run.getLast().moment())
            + " UTC",
        lines(run));
  }

  private String result(List<Change> run) {
    return telling.say(verdict(run.getFirst().impact()), lines(run));
  }

  private String sentence(Change change) {
    return telling.say(
        name(change, telling)
            + ", "
            + Wording.at(change.moment())
            + " UTC: "
            + what(change, telling)
            + (change.status().isBlank() || change.description().contains(change.status())
                ? ""
                : ", " + telling.text(change.status())),
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
        "Failures: %,d in the %s before, %,d in the %s after (p %s)",
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
