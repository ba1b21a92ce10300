package dev.debrief.analysis;

import dev.debrief.model.Clock;
import dev.debrief.model.Evidence;
import dev.debrief.model.LogRecord;
import dev.debrief.model.Moment;
import dev.debrief.model.Precision;
import java.time.Instant;

/**
 * The line that came last, of those that somebody waits for, as numbers: a collector that held the
 * record itself would have the garbage collector take note of it at every line, and a dozen do.
 */
public final class Latest {
  private boolean any;
  private long second;
  private int nano;
  private Precision precision = Precision.NONE;
  private Clock clock = Clock.values()[0];
  private String source = "";
  private long line;

  /** This one came. */
  public void set(LogRecord log) {
    Moment moment = log.moment();
    any = true;
    second = moment.at().getEpochSecond();
    nano = moment.at().getNano();
    line = log.evidence().line();
    // To set is to write what mostly is the same.
    if (precision != moment.precision() || clock != moment.clock()) {
      precision = moment.precision();
      clock = moment.clock();
    }
    if (!source.equals(log.evidence().source())) {
      source = log.evidence().source();
    }
  }

  /** The same as another. */
  public void set(Latest other) {
    any = other.any;
    second = other.second;
    nano = other.nano;
    precision = other.precision;
    clock = other.clock;
    source = other.source;
    line = other.line;
  }

  /** Whether one came at all; nothing else may be asked before. */
  public boolean any() {
    return any;
  }

  /** Its time in whole seconds since the epoch, UTC. */
  public long second() {
    return second;
  }

  /** Whether it came before an instant. */
  public boolean isBefore(Instant at) {
    return second < at.getEpochSecond() || (second == at.getEpochSecond() && nano < at.getNano());
  }

  /** When, UTC. */
  public Instant at() {
    return Instant.ofEpochSecond(second, nano);
  }

  /** When, as far as it is known. */
  public Moment moment() {
    return new Moment(at(), precision, clock);
  }

  /** Where it stands. */
  public Evidence evidence() {
    return new Evidence(source, line);
  }
}
