package dev.debrief.source;

import dev.debrief.model.Clock;
import dev.debrief.model.Moment;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code fly logs} as text, of every flyctl since 2020, and the dashboard's copy of it. Between the
 * level and the message stands nothing; where the stamp has a fraction or no zone (the dashboard,
 * and flyctl until 2021) one blank. A line without a head goes on with the record before it.
 */
final class FlyText implements TextFormat {
  /** Characters of one record's message; lines beyond are kept as unparsed. */
  private static final int LONGEST = 1 << 18;

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
        "2022-09-20T04:08:03Z app[5683009c17548e] iad [info]  % Total\n  0     0    0");
  }

  @Override
  public boolean begins(Line line, LineReader ahead) {
    return new FlyHead().read(Escapes.strip(line.text()));
  }

  @Override
  public Block open(Reading reading) {
    return new Lines(reading);
  }

  private final class Lines implements Block {
    private final Reading reading;
    private final FlyHead head = new FlyHead();
    private boolean pending;
    private long first;
    private int lines;
    private int blanks;
    private @Nullable Moment moment;
    private String provider = "";
    private String machine = "";
    private String region = "";
    private dev.debrief.model.Level level = dev.debrief.model.Level.INFO;
    private String message = "";
    private @Nullable StringBuilder more;
    private Map<String, String> fields = Map.of();

    Lines(Reading reading) {
      this.reading = reading;
    }

    @Override
    public Format format() {
      return FlyText.this;
    }

    @Override
    public boolean take(Line line, LineReader ahead) {
      if (!head.read(Escapes.strip(line.text()))) {
        return false;
      }
      end();
      pending = true;
      first = line.number();
      lines = 1;
      moment = new Moment(head.stamp.instant(), head.stamp.precision(), Clock.PLATFORM);
      provider = head.provider;
      machine = head.instance;
      region = head.region;
      level = head.level;
      message = head.message;
      fields = head.fields;
      return true;
    }

    @Override
    public boolean follow(Line line) {
      if (!pending || message.length() + (more == null ? 0 : more.length()) > LONGEST) {
        return false;
      }
      if (more == null) {
        more = new StringBuilder(message);
      }
      more.append("\n".repeat(blanks + 1)).append(line.text());
      lines += blanks + 1;
      reading.unblank(this.format(), blanks);
      blanks = 0;
      return true;
    }

    @Override
    public void blank(Line line) {
      blanks++;
    }

    @Override
    public void end() {
      if (pending && moment != null) {
        reading.recorder.record(
            FlyText.this,
            first,
            lines,
            moment,
            "",
            provider,
            machine,
            region,
            level,
            more == null ? message : more.toString(),
            fields);
      }
      pending = false;
      more = null;
      blanks = 0;
    }
  }
}
