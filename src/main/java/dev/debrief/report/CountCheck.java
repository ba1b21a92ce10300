package dev.debrief.report;

import dev.debrief.model.Details;
import dev.debrief.model.Evidence;
import dev.debrief.model.MachineSnapshot;
import dev.debrief.report.Incident.Found;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How many: crashes, machines, failed requests, changes announced in a heading. */
final class CountCheck implements ClaimCheck {
  private static final Pattern CRASHES =
      Pattern.compile(
          "(?<![\\w./:-])(?<hedge>~|about |around |over |more than |at least |nearly |almost )?(?<n>\\d{1,3}(?:,\\d{3}){1,5}|\\d{1,7})(?<plus>\\+)?\\s+(?:unrequested |unexpected |machine |app )?(?:restarts|crash cycles|crashes|unrequested exits|exits|restart cycles)\\b|\\b(?:crashed|restarted|exited)\\s+(?<hedge2>~|about |around |over |more than |at least )?(?<n2>\\d{1,7})(?<plus2>\\+)?\\s+times\\b",
          Pattern.CASE_INSENSITIVE);

  /** Words that make the number something else's: a limit, a part, a child process. */
  private static final Pattern OTHER =
      Pattern.compile(
          "max_?restarts|max_?retries|\\blimit|\\bbudget|\\ballow\\w*|\\bintensity|\\bper\\b|\\bevery\\b|\\bexhaust\\w*|supervisor|child|process(?:es)?\\b|\\bof \\d|\\bmost\\b|\\bfirst of|\\blast of",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern MACHINES =
      Pattern.compile(
          "(?<![\\w./:-])(\\d{1,3}|one|two|three|four|five|six)\\s+(?:app )?machines\\b",
          Pattern.CASE_INSENSITIVE);

  /** What is to be, and not what was. */
  private static final Pattern ADVICE =
      Pattern.compile(
          "\\b(?:run|use|scale|scale to|keep|need|needs|should have|must have|at least)\\s+$",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern HEADING =
      Pattern.compile(
          "\\((\\d{1,2})\\s+(?:changes|fixes|steps|causes|reasons|items|actions|parts|problems|issues)\\)",
          Pattern.CASE_INSENSITIVE);

  private static final List<String> WORDS =
      List.of("zero", "one", "two", "three", "four", "five", "six");

  @Override
  public void check(Reading reading) {
    List<ReportLine> all = reading.all();
    for (int i = 0; i < all.size(); i++) {
      ReportLine line = all.get(i);
      if (line.speaks()) {
        crashes(reading, line);
        machines(reading, line);
        if (line.kind() == ReportLine.Kind.HEADING) {
          announced(reading, all, i);
        }
      }
    }
  }

  private static void crashes(Reading reading, ReportLine line) {
    Matcher m = CRASHES.matcher(line.plain());
    while (m.find()) {
      String number = m.group("n") == null ? m.group("n2") : m.group("n");
      String hedge = m.group("n") == null ? m.group("hedge2") : m.group("hedge");
      boolean plus = (m.group("n") == null ? m.group("plus2") : m.group("plus")) != null;
      long said = Long.parseLong(number.replace(",", ""));
      int from = Math.max(0, m.start() - 40);
      int to = Math.min(line.plain().length(), m.end() + 30);
      if (OTHER.matcher(line.plain().substring(from, to)).find() || said == 0) {
        continue;
      }
      boolean least =
          plus || (hedge != null && hedge.strip().matches("(?i)over|more than|at least"));
      boolean about = hedge != null && !least;
      boolean partly = window(line, m.end());
      judge(reading, line, said, least, about, partly);
    }
  }

  /** {@code 50+ crashes in 10 seconds}: a rate, of what isn't said. */
  private static boolean window(ReportLine line, int end) {
    String plain = line.plain();
    return LengthScanner.lengths(plain).stream()
        .filter(length -> length.from() >= end && length.from() - end <= 12)
        .anyMatch(
            length ->
                length.low().compareTo(Duration.ofMinutes(10)) <= 0
                    || plain.substring(length.to()).matches("(?s)\\s*(?:before|after)\\b.*"));
  }

  private static void judge(
      Reading reading, ReportLine line, long said, boolean least, boolean about, boolean rate) {
    Map<Long, List<Evidence>> counts = counts(reading, line);
    if (counts.isEmpty()) {
      reading.tell(line, Judgement.UNSUPPORTED, "The evidence shows no crash.", List.of());
      return;
    }
    double give = about ? 0.15 : said >= 100 && said % 10 == 0 ? 0.05 : 0.02;
    for (Map.Entry<Long, List<Evidence>> count : counts.entrySet()) {
      long real = count.getKey();
      boolean fits = least ? real >= said : Math.abs(real - said) <= Math.max(0.5, said * give);
      if (fits) {
        reading.tell(
            line, Judgement.SUPPORTED, "The evidence shows " + real + ".", count.getValue());
        return;
      }
    }
    List<String> shown = counts.keySet().stream().limit(4).map(String::valueOf).toList();
    reading.tell(
        line,
        rate ? Judgement.NOT_JUDGED : Judgement.CONTRADICTED,
        "The evidence shows "
            + Wording.list(shown)
            + " unrequested exits, by whole case, machine, series or the time named.",
        counts.values().iterator().next());
  }

  /** Every number of crashes that the words could mean, the whole first. */
  private static Map<Long, List<Evidence>> counts(Reading reading, ReportLine line) {
    Map<Long, List<Evidence>> out = new LinkedHashMap<>();
    List<Found<Details.Exit>> crashes = reading.incident().crashes();
    if (crashes.isEmpty()) {
      return out;
    }
    List<Evidence> lines = new ArrayList<>(crashes.getFirst().finding().evidence());
    lines.addAll(crashes.getLast().finding().evidence());
    out.put((long) crashes.size(), lines);
    for (String machine : reading.incident().machines()) {
      long count =
          crashes.stream().filter(exit -> exit.finding().machines().contains(machine)).count();
      out.putIfAbsent(count, lines);
    }
    for (Found<Details.RestartBurst> burst : reading.incident().all(Details.RestartBurst.class)) {
      out.putIfAbsent((long) burst.details().count(), burst.finding().evidence());
      out.putIfAbsent((long) burst.details().peak(), burst.finding().evidence());
    }
    for (Found<Details.Outage> outage : reading.incident().outages()) {
      long count =
          crashes.stream()
              .filter(e -> !e.start().isBefore(outage.start()) && !e.start().isAfter(outage.end()))
              .count();
      out.putIfAbsent(count, lines);
    }
    for (TimeSpan span : reading.spans(line)) {
      long count = crashes.stream().filter(exit -> span.holds(exit.start(), Duration.ZERO)).count();
      out.putIfAbsent(count, lines);
    }
    long all = reading.incident().all(Details.Exit.class).size();
    out.putIfAbsent(all, lines);
    for (Found<Details.RestartBudget> budget :
        reading.incident().all(Details.RestartBudget.class)) {
      out.putIfAbsent((long) budget.details().used(), budget.finding().evidence());
      out.putIfAbsent((long) budget.details().limit(), budget.finding().evidence());
    }
    out.remove(0L);
    return out;
  }

  private static void machines(Reading reading, ReportLine line) {
    Matcher m = MACHINES.matcher(line.plain());
    int known = reading.incident().machines().size();
    while (m.find()) {
      int word = WORDS.indexOf(m.group(1).toLowerCase(Locale.ROOT));
      int said = word >= 0 ? word : Integer.parseInt(m.group(1));
      boolean advice =
          ADVICE.matcher(line.plain().substring(0, m.start())).find()
              || line.plain().startsWith(" or more", m.end());
      if (known == 0 || advice) {
        continue;
      }
      boolean listed =
          reading.incident().dossier().facts().stream().anyMatch(MachineSnapshot.class::isInstance);
      List<Evidence> evidence =
          reading.incident().dossier().conclusions().lives().stream()
              .flatMap(life -> life.phases().stream().limit(1))
              .flatMap(phase -> phase.evidence().stream().limit(1))
              .toList();
      if (said > known) {
        reading.tell(
            line,
            listed || !reading.incident().outages().isEmpty()
                ? Judgement.CONTRADICTED
                : Judgement.UNSUPPORTED,
            "The evidence shows " + Wording.count(known, "machine", "machines") + ".",
            evidence);
      } else if (said == known) {
        reading.tell(
            line,
            Judgement.SUPPORTED,
            "The evidence shows " + Wording.count(known, "machine", "machines") + ".",
            evidence);
      }
    }
  }

  /** A heading that announces how many items follow. */
  private static void announced(Reading reading, List<ReportLine> all, int at) {
    ReportLine heading = all.get(at);
    Matcher m = HEADING.matcher(heading.plain());
    if (!m.find()) {
      return;
    }
    int items = 0;
    for (int i = at + 1; i < all.size() && all.get(i).kind() != ReportLine.Kind.HEADING; i++) {
      ReportLine line = all.get(i);
      if (line.kind() == ReportLine.Kind.ITEM && !Character.isWhitespace(line.raw().charAt(0))) {
        items++;
      }
    }
    int said = Integer.parseInt(m.group(1));
    if (items > 0) {
      reading.tell(
          heading,
          said == items ? Judgement.SUPPORTED : Judgement.CONTRADICTED,
          "The list beneath has " + Wording.count(items, "item", "items") + ".",
          List.of());
    }
  }
}
