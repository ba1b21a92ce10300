package dev.debrief.report;

import dev.debrief.model.Evidence;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A report as the checks read it: its lines, and the times each names, resolved in their context.
 */
final class Reading {
  private static final String ZONE = "(UTC|GMT|E[SD]?T|C[SD]?T|M[SD]?T|P[SD]?T|CEST|CET|BST)";
  private static final Pattern ALL_IN =
      Pattern.compile("\\b[Aa]ll (?:times )?(?:are )?(?:in )?" + ZONE + "\\b");
  private static final Pattern COLUMN = Pattern.compile("\\b" + ZONE + "\\b");

  private final ReportText text;
  private final Incident incident;
  private final TimeScanner scanner;
  private final Map<Integer, List<TimeMention>> times = new HashMap<>();
  private final Map<Integer, List<TimeSpan>> spans = new HashMap<>();
  private final Map<Integer, List<TimeMention>> leading = new HashMap<>();
  private final Consumer<LintFinding> out;

  Reading(ReportText text, Incident incident, Consumer<LintFinding> out) {
    this.text = text;
    this.incident = incident;
    this.scanner = new TimeScanner(incident.logged());
    this.out = out;
    resolve();
  }

  Incident incident() {
    return incident;
  }

  TimeScanner scanner() {
    return scanner;
  }

  List<ReportLine> lines() {
    return text.speaking();
  }

  List<ReportLine> all() {
    return text.lines();
  }

  List<TimeMention> times(ReportLine line) {
    return times.getOrDefault(line.number(), List.of());
  }

  List<TimeSpan> spans(ReportLine line) {
    return spans.getOrDefault(line.number(), List.of());
  }

  /** The times that place the line in a chronicle: a row's first cell, an item's first words. */
  List<TimeMention> leading(ReportLine line) {
    return leading.getOrDefault(line.number(), List.of());
  }

  void tell(LintFinding finding) {
    out.accept(finding);
  }

  void tell(ReportLine line, Judgement verdict, String explanation, List<Evidence> evidence) {
    out.accept(new LintFinding(line.number(), line.claim(), verdict, explanation, evidence));
  }

  private void resolve() {
    ZoneId zone = zone();
    LocalDate day = null;
    TimeMention before = null;
    List<String> columns = List.of();
    for (ReportLine line : text.lines()) {
      if (!line.speaks()) {
        continue;
      }
      if (!line.columns().equals(columns)) {
        columns = line.columns();
        before = null;
      }
      List<TimeMention> found = new ArrayList<>();
      List<TimeSpan> joined = new ArrayList<>();
      List<String> pieces =
          line.kind() == ReportLine.Kind.ROW ? line.cells() : List.of(line.plain());
      int offset = 0;
      for (int i = 0; i < pieces.size(); i++) {
        String piece = pieces.get(i);
        ZoneId its = i < columns.size() ? zoneOf(columns.get(i), zone) : zone;
        List<TimeMention> here = scanner.times(piece, new TimeScanner.Context(day, its));
        if (i == 0 && line.kind() == ReportLine.Kind.ROW && before != null) {
          here = afterMidnight(here, before, piece);
        }
        List<TimeSpan> both = scanner.spans(piece, here);
        for (TimeMention time : here) {
          found.add(moved(time, offset));
          if (time.dated()) {
            day = time.start().atZone(its).toLocalDate();
          }
        }
        for (TimeSpan span : both) {
          joined.add(new TimeSpan(moved(span.first(), offset), moved(span.last(), offset)));
        }
        if (i == 0 && leads(line, piece, here)) {
          leading.put(line.number(), here);
          before = here.getFirst();
        }
        offset += piece.length() + 3;
      }
      times.put(line.number(), found);
      spans.put(line.number(), joined);
    }
  }

  private static boolean leads(ReportLine line, String piece, List<TimeMention> here) {
    if (here.isEmpty() || (here.getFirst().day() && here.size() == 1)) {
      return false;
    }
    int words = piece.substring(0, here.getFirst().from()).strip().length();
    return switch (line.kind()) {
      case ROW -> words < 4;
      case ITEM -> words < 2 && !here.getFirst().day();
      case HEADING, TEXT, CODE, NONE -> false;
    };
  }

  /** A row whose bare time is half a day earlier than the row before is of the next day. */
  private List<TimeMention> afterMidnight(
      List<TimeMention> here, TimeMention before, String piece) {
    boolean bare = scanner.days(piece).isEmpty();
    if (!bare || here.isEmpty()) {
      return here;
    }
    boolean rolled = here.getFirst().start().plus(Duration.ofHours(12)).isBefore(before.start());
    return rolled
        ? here.stream()
            .map(
                t ->
                    new TimeMention(
                        t.from(),
                        t.to(),
                        t.start().plus(Duration.ofDays(1)),
                        t.width(),
                        t.about(),
                        t.day(),
                        t.dated()))
            .toList()
        : here;
  }

  private static TimeMention moved(TimeMention t, int by) {
    return new TimeMention(
        t.from() + by, t.to() + by, t.start(), t.width(), t.about(), t.day(), t.dated());
  }

  private ZoneId zone() {
    for (ReportLine line : text.speaking()) {
      Matcher all = ALL_IN.matcher(line.plain());
      if (all.find()) {
        return TimeScanner.zone(all.group(1));
      }
    }
    return ZoneOffset.UTC;
  }

  private static ZoneId zoneOf(String column, ZoneId otherwise) {
    Matcher named = COLUMN.matcher(column);
    return named.find() ? TimeScanner.zone(named.group(1)) : otherwise;
  }

  /** The first mention at or after a place, or null. */
  static @Nullable TimeMention after(List<TimeMention> times, int place) {
    return times.stream().filter(t -> t.from() >= place).findFirst().orElse(null);
  }
}
