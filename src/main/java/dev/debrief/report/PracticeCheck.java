package dev.debrief.report;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What good practice asks of a report: the SRE workbook's template, PagerDuty's and Howie's guides.
 * Never a contradiction.
 */
final class PracticeCheck implements ClaimCheck {
  private static final Pattern BLAME =
      Pattern.compile(
          "\\b(?:human error|should have (?:known|checked|noticed|tested)|(?:his|her|their) (?:fault|mistake)|careless\\w*|negligen\\w+|forgot to|failed to (?:notice|check|follow)|to blame)\\b",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern VAGUE =
      Pattern.compile(
          "^\\W*(?:\\[[ xX]]\\s*)?(?:improve|be more careful|be careful|consider|try to|look into|better|think about|raise awareness|update) (?:monitoring|alert\\w*|test\\w*|document\\w*|communication|process\\w*|logging)?",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern TODO = Pattern.compile("^\\s*[-*+]\\s+\\[[ xX]]\\s+");
  private static final Pattern ACTIONS =
      Pattern.compile(
          "\\b(?:actions?|follow-?ups?|next steps|tasks|to-?do|remaining work|prevention)\\b",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern OWNER =
      Pattern.compile("@\\w|\\bowner\\b|\\((?:[A-Z][a-z]+|team)[^)]*\\)", Pattern.CASE_INSENSITIVE);
  private static final Map<String, Pattern> ASKED =
      new TreeMap<>(
          Map.of(
              "how many users were affected, and how (impact)",
                  Pattern.compile(
                      "\\b(?:impact|affected|users|customers)\\b", Pattern.CASE_INSENSITIVE),
              "when and how it was noticed (detection)",
                  Pattern.compile(
                      "\\b(?:detect\\w*|noticed|alert\\w*|reported by|monitoring|discovered)\\b",
                      Pattern.CASE_INSENSITIVE),
              "when it was eased or ended (mitigation, resolution)",
                  Pattern.compile(
                      "\\b(?:mitigat\\w*|resol\\w*|recover\\w*|restored|operational|fixed)\\b",
                      Pattern.CASE_INSENSITIVE),
              "what will be done, by whom and by when (actions)",
                  Pattern.compile(
                      "\\b(?:action items?|follow-?ups?|next steps|owner|remaining work|recommendations|\\[[ x]])",
                      Pattern.CASE_INSENSITIVE)));

  @Override
  public void check(Reading reading) {
    boolean incident =
        reading.all().stream()
            .anyMatch(
                line ->
                    line.kind() == ReportLine.Kind.HEADING
                        && line.plain()
                            .toLowerCase(Locale.ROOT)
                            .matches(".*\\b(outage|incident|post-?mortem|downtime)\\b.*"));
    ReportLine title =
        reading.lines().stream()
            .filter(line -> line.kind() == ReportLine.Kind.HEADING)
            .findFirst()
            .orElse(null);
    boolean timed = reading.lines().stream().anyMatch(line -> !reading.times(line).isEmpty());
    if (incident && title != null && timed) {
      missing(reading, title);
      zone(reading);
    }
    for (ReportLine line : reading.lines()) {
      words(reading, line);
    }
    secrets(reading);
  }

  private static void missing(Reading reading, ReportLine title) {
    for (Map.Entry<String, Pattern> asked : ASKED.entrySet()) {
      Predicate<ReportLine> says =
          line -> asked.getValue().matcher(line.plain() + " " + line.raw()).find();
      if (reading.all().stream().filter(l -> l.kind() != ReportLine.Kind.CODE).noneMatch(says)) {
        advise(reading, title, "The report doesn't say " + asked.getKey() + ".");
      }
    }
    long causes =
        reading.lines().stream()
            .filter(
                line ->
                    line.plain()
                        .toLowerCase(Locale.ROOT)
                        .matches(".*\\b(?:this is the root cause|\\(root cause of)\\b.*"))
            .count();
    if (causes > 1) {
      advise(
          reading,
          title,
          "It names a root cause in "
              + causes
              + " places; say which one stands, and what became of the others.");
    }
  }

  private static void zone(Reading reading) {
    boolean said =
        reading.lines().stream()
                .anyMatch(
                    line -> line.plain().matches("(?s).*\\b(?:UTC|GMT|E[SD]?T|P[SD]?T|CES?T)\\b.*"))
            || reading.all().stream().anyMatch(line -> line.raw().contains("UTC"));
    List<ReportLine> clocks =
        reading.lines().stream()
            .filter(line -> reading.times(line).stream().anyMatch(time -> !time.day()))
            .toList();
    if (!said && !clocks.isEmpty()) {
      advise(reading, clocks.getFirst(), "No time zone is stated anywhere; say UTC.");
    }
  }

  private static void words(Reading reading, ReportLine line) {
    Matcher blame = BLAME.matcher(line.plain());
    if (blame.find()) {
      advise(
          reading,
          line,
          "\""
              + blame.group()
              + "\" looks for who; ask what made it likely, and what would have caught it.");
    }
    if (TODO.matcher(line.raw()).find() && ACTIONS.matcher(line.heading()).find()) {
      if (VAGUE.matcher(line.plain()).find()) {
        advise(
            reading,
            line,
            "An action without an end that can be measured: say what will be true when it is done.");
      }
      if (!OWNER.matcher(line.plain()).find()) {
        advise(reading, line, "An action without an owner or a date.");
      }
    }
  }

  private static void secrets(Reading reading) {
    Redaction redaction = Redaction.standard();
    for (ReportLine line : reading.all()) {
      Redaction.Session session = redaction.session();
      session.hide(line.raw());
      if (session.total() > 0) {
        reading.tell(
            new LintFinding(
                line.number(),
                session.hide(line.raw()).strip(),
                Judgement.ADVICE,
                "A secret or an address is left in: "
                    + Wording.list(List.copyOf(session.counts().keySet()))
                    + ".",
                List.of()));
      }
    }
  }

  private static void advise(Reading reading, ReportLine line, String words) {
    reading.tell(line, Judgement.ADVICE, words, List.of());
  }
}
