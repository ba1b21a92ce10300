package dev.debrief.report;

import dev.debrief.model.Evidence;
import dev.debrief.model.Source;
import dev.debrief.model.TimeRange;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Days and years: within the report, against the logs, against the calendar. */
final class DateCheck implements ClaimCheck {
  private static final Pattern WEEKDAY =
      Pattern.compile(
          "\\b(Mon|Tue|Wednes|Thurs|Fri|Satur|Sun)day,?\\s+(?:the\\s+)?$|\\b(Mon|Tue|Wed|Thu|Fri|Sat|Sun),?\\s+$");

  @Override
  public void check(Reading reading) {
    Optional<TimeRange> logged = reading.incident().logged();
    Map<String, Named> years = new HashMap<>();
    for (ReportLine line : reading.lines()) {
      for (TimeScanner.Day day : reading.scanner().days(line.plain())) {
        if (reading.scanner().date(day) == null) {
          reading.tell(line, Judgement.CONTRADICTED, "The calendar has no such day.", List.of());
          continue;
        }
        weekday(reading, line, day);
        Integer year = day.year();
        if (year == null) {
          continue;
        }
        boolean denied = logged.isPresent() && againstLogs(reading, line, day, year, logged.get());
        String key = day.month() + "-" + day.day();
        Named before = years.putIfAbsent(key, new Named(year, line, denied));
        if (before != null && before.year() != year && !before.denied() && !denied) {
          reading.tell(
              line,
              Judgement.CONTRADICTED,
              "Line " + before.line().number() + " puts the same day in " + before.year() + ".",
              List.of());
        }
      }
    }
  }

  private record Named(int year, ReportLine line, boolean denied) {}

  private static boolean againstLogs(
      Reading reading, ReportLine line, TimeScanner.Day day, int year, TimeRange logged) {
    LocalDate first = date(logged.from()).minusDays(1);
    LocalDate last = date(logged.to()).plusDays(1);
    LocalDate said = reading.scanner().date(day);
    if (said == null) {
      return false;
    }
    if (!said.isBefore(first) && !said.isAfter(last)) {
      boolean inside = !said.isBefore(date(logged.from())) && !said.isAfter(date(logged.to()));
      if (inside) {
        reading.tell(line, Judgement.SUPPORTED, "The logs cover this day.", places(reading));
      }
      return false;
    }
    for (LocalDate at = first; !at.isAfter(last); at = at.plusDays(1)) {
      boolean sameDay = at.getMonthValue() == day.month() && at.getDayOfMonth() == day.day();
      if (sameDay && at.getYear() != year) {
        boolean anchors =
            line.kind() == ReportLine.Kind.HEADING
                || isDateField(line)
                || line.kind() == ReportLine.Kind.ROW;
        reading.tell(
            line,
            anchors ? Judgement.CONTRADICTED : Judgement.UNSUPPORTED,
            "The logs are of "
                + at.getYear()
                + ", from "
                + Wording.second(logged.from())
                + " to "
                + Wording.second(logged.to())
                + " UTC; nothing in them is of "
                + year
                + ".",
            places(reading));
        return anchors;
      }
    }
    List<Evidence> told = told(reading, said);
    if (!told.isEmpty()) {
      reading.tell(line, Judgement.SUPPORTED, "The change history tells of this day.", told);
      return false;
    }
    reading.tell(
        line,
        Judgement.NOT_JUDGED,
        "The logs don't cover this day; they go from "
            + Wording.second(logged.from())
            + " to "
            + Wording.second(logged.to())
            + " UTC.",
        List.of());
    return false;
  }

  /** The changes of a day that no log covers. */
  private static List<Evidence> told(Reading reading, LocalDate day) {
    return reading.incident().dossier().conclusions().changes().stream()
        .filter(change -> change.moment().known() && date(change.moment().at()).equals(day))
        .flatMap(change -> change.evidence().stream().limit(1))
        .toList();
  }

  private static boolean isDateField(ReportLine line) {
    return line.plain()
        .strip()
        .toLowerCase(Locale.ROOT)
        .matches("(incident )?(date|when|start(ed)?|began)\\b.*");
  }

  private static LocalDate date(Instant at) {
    return at.atOffset(ZoneOffset.UTC).toLocalDate();
  }

  /** The first line of each source that bears times: where a reader sees the year. */
  private static List<Evidence> places(Reading reading) {
    List<Evidence> out = new ArrayList<>();
    for (Source source : reading.incident().dossier().sources()) {
      if (source.first() != null && source.lines() > 0 && out.size() < 3) {
        out.add(new Evidence(source.path(), 1));
      }
    }
    return out;
  }

  private static void weekday(Reading reading, ReportLine line, TimeScanner.Day day) {
    LocalDate date = reading.scanner().date(day);
    Matcher named = WEEKDAY.matcher(line.plain().substring(0, day.from()));
    if (date == null || !named.find() || day.year() == null) {
      return;
    }
    DayOfWeek real = date.getDayOfWeek();
    String word = named.group().strip().toLowerCase(Locale.ROOT).substring(0, 3);
    if (!real.getDisplayName(TextStyle.FULL, Locale.ENGLISH)
        .toLowerCase(Locale.ROOT)
        .startsWith(word)) {
      reading.tell(
          line,
          Judgement.CONTRADICTED,
          date + " was a " + real.getDisplayName(TextStyle.FULL, Locale.ENGLISH) + ".",
          List.of());
    }
  }
}
