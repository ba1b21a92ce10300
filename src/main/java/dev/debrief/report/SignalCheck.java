package dev.debrief.report;

import dev.debrief.model.Details;
import dev.debrief.model.Details.SignalRole;
import dev.debrief.model.LogRecord;
import dev.debrief.model.TimeRange;
import dev.debrief.report.Incident.Found;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Signals: whether they were there, and what they are said to have done. */
final class SignalCheck implements ClaimCheck {
  private static final Pattern SIGNAL =
      Pattern.compile("\\bSIG(?:USR1|USR2|TERM|INT|KILL|HUP|ABRT|SEGV|QUIT|BUS|PIPE|ILL)\\b");
  private static final Pattern DID =
      Pattern.compile(
          "^\\W{0,4}(?:signals?\\s+)?(?:(?:from \\w+\\s+)|(?:which |that )?)?(?:kills?|killed|caused|crashed|crashes|brought down|took down|terminated|terminates)\\b",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern BY =
      Pattern.compile(
          "\\b(?:(?:killed|terminated|crashed|caused|brought down|taken down|died) (?:by|of)"
              + "|(?:down|crashed|died|failed|exited|ended|stopped|outage|terminated) (?:because of|due to)"
              + "|(?:root |real )?cause (?:was|is)|culprit (?:was|is))\\s+(?:a\\s+|an\\s+|the\\s+)?(?:signal\\s+)?$",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern NOT =
      Pattern.compile(
          "\\b(?:red herring|not the cause|wasn't|isn't|didn't|doesn't|not|never|may|might|could|can|initially|appeared|seemed|prevents?|ignor\\w+|if|when|whether|would|default)\\b",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern INNOCENT =
      Pattern.compile(
          "\\b(?:red herring|not the cause|innocent|incidental|misleading|harmless|not caused by)\\b",
          Pattern.CASE_INSENSITIVE);

  @Override
  public void check(Reading reading) {
    for (ReportLine line : reading.lines()) {
      Matcher m = SIGNAL.matcher(line.plain());
      if (m.find()) {
        judge(reading, line, m);
      }
    }
  }

  private static void judge(Reading reading, ReportLine line, Matcher m) {
    String signal = m.group();
    List<Found<Details.Signal>> seen =
        reading.incident().all(Details.Signal.class).stream()
            .filter(found -> found.details().signal().equals(signal))
            .toList();
    List<Found<Details.Exit>> exits =
        reading.incident().all(Details.Exit.class).stream()
            .filter(found -> signal.equals(found.details().signal()))
            .toList();
    if (seen.isEmpty() && exits.isEmpty()) {
      var lines = reading.incident().dossier().lookup().saying(signal, TimeRange.ALWAYS, 3);
      reading.tell(
          line,
          lines.isEmpty() ? Judgement.UNSUPPORTED : Judgement.NOT_JUDGED,
          lines.isEmpty()
              ? "No line of the evidence names " + signal + "."
              : "The evidence names it and no conclusion was drawn of it.",
          lines.stream().map(LogRecord::evidence).toList());
      return;
    }
    Set<SignalRole> roles =
        seen.stream()
            .map(found -> found.details().role())
            .collect(Collectors.toCollection(() -> EnumSet.noneOf(SignalRole.class)));
    if (!exits.isEmpty() && exits.stream().anyMatch(exit -> exit.details().unasked())) {
      roles.add(SignalRole.CAUSE);
    }
    var evidence =
        seen.isEmpty()
            ? exits.getFirst().finding().evidence()
            : seen.getFirst().finding().evidence();
    boolean blamed =
        (DID.matcher(line.plain().substring(m.end())).find()
                || BY.matcher(line.plain().substring(0, m.start())).find())
            && !NOT.matcher(line.plain()).find();
    boolean cleared = INNOCENT.matcher(line.plain()).find();
    Judgement judgement = judgement(roles, blamed, cleared);
    reading.tell(
        line, judgement, "In the evidence " + signal + " is " + words(roles) + ".", evidence);
  }

  private static Judgement judgement(Set<SignalRole> roles, boolean blamed, boolean cleared) {
    if (!blamed && !cleared) {
      return Judgement.SUPPORTED;
    }
    boolean cause = roles.contains(SignalRole.CAUSE);
    boolean onlyIncidental = roles.equals(EnumSet.of(SignalRole.INCIDENTAL));
    boolean asked =
        roles.contains(SignalRole.REQUESTED) && !roles.contains(SignalRole.UNKNOWN) && !cause;
    if (cleared) {
      return cause
          ? Judgement.CONTRADICTED
          : onlyIncidental ? Judgement.SUPPORTED : Judgement.NOT_JUDGED;
    }
    if (cause) {
      return Judgement.SUPPORTED;
    }
    return onlyIncidental
        ? Judgement.CONTRADICTED
        : asked ? Judgement.UNSUPPORTED : Judgement.NOT_JUDGED;
  }

  private static String words(Set<SignalRole> roles) {
    return Wording.list(
        roles.stream()
            .map(
                role ->
                    switch (role) {
                      case CAUSE -> "what ended a main process";
                      case REQUESTED -> "part of stops that were asked for";
                      case INCIDENTAL -> "incidental: it follows exits or comes with healthy boots";
                      case UNKNOWN -> "of unknown part";
                    })
            .map(words -> words.toLowerCase(Locale.ROOT))
            .toList());
  }
}
