package dev.debrief.timeline;

import dev.debrief.model.Conclusions;
import dev.debrief.model.Level;
import dev.debrief.model.LogRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.IntFunction;

/**
 * Counts a case's records for its timeline: hand it every record and every message of a shape once,
 * then {@link #build}. Not for several threads at once.
 */
public final class RecordTally implements Consumer<LogRecord> {
  private static final String SENT = "Sent ";

  private final Tally.Builder tally = new Tally.Builder();
  private final List<String> shapes = new ArrayList<>();

  @Override
  public void accept(LogRecord record) {
    long at = Nanos.of(record.at());
    tally.add(Density.RECORDS, at);
    if (record.severity().compareTo(Level.ERROR) >= 0) {
      tally.add(Density.ERRORS, at);
    }
    OptionalInt status = status(record);
    if (status.isPresent()) {
      tally.add(Density.REQUESTS, at);
      if (status.getAsInt() >= 500) {
        tally.add(Density.FAILURES, at);
      }
    }
  }

  /**
   * Counts a message by its shape; one quieter than a warning has no lane and isn't counted.
   *
   * @param shape its number, from 0
   */
  public void message(Instant at, int shape, Level severity) {
    if (severity.compareTo(Level.WARNING) < 0) {
      return;
    }
    while (shapes.size() <= shape) {
      shapes.add("shape:" + shapes.size());
    }
    tally.add(shapes.get(shape), Nanos.of(at));
  }

  /**
   * Everything counted, by the signatures that have a lane.
   *
   * @param signatureOf the id of a shape's signature
   */
  public Tally build(Conclusions conclusions, IntFunction<String> signatureOf) {
    Set<String> shown = new HashSet<>();
    CountLanes.shown(conclusions).forEach(signature -> shown.add(signature.id()));
    for (int shape = 0; shape < shapes.size(); shape++) {
      String signature = signatureOf.apply(shape);
      if (shown.contains(signature)) {
        tally.move(shapes.get(shape), Density.signature(signature));
      } else {
        tally.drop(shapes.get(shape));
      }
    }
    return tally.build();
  }

  /**
   * A request's status: the proxy's field, or the line with which Phoenix ends a request. A proxy
   * that gives an error has no answer to pass on.
   */
  static OptionalInt status(LogRecord record) {
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
