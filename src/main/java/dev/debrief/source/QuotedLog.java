package dev.debrief.source;

import dev.debrief.model.Clock;
import dev.debrief.model.Level;
import dev.debrief.model.Moment;
import dev.debrief.model.Precision;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The log lines that a deploy quotes when its release command fails: stamped or not, moved to the
 * right. Where there is no stamp, Firecracker's line and the kernel's seconds since boot tell the
 * time.
 */
final class QuotedLog {
  private final Reading reading;
  private final Format format;
  private final FlyHead head = new FlyHead();
  private final Preamble preamble = new Preamble();
  private final Stamp stamp = new Stamp();
  private @Nullable Instant boot;
  private int margin = -1;

  QuotedLog(Reading reading, Format format) {
    this.reading = reading;
    this.format = format;
  }

  void record(Line line, String raw, String machine) {
    String text = shifted(raw);
    Level level = Level.INFO;
    Moment moment = null;
    if (head.read(text) && head.stamped) {
      moment = new Moment(head.stamp.instant(), head.stamp.precision(), Clock.PLATFORM);
      level = head.level;
      text = head.message;
    } else if (stamp.read(text, 0) && stamp.zoned && stamp.digits == 0) {
      moment = new Moment(stamp.instant(), stamp.precision(), Clock.PLATFORM);
      text = text.substring(Math.min(text.length(), stamp.end + 1));
    } else {
      moment = inner(text);
    }
    String provider = Providers.of(text);
    reading.record(
        new Told(
            format,
            line.number(),
            1,
            moment == null ? reading.carried() : moment,
            "",
            provider.isEmpty() ? "app" : provider,
            machine,
            "",
            level,
            text,
            Map.of()));
  }

  /**
   * Takes off the margin by which all lines are moved to the right, keeping a line's own blanks.
   */
  private String shifted(String raw) {
    if (margin < 0) {
      int own = 0;
      while (own < raw.length() && raw.charAt(own) <= ' ') {
        own++;
      }
      margin = own >= 9 ? 9 : raw.startsWith("\t ") ? 2 : own >= 2 ? 2 : 0;
    }
    int most = Math.min(margin, raw.length());
    for (int i = 0; i < most; i++) {
      if (raw.charAt(i) > ' ') {
        return raw.substring(i);
      }
    }
    return raw.substring(most);
  }

  private @Nullable Moment inner(String text) {
    preamble.read(text);
    if (preamble.kind == Preamble.Kind.FIRECRACKER) {
      Instant at = preamble.stamp.instant();
      boot = at;
      return new Moment(at, Precision.NANOSECOND, Clock.FIRECRACKER);
    }
    Instant booted = boot;
    if (preamble.kind == Preamble.Kind.KERNEL && booted != null) {
      return new Moment(
          booted.plusNanos(preamble.sinceBoot * 1000), Precision.SECOND, Clock.KERNEL);
    }
    return null;
  }
}
