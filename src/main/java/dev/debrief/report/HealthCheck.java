package dev.debrief.report;

import dev.debrief.model.Details;
import dev.debrief.model.Evidence;
import dev.debrief.model.Level;
import dev.debrief.model.LogRecord;
import dev.debrief.model.TimeRange;
import dev.debrief.report.Incident.Found;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** That all was well until, or between, certain times; and that somebody said nothing. */
final class HealthCheck implements ClaimCheck {
  private static final Pattern WELL =
      Pattern.compile(
          "\\b(?:(?<errors>no errors?|zero errors|error[- ]free|without (?:any )?errors?)|no (?:issues?|problems?|crash(?:es)?|restarts?|failures?)|without (?:issues?|problems?|a crash)|healthy|stable|ran fine|running fine|worked fine)\\b(?<between>[^.;|]{0,60}?)\\b(?:until|till|before|up to|prior to)\\s",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern WELL_BETWEEN =
      Pattern.compile(
          "\\b(?:no (?:issues?|problems?|crash(?:es)?|restarts?|failures?)|without (?:issues?|problems?)|healthy|stable|ran fine)\\b",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern MUTE =
      Pattern.compile(
          "\\b(?:zero|no)\\s+([A-Z][A-Za-z0-9.]{2,40})\\s+(?:connection\\s+)?(?:error|log|output|line|message)",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern NOT =
      Pattern.compile(
          "\\b(?:not|never|n't|should|must|will|would|expect\\w*|watch|verify|confirm|criteria)\\b",
          Pattern.CASE_INSENSITIVE);

  @Override
  public void check(Reading reading) {
    for (ReportLine line : reading.lines()) {
      until(reading, line);
      between(reading, line);
      mute(reading, line);
    }
  }

  private static void until(Reading reading, ReportLine line) {
    Matcher m = WELL.matcher(line.plain());
    if (!m.find() || NOT.matcher(line.plain()).find()) {
      return;
    }
    TimeMention time = Reading.after(reading.times(line), m.end() - 1);
    if (time == null || time.from() - m.end() > 12 || !time.dated()) {
      return;
    }
    Optional<TimeRange> logged = reading.incident().logged();
    if (logged.isEmpty() || !time.start().isAfter(logged.get().from())) {
      reading.tell(line, Judgement.NOT_JUDGED, "The logs begin later.", List.of());
      return;
    }
    Instant end = time.start().minus(time.slack());
    TimeRange range = new TimeRange(logged.get().from(), later(end, logged.get().from()));
    judge(reading, line, range, m.group("errors") != null);
  }

  private static Instant later(Instant a, Instant b) {
    return a.isBefore(b) ? b : a;
  }

  private static void between(Reading reading, ReportLine line) {
    Matcher m = WELL_BETWEEN.matcher(line.plain());
    if (!m.find() || WELL.matcher(line.plain()).find() || NOT.matcher(line.plain()).find()) {
      return;
    }
    boolean chronicle = !reading.leading(line).isEmpty();
    for (TimeSpan span : reading.spans(line)) {
      if (chronicle && span.from() == reading.leading(line).getFirst().from()) {
        continue; // a row's span says when something was done, not how long it held
      }
      int gap = span.from() > m.end() ? span.from() - m.end() : m.start() - span.to();
      Optional<TimeRange> logged = reading.incident().logged();
      if (gap < 0 || gap > 40 || logged.isEmpty() || span.length().isNegative()) {
        continue;
      }
      Instant from = later(span.start(), logged.get().from());
      // A day at the end of a span is when it ended: how much of it was still well isn't said.
      Instant to = span.last().start().isBefore(from) ? from : span.last().start();
      if (to.equals(from)) {
        continue;
      }
      judge(reading, line, new TimeRange(from, to), false);
    }
  }

  private static void judge(Reading reading, ReportLine line, TimeRange range, boolean errors) {
    List<Found<? extends Details>> bad = new ArrayList<>();
    bad.addAll(reading.incident().crashes());
    bad.addAll(reading.incident().outages());
    Optional<Found<? extends Details>> first =
        bad.stream()
            .filter(found -> range.contains(found.start().plus(Duration.ofSeconds(30))))
            .filter(found -> range.contains(found.start()))
            .min(Comparator.comparing(Found::start));
    if (first.isPresent()) {
      reading.tell(
          line,
          Judgement.CONTRADICTED,
          "The evidence shows a failure at " + Wording.at(first.get().start()) + " UTC.",
          first.get().finding().evidence());
      return;
    }
    List<LogRecord> loud =
        errors ? reading.incident().dossier().lookup().atLeast(Level.ERROR, range, 3) : List.of();
    if (!loud.isEmpty()) {
      reading.tell(
          line,
          Judgement.CONTRADICTED,
          "The log has an error at " + Wording.at(loud.getFirst().moment()) + " UTC.",
          loud.stream().map(LogRecord::evidence).toList());
      return;
    }
    reading.tell(
        line,
        Judgement.SUPPORTED,
        "The evidence shows no failure from "
            + Wording.second(range.from())
            + " to "
            + Wording.second(range.to())
            + " UTC.",
        List.of());
  }

  private static void mute(Reading reading, ReportLine line) {
    Matcher m = MUTE.matcher(line.plain());
    while (m.find()) {
      String emitter = m.group(1);
      if (!Character.isUpperCase(emitter.charAt(0))
          || emitter.toUpperCase(Locale.ROOT).equals(emitter)) {
        continue;
      }
      Optional<Found<Details.Silence>> silent =
          reading.incident().all(Details.Silence.class).stream()
              .filter(found -> found.details().emitter().equalsIgnoreCase(emitter))
              .findFirst();
      if (silent.isPresent()) {
        List<Evidence> evidence = silent.get().finding().evidence();
        reading.tell(
            line,
            Judgement.SUPPORTED,
            "The evidence shows "
                + emitter
                + " silent from "
                + Wording.second(silent.get().start())
                + " to "
                + Wording.second(silent.get().end())
                + " UTC.",
            evidence);
      } else {
        reading.tell(
            line,
            Judgement.NOT_JUDGED,
            "No silence of " + emitter + " was concluded from the evidence.",
            List.of());
      }
    }
  }
}
