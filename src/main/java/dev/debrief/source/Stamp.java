package dev.debrief.source;

import dev.debrief.model.Precision;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * Reads a timestamp such as {@code 2024-11-06T01:00:32.123Z} out of a text, without garbage. One
 * object is used for many lines; what it found last is in its fields.
 */
final class Stamp {
  private static final int[] POWER = {
    1_000_000_000, 100_000_000, 10_000_000, 1_000_000, 100_000, 10_000, 1_000, 100, 10, 1
  };

  /** Seconds since the epoch, read as UTC where no zone is marked. */
  long second;

  /** Nanoseconds of that second. */
  int nano;

  /** Digits of the fraction, 0 to 9. */
  int digits;

  /** Whether a zone or Z is marked. */
  boolean zoned;

  /** The offset that is marked, in seconds. */
  int offset;

  /** The index after it. */
  int end;

  private int lastDate = -1;
  private long lastDay;

  /**
   * Reads {@code yyyy-MM-dd}, then {@code T}, {@code t} or a blank, {@code HH:mm:ss}, a fraction
   * after a point or a comma, and a zone, if they begin at {@code from}. Slashes may stand for the
   * date's hyphens.
   */
  boolean read(String text, int from) {
    int length = text.length();
    if (length - from < 19) {
      return false;
    }
    int year = two(text, from) * 100 + two(text, from + 2);
    char hyphen = text.charAt(from + 4);
    int month = two(text, from + 5);
    int day = two(text, from + 8);
    char between = text.charAt(from + 10);
    if (year < 0
        || month < 0
        || day < 0
        || (hyphen != '-' && hyphen != '/')
        || text.charAt(from + 7) != hyphen
        || (between != 'T' && between != ' ' && between != 't')) {
      return false;
    }
    int time = time(text, from + 11);
    if (time < 0) {
      return false;
    }
    int date = year * 10_000 + month * 100 + day;
    if (date != lastDate) {
      try {
        lastDay = LocalDate.of(year, month, day).toEpochDay();
      } catch (DateTimeException none) {
        return false;
      }
      lastDate = date;
    }
    int at = fraction(text, from + 19);
    second = lastDay * 86_400 + time;
    zone(text, at);
    second -= offset;
    return true;
  }

  /** Reads {@code HH:mm:ss}: seconds of the day, or -1. A leap second counts as the one before. */
  static int time(String text, int from) {
    if (text.length() - from < 8 || text.charAt(from + 2) != ':' || text.charAt(from + 5) != ':') {
      return -1;
    }
    int hour = two(text, from);
    int minute = two(text, from + 3);
    int seconds = two(text, from + 6);
    if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || seconds < 0 || seconds > 60) {
      return -1;
    }
    return hour * 3600 + minute * 60 + Math.min(seconds, 59);
  }

  /** Reads a fraction of a second if one begins here; returns the index after it. */
  int fraction(String text, int from) {
    nano = 0;
    digits = 0;
    int at = from;
    if (at < text.length() && (text.charAt(at) == '.' || text.charAt(at) == ',')) {
      int first = ++at;
      while (at < text.length() && digit(text.charAt(at))) {
        if (at - first < 9) {
          nano = nano * 10 + text.charAt(at) - '0';
          digits++;
        }
        at++;
      }
      if (digits == 0) {
        at = from;
      } else {
        nano *= POWER[digits];
      }
    }
    end = at;
    return at;
  }

  private void zone(String text, int from) {
    zoned = false;
    offset = 0;
    end = from;
    if (from >= text.length()) {
      return;
    }
    char sign = text.charAt(from);
    if (sign == 'Z' || sign == 'z') {
      zoned = true;
      end = from + 1;
      return;
    }
    int at = from;
    if (sign == ' ' && from + 1 < text.length()) {
      at++;
      sign = text.charAt(at);
    }
    if ((sign == '+' || sign == '-') && text.length() - at >= 5) {
      int hours = two(text, at + 1);
      boolean colon = text.charAt(at + 3) == ':';
      int minutesAt = colon ? at + 4 : at + 3;
      int minutes = text.length() - minutesAt >= 2 ? two(text, minutesAt) : -1;
      if (hours >= 0 && hours <= 18 && minutes >= 0 && minutes <= 59) {
        zoned = true;
        offset = (hours * 3600 + minutes * 60) * (sign == '-' ? -1 : 1);
        end = minutesAt + 2;
      }
    }
  }

  /** How fine the stamp is. */
  Precision precision() {
    return digits == 0
        ? Precision.SECOND
        : digits <= 3
            ? Precision.MILLISECOND
            : digits <= 6 ? Precision.MICROSECOND : Precision.NANOSECOND;
  }

  /** The instant it stands for. */
  Instant instant() {
    return Instant.ofEpochSecond(second, nano);
  }

  /**
   * The same, but where it marks no zone it is a local time of this one.
   *
   * @param unmarked in an hour that autumn tells twice the first is meant
   */
  Instant instant(ZoneId unmarked) {
    return zoned
        ? instant()
        : LocalDateTime.ofEpochSecond(second, nano, ZoneOffset.UTC).atZone(unmarked).toInstant();
  }

  /** The stamp that a whole text is, or null. */
  static @Nullable Stamp of(String text) {
    Stamp stamp = new Stamp();
    return stamp.read(text, 0) ? stamp : null;
  }

  static boolean digit(char c) {
    return c >= '0' && c <= '9';
  }

  private static int two(String text, int at) {
    int tens = text.charAt(at) - '0';
    int ones = text.charAt(at + 1) - '0';
    return tens < 0 || tens > 9 || ones < 0 || ones > 9 ? -10_000 : tens * 10 + ones;
  }
}
