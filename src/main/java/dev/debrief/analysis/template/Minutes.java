package dev.debrief.analysis.template;

import java.time.Instant;
import java.util.TreeMap;

/** How many messages fell in each minute. Bounded: minutes of silence cost nothing. */
final class Minutes {
  private final TreeMap<Long, Long> counts = new TreeMap<>();
  private long minute = Long.MIN_VALUE;
  private long inMinute;

  void add(Instant at) {
    long now = Math.floorDiv(at.getEpochSecond(), 60);
    if (now != minute) {
      flush();
      minute = now;
    }
    inMinute++;
  }

  private void flush() {
    if (inMinute > 0) {
      counts.merge(minute, inMinute, Long::sum);
      inMinute = 0;
    }
  }

  void addAll(Minutes other) {
    other.flush();
    other.counts.forEach((key, value) -> counts.merge(key, value, Long::sum));
  }

  /** How many fell in the whole minutes before an instant. */
  long before(Instant instant) {
    flush();
    long end =
        instant.getEpochSecond() == Instant.MAX.getEpochSecond()
            ? Long.MAX_VALUE
            : Math.floorDiv(instant.getEpochSecond(), 60);
    return counts.headMap(end, false).values().stream().mapToLong(Long::longValue).sum();
  }
}
