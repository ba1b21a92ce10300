package dev.debrief.analysis.hypothesis;

import static java.util.stream.Collectors.joining;

import dev.debrief.analysis.Wording;
import dev.debrief.analysis.change.FailureWords;
import dev.debrief.analysis.rule.Commands;
import dev.debrief.analysis.template.Template;
import dev.debrief.model.Hypothesis;
import dev.debrief.model.Hypothesis.Standing;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The error with which requests failed, where no rule and nothing else says why they did. */
final class FailureWordsSuspect {
  private static final int TITLE = 160;

  /** An error is where it failed and not yet why; one before each crash says more. */
  private static final double SCORE = 0.5;

  /** What loggers that print JSON call a line's words, and the error's. */
  private static final Pattern JSON_WORDS =
      Pattern.compile("\"(?:msg|message|err|error|exception)\" ?: ?\"([^\"]*\\p{L}[^\"]*)\"");

  /** A clock, a process or a level in brackets, as Ruby's, Python's and other loggers put it. */
  private static final Pattern LOGGERS_HEAD =
      Pattern.compile("^(?:[A-Z], )?(?:\\[[^\\]]{0,60}\\] ?)+(?: ?[A-Z]+ -- :)? *");

  private FailureWordsSuspect() {}

  /** A line's own words: those of its text and of its error, where it is an object of JSON. */
  static String words(String template) {
    if (!template.startsWith("{")) {
      String bare = LOGGERS_HEAD.matcher(template).replaceFirst("");
      return (bare.isBlank() ? template : bare).replaceFirst("\\s*:$", "");
    }
    String words =
        JSON_WORDS.matcher(template).results().map(found -> found.group(1)).collect(joining(": "));
    return words.isEmpty() ? template : words;
  }

  static Optional<Hypothesis> of(Optional<FailureWords> words, Failure failure, String app) {
    return words.map(
        told ->
            new Hypothesis(
                "fails-on-" + Template.idOf(told.template()).toLowerCase(Locale.ROOT),
                "Requests fail on " + Arguments.cut(words(told.template()), TITLE),
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
