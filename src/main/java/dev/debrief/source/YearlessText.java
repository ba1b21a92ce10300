package dev.debrief.source;

import dev.debrief.model.Clock;
import dev.debrief.model.Level;
import dev.debrief.model.Moment;
import dev.debrief.model.Source.Note.Kind;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Log lines whose dates have no year, as syslog and what follows it write them: {@code Feb 25
 * 21:00:35 app[ID] region [level]message}, {@code Feb 25 21:00:35 host app[ID]: message}. The year
 * is the one given, else that of the file's time, or the year before where the date would lie after
 * it.
 */
final class YearlessText implements TextFormat {
  private static final Pattern HEAD =
      Pattern.compile(
          "\\s*(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) {1,2}(\\d{1,2}) (\\d\\d:\\d\\d:\\d\\d(?:[.,]\\d{1,9})?) (.*)");
  private static final Pattern SYSLOG =
      Pattern.compile("(?:[\\w.-]{1,80} )?(app|runner|proxy|health)\\[([0-9a-z]{6,20})\\]: ?(.*)");
  private static final List<String> MONTHS =
      List.of("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec");

  @Override
  public String name() {
    return "fly-text";
  }

  @Override
  public String looksLike() {
    return "lines such as Feb 25 21:00:35 app[48e2d97f746d98] cdg [info] …";
  }

  @Override
  public List<String> samples() {
    return List.of(
        "Feb 25 21:00:35 app[48e2d97f746d98] cdg [info]hello\n",
        "Feb  5 21:00:35.123 my-app app[48e2d97f746d98]: 21:00:35.120 [info] hello\n");
  }

  @Override
  public boolean begins(Line line, LineReader ahead) {
    String text = Escapes.strip(line.text());
    if (text.length() > 4_000 || text.indexOf('[') < 0) {
      return false;
    }
    Matcher head = HEAD.matcher(text);
    return head.matches()
        && (new FlyHead().read(head.group(4)) || SYSLOG.matcher(head.group(4)).matches());
  }

  @Override
  public Block open(Reading reading, Line first) {
    return new Lines(reading);
  }

  private final class Lines extends TextRecords {
    private final FlyHead head = new FlyHead();
    private int year;
    private int lastMonth;

    Lines(Reading reading) {
      super(YearlessText.this, reading);
    }

    @Override
    public boolean take(Line line, LineReader ahead) {
      Matcher matcher = HEAD.matcher(Escapes.strip(line.text()));
      if (!matcher.matches()) {
        return false;
      }
      Moment moment = moment(matcher);
      String rest = matcher.group(4);
      Matcher syslog = SYSLOG.matcher(rest);
      if (head.read(rest) && !head.stamped) {
        begin(
            line.number(),
            moment,
            head.provider,
            head.instance,
            head.region,
            head.level,
            head.message,
            head.fields);
      } else if (syslog.matches()) {
        begin(
            line.number(),
            moment,
            syslog.group(1),
            syslog.group(2),
            "",
            Level.INFO,
            syslog.group(3),
            Map.of());
      } else {
        return false;
      }
      return true;
    }

    private Moment moment(Matcher head) {
      int month = MONTHS.indexOf(head.group(1)) + 1;
      int day = Integer.parseInt(head.group(2));
      String time = head.group(3);
      int second = Math.max(0, Stamp.time(time, 0));
      Stamp fraction = new Stamp();
      fraction.fraction(time, 8);
      if (year == 0) {
        year = firstYear(month, day);
      } else if (month < lastMonth - 6) {
        year++;
      } else if (month > lastMonth + 6) {
        year--;
      }
      lastMonth = month;
      try {
        Instant at =
            LocalDate.of(year, month, day)
                .atStartOfDay()
                .plusSeconds(second)
                .plusNanos(fraction.nano)
                .atZone(reading.zone())
                .toInstant();
        return new Moment(at, fraction.precision(), Clock.INFERRED);
      } catch (DateTimeException noSuchDay) {
        return reading.carried();
      }
    }

    private int firstYear(int month, int day) {
      Account account = reading.account(YearlessText.this);
      if (reading.options.year().isPresent()) {
        return reading.options.year().getAsInt();
      }
      LocalDate captured = LocalDate.ofInstant(reading.capturedAt(), ZoneOffset.UTC);
      int found = captured.getYear();
      boolean later =
          month > captured.getMonthValue()
              || (month == captured.getMonthValue() && day > captured.getDayOfMonth() + 1);
      account.note(
          Kind.INFERRED,
          0,
          "the dates have no year; "
              + (later ? found - 1 : found)
              + " was taken from the time of the file",
          "pass --year");
      return later ? found - 1 : found;
    }
  }
}
