package dev.debrief.report;

import dev.debrief.model.Evidence;
import dev.debrief.model.LogRecord;
import dev.debrief.model.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Lines of a log that a report quotes, in code blocks, in code spans, in tables: whether the case
 * holds such a line, and at the time that the quote bears. What varies from one line to its like
 * (process ids, what an ellipsis stands for) is left out of the comparison.
 */
final class QuoteCheck implements ClaimCheck {
  /** What only a log's line has: a level in brackets, an exception, a stamp and a machine. */
  private static final Pattern LOGGED =
      Pattern.compile(
          "\\[(?:error|warn|warning|info|notice|debug|critical|emergency|alert)]"
              + "|\\*\\* \\([A-Z][\\w.]*\\)|\\*\\* \\(EXIT from|\\bApplication \\w+ exited:"
              + "|^\\s*(?:ERROR|WARN|INFO|FATAL)\\s+\\w+ \\w+|\\bGenServer \\S+.* terminating\\b");

  private static final Pattern STAMP =
      Pattern.compile(
          "^\\s*(?:(\\d{4}-\\d\\d-\\d\\d[T ]\\d\\d:\\d\\d:\\d\\d(?:\\.\\d{1,9})?)(Z|[+-]\\d\\d:?\\d\\d)?"
              + "|(\\d\\d:\\d\\d:\\d\\d(?:\\.\\d{1,9})?))\\s+(?:(?:app|proxy|runner|health)?\\[[^\\]]*]\\s+(?:\\w{3}\\s+)?(?:\\[\\w+]\\s*)?)?");

  /** Where a quote may differ from its line: ids of processes, ellipses, what was hidden. */
  private static final Pattern VARIES =
      Pattern.compile("#PID<[^>]*>|#Port<[^>]*>|#Reference<[^>]*>|\\.\\.\\.|…|\\[redacted[^\\]]*]");

  private static final Pattern SPAN = Pattern.compile("(`+)(.+?)\\1(?!`)");

  /** A heading over what is yet to come, or was made up to show a shape. */
  private static final Pattern NOT_YET =
      Pattern.compile(
          "\\b(?:expect\\w*|after the fix|should|example|template|success|pattern)\\b",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern OURS = Pattern.compile("\\[\\^e[0-9a-f]{8,}]");

  /** The fewest words that a quote is known by, and the most lines looked at for its time. */
  private static final int WORDS = 3;

  private static final int LOOKED_AT = 400;

  @Override
  public void check(Reading reading) {
    if (reading.incident().logged().isEmpty()) {
      return;
    }
    for (ReportLine line : reading.all()) {
      boolean skipped = NOT_YET.matcher(line.heading()).find() || OURS.matcher(line.raw()).find();
      if (skipped) {
        continue;
      }
      if (line.kind() == ReportLine.Kind.CODE) {
        if (logged(line.raw())) {
          quoted(reading, line, line.raw());
        }
      } else if (line.speaks()) {
        Matcher span = SPAN.matcher(line.raw());
        while (span.find()) {
          if (logged(span.group(2))) {
            quoted(reading, line, span.group(2).replace("\\|", "|"));
          }
        }
      }
    }
  }

  private static boolean logged(String raw) {
    Matcher stamp = STAMP.matcher(raw);
    return LOGGED.matcher(raw).find()
        || (stamp.find() && LOGGED.matcher(raw.substring(stamp.end())).find());
  }

  private static void quoted(Reading reading, ReportLine line, String raw) {
    Matcher stamp = STAMP.matcher(raw);
    boolean stamped = stamp.find();
    String said = stamped ? raw.substring(stamp.end()) : raw;
    List<String> parts = parts(said);
    if (parts.isEmpty()) {
      return;
    }
    RecordLookup lookup = reading.incident().dossier().lookup();
    List<LogRecord> first = lookup.saying(parts.getFirst(), TimeRange.ALWAYS, 1);
    boolean all =
        parts.stream().allMatch(part -> !lookup.saying(part, TimeRange.ALWAYS, 1).isEmpty());
    if (!all) {
      tell(
          reading,
          line,
          raw,
          Judgement.UNSUPPORTED,
          "The quoted line is not in the evidence.",
          List.of());
      return;
    }
    List<Evidence> place = first.stream().map(LogRecord::evidence).toList();
    if (!stamped) {
      tell(reading, line, raw, Judgement.SUPPORTED, "The evidence holds such a line.", place);
      return;
    }
    timed(reading, line, raw, stamp, parts.getFirst(), place);
  }

  private static void timed(
      Reading reading,
      ReportLine line,
      String raw,
      Matcher stamp,
      String part,
      List<Evidence> place) {
    RecordLookup lookup = reading.incident().dossier().lookup();
    Optional<Instant> whole = instant(stamp);
    if (whole.isPresent()) {
      Instant at = whole.get();
      Duration width = width(stamp.group(1));
      boolean there =
          !lookup
              .saying(part, new TimeRange(at.minusSeconds(1), at.plus(width).plusSeconds(1)), 1)
              .isEmpty();
      verdict(reading, line, raw, there, lookup.saying(part, TimeRange.ALWAYS, 3));
      return;
    }
    Optional<LocalTime> clock = clock(stamp);
    if (clock.isEmpty()) {
      return;
    }
    List<LogRecord> like = lookup.saying(part, TimeRange.ALWAYS, LOOKED_AT);
    boolean there = like.stream().anyMatch(log -> near(log, clock.get()));
    if (there || like.size() < LOOKED_AT) {
      verdict(reading, line, raw, there, like);
    } else {
      tell(reading, line, raw, Judgement.SUPPORTED, "The evidence holds such a line.", place);
    }
  }

  private static boolean near(LogRecord log, LocalTime clock) {
    LocalTime its = log.at().atOffset(ZoneOffset.UTC).toLocalTime();
    long apart = Math.abs(Duration.between(its, clock).toSeconds());
    // A report may give its own zone's clock; whole and half hours apart are the same moment.
    return apart % 1800 <= 1 || apart % 1800 >= 1799;
  }

  private static void verdict(
      Reading reading, ReportLine line, String raw, boolean there, List<LogRecord> like) {
    List<Evidence> lines = like.stream().limit(3).map(LogRecord::evidence).toList();
    if (there) {
      tell(
          reading,
          line,
          raw,
          Judgement.SUPPORTED,
          "The evidence holds this line at this time.",
          lines);
      return;
    }
    tell(
        reading,
        line,
        raw,
        Judgement.CONTRADICTED,
        "The evidence holds such a line, and not at this time: "
            + Wording.list(
                like.stream().limit(3).map(log -> Wording.at(log.moment()) + " UTC").toList())
            + ".",
        lines);
  }

  private static void tell(
      Reading reading,
      ReportLine line,
      String raw,
      Judgement verdict,
      String explanation,
      List<Evidence> lines) {
    String words = raw.strip().replaceAll("\\s+", " ");
    String claim = words.length() > 160 ? words.substring(0, 159) + "…" : words;
    reading.tell(
        new LintFinding(
            line.number(), Redaction.standard().hide(claim), verdict, explanation, lines));
  }

  /** The pieces that must stand in the log as they are. */
  private static List<String> parts(String said) {
    List<String> out = new ArrayList<>();
    for (String part : VARIES.split(said)) {
      String words = part.replaceAll("[^\\p{L}\\p{N}_]+", " ").strip();
      if (words.split(" ").length >= WORDS) {
        out.add(part.strip());
      }
    }
    return out;
  }

  private static Optional<Instant> instant(Matcher stamp) {
    if (stamp.group(1) == null) {
      return Optional.empty();
    }
    String zone = stamp.group(2) == null ? "Z" : stamp.group(2);
    try {
      return Optional.of(OffsetDateTime.parse(stamp.group(1).replace(' ', 'T') + zone).toInstant());
    } catch (DateTimeParseException e) {
      return Optional.empty(); // no such day or hour: nothing to look for
    }
  }

  private static Optional<LocalTime> clock(Matcher stamp) {
    try {
      return Optional.ofNullable(stamp.group(3)).map(LocalTime::parse);
    } catch (DateTimeParseException e) {
      return Optional.empty(); // no such time of day
    }
  }

  /** How coarse a stamp is. */
  private static Duration width(String stamp) {
    return stamp.indexOf('.') < 0 ? Duration.ofSeconds(1) : Duration.ofMillis(1);
  }
}
