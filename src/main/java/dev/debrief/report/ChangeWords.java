package dev.debrief.report;

import dev.debrief.model.Change;
import dev.debrief.model.ChangeKind;
import dev.debrief.model.Details;
import dev.debrief.model.Evidence;
import dev.debrief.model.Verdict;
import dev.debrief.report.Attempts.Attempt;
import dev.debrief.report.Incident.Found;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Changes in words: their names, what they were, what came of them. */
final class ChangeWords {
  /** What the platform calls a release that was carried out, and a machine that did as asked. */
  private static final Set<String> WELL =
      Set.of("", "complete", "completed", "succeeded", "success", "stopping", "starting");

  private final Incident incident;
  private final Course course;
  private final Telling telling;

  ChangeWords(Incident incident, Course course, Telling telling) {
    this.incident = incident;
    this.course = course;
    this.telling = telling;
  }

  /** {@code Deploy **v290**}, {@code Release **v292**}. */
  static String name(Change change, Telling telling) {
    return Wording.capital(kind(change)) + " " + strong(change, telling);
  }

  /** {@code **v290**}, and of which app, where the case holds several. */
  static String strong(Change change, Telling telling) {
    return "**"
        + telling.text(change.change())
        + "**"
        + (change.app().isEmpty() ? "" : " of " + telling.code(change.app()));
  }

  private static String kind(Change change) {
    return switch (change.kind()) {
      case DEPLOY -> "deploy";
      case CONFIG -> "release";
      case ROLLBACK -> "rollback";
      case SCALE -> "scaling";
      case COMMIT -> "commit";
      case STOP -> "stop";
      case START -> "start";
      case OTHER -> "change";
    };
  }

  /** Within a sentence: {@code deploy **v290** (probably commit `5e8f6db`)}. */
  static String called(Change change, Telling telling) {
    String commit = "";
    if (!change.commit().isBlank()) {
      boolean sure = !change.description().contains("probably commit");
      commit =
          " ("
              + (sure ? "" : "probably ")
              + "commit "
              + telling.code(shortened(change.commit()))
              + ")";
    }
    return kind(change) + " " + strong(change, telling) + commit;
  }

  /** A commit as it is called: its first seven digits name it well enough to find it. */
  static String shortened(String commit) {
    return commit.matches("[0-9a-f]{8,64}") ? commit.substring(0, 7) : commit;
  }

  /** The name, and what it was: the history's words, or what its kind says. */
  static String told(Change change, Telling telling) {
    return name(change, telling) + ": " + what(change, telling);
  }

  private static String what(Change change, Telling telling) {
    String words = change.description().strip();
    if (!change.commit().isEmpty()) {
      words = words.replace(change.commit(), shortened(change.commit()));
    }
    if (!change.app().isEmpty() && words.startsWith(change.app() + ": ")) {
      words = words.substring(change.app().length() + 2);
    }
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

  /** The same without the image's tag, which the appendix has. */
  static String brief(Change change, Telling telling) {
    String tag = change.image().substring(change.image().lastIndexOf(':') + 1);
    String words = change.description().replace(" (" + tag + ")", "");
    return name(change, telling) + ": " + what(change.described(words), telling);
  }

  /** What it was and when, with its lines. */
  String sentence(Change change) {
    return telling.say(
        name(change, telling)
            + ", "
            + Wording.at(change.moment())
            + " UTC: "
            + what(change, telling)
            + (WELL.contains(change.status().toLowerCase(Locale.ROOT))
                    || change.description().contains(change.status())
                ? ""
                : "; its status is " + telling.text(change.status())),
        change.evidence());
  }

  /** A heading: {@code Deploy **v294** and 2 more releases}. */
  String title(Attempt attempt) {
    String first = name(attempt.first(), telling);
    return attempt.changes().size() == 1 ? first : first + ", then " + more(attempt);
  }

  private String more(Attempt attempt) {
    int more = attempt.changes().size() - 1;
    if (more == 1) {
      return kind(attempt.last())
          + " **"
          + telling.text(attempt.last().change())
          + "**"
          + (attempt.last().kind() == ChangeKind.CONFIG ? " of the same image" : "");
    }
    ChangeKind kind = attempt.first().kind();
    String one =
        kind == ChangeKind.STOP || kind == ChangeKind.START
            ? kind(attempt.first())
            : "release of the same image";
    return Wording.count(
            more,
            "more " + one,
            "more " + (one.endsWith("image") ? "releases of the same image" : one + "s"))
        + " to **"
        + telling.text(attempt.last().change())
        + "**";
  }

  /** What was made, in full. */
  String made(Attempt attempt) {
    if (attempt.changes().size() == 1) {
      return sentence(attempt.first());
    }
    return sentence(attempt.first())
        + " "
        + telling.say(
            attempt.changes().size() == 2
                ? "Then came "
                    + more(attempt)
                    + ", at "
                    + Wording.at(attempt.last().moment())
                    + " UTC"
                : Wording.capital(more(attempt))
                    + " followed, the last at "
                    + Wording.at(attempt.last().moment())
                    + " UTC",
            rest(attempt));
  }

  /** The same in the space of a table's cell. */
  String row(Attempt attempt) {
    return telling.say(rowWords(attempt), lines(attempt));
  }

  /** Its words, without their lines. */
  String rowWords(Attempt attempt) {
    String words = brief(attempt.first(), telling);
    return attempt.changes().size() == 1
        ? words
        : words
            + "; then "
            + more(attempt)
            + (attempt.changes().size() == 2 ? " at " : ", the last at ")
            + Wording.at(attempt.last().moment());
  }

  /** The lines of an attempt's first and last change. */
  static List<Evidence> lines(Attempt attempt) {
    return attempt.changes().size() == 1
        ? attempt.first().evidence()
        : Telling.both(attempt.first().evidence().stream().limit(2).toList(), rest(attempt));
  }

  /** A change of secrets or settings, as far as the history names it. */
  String setting(Attempt attempt) {
    String words = Wording.capital(what(attempt.first(), telling));
    return telling.say(
        attempt.changes().size() == 1
            ? words
            : words + "; so did the " + (attempt.changes().size() - 1) + " that followed",
        Telling.both(attempt.first().evidence().stream().limit(1).toList(), rest(attempt)));
  }

  private static List<Evidence> rest(Attempt attempt) {
    return attempt.last().evidence().stream().limit(1).toList();
  }

  /** What came of it, with the numbers. */
  String result(Attempt attempt) {
    Change first = attempt.first();
    Change last = attempt.last();
    Details.ChangeImpact before = details(first);
    Details.ChangeImpact after = details(last);
    String verdict = verdict(first);
    String numbers =
        before == null || after == null || before.beforeSeconds() <= 0 || after.afterSeconds() <= 0
            ? ""
            : numbers(first, last, before, after);
    List<Evidence> lines = new ArrayList<>();
    incident
        .impact(first)
        .ifPresent(i -> lines.addAll(i.finding().evidence().stream().limit(2).toList()));
    lines.addAll(first.evidence().stream().limit(1).toList());
    if (first != last) {
      lines.addAll(rest(attempt));
    }
    return telling.say(verdict + numbers, lines);
  }

  /** The same, and which known causes first show after it. */
  String resultAndSigns(Attempt attempt) {
    List<Found<Details.KnownCause>> causes = attempt.firstSeen();
    if (causes.isEmpty()) {
      return result(attempt);
    }
    String names =
        causes.stream()
            .limit(References.SHOWN)
            .map(cause -> telling.text(Wording.going(cause.finding().title())))
            .collect(Collectors.joining("; "));
    int more = causes.size() - References.SHOWN;
    return result(attempt)
        + " "
        + telling.say(
            "First seen after it: " + names + (more > 0 ? "; and " + more + " more" : ""),
            causes.stream()
                .flatMap(cause -> cause.finding().evidence().stream().limit(1))
                .toList());
  }

  private Details.@Nullable ChangeImpact details(Change change) {
    return incident.impact(change).map(Found::details).orElse(null);
  }

  private String numbers(
      Change first, Change last, Details.ChangeImpact before, Details.ChangeImpact after) {
    String counted = counted(incident, first);
    if (!counted.equals(counted(incident, last))) {
      return "";
    }
    boolean judged =
        first == last
            && before.pValue() != null
            && (first.impact() == Verdict.FIXED || first.impact() == Verdict.INTRODUCED);
    return String.format(
        Locale.ROOT,
        ". %s: %,d in the %s before, %,d in the %s after%s",
        Wording.capital(counted),
        before.before(),
        length(before.beforeSeconds()),
        after.after(),
        length(after.afterSeconds()),
        judged ? " (" + probability(before.pValue()) + ")" : "");
  }

  private static String length(double seconds) {
    return Wording.length(Duration.ofMillis(Math.round(seconds * 1000)));
  }

  private static String probability(@Nullable Double p) {
    return p == null
        ? "not tested"
        : p < 0.001 ? "p under 0.001" : String.format(Locale.ROOT, "p = %.3f", p);
  }

  /** What was counted around a change: {@code crashes}, {@code failed requests}, {@code errors}. */
  static String counted(Incident incident, Change change) {
    String measure = incident.impact(change).map(impact -> impact.details().measure()).orElse("");
    return switch (measure) {
      case "crashes" -> "crashes";
      case "requests" -> "failed requests";
      case "errors" -> "errors";
      default -> "failures";
    };
  }

  private String verdict(Change change) {
    if (course.eased().contains(change)) {
      return "**Ended "
          + "the "
          + counted(incident, change)
          + "**, and the outage went on"
          + stillFailing(change);
    }
    if (course.again().contains(change)) {
      return "**" + "The " + counted(incident, change) + " came back with it**";
    }
    return switch (change.impact()) {
      case null -> "No verdict: the evidence doesn't say what it did";
      case INTRODUCED ->
          course.fuse(change).isEmpty()
              ? "**Introduced the failures**: healthy before, failing after"
              : "**The failures go back to it**, though all went well at first";
      case FIXED -> "**Fixed it**: failing before, healthy after, and it held";
      case NO_EFFECT ->
          "No effect: failing before and after"
              + (change.kind() == ChangeKind.ROLLBACK && course.acquits(change)
                  ? ", so the code that it took back is not the cause"
                  : "");
      case NEUTRAL -> "Neutral: healthy before and after";
      case INCONCLUSIVE ->
          incident.beforeTheLog(change)
              ? "Inconclusive: it was made before the log begins"
              : "Inconclusive: the log doesn't cover both sides";
    };
  }

  /** {@code : 191 of 191 requests after it failed}, where that is what remained. */
  private String stillFailing(Change change) {
    Details.ChangeImpact impact = details(change);
    if (impact == null || !impact.remaining().contains("requests")) {
      return "";
    }
    return impact.series().stream()
        .filter(series -> series.name().equals("requests"))
        .findFirst()
        .map(
            series ->
                String.format(
                    Locale.ROOT,
                    ": %,d of %,.0f requests after it failed",
                    series.after(),
                    series.afterOf()))
        .orElse("");
  }

  /** The end of a timeline's row. */
  String effect(Change change) {
    if (change.impact() == null) {
      return "";
    }
    return " — " + outcome(change);
  }

  /** What a change did, in a few words. */
  String outcome(Change change) {
    if (course.eased().contains(change)) {
      return "**" + "the " + counted(incident, change) + " end with it, the outage does not**";
    }
    if (course.again().contains(change)) {
      return "**" + "the " + counted(incident, change) + " come back with it**";
    }
    return switch (change.impact()) {
      case null -> "what it did can't be told";
      case INTRODUCED ->
          course.fuse(change).isEmpty()
              ? "**the failures begin with it**"
              : "**the failures go back to it**";
      case FIXED -> "**the failures end with it**";
      case NO_EFFECT -> "still failing as before";
      case NEUTRAL -> "healthy before and after";
      case INCONCLUSIVE ->
          incident.beforeTheLog(change)
              ? "made before the log begins"
              : "its effect can't be told from these logs";
    };
  }
}
