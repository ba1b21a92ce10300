package dev.debrief.report;

import dev.debrief.model.TimeRange;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Year;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds dates and times of day in a line. What a line leaves open comes from its context: the day
 * from the row or the report, the year from the log, the zone from a column's heading, else UTC.
 */
final class TimeScanner {
  private static final String MONTH =
      "(Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)";
  private static final String NAMED =
      "UTC\\b|GMT\\b|ET\\b|EST\\b|EDT\\b|CT\\b|CST\\b|CDT\\b|PT\\b|PST\\b|PDT\\b|MT\\b|MST\\b|MDT\\b|CET\\b|CEST\\b|BST\\b";
  private static final String ZONE =
      "(Z\\b|UTC\\b|GMT\\b|ET\\b|EST\\b|EDT\\b|CT\\b|CST\\b|CDT\\b|PT\\b|PST\\b|PDT\\b|MT\\b|MST\\b|MDT\\b|CET\\b|CEST\\b|BST\\b|(?<=T\\d\\d:\\d\\d|T\\d\\d:\\d\\d:\\d\\d|T\\d\\d:\\d\\d:\\d\\d\\.\\d{1,9})[+-][01]\\d:?\\d\\d\\b)?";
  private static final Pattern TIME =
      Pattern.compile(
          "(?<about>~|≈|\\b(?:about|around|approximately|circa|roughly)\\s+)?(?:"
              + "(?<iso>\\b\\d{4}-\\d\\d-\\d\\d)"
              + "|\\b"
              + MONTH
              + "\\.?\\s+(?<day>\\d{1,2})(?:st|nd|rd|th)?\\b(?!:)(?:\\s*[-–]\\s*(?<endday>\\d{1,2})\\b(?![:\\d]))?(?:,?\\s+(?<year>\\d{4})\\b)?"
              + "|\\b(?<dayfirst>\\d{1,2})\\s+"
              + MONTH
              + "\\b\\.?(?:,?\\s+(?<yearafter>\\d{4})\\b)?"
              + ")?(?<gap>(?:,?\\s+(?:at\\s+|@\\s*)?|T)?)"
              + "(?:(?<about2>~|≈)?(?<![\\d:.])(?<hour>\\d{1,2}):(?<minute>\\d\\d)(?::(?<second>\\d\\d)(?:[.,](?<fraction>\\d{1,9}))?)?(?![\\d:])\\s?(?<half>[AaPp]\\.?[Mm]\\b\\.?)?\\s?"
              + ZONE
              + ")?");
  private static final Map<String, String> ZONES =
      Map.ofEntries(
          Map.entry("ET", "America/New_York"),
          Map.entry("EST", "America/New_York"),
          Map.entry("EDT", "America/New_York"),
          Map.entry("CT", "America/Chicago"),
          Map.entry("CST", "America/Chicago"),
          Map.entry("CDT", "America/Chicago"),
          Map.entry("MT", "America/Denver"),
          Map.entry("MST", "America/Denver"),
          Map.entry("MDT", "America/Denver"),
          Map.entry("PT", "America/Los_Angeles"),
          Map.entry("PST", "America/Los_Angeles"),
          Map.entry("PDT", "America/Los_Angeles"),
          Map.entry("CET", "Europe/Berlin"),
          Map.entry("CEST", "Europe/Berlin"),
          Map.entry("BST", "Europe/London"));
  private static final Pattern JOIN =
      Pattern.compile(
          "\\s*(?:-|–|—|→|->|to|until|till|through|and)\\s*(?:about\\s+|around\\s+|~)?");

  private static final Pattern ON = Pattern.compile("\\s*(?:on|of)\\s+(?:the\\s+)?");

  /** {@code 2:53 - 4:23 PM ET}: what the second of two says for both. */
  private static final Pattern LATER =
      Pattern.compile(
          "^\\s*[-–—]\\s*\\d{1,2}:\\d\\d(?::\\d\\d)?\\s?(?<half>[AaPp][Mm])?\\s?(?<zone>"
              + NAMED
              + ")?");

  private final Optional<TimeRange> logged;

  TimeScanner(Optional<TimeRange> logged) {
    this.logged = logged;
  }

  /**
   * What a line takes over from before it.
   *
   * @param day the last day named, null where none was
   * @param zone what times without a zone are in
   */
  record Context(@Nullable LocalDate day, ZoneId zone) {}

  /** A day as it is written. {@code year} is null where it is left out. */
  record Day(int from, @Nullable Integer year, int month, int day) {}

  /** The days named in a line. */
  List<Day> days(String plain) {
    List<Day> out = new ArrayList<>();
    Matcher m = TIME.matcher(plain);
    while (m.find()) {
      Day day = day(m);
      if (day != null) {
        out.add(day);
        String endday = m.group("endday");
        if (endday != null) {
          out.add(new Day(m.start(), day.year(), day.month(), Integer.parseInt(endday)));
        }
      }
    }
    return out;
  }

  /** The times named in a line, in order; a day alone is one as wide as the day. */
  List<TimeMention> times(String plain, Context context) {
    List<TimeMention> out = new ArrayList<>();
    Matcher m = TIME.matcher(plain);
    LocalDate carried = context.day();
    boolean inLine = false;
    String lateHalf = null;
    while (m.find()) {
      if (m.end() == m.start()) {
        continue;
      }
      Day day = day(m);
      LocalDate date = day == null ? null : date(day);
      if (day != null && date == null) {
        continue;
      }
      if (date != null) {
        carried = date;
        inLine = true;
      }
      String hour = m.group("hour");
      if (hour == null && day == null) {
        continue;
      }
      if (hour != null && day == null) {
        LocalDate after = dayAfter(plain.substring(m.end()));
        if (after != null) {
          carried = after;
          inLine = true;
        }
      }
      boolean about = m.group("about") != null || m.group("about2") != null;
      TimeMention mention =
          hour == null
              ? (date == null ? null : wholeDay(m, date, about))
              : clock(m, plain, carried, inLine, about, context, halfAfter(plain, m, lateHalf));
      lateHalf = m.group("half");
      if (mention == null) {
        continue;
      }
      TimeMention before = out.isEmpty() ? null : out.getLast();
      if (before != null
          && day == null
          && hour != null
          && !before.day()
          && mention.start().isBefore(before.start())
          && joined(plain, before.to(), mention.from())) {
        mention = shifted(mention, Duration.ofDays(1));
      }
      out.add(mention);
      String endday = m.group("endday");
      if (endday != null && date != null) {
        LocalDate last = date.withDayOfMonth(1).plusDays(Integer.parseInt(endday) - 1L);
        out.add(wholeDay(m, last, about));
      }
    }
    return out;
  }

  /** The spans of a line: two times with a dash or a word of joining between. */
  List<TimeSpan> spans(String plain, List<TimeMention> times) {
    List<TimeSpan> out = new ArrayList<>();
    for (int i = 0; i + 1 < times.size(); i++) {
      TimeMention a = times.get(i);
      TimeMention b = times.get(i + 1);
      if (a.day() == b.day() && (a.to() <= b.from() ? joined(plain, a.to(), b.from()) : a.day())) {
        out.add(new TimeSpan(a, b));
        i++;
      }
    }
    return out;
  }

  private static boolean joined(String plain, int from, int to) {
    return to >= from && to - from < 24 && JOIN.matcher(plain.substring(from, to)).matches();
  }

  private static TimeMention shifted(TimeMention t, Duration by) {
    return new TimeMention(
        t.from(), t.to(), t.start().plus(by), t.width(), t.about(), t.day(), t.dated());
  }

  private TimeMention wholeDay(Matcher m, LocalDate date, boolean about) {
    return new TimeMention(
        m.start(),
        m.end(),
        date.atStartOfDay(ZoneOffset.UTC).toInstant(),
        Duration.ofDays(1),
        about,
        true,
        true);
  }

  /** {@code 21:00 UTC on Feb 25}: the day that comes after its time. */
  private @Nullable LocalDate dayAfter(String rest) {
    Matcher on = ON.matcher(rest);
    if (!on.lookingAt()) {
      return null;
    }
    Matcher named = TIME.matcher(rest.substring(on.end()));
    Day day = named.lookingAt() ? day(named) : null;
    return day == null ? null : date(day);
  }

  /** {@code 2:53 - 4:23 PM}: the first takes the half of the day from the second. */
  private static @Nullable String halfAfter(String plain, Matcher m, @Nullable String before) {
    String own = m.group("half");
    if (own != null) {
      return own;
    }
    Matcher later = LATER.matcher(plain.substring(m.end()));
    String next = later.find() ? later.group("half") : null;
    return next == null ? before : next;
  }

  private static String zoneAfter(String plain, Matcher m) {
    Matcher later = LATER.matcher(plain.substring(m.end()));
    String named = later.find() ? later.group("zone") : null;
    return named == null ? "" : named;
  }

  private @Nullable TimeMention clock(
      Matcher m,
      String plain,
      @Nullable LocalDate date,
      boolean dated,
      boolean about,
      Context context,
      @Nullable String half) {
    int hour = Integer.parseInt(m.group("hour"));
    int minute = Integer.parseInt(m.group("minute"));
    String seconds = m.group("second");
    int second = seconds == null ? 0 : Integer.parseInt(seconds);
    if (half != null && hour >= 1 && hour <= 12) {
      hour = hour % 12 + (half.toLowerCase(Locale.ROOT).startsWith("p") ? 12 : 0);
    }
    if (hour > 24 || minute > 59 || second > 60) {
      return null;
    }
    LocalDate day = date == null ? likeliest() : date;
    if (day == null) {
      day = LocalDate.EPOCH;
    }
    String fraction = m.group("fraction");
    int nanos = fraction == null ? 0 : Integer.parseInt((fraction + "000000000").substring(0, 9));
    LocalDateTime local =
        LocalDateTime.of(day, LocalTime.of(hour % 24, minute, Math.min(second, 59), nanos))
            .plusDays(hour == 24 ? 1 : 0);
    String own = m.group(m.groupCount());
    String named = own == null || own.isEmpty() ? zoneAfter(plain, m) : own;
    ZoneId zone = named.isEmpty() ? context.zone() : zone(named);
    int from = m.start();
    return new TimeMention(
        from,
        m.end(),
        local.atZone(zone).toInstant(),
        fraction != null
            ? Duration.ofNanos(Math.round(Math.pow(10, 9 - fraction.length())))
            : seconds != null ? Duration.ofSeconds(1) : Duration.ofMinutes(1),
        about,
        false,
        dated || date != null);
  }

  static ZoneId zone(String named) {
    String known = ZONES.get(named);
    if (known != null) {
      return ZoneId.of(known);
    }
    try {
      return named.startsWith("+") || named.startsWith("-")
          ? ZoneId.of(offset(named))
          : ZoneOffset.UTC;
    } catch (DateTimeException nowhere) {
      return ZoneOffset.UTC; // no clock on earth shows it
    }
  }

  private static String offset(String named) {
    return named.contains(":") ? named : named.substring(0, 3) + ":" + named.substring(3);
  }

  private @Nullable LocalDate likeliest() {
    return logged.map(range -> range.from().atOffset(ZoneOffset.UTC).toLocalDate()).orElse(null);
  }

  /** The day on the calendar; a year left out is the one that brings it nearest to the log. */
  @Nullable LocalDate date(Day day) {
    try {
      if (day.year() != null) {
        return LocalDate.of(day.year(), day.month(), day.day());
      }
      if (logged.isEmpty()) {
        return LocalDate.of(2000, day.month(), day.day());
      }
      LocalDate middle = logged.get().from().atOffset(ZoneOffset.UTC).toLocalDate();
      LocalDate best = null;
      for (int year = middle.getYear() - 1; year <= middle.getYear() + 1; year++) {
        if (day.month() == 2 && day.day() == 29 && !Year.isLeap(year)) {
          continue;
        }
        LocalDate candidate = LocalDate.of(year, day.month(), day.day());
        if (best == null || distance(candidate, middle) < distance(best, middle)) {
          best = candidate;
        }
      }
      return best;
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static long distance(LocalDate a, LocalDate b) {
    return Math.abs(ChronoUnit.DAYS.between(a, b));
  }

  private static @Nullable Day day(Matcher m) {
    String iso = m.group("iso");
    if (iso != null) {
      return new Day(
          m.start("iso"),
          Integer.parseInt(iso.substring(0, 4)),
          Integer.parseInt(iso.substring(5, 7)),
          Integer.parseInt(iso.substring(8)));
    }
    String day = m.group("day");
    if (day != null) {
      return new Day(m.start(), year(m.group("year")), month(m.group(3)), Integer.parseInt(day));
    }
    String first = m.group("dayfirst");
    if (first != null) {
      return new Day(
          m.start(), year(m.group("yearafter")), month(m.group(8)), Integer.parseInt(first));
    }
    return null;
  }

  private static @Nullable Integer year(@Nullable String text) {
    return text == null ? null : Integer.valueOf(text);
  }

  private static int month(String name) {
    String three = name.substring(0, 3).toLowerCase(Locale.ROOT);
    return "janfebmaraprmayjunjulaugsepoctnovdec".indexOf(three) / 3 + 1;
  }
}
