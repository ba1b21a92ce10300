package dev.debrief.analysis.outage;

import dev.debrief.analysis.Collector;
import dev.debrief.model.Evidence;
import dev.debrief.model.LogRecord;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** When the log begins and ends. */
public final class LogExtent implements Collector {
  private @Nullable Instant first;
  private @Nullable Instant last;
  private @Nullable Evidence firstLine;
  private @Nullable Evidence lastLine;
  private long records;

  @Override
  public void take(LogRecord log) {
    records++;
    if (!log.moment().known()) {
      return;
    }
    if (first == null) {
      first = log.at();
      firstLine = log.evidence();
    }
    last = log.at();
    lastLine = log.evidence();
  }

  /** Whether there is any line whose time is known. */
  public boolean empty() {
    return first == null;
  }

  /** The first line's time; the epoch where there is none. */
  public Instant first() {
    return first == null ? Instant.EPOCH : first;
  }

  /** The last line's time; the epoch where there is none. */
  public Instant last() {
    return last == null ? Instant.EPOCH : last;
  }

  /** The first line, null where there is none. */
  public @Nullable Evidence firstLine() {
    return firstLine;
  }

  /** The last line, null where there is none. */
  public @Nullable Evidence lastLine() {
    return lastLine;
  }

  /** How many records there are. */
  public long records() {
    return records;
  }
}
