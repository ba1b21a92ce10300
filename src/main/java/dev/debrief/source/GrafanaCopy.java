package dev.debrief.source;

import dev.debrief.model.Clock;
import dev.debrief.model.Level;
import dev.debrief.model.Moment;
import dev.debrief.model.Source.Note.Kind;
import java.io.IOException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Logs copied or saved from Grafana: a stamp in the browser's zone on a line of its own and the
 * message on the next, newest first; or the TXT download, {@code epoch TAB ISO TAB message}.
 * Machine and provider are lost. The zone is worked out from the clocks inside the messages.
 */
final class GrafanaCopy implements TextFormat {
  private static final int LOOK = 2_000;

  @Override
  public String name() {
    return "fly-text";
  }

  @Override
  public String looksLike() {
    return "stamps such as 2025-06-27 14:22:42.661 on lines of their own before their messages";
  }

  @Override
  public List<String> samples() {
    return List.of(
        "2025-06-27 14:22:42.661\t\nSuccessfully prepared image\n2025-06-27 14:22:42.656\t\nhello\n",
        "1751034162661\t2025-06-27T14:22:42.661Z\thello\n",
        "2025-06-27T14:22:42.661Z\thello\n");
  }

  /** The stamp that stands alone on a line, or null. */
  private static @Nullable Stamp alone(String text) {
    String bare = text.strip();
    if (bare.length() < 19 || bare.length() > 35 || !Stamp.digit(bare.charAt(0))) {
      return null;
    }
    Stamp stamp = Stamp.of(bare);
    return stamp != null && stamp.end == bare.length() ? stamp : null;
  }

  /** Where the message of a TXT line begins, or -1; the stamp is set to its own. */
  private static int tabbed(String text, Stamp stamp) {
    int tab = text.indexOf('\t');
    if (tab < 0 || tab > 40) {
      return -1;
    }
    int from = 0;
    if (tab == 13 && text.substring(0, 13).chars().allMatch(c -> Stamp.digit((char) c))) {
      from = 14;
      tab = text.indexOf('\t', from);
    }
    return tab > from && stamp.read(text, from) && stamp.end == tab ? tab + 1 : -1;
  }

  @Override
  public boolean begins(Line line, LineReader ahead) throws IOException {
    String text = Escapes.strip(line.text());
    if (tabbed(text, new Stamp()) >= 0 && alone(text) == null) {
      return true;
    }
    if (alone(text) == null) {
      return false;
    }
    Line next = ahead.peek(0);
    return next != null && !next.blank() && alone(next.text()) == null;
  }

  @Override
  public Block open(Reading reading, Line first) {
    return new Pairs(reading);
  }

  private final class Pairs extends TextRecords {
    private final Stamp stamp = new Stamp();
    private boolean looked;
    private ZoneId zone = ZoneOffset.UTC;

    Pairs(Reading reading) {
      super(GrafanaCopy.this, reading);
    }

    @Override
    public boolean take(Line line, LineReader ahead) throws IOException {
      String text = Escapes.strip(line.text());
      Stamp own = alone(text);
      if (own == null) {
        int body = tabbed(text, stamp);
        if (body < 0) {
          return false;
        }
        String message = text.substring(body);
        begin(
            line.number(),
            moment(stamp),
            Providers.of(message),
            "",
            "",
            Level.INFO,
            message,
            Map.of());
        return true;
      }
      if (!own.zoned && !looked) {
        look(line, ahead);
      }
      begin(line.number(), moment(own), "", "", "", Level.INFO, "", Map.of());
      return true;
    }

    private Moment moment(Stamp own) {
      return new Moment(
          own.instant(zone), own.precision(), own.zoned ? Clock.PLATFORM : Clock.INFERRED);
    }

    private void look(Line first, LineReader ahead) throws IOException {
      looked = true;
      Account account = reading.account(GrafanaCopy.this);
      if (reading.options.zone().isPresent()) {
        zone = reading.options.zone().get();
        account.zone(zone.getId());
        return;
      }
      InnerClocks clocks = new InnerClocks();
      Stamp running = alone(first.text());
      for (int i = 0; i < LOOK; i++) {
        Line line = ahead.peek(i);
        if (line == null) {
          break;
        }
        Stamp own = alone(line.text());
        if (own != null) {
          running = own;
        } else if (running != null) {
          clocks.look(running.second, true, Escapes.strip(line.text()));
        }
      }
      Optional<Integer> offset = clocks.offset();
      if (offset.isPresent()) {
        zone = ZoneOffset.ofTotalSeconds(offset.get());
        String name = Zones.name(offset.get());
        account.zone(name + " (inferred)");
        account.note(
            Kind.INFERRED,
            0,
            "the stamps have no zone; " + name + " was read from the clocks inside the messages",
            "pass --zone if that is wrong");
      } else {
        account.zone("UTC (assumed)");
        account.note(
            Kind.INFERRED,
            0,
            "the stamps are in the browser's zone, which nothing tells; they were read as UTC",
            "pass --zone with the browser's zone");
      }
    }
  }
}
