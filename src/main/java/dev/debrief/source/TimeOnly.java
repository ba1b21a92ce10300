package dev.debrief.source;

import dev.debrief.model.Clock;
import dev.debrief.model.Level;
import dev.debrief.model.Moment;
import dev.debrief.model.Precision;
import dev.debrief.model.Source.Note.Kind;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Copies of the web page's live logs that kept the time of day alone, before each message or on a
 * line of its own. The date and the zone come from the clocks inside the messages, else the date
 * from the time of the file.
 */
final class TimeOnly implements TextFormat {
  private static final int LOOK = 600;

  @Override
  public String name() {
    return "fly-text";
  }

  @Override
  public String looksLike() {
    return "lines that begin with HH:MM:SS";
  }

  @Override
  public List<String> samples() {
    return List.of(
        "19:06:11 INFO Main child exited normally with code: 1\n19:06:12 hello\n",
        "19:06:11\n INFO Starting clean up.\n19:06:12\nhello\n");
  }

  /** Seconds of the day that a line begins with, or -1. */
  private static int time(String text) {
    int time = Stamp.time(text, 0);
    boolean alone = text.length() == 8 || (text.length() > 8 && text.charAt(8) <= ' ');
    return alone ? time : -1;
  }

  @Override
  public boolean begins(Line line, LineReader ahead) throws IOException {
    if (time(plain(line)) < 0) {
      return false;
    }
    int looked = 0;
    for (int i = 0; looked < 6; i++) {
      Line next = ahead.peek(i);
      if (next == null) {
        return looked == 0 || looked == 1;
      }
      if (!next.blank()) {
        looked++;
        if (time(plain(next)) >= 0) {
          return true;
        }
      }
    }
    return false;
  }

  private static String plain(Line line) {
    return Escapes.strip(line.text()).strip();
  }

  @Override
  public Block open(Reading reading, Line first) {
    return new Lines(reading);
  }

  private final class Lines extends TextRecords {
    private @Nullable DayClock clock;
    private int offset;
    private boolean guessed;

    Lines(Reading reading) {
      super(TimeOnly.this, reading);
    }

    @Override
    public boolean take(Line line, LineReader ahead) throws IOException {
      String text = plain(line);
      int time = time(text);
      if (time < 0) {
        return false;
      }
      DayClock running = clock;
      if (running == null) {
        running = start(line, ahead, time);
        clock = running;
      }
      Instant at = Instant.ofEpochSecond(running.second(time) - offset);
      Moment moment = new Moment(at, guessed ? Precision.NONE : Precision.SECOND, Clock.INFERRED);
      String message = text.length() > 9 ? text.substring(9) : "";
      begin(line.number(), moment, Providers.of(message), "", "", Level.INFO, message, Map.of());
      return true;
    }

    private DayClock start(Line first, LineReader ahead, int time) throws IOException {
      InnerClocks clocks = new InnerClocks();
      Line line = first;
      int running = time;
      for (int i = 0; i < LOOK && line != null; line = ahead.peek(i++)) {
        String text = plain(line);
        int own = time(text);
        if (own >= 0) {
          running = own;
        }
        clocks.look(running, false, own >= 0 && text.length() > 9 ? text.substring(9) : text);
      }
      Account account = reading.account(TimeOnly.this);
      Optional<Integer> told = clocks.offset();
      if (told.isPresent()) {
        offset = told.get();
        LocalDate date = LocalDate.ofEpochDay(clocks.day(offset));
        String zone = Zones.name(offset);
        account.zone(zone + " (inferred)");
        account.note(
            Kind.INFERRED,
            0,
            "the lines bear no date; "
                + date
                + " and the zone "
                + zone
                + " were read from the clocks inside the messages",
            "pass --zone and --captured-at if that is wrong");
        return new DayClock(date);
      }
      reading
          .options
          .zone()
          .ifPresent(
              zone -> offset = zone.getRules().getOffset(reading.capturedAt()).getTotalSeconds());
      account.zone(reading.options.zone().map(Object::toString).orElse("UTC (assumed)"));
      if (reading.captured()) {
        account.note(
            Kind.INFERRED,
            0,
            "the lines bear no date; the day before the file was saved was taken",
            "pass --captured-at with the time of the capture");
        return DayClock.before(reading.capturedAt().plusSeconds(offset), time);
      }
      guessed = true;
      account.note(
          Kind.INFERRED, 0, "the lines bear no date and nothing tells it", "pass --captured-at");
      return new DayClock(LocalDate.EPOCH);
    }
  }
}
