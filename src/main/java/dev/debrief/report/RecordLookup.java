package dev.debrief.report;

import dev.debrief.model.Entry;
import dev.debrief.model.Evidence;
import dev.debrief.model.Level;
import dev.debrief.model.LogRecord;
import dev.debrief.model.Source;
import dev.debrief.model.TimeRange;
import java.util.List;
import java.util.Optional;

/** Finds the case's records. An index stands behind it; each call costs one query. */
public interface RecordLookup {
  /** The entry that begins at that line, if there is one. */
  Optional<Entry> at(Evidence evidence);

  /**
   * Log records whose message holds the phrase's words in their order, regardless of case; by time,
   * then place.
   *
   * @param limit the most to return
   */
  List<LogRecord> saying(String phrase, TimeRange range, int limit);

  /** The first and the last entry of a source by time; one where they are the same, or none. */
  List<Entry> ends(Source source);

  /** Log records at least that loud; by time, then place. */
  List<LogRecord> atLeast(Level severity, TimeRange range, int limit);
}
