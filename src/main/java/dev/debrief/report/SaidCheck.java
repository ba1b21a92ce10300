package dev.debrief.report;

import dev.debrief.model.Details;
import dev.debrief.model.Evidence;
import dev.debrief.model.Level;
import dev.debrief.model.LogRecord;
import dev.debrief.model.TimeRange;
import dev.debrief.report.Incident.Found;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What was said and what wasn't: no error at all, a silent part that is said to have spoken. */
final class SaidCheck implements ClaimCheck {
  /** Of the app as a whole; what one part of it said is another matter. */
  private static final Pattern NO_ERRORS =
      Pattern.compile(
          "^\\W*(?:there were |we saw |the (?:app|application|logs?|machines?|server) (?:logged|showed|had|printed|wrote) )?"
              + "(?:no|zero) errors?(?: messages?| lines?)?(?: (?:were|was) (?:logged|printed|written|visible)| in the logs?| at all)?"
              + "(?: (?:during|while|in|throughout)\\b(?:(?! is\\b| are\\b)[^.,;]){0,40})?\\W*$",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern MUTE =
      Pattern.compile(
          "^\\W*the (?:app|application|machines?|server) (?:logged|printed|wrote|said) nothing\\b[^.,;]{0,60}\\W*$",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern SPOKE =
      Pattern.compile(
          "^\\s*(?:logged|printed|wrote|reported|complained)\\b(?! (?:no|nothing|zero|neither))",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern NOT =
      Pattern.compile(
          "\\b(?:not|never|before|could|can|would|should|if|when|after|until)\\b|n't\\b|\\?",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern MEMORY =
      Pattern.compile(
          "\\b(?:machines?|app|instances?|vms?) (?:ran|run|had run) out of memory\\b"
              + "|\\b(?:was|were|got) OOM[- ]killed\\b",
          Pattern.CASE_INSENSITIVE);

  @Override
  public void check(Reading reading) {
    Optional<TimeRange> trouble = reading.incident().trouble();
    if (trouble.isEmpty()) {
      return;
    }
    for (ReportLine line : reading.lines()) {
      boolean errors = NO_ERRORS.matcher(line.plain()).find();
      if (errors || MUTE.matcher(line.plain()).find()) {
        nothing(reading, line, trouble.get(), errors ? Level.ERROR : Level.DEBUG);
      }
      spoke(reading, line);
      memory(reading, line);
    }
  }

  private static void nothing(Reading reading, ReportLine line, TimeRange range, Level level) {
    List<LogRecord> loud = reading.incident().dossier().lookup().atLeast(level, range, 3);
    reading.tell(
        line,
        loud.isEmpty() ? Judgement.SUPPORTED : Judgement.CONTRADICTED,
        loud.isEmpty()
            ? "The log has none in that time."
            : "The log has one at " + Wording.at(loud.getFirst().moment()) + " UTC.",
        loud.stream().map(LogRecord::evidence).toList());
  }

  private static void spoke(Reading reading, ReportLine line) {
    for (Found<Details.Silence> silence : reading.incident().all(Details.Silence.class)) {
      String emitter = silence.details().emitter();
      int at = line.plain().indexOf(emitter);
      boolean absent = silence.details().mode() == Details.SilenceMode.ABSENT_DESPITE_DEPENDENTS;
      if (absent
          && at >= 0
          && SPOKE.matcher(line.plain().substring(at + emitter.length())).find()
          && !NOT.matcher(line.plain()).find()
          && reading.times(line).isEmpty()) {
        reading.tell(
            line,
            Judgement.CONTRADICTED,
            emitter
                + " writes no line from "
                + Wording.second(silence.start())
                + " to "
                + Wording.second(silence.end())
                + " UTC.",
            silence.finding().evidence());
        return;
      }
    }
  }

  private static void memory(Reading reading, ReportLine line) {
    Matcher said = MEMORY.matcher(line.plain());
    List<Found<Details.Exit>> crashes = reading.incident().crashes();
    if (!said.find() || NOT.matcher(line.plain()).find() || crashes.isEmpty()) {
      return;
    }
    Optional<Found<Details.Exit>> out = crashes.stream().filter(e -> e.details().oom()).findFirst();
    List<Evidence> lines =
        out.map(exit -> exit.finding().evidence())
            .orElseGet(
                () ->
                    reading
                        .incident()
                        .dossier()
                        .lookup()
                        .saying("out of memory", TimeRange.ALWAYS, 3)
                        .stream()
                        .map(LogRecord::evidence)
                        .toList());
    boolean otherwise = crashes.stream().allMatch(e -> e.details().code() != null);
    reading.tell(
        line,
        !lines.isEmpty()
            ? Judgement.SUPPORTED
            : otherwise ? Judgement.CONTRADICTED : Judgement.UNSUPPORTED,
        lines.isEmpty()
            ? "No exit is told as the memory's and no line says 'out of memory'; the exits are of "
                + Observations.exitWords(crashes.getFirst().details())
                + "."
            : "The evidence tells of memory that ran out.",
        lines.isEmpty() ? crashes.getFirst().finding().evidence() : lines);
  }
}
