package dev.debrief.report;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Several reports of one incident held against each other: the year of a day, the length of the
 * outage, when a release was made. The report that says it first is taken as said; a later one that
 * says otherwise is told where.
 */
final class ReportsTogether {
  /** How far two reports may place a release apart, beyond what each gives as its own breadth. */
  private static final Duration NEAR = Duration.ofMinutes(30);

  private static final Pattern MADE =
      Pattern.compile("\\b(?:deploy|releas|roll|ship|push|launch)\\w*", Pattern.CASE_INSENSITIVE);

  private final Map<String, Said<Integer>> years = new HashMap<>();
  private final Map<Integer, Said<TimeMention>> releases = new HashMap<>();
  private final List<Said<LengthMention>> lengths = new ArrayList<>();
  private final Map<String, List<LintFinding>> out = new LinkedHashMap<>();

  private record Said<T>(String report, ReportLine line, T what) {
    String place() {
      return "line " + line.number() + " of " + report;
    }
  }

  /**
   * Each report's findings: its own, and where it disagrees with one before it.
   *
   * @param reports Markdown by name, in the order in which they were given
   */
  static Map<String, List<LintFinding>> check(Map<String, String> reports, Dossier dossier) {
    ReportsTogether all = new ReportsTogether();
    reports.forEach(
        (name, markdown) -> {
          List<LintFinding> found = new ArrayList<>(Lint.check(markdown, dossier));
          all.out.put(name, found);
          Reading reading = new Reading(ReportText.of(markdown), new Incident(dossier), _ -> {});
          all.read(name, reading);
          found.sort(
              Comparator.comparingInt(LintFinding::line)
                  .thenComparing(LintFinding::verdict)
                  .thenComparing(LintFinding::explanation));
        });
    Map<String, List<LintFinding>> whole = new LinkedHashMap<>();
    all.out.forEach((name, found) -> whole.put(name, found.stream().distinct().toList()));
    return whole;
  }

  private void read(String report, Reading reading) {
    for (ReportLine line : reading.lines()) {
      years(report, reading, line);
      releases(report, reading, line);
    }
    for (LengthCheck.Claimed whole : LengthCheck.ofTheWhole(reading)) {
      length(new Said<>(report, whole.line(), whole.length()));
    }
  }

  private void years(String report, Reading reading, ReportLine line) {
    for (TimeScanner.Day day : reading.scanner().days(line.plain())) {
      Integer year = day.year();
      if (year == null || reading.scanner().date(day) == null) {
        continue;
      }
      Said<Integer> now = new Said<>(report, line, year);
      Said<Integer> before = years.putIfAbsent(day.month() + "-" + day.day(), now);
      if (before != null && !before.report().equals(report) && !before.what().equals(year)) {
        contradicted(
            now,
            "The same day is put in "
                + year
                + " here and in "
                + before.what()
                + " in "
                + before.place()
                + ".");
      }
    }
  }

  private void releases(String report, Reading reading, ReportLine line) {
    List<TimeMention> times = reading.leading(line);
    Matcher named = ReleaseCheck.VERSION.matcher(line.plain());
    if (times.isEmpty() || times.getFirst().day() || !named.find()) {
      return;
    }
    int version = ReleaseCheck.number(named);
    boolean made = MADE.matcher(line.plain().substring(0, named.start())).find() && !named.find();
    if (!made) {
      return;
    }
    Said<TimeMention> now = new Said<>(report, line, times.getFirst());
    Said<TimeMention> before = releases.putIfAbsent(version, now);
    if (before == null || before.report().equals(report)) {
      return;
    }
    boolean apart =
        now.what().start().isAfter(before.what().end().plus(NEAR))
            || before.what().start().isAfter(now.what().end().plus(NEAR));
    if (apart) {
      contradicted(
          now,
          "v"
              + version
              + " is dated "
              + Wording.at(now.what().start())
              + " UTC here and "
              + Wording.at(before.what().start())
              + " UTC in "
              + before.place()
              + ".");
    }
  }

  private void length(Said<LengthMention> now) {
    for (Said<LengthMention> before : lengths) {
      boolean agree =
          before.report().equals(now.report())
              || before.what().fits(now.what().low(), Duration.ZERO)
              || now.what().fits(before.what().low(), Duration.ZERO);
      if (!agree) {
        contradicted(
            now,
            "The outage is given as "
                + words(now)
                + " here and as "
                + words(before)
                + " in "
                + before.place()
                + ".");
        break;
      }
    }
    lengths.add(now);
  }

  private static String words(Said<LengthMention> said) {
    return "\""
        + said.line().plain().substring(said.what().from(), said.what().to()).strip()
        + "\"";
  }

  private void contradicted(Said<?> said, String explanation) {
    out.getOrDefault(said.report(), new ArrayList<>())
        .add(
            new LintFinding(
                said.line().number(),
                said.line().claim(),
                Judgement.CONTRADICTED,
                explanation,
                List.of()));
  }
}
