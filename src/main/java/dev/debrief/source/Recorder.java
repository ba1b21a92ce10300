package dev.debrief.source;

import dev.debrief.model.Level;
import dev.debrief.model.LogRecord;
import dev.debrief.model.Moment;
import dev.debrief.model.Precision;
import dev.debrief.model.Source;
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
  void record(Told told) {
    String text = Escapes.returns(Escapes.strip(told.message()));
    String provider = told.provider();
    boolean own = provider.isEmpty() || provider.equals("app");
    preamble.read(text);
    Moment platform = told.moment();
    Moment moment = own ? clock.refine(told.machine(), platform, preamble) : platform;
    Level severity = Severities.of(provider, told.level(), text, preamble);
    long head = told.line();
    if (own) {
      long second = platform.at().getEpochSecond();
      Messages.Open open = messages.on(told.machine());
      Moment before = open.moment;
      if (messages.continues(open, second, text, preamble)) {
        head = open.head;
        severity = severity.compareTo(open.severity) > 0 ? severity : open.severity;
        moment = withHead(moment, before);
      } else {
        moment = afterHead(moment, before);
        if (open.head == 0 && preamble.kind == Preamble.Kind.NONE) {
          noteCut(told, text);
        }
        messages.begins(open, told.line(), second, text, preamble, severity, moment);
      }
    }
    reading.hand(
        told.format(),
        new LogRecord(
            reading.evidence(told.line()),
            told.lines(),
            moment,
            told.app().isEmpty() ? reading.app() : told.app(),
            provider,
            told.machine(),
            told.region(),
            told.level(),
            severity,
            text,
            head,
            requests.add(provider, text, preamble, told.fields())));
  }

  /** The first line of a machine's app is the middle of a message: its beginning is not here. */
  private void noteCut(Told told, String text) {
    boolean indented = text.length() > 2 && text.charAt(0) <= ' ' && text.charAt(1) <= ' ';
    if (indented || Traces.anywhere(text, Level.ERROR, true)) {
      reading
          .account(told.format())
          .note(
              Source.Note.Kind.LIMIT,
              told.line(),
              "the dump begins inside a message of several lines; its beginning is not here",
              "");
    }
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
