package dev.debrief.analysis.outage;

import dev.debrief.analysis.Collector;
import dev.debrief.analysis.Latest;
import dev.debrief.model.Evidence;
import dev.debrief.model.LogRecord;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** When the log begins and ends. */
public final class LogExtent implements Collector {
  private @Nullable LogRecord first;
  private final Latest last = new Latest();

  @Override
  public void take(LogRecord log) {
    if (!log.moment().known()) {
      return;
    }
    if (first == null) {
      first = log;
    }
    last.set(log);
  }

  /** Whether there is any line whose time is known. */
  public boolean empty() {
    return first == null;
  }

  /** The first line's time; the epoch where there is none. */
  public Instant first() {
    return first == null ? Instant.EPOCH : first.at();
  }

  /** The last line's time; the epoch where there is none. */
  public Instant last() {
    return last.any() ? last.at() : Instant.EPOCH;
  }

  /** The first line, null where there is none. */
  public @Nullable Evidence firstLine() {
    return first == null ? null : first.evidence();
  }

  /** The last line, null where there is none. */
  public @Nullable Evidence lastLine() {
    return last.any() ? last.evidence() : null;
  }
}
