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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What an Elixir program prints, with no platform's prefix: {@code HH:MM:SS.mmm metadata[level]
 * message}, with a date or without, or the level alone; and the same behind Docker Compose's {@code
 * service | }. Lines without a prefix go on with the message before them.
 */
final class ElixirConsole implements TextFormat {
  private static final Pattern COMPOSE =
      Pattern.compile("([A-Za-z0-9][\\w.-]{0,60})\\s*\\|(?: (.*)|)$");
  private static final Pattern COMPOSE_EXIT =
      Pattern.compile("([A-Za-z0-9][\\w.-]{0,60}) exited with code (\\d+)");
  private static final int LOOK = 20;

  @Override
  public String name() {
    return "elixir-console";
  }

  @Override
  public String looksLike() {
    return "lines such as 21:00:35.239 [error] …";
  }

  @Override
  public List<String> samples() {
    return List.of(
        "21:00:35.239 [error] GenServer App.Worker terminating\n** (RuntimeError) oops\n"
            + "    (app 0.1.0) lib/app.ex:1: App.run/0\n",
        "2023-05-20T17:48:14.967 application=db_connection [error] Postgrex.Protocol (#PID<0.1025.0>)"
            + " failed to connect\n",
        "[error] GenServer {Oban.Registry, {Oban, {:producer, \"default\"}}} terminating\n",
        """
        web    | 2018-06-03 17:42:26.120 [info] Application app exited: shutdown
        web    | Kernel pid terminated (application_controller)
        db     | ready
        web exited with code 1
        """);
  }

  @Override
  public boolean begins(Line line, LineReader ahead) throws IOException {
    String text = Escapes.strip(line.text());
    if (own(text)) {
      return true;
    }
    if (!COMPOSE.matcher(text).matches()) {
      return false;
    }
    for (int i = -1; i < LOOK; i++) {
      Line next = i < 0 ? line : ahead.peek(i);
      if (next == null) {
        return false;
      }
      Matcher compose = COMPOSE.matcher(Escapes.strip(next.text()));
      if (compose.matches() && compose.group(2) != null && own(compose.group(2))) {
        return true;
      }
    }
    return false;
  }

  private static boolean own(String text) {
    Preamble preamble = new Preamble();
    preamble.read(text);
    return preamble.kind == Preamble.Kind.ELIXIR || bare(text, preamble);
  }

  /** A level in brackets and small letters alone, as the console prints without its clock. */
  private static boolean bare(String text, Preamble preamble) {
    return preamble.kind == Preamble.Kind.LEVEL
        && text.charAt(0) == '['
        && text.length() > 1
        && text.charAt(1) >= 'a'
        && text.charAt(1) <= 'z';
  }

  @Override
  public Block open(Reading reading, Line first) {
    return new Lines(reading);
  }

  private final class Lines extends TextRecords {
    private final Preamble preamble = new Preamble();
    private @Nullable DayClock clock;
    private boolean compose;

    Lines(Reading reading) {
      super(ElixirConsole.this, reading);
    }

    @Override
    public boolean take(Line line, LineReader ahead) {
      String text = Escapes.strip(line.text());
      preamble.read(text);
      if (preamble.kind == Preamble.Kind.ELIXIR || bare(text, preamble)) {
        begin(line.number(), moment(), "app", "", "", Level.INFO, text, Map.of());
        return true;
      }
      Matcher service = COMPOSE.matcher(text);
      if (service.matches()) {
        compose = true;
        String message = service.group(2) == null ? "" : service.group(2);
        preamble.read(message);
        begin(line.number(), moment(), "app", service.group(1), "", Level.INFO, message, Map.of());
        return true;
      }
      Matcher exit = COMPOSE_EXIT.matcher(text);
      if (compose && exit.matches()) {
        Level level = exit.group(2).equals("0") ? Level.INFO : Level.ERROR;
        begin(line.number(), reading.carried(), "runner", exit.group(1), "", level, text, Map.of());
        return true;
      }
      if (preamble.kind == Preamble.Kind.DATED && preamble.dated && preamble.level != null) {
        begin(line.number(), moment(), "app", "", "", Level.INFO, text, Map.of());
        return true;
      }
      return false;
    }

    private Moment moment() {
      Stamp stamp = preamble.stamp;
      boolean console =
          preamble.kind == Preamble.Kind.ELIXIR || preamble.kind == Preamble.Kind.DATED;
      if (!console || (!preamble.dated && !preamble.clock)) {
        return reading.carried();
      }
      if (preamble.dated) {
        return new Moment(stamp.instant(reading.zone()), stamp.precision(), Clock.RUNTIME);
      }
      DayClock running = clock;
      boolean known = reading.dateKnown();
      if (running == null) {
        running = known ? reading.dayClock(preamble.timeOfDay) : new DayClock(LocalDate.EPOCH);
        clock = running;
        if (known) {
          reading.noteGuessedDate(ElixirConsole.this);
        } else {
          reading
              .account(ElixirConsole.this)
              .note(
                  Kind.INFERRED,
                  0,
                  "the clock bears no date and nothing tells it",
                  "pass --captured-at");
        }
      }
      return new Moment(
          Instant.ofEpochSecond(running.second(preamble.timeOfDay), stamp.nano),
          known ? stamp.precision() : Precision.NONE,
          Clock.INFERRED);
    }

    @Override
    boolean acrossBlanks() {
      return true;
    }

    @Override
    public boolean follow(Line line) {
      return !compose && super.follow(line);
    }
  }
}
