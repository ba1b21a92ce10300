package dev.debrief.analysis.change;

import dev.debrief.model.Evidence;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.NavigableMap;
import org.jspecify.annotations.Nullable;

/**
 * One error by time.
 *
 * @param program whether the program printed it, and not the platform about it
 * @param job whether it tells of a background job that failed
 * @param request whether it is a request's own line, which tells that it failed and not why
 * @param slices what was printed in each slice of ten seconds since 1970
 */
record ErrorSeries(
    String id,
    String template,
    boolean program,
    boolean job,
    boolean request,
    NavigableMap<Long, ErrorTimes.Slice> slices) {
  /** A time is cut into so many parts to see whether an error lasted. */
  private static final int PARTS = 4;

  /** An error that lasts shows in so many of them. */
  private static final int LASTING_PARTS = 3;

  /** Fewer slices than a minute's worth are an episode. */
  static final int LASTING_SLICES = 6;

  /** Whether it was never printed before an instant, as far as the log tells. */
  boolean unseenBefore(Instant at) {
    return slices.isEmpty()
        || slices.firstKey() >= Math.floorDiv(at.getEpochSecond(), ErrorTimes.SLICE_SECONDS);
  }

  /** How often it came within a time. The slices that an end cuts belong to neither side. */
  Counted within(Instant from, Instant to, Duration covered) {
    long first = Math.ceilDiv(ceil(from), ErrorTimes.SLICE_SECONDS);
    long end = Math.floorDiv(to.getEpochSecond(), ErrorTimes.SLICE_SECONDS);
    double exposure = covered.toMillis() / (1000.0 * ErrorTimes.SLICE_SECONDS);
    if (first >= end) {
      return new Counted(0, exposure, 0, false, null, null, null);
    }
    long messages = 0;
    long events = 0;
    int parts = 0;
    @Nullable Evidence firstLine = null;
    @Nullable Evidence lastLine = null;
    @Nullable Instant firstAt = null;
    for (Map.Entry<Long, ErrorTimes.Slice> each : slices.subMap(first, end).entrySet()) {
      events++;
      messages += each.getValue().messages;
      parts |= 1 << (int) ((each.getKey() - first) * PARTS / (end - first));
      lastLine = each.getValue().first;
      if (firstLine == null) {
        firstLine = lastLine;
        firstAt = Instant.ofEpochSecond(each.getKey() * ErrorTimes.SLICE_SECONDS);
      }
    }
    boolean lasting = events >= LASTING_SLICES && Integer.bitCount(parts) >= LASTING_PARTS;
    return new Counted(events, exposure, messages, lasting, firstLine, lastLine, firstAt);
  }

  private static long ceil(Instant at) {
    return at.getEpochSecond() + (at.getNano() > 0 ? 1 : 0);
  }
}
