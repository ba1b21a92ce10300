package dev.debrief.source;

import dev.debrief.model.Level;
import dev.debrief.model.LogRecord;
import dev.debrief.model.Moment;
import java.util.Map;

/** Turns what a format read of a log line into a record. */
final class Recorder {
  private final Reading reading;

  Recorder(Reading reading) {
    this.reading = reading;
  }

  /** Hands over one record. */
  void record(
      Format format,
      long line,
      int lines,
      Moment moment,
      String app,
      String provider,
      String machine,
      String region,
      Level level,
      String message,
      Map<String, String> fields) {
    String text = Escapes.returns(Escapes.strip(message));
    reading.entry(
        format,
        new LogRecord(
            reading.evidence(line),
            lines,
            moment,
            app.isEmpty() ? reading.options.app() : app,
            provider,
            machine,
            region,
            level,
            Severities.of(provider, level, text),
            text,
            line,
            fields));
  }
}
