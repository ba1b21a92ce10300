package dev.debrief.report;

import dev.debrief.model.Details;
import dev.debrief.model.Evidence;
import dev.debrief.report.Incident.Found;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Who was hit: how many requests, what share of them, which endpoint, or nobody at all. */
final class RequestCheck implements ClaimCheck {
  /** How many requests failed in an outage, of how many that were seen. */
  private record Counts(long failed, long seen) {
    /** Those of an outage, where the log tells of both. */
    static Optional<Counts> of(Details.Outage outage) {
      Long failed = outage.requestsFailed();
      Long seen = outage.requestsSeen();
      return failed == null || seen == null
          ? Optional.empty()
          : Optional.of(new Counts(failed, seen));
    }
  }

  private static final String NUMBER = "(\\d{1,3}(?:,\\d{3}){1,4}|\\d{1,9})";

  private static final Pattern OF =
      Pattern.compile(
          "\\b"
              + NUMBER
              + " (?:of|out of) (?:the |all )?"
              + NUMBER
              + " requests?\\b[^.;|]{0,60}?\\bfailed\\b"
              + "(?: \\((\\d{1,3}(?:\\.\\d+)?) ?%\\))?",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern ALL =
      Pattern.compile(
          "\\ball " + NUMBER + " requests\\b[^.;|]{0,60}?\\bfailed\\b", Pattern.CASE_INSENSITIVE);

  private static final Pattern SHARE =
      Pattern.compile(
          "\\b(\\d{1,3}(?:\\.\\d+)?) ?(?:%|percent) of (?:the |all |our )?requests (?:\\w+ )?failed\\b",
          Pattern.CASE_INSENSITIVE);

  /** A time or a part of the requests that the share is of. */
  private static final Pattern PART =
      Pattern.compile(
          "\\b(?:peak|worst|first|initially|later|between|until|minute|hour|after|before|some|api|login)\\b",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern NONE =
      Pattern.compile(
          "^\\W*no (?:user )?requests? (?:\\w+ )?failed\\b[^,;]{0,40}$", Pattern.CASE_INSENSITIVE);

  private static final Pattern NO_DOWNTIME =
      Pattern.compile(
          "^\\W*(?:there was |there were |we had |users saw )?no (?:downtime|outage|user impact|impact on users)\\b\\W*$",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern WHOLE =
      Pattern.compile(
          "\\b(?:whole|entire) (?:app|site|service)\\b[^.;|]{0,20}\\b(?:down|unavailable|offline)\\b"
              + "|\\b(?:all|every|100 ?% of) requests? failed\\b|\\b(?:total|complete|full) outage\\b",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern ONE_MACHINE =
      Pattern.compile(
          "\\bonly one (?:machine|instance) (?:was|were|is) (?:affected|hit|failing|down)\\b",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern ALONE =
      Pattern.compile(
          "\\bon `((?:GET|POST|PUT|PATCH|DELETE|HEAD) /[^`\\s]*)` alone\\b"
              + "|\\bone endpoint alone: `((?:GET|POST|PUT|PATCH|DELETE|HEAD) /[^`\\s]*)`");

  private static final Pattern NOT =
      Pattern.compile(
          "\\b(?:not|never|n't|if|could|would|might|may)\\b|n't\\b|\\?", Pattern.CASE_INSENSITIVE);

  @Override
  public void check(Reading reading) {
    List<Found<Details.Outage>> outages = reading.incident().outages();
    if (outages.isEmpty()) {
      return;
    }
    for (ReportLine line : reading.lines()) {
      counted(reading, line, outages);
      share(reading, line, outages);
      nobody(reading, line, outages);
      extent(reading, line, outages);
      endpoint(reading, line, outages);
    }
  }

  private static void counted(
      Reading reading, ReportLine line, List<Found<Details.Outage>> outages) {
    Matcher of = OF.matcher(line.plain());
    while (of.find()) {
      long failed = number(of.group(1));
      long seen = number(of.group(2));
      double share = seen == 0 ? 0 : 100.0 * failed / seen;
      if (failed > seen) {
        reading.tell(
            line,
            Judgement.CONTRADICTED,
            Wording.number(failed) + " can't be of " + Wording.number(seen) + ".",
            List.of());
      } else if (of.group(3) != null && Math.abs(Double.parseDouble(of.group(3)) - share) > 1) {
        reading.tell(
            line,
            Judgement.CONTRADICTED,
            String.format(
                Locale.ROOT,
                "%,d of %,d are %.1f %%, not %s %%.",
                failed,
                seen,
                share,
                of.group(3)),
            List.of());
      } else {
        known(reading, line, failed, seen, outages);
      }
    }
    Matcher all = ALL.matcher(line.plain());
    while (all.find()) {
      known(reading, line, number(all.group(1)), number(all.group(1)), outages);
    }
  }

  private static void known(
      Reading reading,
      ReportLine line,
      long failed,
      long seen,
      List<Found<Details.Outage>> outages) {
    boolean told =
        outages.stream()
                .anyMatch(
                    one ->
                        Objects.equals(one.details().requestsFailed(), failed)
                            && Objects.equals(one.details().requestsSeen(), seen))
            || reading.incident().all(Details.ChangeImpact.class).stream()
                .flatMap(impact -> impact.details().series().stream())
                .anyMatch(
                    series ->
                        (series.after() == failed && Math.round(series.afterOf()) == seen)
                            || (series.before() == failed
                                && Math.round(series.beforeOf()) == seen));
    boolean counted = outages.stream().anyMatch(one -> one.details().requestsSeen() != null);
    if (!counted) {
      return;
    }
    reading.tell(
        line,
        told
            ? Judgement.SUPPORTED
            : line.plain().toLowerCase(Locale.ROOT).contains("log")
                ? Judgement.CONTRADICTED
                : Judgement.UNSUPPORTED,
        shown(outages),
        lines(outages));
  }

  private static void share(Reading reading, ReportLine line, List<Found<Details.Outage>> outages) {
    Matcher said = SHARE.matcher(line.plain());
    if (!said.find() || PART.matcher(line.plain()).find() || NOT.matcher(line.plain()).find()) {
      return;
    }
    double claimed = Double.parseDouble(said.group(1));
    List<Double> shares =
        outages.stream()
            .map(Found::details)
            .flatMap(one -> Counts.of(one).stream())
            .filter(one -> one.seen() > 0)
            .map(one -> 100.0 * one.failed() / one.seen())
            .toList();
    if (!shares.isEmpty()) {
      boolean near = shares.stream().anyMatch(share -> Math.abs(share - claimed) <= 10);
      reading.tell(
          line,
          near ? Judgement.SUPPORTED : Judgement.CONTRADICTED,
          shown(outages),
          lines(outages));
    }
  }

  private static void nobody(
      Reading reading, ReportLine line, List<Found<Details.Outage>> outages) {
    boolean failed =
        outages.stream()
            .map(one -> one.details().requestsFailed())
            .anyMatch(count -> count != null && count > 0);
    if (NONE.matcher(line.plain()).find() && failed) {
      reading.tell(line, Judgement.CONTRADICTED, shown(outages), lines(outages));
    } else if (NO_DOWNTIME.matcher(line.plain()).find()) {
      Found<Details.Outage> first = outages.getFirst();
      reading.tell(
          line,
          Judgement.CONTRADICTED,
          "The evidence shows an outage of "
              + Wording.length(first.length())
              + " from "
              + Wording.second(first.start())
              + " UTC on.",
          lines(outages));
    }
  }

  private static void extent(
      Reading reading, ReportLine line, List<Found<Details.Outage>> outages) {
    if (NOT.matcher(line.plain()).find()) {
      return;
    }
    boolean partial = outages.stream().noneMatch(one -> one.details().whole());
    if (WHOLE.matcher(line.plain()).find() && partial) {
      reading.tell(
          line,
          Judgement.CONTRADICTED,
          "In the evidence a part of the requests failed. " + shown(outages),
          lines(outages));
    }
    boolean several = outages.stream().allMatch(one -> one.finding().machines().size() > 1);
    if (ONE_MACHINE.matcher(line.plain()).find() && several) {
      reading.tell(
          line,
          Judgement.CONTRADICTED,
          "The outage concerned " + Wording.list(outages.getFirst().finding().machines()) + ".",
          lines(outages));
    }
  }

  private static void endpoint(
      Reading reading, ReportLine line, List<Found<Details.Outage>> outages) {
    Matcher alone =
        ALONE.matcher(line.raw()); // a name with a space in it is blank in the plain text
    if (!alone.find() || outages.stream().allMatch(one -> one.details().endpoints().isEmpty())) {
      return;
    }
    String name = alone.group(1) == null ? alone.group(2) : alone.group(1);
    boolean fits =
        outages.stream()
            .map(Found::details)
            .filter(one -> !one.endpoints().isEmpty())
            .filter(one -> one.endpoints().size() == 1 || one.onOneEndpoint())
            .anyMatch(one -> one.endpoints().getFirst().equals(name));
    reading.tell(
        line,
        fits ? Judgement.SUPPORTED : Judgement.CONTRADICTED,
        "Requests failed on "
            + Wording.list(
                outages.stream()
                    .flatMap(one -> one.details().endpoints().stream())
                    .distinct()
                    .limit(5)
                    .toList())
            + ".",
        lines(outages));
  }

  private static String shown(List<Found<Details.Outage>> outages) {
    List<String> counts =
        outages.stream()
            .map(Found::details)
            .flatMap(one -> Counts.of(one).stream())
            .limit(3)
            .map(one -> Wording.number(one.failed()) + " of " + Wording.number(one.seen()))
            .toList();
    return counts.isEmpty()
        ? "The log doesn't tell how many requests failed."
        : "The log shows " + Wording.list(counts) + " requests failed.";
  }

  private static List<Evidence> lines(List<Found<Details.Outage>> outages) {
    return outages.stream().flatMap(one -> one.finding().evidence().stream().limit(2)).toList();
  }

  private static long number(String said) {
    return Long.parseLong(said.replace(",", ""));
  }
}
