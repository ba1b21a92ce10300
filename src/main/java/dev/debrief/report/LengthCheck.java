package dev.debrief.report;

import dev.debrief.model.Details;
import dev.debrief.model.Evidence;
import dev.debrief.report.Incident.Found;
import dev.debrief.report.LengthMention.Hedge;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Lengths of time: beside the two times they are the length of, against the outages, and against
 * what the same report says elsewhere.
 */
final class LengthCheck implements ClaimCheck {
  /** What may stand between a length and its span. */
  private static final Pattern BESIDE =
      Pattern.compile(
          "[\\s(:,;=—–-]*(?:(?:from|between|of|in|for|lasting|lasted|total|outage|window|downtime|UTC|ET|about|approximately)[\\s(:,]*){0,3}");

  private static final Pattern WHOLE =
      Pattern.compile(
          "\\b(?:duration|downtime|outage|unavailable|unresponsive|(?:was|been|is|were|app|site|production) (?:\\w+ )?(?:down|offline)|down (?:for|since)|degradation|incident lasted|zombie)\\b",
          Pattern.CASE_INSENSITIVE);

  /** A length that is something else's, or a part. */
  private static final Pattern OTHER =
      Pattern.compile(
          "\\b(?:detect|notice|acknowledge|respond|ttd|ttr|mtt|per|every|each|interval|timeout|delay|backoff|after boot|uptime|before|gap|latency|p9\\d|first|longest|previous|would|could|can have|turns|into|recovery|budget|partial|if)\\b",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern EFFORT =
      Pattern.compile(
          "\\b(?:spent|spending|took us|working on|debugg\\w+|isolating|investigat\\w+)\\b",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern ONGOING =
      Pattern.compile(
          "\\b(?:(?:has|have) been down|still (?:down|crash\\w*|failing)|is down|status\\W+.*\\b(?:disabled|down)\\b)",
          Pattern.CASE_INSENSITIVE);

  @Override
  public void check(Reading reading) {
    List<Claimed> whole = new ArrayList<>();
    boolean ongoing =
        reading.lines().stream().anyMatch(line -> ONGOING.matcher(line.plain()).find());
    for (ReportLine line : reading.lines()) {
      for (LengthMention length : LengthScanner.lengths(line.plain())) {
        TimeSpan span = beside(line.plain(), length, reading.spans(line));
        if (span != null) {
          againstSpan(reading, line, length, span);
        } else if (EFFORT.matcher(line.plain()).find()) {
          effort(reading, line, length, ongoing);
        } else if (isWhole(line, length)) {
          whole.add(new Claimed(line, length));
          againstOutages(reading, line, length);
        }
      }
    }
    againstEachOther(reading, whole);
  }

  /** A length that is told as the outage's. */
  record Claimed(ReportLine line, LengthMention length) {}

  /** The lengths that a report gives its outage, those beside two times too. */
  static List<Claimed> ofTheWhole(Reading reading) {
    List<Claimed> out = new ArrayList<>();
    for (ReportLine line : reading.lines()) {
      for (LengthMention length : LengthScanner.lengths(line.plain())) {
        if (isWhole(line, length) && !EFFORT.matcher(line.plain()).find()) {
          out.add(new Claimed(line, length));
        }
      }
    }
    return out;
  }

  private static boolean isWhole(ReportLine line, LengthMention length) {
    String plain = line.plain();
    String near =
        plain.substring(
            Math.max(0, length.from() - 60), Math.min(plain.length(), length.to() + 30));
    boolean section =
        line.heading().toLowerCase(Locale.ROOT).matches("(outage |incident )?duration")
            && length.from() < 25;
    return (section || WHOLE.matcher(near).find())
        && !OTHER.matcher(near).find()
        && (line.kind() != ReportLine.Kind.ROW)
        && length.low().compareTo(Duration.ofSeconds(1)) >= 0;
  }

  private static @Nullable TimeSpan beside(
      String plain, LengthMention length, List<TimeSpan> spans) {
    for (TimeSpan span : spans) {
      boolean days = span.first().day();
      if (days) {
        continue;
      }
      if (length.to() <= span.from()
          && span.from() - length.to() < 50
          && BESIDE.matcher(plain.substring(length.to(), span.from())).matches()) {
        return span;
      }
      if (span.to() <= length.from()
          && length.from() - span.to() < 30
          && BESIDE.matcher(plain.substring(span.to(), length.from())).matches()) {
        return span;
      }
    }
    return null;
  }

  private static void againstSpan(
      Reading reading, ReportLine line, LengthMention length, TimeSpan span) {
    Duration real = span.length();
    if (real.isNegative()) {
      return;
    }
    String named = line.plain().substring(length.from(), length.to()).strip();
    List<Evidence> evidence =
        reading.incident().outages().stream()
            .filter(outage -> span.holds(outage.start(), Duration.ofMinutes(15)))
            .flatMap(outage -> outage.finding().evidence().stream())
            .toList();
    if (length.fits(real, span.slack())) {
      reading.tell(
          line,
          Judgement.SUPPORTED,
          "\"" + named + "\" is what lies between the two times: " + Wording.length(real) + ".",
          evidence);
    } else {
      reading.tell(
          line,
          Judgement.CONTRADICTED,
          "\""
              + named
              + "\" stands beside two times that are "
              + Wording.length(real)
              + " apart."
              + outageWords(reading.incident().outages(), span),
          evidence);
    }
  }

  private static String outageWords(List<Found<Details.Outage>> outages, TimeSpan span) {
    return outages.stream()
        .filter(outage -> span.holds(outage.start(), Duration.ofMinutes(15)))
        .filter(outage -> outage.finding().end() != null)
        .findFirst()
        .map(outage -> " The evidence shows an outage of " + Wording.length(outage.length()) + ".")
        .orElse("");
  }

  private static void againstOutages(Reading reading, ReportLine line, LengthMention length) {
    List<Found<Details.Outage>> outages =
        reading.incident().outages().stream()
            .filter(outage -> outage.finding().end() != null)
            .toList();
    if (outages.isEmpty()) {
      reading.tell(
          line,
          Judgement.NOT_JUDGED,
          "The evidence shows no outage with a beginning and an end to compare with.",
          List.of());
      return;
    }
    Optional<Found<Details.Outage>> fits =
        outages.stream().filter(outage -> length.fits(outage.length(), spread(outage))).findFirst();
    Duration all = Duration.between(outages.getFirst().start(), outages.getLast().end());
    Duration sum = outages.stream().map(Found::length).reduce(Duration.ZERO, Duration::plus);
    boolean together =
        length.fits(all, Duration.ofMinutes(1)) || length.fits(sum, Duration.ofMinutes(1));
    List<Evidence> evidence =
        outages.stream().flatMap(outage -> outage.finding().evidence().stream()).toList();
    if (fits.isPresent() || together) {
      reading.tell(
          line,
          Judgement.SUPPORTED,
          "The evidence shows "
              + Wording.length(fits.map(Found::length).orElse(together ? all : sum))
              + ".",
          evidence);
    } else {
      reading.tell(
          line,
          Judgement.CONTRADICTED,
          "The evidence shows "
              + Wording.list(outages.stream().limit(3).map(outage -> spanWords(outage)).toList())
              + (length.hedge() == Hedge.AT_LEAST ? ", which is shorter." : "."),
          evidence);
    }
  }

  /** How far the two bounds of an outage leave its length open. */
  private static Duration spread(Found<Details.Outage> outage) {
    Duration out = Duration.ofMinutes(1);
    Details.Outage details = outage.details();
    for (Details.Outage.Phase phase :
        new Details.Outage.Phase[] {details.began(), details.ended()}) {
      if (phase != null) {
        Duration width = Duration.between(phase.notBefore(), phase.notAfter());
        Duration most = outage.length().dividedBy(10);
        out = out.plus(width.compareTo(most) > 0 ? most : width);
      }
    }
    return out;
  }

  private static String spanWords(Found<Details.Outage> outage) {
    return "an outage of "
        + Wording.length(outage.length())
        + " ("
        + Wording.second(outage.start())
        + " to "
        + Wording.second(outage.end())
        + " UTC)";
  }

  /** Work on an outage that is said to last can't have taken longer than the outage. */
  private static void effort(
      Reading reading, ReportLine line, LengthMention length, boolean ongoing) {
    List<Found<Details.Outage>> outages = reading.incident().outages();
    if (!ongoing || outages.isEmpty() || length.low().compareTo(Duration.ofHours(1)) < 0) {
      return;
    }
    Instant end = outages.getLast().end();
    Duration most = Duration.between(outages.getFirst().start(), end);
    if (outages.getLast().finding().end() != null
        && length.low().compareTo(most.multipliedBy(12).dividedBy(10)) > 0) {
      reading.tell(
          line,
          Judgement.CONTRADICTED,
          "The report is written while it lasts, and the evidence shows that it lasted "
              + Wording.length(most)
              + ", until "
              + Wording.second(end)
              + " UTC.",
          OutageFacts.endEvidence(outages.getLast()));
    }
  }

  private static void againstEachOther(Reading reading, List<Claimed> whole) {
    for (int i = 1; i < whole.size(); i++) {
      Claimed first = whole.getFirst();
      Claimed other = whole.get(i);
      boolean agree =
          first.length().fits(other.length().low(), other.length().unit())
              || other.length().fits(first.length().low(), first.length().unit());
      if (!agree && comparable(first.length()) && comparable(other.length())) {
        reading.tell(
            other.line(),
            Judgement.CONTRADICTED,
            "Line "
                + first.line().number()
                + " gives another length: \""
                + first.line().claim()
                + "\".",
            List.of());
      }
    }
  }

  private static boolean comparable(LengthMention length) {
    return length.hedge() == Hedge.PLAIN || length.hedge() == Hedge.ABOUT;
  }
}
