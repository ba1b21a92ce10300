package dev.debrief.timeline;

import dev.debrief.model.TimeRange;
import java.util.Set;

/**
 * How many of what, when: pre-aggregated, so that any range is told in so many buckets without
 * reading records. Answers come from memory, so a caller may ask for every frame it draws.
 */
public interface Density {
  /** The key of all log records. */
  String RECORDS = "records";

  /** The key of records at level error or above. */
  String ERRORS = "errors";

  /** The key of requests whose outcome the log tells. */
  String REQUESTS = "requests";

  /** The key of those that failed on the server's side. */
  String FAILURES = "failures";

  /** Nothing counted. */
  Density NONE =
      new Density() {
        @Override
        public Set<String> keys() {
          return Set.of();
        }

        @Override
        public long[] counts(String key, long from, long to, int buckets) {
          return new long[buckets];
        }
      };

  /** The key of the messages of one signature. */
  static String signature(String id) {
    return "signature:" + id;
  }

  /** The series there are. */
  Set<String> keys();

  /**
   * How many fall into each of {@code buckets} equal parts of {@code [from, to)}. All zero for a
   * key that was never counted.
   *
   * @param from ns since the epoch, UTC
   * @param to ns since the epoch, UTC, not before {@code from}
   * @param buckets at least 1
   */
  long[] counts(String key, long from, long to, int buckets);

  /** The same over columns of a width in pixels, folded or not. */
  default long[] counts(String key, TimeScale scale, int columns, double width) {
    if (!scale.folded()) {
      return counts(key, scale.at(0), scale.at(columns * width), columns);
    }
    long[] counts = new long[columns];
    long from = scale.at(0);
    for (int i = 0; i < columns; i++) {
      long to = scale.at((i + 1) * width);
      counts[i] = to > from ? counts(key, from, to, 1)[0] : 0;
      from = to;
    }
    return counts;
  }

  /** How many there are in a range. */
  default long count(String key, TimeRange range) {
    return counts(key, Nanos.of(range.from()), Nanos.of(range.to()), 1)[0];
  }
}
