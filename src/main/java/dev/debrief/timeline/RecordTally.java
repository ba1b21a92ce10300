package dev.debrief.timeline;

import dev.debrief.model.Conclusions;
import dev.debrief.model.Level;
import dev.debrief.model.LogRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.IntFunction;

/**
 * Counts a case's records for its timeline: hand it every record and every message of a shape once,
 * then {@link #build}. Not for several threads at once.
 */
public final class RecordTally implements Consumer<LogRecord> {
  private static final String SENT = "Sent ";

  private final Stamps records = new Stamps();
  private final Stamps errors = new Stamps();
  private final Stamps requests = new Stamps();
  private final Stamps failures = new Stamps();

  /** By shape; only warnings and what is louder have any. */
  private final List<Stamps> shapes = new ArrayList<>();

  @Override
  public void accept(LogRecord record) {
    long at = Nanos.of(record.at());
    records.add(at);
    if (record.severity().compareTo(Level.ERROR) >= 0) {
      errors.add(at);
    }
    int status = status(record);
    if (status > 0) {
      requests.add(at);
      if (status >= 500) {
        failures.add(at);
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
      shapes.add(new Stamps());
    }
    shapes.get(shape).add(Nanos.of(at));
  }

  /**
   * Everything counted, by the signatures that have a lane.
   *
   * @param signatureOf the id of a shape's signature
   */
  public Tally build(Conclusions conclusions, IntFunction<String> signatureOf) {
    return messages(conclusions, signatureOf).with(records());
  }

  /** The records counted: what doesn't depend on conclusions. They can't be counted on. */
  public Tally records() {
    Tally.Builder tally = new Tally.Builder();
    tally.add(Density.RECORDS, records);
    tally.add(Density.ERRORS, errors);
    tally.add(Density.REQUESTS, requests);
    tally.add(Density.FAILURES, failures);
    return tally.build();
  }

  /** The messages counted, by the signatures that have a lane. They can't be counted on. */
  public Tally messages(Conclusions conclusions, IntFunction<String> signatureOf) {
    Set<String> shown = new HashSet<>();
    CountLanes.shown(conclusions).forEach(signature -> shown.add(signature.id()));
    Tally.Builder tally = new Tally.Builder();
    for (int shape = 0; shape < shapes.size(); shape++) {
      String signature = signatureOf.apply(shape);
      if (shown.contains(signature)) {
        tally.add(Density.signature(signature), shapes.get(shape));
      }
    }
    shapes.clear();
    return tally.build();
  }

  /**
   * A request's status: the proxy's field, or the line with which Phoenix ends a request. A proxy
   * that gives an error has no answer to pass on. 0 where none is told.
   */
  static int status(LogRecord record) {
    if (!record.fields().isEmpty()) {
      int status = number(record.fields().getOrDefault("response.status", ""), 0);
      if (status > 0) {
        return status;
      }
    }
    if (record.provider().equals("proxy") && record.severity().compareTo(Level.ERROR) >= 0) {
      return 502;
    }
    int sent = record.message().indexOf(SENT);
    return sent < 0 || sent > 80 ? 0 : number(record.message(), sent + SENT.length());
  }

  /** A status is three digits that no digit follows; 0 where there is none. */
  private static int number(String text, int at) {
    int value = 0;
    for (int i = at; i < at + 3; i++) {
      char c = i < text.length() ? text.charAt(i) : ' ';
      if (c < '0' || c > '9') {
        return 0;
      }
      value = value * 10 + c - '0';
    }
    boolean ends = at + 3 >= text.length() || !Character.isDigit(text.charAt(at + 3));
    return ends && value >= 100 ? value : 0;
  }
}
