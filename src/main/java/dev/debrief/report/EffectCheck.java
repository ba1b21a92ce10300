package dev.debrief.report;

import dev.debrief.model.Change;
import dev.debrief.model.Details;
import dev.debrief.model.Evidence;
import dev.debrief.model.Verdict;
import dev.debrief.report.Incident.Found;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a release is said to have done, and how soon after it. */
final class EffectCheck implements ClaimCheck {
  private static final Pattern BROKE =
      Pattern.compile(
          "^[^.;|]{0,40}?\\b(?:caused|introduced|broke|triggered|started the (?:crash\\w*|outage|failures?)|(?:app|service|machines?) starts? crash\\w*|crash-looping|crash-loops?)\\b",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern MENDED =
      Pattern.compile(
          "^[^.;|]{0,40}?\\b(?:fixed|fixes (?:it|the|this|that)|resolved|resolves|mended|restored (?:service|the app)|ended the (?:outage|failures?))\\b",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern NOT =
      Pattern.compile(
          "\\b(?:not|no|none|nor|neither|never|n't|without|didn't|doesn't|couldn't|cannot|if|whether|may|might|could|would)\\b|n't\\b|\\?",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern AFTER =
      Pattern.compile(
          "\\b(?:immediately|right|directly|instantly|seconds|straight)\\s+(?:after|following)\\b|\\bas soon as\\b",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern FAILURE =
      Pattern.compile(
          "\\b(?:crash\\w*|fail\\w*|errors?|down|outage|exit\\w*)\\b", Pattern.CASE_INSENSITIVE);

  @Override
  public void check(Reading reading) {
    for (ReportLine line : reading.lines()) {
      Matcher named = ReleaseCheck.VERSION.matcher(line.plain());
      while (named.find()) {
        Optional<Change> change =
            reading.incident().change("v" + ReleaseCheck.number(named), line.plain());
        if (change.isPresent()) {
          effect(reading, line, change.get(), line.plain().substring(named.end()));
          soon(reading, line, change.get(), named.start());
        }
      }
    }
  }

  private static void effect(Reading reading, ReportLine line, Change change, String rest) {
    Verdict verdict = change.impact();
    if (verdict == null) {
      return;
    }
    String near = rest.substring(0, Math.min(rest.length(), 80));
    if (near.startsWith("'s ") || near.startsWith("’s ")) {
      return; // it is said of its image, and by what it was run is named elsewhere
    }
    Matcher broke = BROKE.matcher(near);
    Matcher mended = MENDED.matcher(near);
    boolean breaks = broke.find() && !NOT.matcher(broke.group()).find();
    boolean mends = mended.find() && !NOT.matcher(mended.group()).find();
    if (breaks == mends) {
      return;
    }
    Verdict claimed = breaks ? Verdict.INTRODUCED : Verdict.FIXED;
    List<Evidence> lines =
        Telling.both(
            reading.incident().impact(change).map(i -> i.finding().evidence()).orElse(List.of()),
            change.evidence());
    Judgement judgement =
        verdict == claimed
            ? Judgement.SUPPORTED
            : verdict == Verdict.INCONCLUSIVE ? Judgement.NOT_JUDGED : Judgement.CONTRADICTED;
    reading.tell(
        line,
        judgement,
        "The evidence's verdict on "
            + change.change()
            + " is: "
            + verdict.name().toLowerCase(Locale.ROOT).replace('_', ' ')
            + ".",
        lines);
  }

  /** {@code crashed immediately after v290}: the first crash after it, and none just before. */
  private static void soon(Reading reading, ReportLine line, Change change, int at) {
    String before = line.plain().substring(0, at);
    Matcher after = AFTER.matcher(before);
    int place = -1;
    while (after.find()) {
      place = after.end();
    }
    boolean near = place >= 0 && at - place < 40;
    if (!near || !FAILURE.matcher(before).find() || !Wording.shown(change.moment())) {
      return;
    }
    Instant made = change.moment().at();
    Optional<Found<Details.Exit>> next =
        reading.incident().crashes().stream()
            .filter(exit -> !exit.start().isBefore(made))
            .findFirst();
    List<Instant> failures =
        Stream.concat(
                next.stream().map(Found::start),
                reading.incident().outages().stream()
                    .map(Found::start)
                    .filter(start -> !start.isBefore(made.minusSeconds(60))))
            .sorted()
            .toList();
    if (failures.isEmpty()) {
      reading.tell(
          line,
          Judgement.UNSUPPORTED,
          "The evidence shows no failure after " + change.change() + ".",
          change.evidence());
      return;
    }
    Duration gap = Duration.between(made, failures.getFirst());
    boolean soon = gap.compareTo(Duration.ofMinutes(5)) <= 0;
    boolean late = gap.compareTo(Duration.ofMinutes(15)) > 0;
    reading.tell(
        line,
        soon ? Judgement.SUPPORTED : late ? Judgement.CONTRADICTED : Judgement.UNSUPPORTED,
        "The first failure after "
            + change.change()
            + " comes "
            + Wording.length(gap)
            + " after it, at "
            + Wording.at(failures.getFirst())
            + " UTC.",
        Telling.both(change.evidence(), next.map(e -> e.finding().evidence()).orElse(List.of())));
  }
}
