package dev.debrief.source;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * Gives times of day a date: a clock that falls by more than half a day has passed midnight, one
 * that rises by more has passed it backwards.
 */
final class DayClock {
  private static final int DAY = 86_400;

  private long day;
  private int last = -1;

  /** Starts with the date of the first time. */
  DayClock(LocalDate first) {
    day = first.toEpochDay();
  }

  /** Starts so that the first time of day lies within the day before a moment. */
  static DayClock before(Instant moment, int timeOfDay) {
    LocalDate date = LocalDate.ofInstant(moment, ZoneOffset.UTC);
    boolean yesterday = timeOfDay > moment.atOffset(ZoneOffset.UTC).toLocalTime().toSecondOfDay();
    return new DayClock(yesterday ? date.minusDays(1) : date);
  }

  /** Seconds since the epoch of the next time of day. */
  long second(int timeOfDay) {
    if (last >= 0) {
      if (timeOfDay < last - DAY / 2) {
        day++;
      } else if (timeOfDay > last + DAY / 2) {
        day--;
      }
    }
    last = timeOfDay;
    return day * DAY + timeOfDay;
  }
}
