package dev.debrief.model;

import java.util.Comparator;

/**
 * A line that a reader can check: it names a record of the case.
 *
 * @param source the source's path as {@code debrief sources} names it
 * @param line the record's first line in that source, from 1
 */
public record Evidence(String source, long line) implements Comparable<Evidence> {
  private static final Comparator<Evidence> BY_PLACE =
      Comparator.comparing(Evidence::source).thenComparingLong(Evidence::line);

  public Evidence {
    if (line < 1) {
      throw new IllegalArgumentException("lines count from 1, not " + line);
    }
  }

  @Override
  public int compareTo(Evidence other) {
    return BY_PLACE.compare(this, other);
  }

  @Override
  public String toString() {
    return source + ":" + line;
  }
}
