package dev.debrief.source;

import dev.debrief.model.Level;
import dev.debrief.model.LogRecord;
import dev.debrief.model.Moment;
import dev.debrief.model.Precision;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Turns what a format read of a log line into a record: escapes removed, its time refined, its
 * severity and request fields read from the words, its place in a multi-line message found.
 */
final class Recorder {
  private final Reading reading;
  private final Preamble preamble = new Preamble();
  private final RuntimeClock clock = new RuntimeClock();
  private final Messages messages = new Messages();
  private final RequestFields requests = new RequestFields();

  Recorder(Reading reading) {
    this.reading = reading;
  }

  /** Hands over one record. */
  void record(
      Format format,
      long line,
      int lines,
      Moment platform,
      String app,
      String provider,
      String machine,
      String region,
      Level level,
      String message,
      Map<String, String> fields) {
    String text = Escapes.returns(Escapes.strip(message));
    boolean own = provider.isEmpty() || provider.equals("app");
    preamble.read(text);
    Moment moment = own ? clock.refine(machine, platform, preamble) : platform;
    Level severity = Severities.of(provider, level, text, preamble);
    long head = line;
    if (own) {
      long second = platform.at().getEpochSecond();
      Messages.Open open = messages.on(machine);
      Moment before = open.moment;
      if (messages.continues(open, second, text, preamble)) {
        head = open.head;
        severity = severity.compareTo(open.severity) > 0 ? severity : open.severity;
        moment = withHead(moment, before);
      } else {
        moment = afterHead(moment, before);
        messages.begins(open, line, second, text, preamble, severity, moment);
      }
    }
    reading.entry(
        format,
        new LogRecord(
            reading.evidence(line),
            lines,
            moment,
            app.isEmpty() ? reading.app() : app,
            provider,
            machine,
            region,
            level,
            severity,
            text,
            head,
            requests.add(provider, text, preamble, fields)));
  }

  /** A line of a message was written when its first line was, unless its stamp says otherwise. */
  private static Moment withHead(Moment own, @Nullable Moment head) {
    return own.precision() == Precision.SECOND
            && head != null
            && !head.at().isBefore(own.at())
            && head.at().isBefore(own.latest())
        ? head
        : own;
  }

  /**
   * A line that is known to the second only was written after the one that the same machine wrote
   * before it; so it can't be earlier than that one's finer time in the same second.
   */
  private static Moment afterHead(Moment own, @Nullable Moment before) {
    return own.precision() == Precision.SECOND
            && before != null
            && before.at().isAfter(own.at())
            && before.at().isBefore(own.latest())
        ? new Moment(before.at(), Precision.SECOND, own.clock())
        : own;
  }
}
