package dev.debrief.analysis.template;

import dev.debrief.model.Clock;
import dev.debrief.model.Evidence;
import dev.debrief.model.Level;
import dev.debrief.model.LogRecord;
import dev.debrief.model.Moment;
import dev.debrief.model.Precision;
import java.time.Instant;
import java.util.Map;

/** Records of a made log, one line each. */
public final class Records {
  /** Where made logs begin. */
  public static final Instant START = Instant.parse("2026-03-01T12:00:00Z");

  private long line;

  /** A line of the app. */
  public LogRecord app(Instant at, String machine, Level severity, String message) {
    line++;
    return record(at, machine, "app", severity, message, line);
  }

  /** A line that belongs to the message begun last. */
  public LogRecord more(LogRecord head, String message) {
    line++;
    return record(head.at(), head.machine(), "app", Level.INFO, message, head.evidence().line());
  }

  /** A line of another speaker. */
  public LogRecord by(String provider, Instant at, String machine, String message) {
    line++;
    return record(at, machine, provider, Level.INFO, message, line);
  }

  private LogRecord record(
      Instant at, String machine, String provider, Level severity, String message, long head) {
    return new LogRecord(
        new Evidence("made.log", line),
        1,
        new Moment(at, Precision.MILLISECOND, Clock.PLATFORM),
        "shop",
        provider,
        machine,
        "fra",
        Level.INFO,
        severity,
        message,
        head,
        Map.of());
  }
}
