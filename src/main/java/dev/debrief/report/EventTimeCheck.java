package dev.debrief.report;

import dev.debrief.model.Change;
import dev.debrief.model.Details;
import dev.debrief.model.Evidence;
import dev.debrief.model.Finding;
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
import org.jspecify.annotations.Nullable;

/** When things happened: releases, the first failure, the recovery, the outage's two ends. */
final class EventTimeCheck implements ClaimCheck {
  /** How far a stated minute may be off. */
  private static final Duration NEAR = Duration.ofMinutes(5);

  private static final Pattern MADE =
      Pattern.compile(
          "\\b(?:deploy(?:ed|ing|s|ment)?(?: of)?|released?|ship(?:ped)?|pushed|rolled out|launched)\\s+(?:of\\s+|version\\s+|release\\s+)?\\(?$",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern MADE_AFTER =
      Pattern.compile(
          "^\\s*(?:was |is |got )?(?:deployed|released|shipped|rolled out|pushed|went live)\\b",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern FIRST =
      Pattern.compile(
          "\\bfirst\\s+(?:unrequested\\s+|user-visible\\s+)?(crash|exit|restart|OOM(?: kill)?|outage)\\b",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern RECOVERED =
      Pattern.compile(
          "\\b(?:recovered|recovery|fully operational|(?:service|app|site) (?:was )?restored|outage ended|back to normal|incident (?:ended|resolved)|service resumed)\\b",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern BEGAN =
      Pattern.compile(
          "\\b(?:outage (?:began|started|begins|starts)|went down|(?:been )?down since|incident (?:began|started))\\b",
          Pattern.CASE_INSENSITIVE);

  @Override
  public void check(Reading reading) {
    for (ReportLine line : reading.lines()) {
      made(reading, line);
      first(reading, line);
      ends(reading, line);
      outageSpan(reading, line);
    }
  }

  /** What a line's words are dated with: its span, or its only time. */
  private record When(@Nullable TimeSpan span, @Nullable TimeMention time) {
    boolean fits(Instant at, Duration more) {
      return span != null ? span.holds(at, more) : time != null && time.fits(at, more);
    }
  }

  private static Optional<When> when(Reading reading, ReportLine line) {
    List<TimeMention> leading = reading.leading(line);
    List<TimeSpan> spans = reading.spans(line);
    if (!leading.isEmpty()) {
      boolean span = !spans.isEmpty() && spans.getFirst().from() == leading.getFirst().from();
      return span
          ? Optional.of(new When(spans.getFirst(), null))
          : Optional.of(new When(null, leading.getFirst()));
    }
    List<TimeMention> clocks =
        reading.times(line).stream().filter(t -> !t.day() && t.dated()).toList();
    if (spans.size() == 1 && !spans.getFirst().first().day()) {
      return Optional.of(new When(spans.getFirst(), null));
    }
    return clocks.size() == 1 ? Optional.of(new When(null, clocks.getFirst())) : Optional.empty();
  }

  private static void made(Reading reading, ReportLine line) {
    Optional<When> when = when(reading, line);
    Matcher named = ReleaseCheck.VERSION.matcher(line.plain());
    List<String> told = new ArrayList<>();
    while (named.find()) {
      String version = "v" + ReleaseCheck.number(named);
      boolean says =
          MADE.matcher(line.plain().substring(0, named.start())).find()
              || MADE_AFTER.matcher(line.plain().substring(named.end())).find();
      Optional<Change> change = reading.incident().change(version, line.plain());
      if (!says || when.isEmpty() || change.isEmpty() || told.contains(version)) {
        continue;
      }
      told.add(version);
      if (!Wording.shown(change.get().moment())) {
        continue;
      }
      boolean fits = when.get().fits(change.get().moment().at(), NEAR);
      reading.tell(
          line,
          fits ? Judgement.SUPPORTED : Judgement.CONTRADICTED,
          version + " was made " + Wording.at(change.get().moment()) + " UTC.",
          change.get().evidence());
    }
  }

  private static void first(Reading reading, ReportLine line) {
    Matcher first = FIRST.matcher(line.plain());
    Optional<When> when = when(reading, line);
    if (!first.find() || when.isEmpty()) {
      return;
    }
    boolean outage = first.group(1).equalsIgnoreCase("outage");
    boolean memory = first.group(1).toLowerCase(Locale.ROOT).startsWith("oom");
    List<String> machines = IdentityCheck.machinesIn(line, reading.incident());
    Optional<Finding> real =
        outage
            ? reading.incident().outages().stream().map(Found::finding).findFirst()
            : reading.incident().crashes().stream()
                .filter(exit -> !memory || exit.details().oom())
                .filter(
                    exit ->
                        machines.isEmpty()
                            || exit.finding().machines().stream().anyMatch(machines::contains))
                .map(Found::finding)
                .findFirst();
    if (real.isEmpty()) {
      reading.tell(line, Judgement.UNSUPPORTED, "The evidence shows none.", List.of());
      return;
    }
    boolean fits = when.get().fits(real.get().start(), NEAR);
    reading.tell(
        line,
        fits ? Judgement.SUPPORTED : Judgement.CONTRADICTED,
        "The first in the evidence is at " + Wording.at(real.get().start()) + " UTC.",
        real.get().evidence());
  }

  private static void ends(Reading reading, ReportLine line) {
    List<Found<Details.Outage>> outages = reading.incident().outages();
    Optional<When> when = when(reading, line);
    if (when.isEmpty() || outages.isEmpty() || line.plain().contains("?")) {
      return;
    }
    if (RECOVERED.matcher(line.plain()).find()) {
      List<Found<Details.Outage>> over =
          outages.stream().filter(outage -> outage.finding().end() != null).toList();
      if (!over.isEmpty()) {
        oneEnd(
            reading,
            line,
            when.get(),
            over.stream().map(Found::end).toList(),
            "ended",
            OutageFacts.endEvidence(over.getLast()));
      }
    } else if (BEGAN.matcher(line.plain()).find()) {
      oneEnd(
          reading,
          line,
          when.get(),
          outages.stream().map(Found::start).toList(),
          "began",
          outages.getFirst().finding().evidence());
    }
  }

  private static void oneEnd(
      Reading reading,
      ReportLine line,
      When when,
      List<Instant> real,
      String word,
      List<Evidence> evidence) {
    boolean fits = real.stream().anyMatch(at -> when.fits(at, NEAR.multipliedBy(2)));
    reading.tell(
        line,
        fits ? Judgement.SUPPORTED : Judgement.CONTRADICTED,
        "In the evidence the outage "
            + word
            + " at "
            + Wording.list(real.stream().limit(3).map(Wording::second).toList())
            + " UTC.",
        evidence);
  }

  /** The span given as the outage itself, under a heading of duration or beside the word. */
  private static void outageSpan(Reading reading, ReportLine line) {
    List<Found<Details.Outage>> outages =
        reading.incident().outages().stream().filter(o -> o.finding().end() != null).toList();
    boolean duration =
        line.heading().toLowerCase(Locale.ROOT).matches("(outage |incident )?duration")
            || line.plain()
                .toLowerCase(Locale.ROOT)
                .matches("\\W*(total )?(duration|outage|downtime)\\b.*");
    if (!duration
        || outages.isEmpty()
        || line.kind() == ReportLine.Kind.ROW
        || line.plain().contains("between")) {
      return;
    }
    List<TimeSpan> clocks =
        reading.spans(line).stream().filter(span -> !span.first().day()).toList();
    if (clocks.size() != 1 || !clocks.getFirst().first().dated()) {
      return;
    }
    TimeSpan said = clocks.getFirst();
    Duration near = NEAR.multipliedBy(2);
    Found<Details.Outage> closest =
        outages.stream()
            .min(
                Comparator.comparing(
                    outage -> Duration.between(outage.start(), said.start()).abs()))
            .orElse(outages.getFirst());
    boolean start =
        said.first().fits(closest.start(), near)
            || said.first().fits(outages.getFirst().start(), near);
    boolean end =
        said.last().fits(closest.end(), near) || said.last().fits(outages.getLast().end(), near);
    reading.tell(
        line,
        start && end ? Judgement.SUPPORTED : Judgement.CONTRADICTED,
        "The evidence shows an outage from "
            + Wording.second(closest.start())
            + " to "
            + Wording.second(closest.end())
            + " UTC.",
        Telling.both(closest.finding().evidence(), OutageFacts.endEvidence(closest)));
  }
}
