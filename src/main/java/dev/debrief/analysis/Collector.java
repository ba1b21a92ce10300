package dev.debrief.analysis;

import dev.debrief.model.LogRecord;

/** Keeps of a stream of records, in order of time, what one kind of conclusion needs. */
public interface Collector {
  /** Takes the next record. Constant time, and memory that grows with what is notable only. */
  void take(LogRecord log);
}
