package dev.debrief.timeline;

import dev.debrief.model.Conclusions;
import dev.debrief.model.Level;
import dev.debrief.model.LogRecord;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;

/**
 * Counts a case's records for its timeline: hand it every record once, then {@link #build}. The
 * signatures counted are those that {@link Timelines#of} gives a lane.
 */
public final class RecordTally implements Consumer<LogRecord> {
  private static final String SENT = "Sent ";

  private final Tally.Builder tally = new Tally.Builder();
  private final SignatureMatcher signatures;

  /** For the lanes of these conclusions. */
  public RecordTally(Conclusions conclusions) {
    signatures = new SignatureMatcher(CountLanes.shown(conclusions));
  }

  @Override
  public void accept(LogRecord record) {
    long at = Nanos.of(record.at());
    tally.add(Density.RECORDS, at);
    if (record.severity().compareTo(Level.ERROR) >= 0) {
      tally.add(Density.ERRORS, at);
    }
    if (record.severity().compareTo(Level.WARNING) >= 0) {
      Optional<String> signature = signatures.of(record.message());
      signature.ifPresent(id -> tally.add(Density.signature(id), at));
    }
    OptionalInt status = status(record);
    if (status.isPresent()) {
      tally.add(Density.REQUESTS, at);
      if (status.getAsInt() >= 500) {
        tally.add(Density.FAILURES, at);
      }
    }
  }

  /** Everything counted so far. */
  public Tally build() {
    return tally.build();
  }

  /**
   * A request's status: the proxy's field, or the line with which Phoenix ends a request. A proxy
   * that gives an error has no answer to pass on.
   */
  private static OptionalInt status(LogRecord record) {
    String field = record.fields().getOrDefault("response.status", "");
    OptionalInt status = number(field, 0);
    if (status.isPresent()) {
      return status;
    }
    if (record.provider().equals("proxy") && record.severity().compareTo(Level.ERROR) >= 0) {
      return OptionalInt.of(502);
    }
    int sent = record.message().indexOf(SENT);
    return sent < 0 || sent > 80
        ? OptionalInt.empty()
        : number(record.message(), sent + SENT.length());
  }

  /** A status is three digits that no digit follows. */
  private static OptionalInt number(String text, int at) {
    int value = 0;
    for (int i = at; i < at + 3; i++) {
      char c = i < text.length() ? text.charAt(i) : ' ';
      if (c < '0' || c > '9') {
        return OptionalInt.empty();
      }
      value = value * 10 + c - '0';
    }
    boolean ends = at + 3 >= text.length() || !Character.isDigit(text.charAt(at + 3));
    return ends && value >= 100 ? OptionalInt.of(value) : OptionalInt.empty();
  }
}
