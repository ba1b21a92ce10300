package dev.debrief.source;

import dev.debrief.model.Clock;
import dev.debrief.model.Moment;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code fly logs} as text, of every flyctl since 2020, and the dashboard's copy of it. Between the
 * level and the message stands nothing; where the stamp has a fraction or no zone (the dashboard,
 * and flyctl until 2021) one blank. A line without a head goes on with the record before it.
 */
final class FlyText implements TextFormat {
  @Override
  public String name() {
    return "fly-text";
  }

  @Override
  public String looksLike() {
    return "lines such as 2024-11-06T01:00:32Z app[48e2d97f746d98] cdg [info] …";
  }

  @Override
  public List<String> samples() {
    return List.of(
        "2024-11-06T01:00:32Z app[48e2d97f746d98] cdg [info] INFO Starting init (commit: 74e923d)...",
        "\u001b[2m2023-09-11T10:42:41Z\u001b[0m app[3d8d9930b32189] \u001b[32mlhr\u001b[0m"
            + " [\u001b[34minfo\u001b[0m]hello",
        "error.message=\"could not send HTTP request to instance: connection error: timed out\""
            + " 2023-02-06T17:24:21Z proxy[ce89afef] den [error]request.method=\"POST\""
            + " request.id=\"01GRKW1WB9KFDZK0FVA89W9HC1-arn\" ",
        "2021-06-21T22:47:21.415426797Z app[44040812] sjc [info] 22:47:21.414 [info] Testing logger",
        "2023-07-22T01:05:46.179 proxy [5683210cd5e908] cdg [info] Downscaling app raily",
        "2020-03-02T10:00:00.5Z ab12cd34 lhr [info] hello",
        "2023-03-01T10:14:47Z   [info]Configuring firecracker",
        "[2m2023-09-11T10:42:41Z[0m app[3d8d9930b32189] [32mlhr[0m [[34minfo[0m]escapes lost",
        "^[[2m2023-09-11T10:42:41Z^[[0m app[3d8d9930b32189] ^[[32mlhr^[[0m [^[[34minfo^[[0m]hello",
        "app[5683d474b4658e] sea [info] 21:50:21.924 [info] Running AppWeb.Endpoint",
        "app[ab12cd34] lhr 2022-02-01T10:00:00Z app[ab12cd34] lhr [info]hello",
        "[2024-11-06T01:00:32Z] app[48e2d97f746d98] cdg [info]hello",
        "    2024-11-06T01:00:32Z app[48e2d97f746d98] cdg [info]indented by a paste",
        "2022-09-20T04:08:03Z app[5683009c17548e] iad [info]  % Total\n  0     0    0");
  }

  private static String plain(Line line) {
    return Escapes.strip(Escapes.restored(line.text()));
  }

  @Override
  public boolean begins(Line line, LineReader ahead) {
    return new FlyHead().read(plain(line));
  }

  @Override
  public Block open(Reading reading, Line first) {
    return new Lines(reading);
  }

  private final class Lines extends TextRecords {
    private final FlyHead head = new FlyHead();
    private final KnownHeads known = new KnownHeads();
    private @Nullable DayClock clock;

    Lines(Reading reading) {
      super(FlyText.this, reading);
    }

    @Override
    public boolean take(Line line, LineReader ahead) {
      if (!head.read(plain(line))) {
        return false;
      }
      begin(line.number(), head.stamped ? stamped() : unstamped());
      return true;
    }

    private void begin(long line, Moment moment) {
      String provider =
          head.provider.isEmpty() && head.instance.isEmpty()
              ? Providers.of(head.message)
              : head.provider;
      begin(
          line,
          moment,
          provider,
          head.instance,
          head.region,
          head.level,
          head.message,
          head.fields);
    }

    @Override
    public boolean takePlain(LineReader lines) throws IOException {
      if (!lines.plain()) {
        return false;
      }
      byte[] bytes = lines.bytes();
      int from = lines.from();
      int to = lines.to();
      Moment moment = known.moment(bytes, from, to, head.stamp);
      if (moment == null) {
        return false;
      }
      KnownHeads.Origin origin = known.find(bytes, to);
      int at = known.message();
      if (origin == null) {
        String line = new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
        if (!head.read(Escapes.strip(line))) {
          return false;
        }
        known.learn(bytes, to, head, !lines.escapedFrom(at));
        begin(lines.pass(), moment);
        return true;
      }
      String text = new String(bytes, at, to - at, StandardCharsets.ISO_8859_1);
      String message = lines.escapedFrom(at) ? Escapes.strip(text) : text;
      begin(
          lines.pass(),
          moment,
          origin.provider(),
          origin.instance(),
          origin.region(),
          origin.level(),
          message,
          Map.of());
      return true;
    }

    private Moment stamped() {
      return new Moment(head.stamp.instant(reading.zone()), head.stamp.precision(), Clock.PLATFORM);
    }

    /** The stamp was cut off: what remains is the program's own clock, which has no date. */
    private Moment unstamped() {
      int time = Stamp.time(head.message, 0);
      if (time < 0 || !reading.dateKnown()) {
        return reading.carried();
      }
      Stamp fraction = new Stamp();
      fraction.fraction(head.message, 8);
      DayClock running = clock;
      if (running == null) {
        running = reading.dayClock(time);
        clock = running;
        reading.noteGuessedDate(FlyText.this);
      }
      return new Moment(
          Instant.ofEpochSecond(running.second(time), fraction.nano),
          fraction.precision(),
          Clock.INFERRED);
    }
  }
}
