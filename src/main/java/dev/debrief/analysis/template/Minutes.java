package dev.debrief.analysis.template;

import java.time.Instant;
import java.util.Arrays;

/** How many messages fell in each minute. Bounded: minutes of silence cost nothing. */
final class Minutes {
  /** Nearly in order: a message is complete, and counted, with the next of its speaker. */
  private long[] minutes = new long[4];

  private int[] counts = new int[4];
  private int size;

  void add(Instant at) {
    add(Math.floorDiv(at.getEpochSecond(), 60), 1);
  }

  private void add(long minute, int count) {
    int place = size;
    while (place > 0 && minutes[place - 1] > minute) {
      place--;
    }
    if (place > 0 && minutes[place - 1] == minute) {
      counts[place - 1] += count;
      return;
    }
    if (size == minutes.length) {
      minutes = Arrays.copyOf(minutes, size * 2);
      counts = Arrays.copyOf(counts, size * 2);
    }
    System.arraycopy(minutes, place, minutes, place + 1, size - place);
    System.arraycopy(counts, place, counts, place + 1, size - place);
    minutes[place] = minute;
    counts[place] = count;
    size++;
  }

  void addAll(Minutes other) {
    for (int i = 0; i < other.size; i++) {
      add(other.minutes[i], other.counts[i]);
    }
  }

  /** How many fell in the whole minutes before an instant. */
  long before(Instant instant) {
    long end =
        instant.getEpochSecond() == Instant.MAX.getEpochSecond()
            ? Long.MAX_VALUE
            : Math.floorDiv(instant.getEpochSecond(), 60);
    long sum = 0;
    for (int i = 0; i < size && minutes[i] < end; i++) {
      sum += counts[i];
    }
    return sum;
  }
}
