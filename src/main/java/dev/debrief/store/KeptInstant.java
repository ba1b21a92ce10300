package dev.debrief.store;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;

/**
 * Reads instants as {@link Instant#toString} writes them, {@code 2026-02-25T21:00:35.123Z}. Java's
 * own reader of dates of all kinds takes a third of the time in which a case's conclusions are
 * read; what isn't of this one kind is left to it.
 */
final class KeptInstant extends StdDeserializer<Instant> {
  private static final int SECONDS = 19;
  private static final int NANO_DIGITS = 9;

  KeptInstant() {
    super(Instant.class);
  }

  @Override
  public Instant deserialize(JsonParser json, DeserializationContext context) {
    String text = json.getString();
    try {
      return of(text);
    } catch (DateTimeException e) {
      return (Instant) context.handleWeirdStringValue(Instant.class, text, e.getMessage());
    }
  }

  /**
   * The instant.
   *
   * @throws DateTimeException where the text is none
   */
  static Instant of(String text) {
    int end = text.length() - 1;
    if (end < SECONDS
        || end == SECONDS + 1
        || end > SECONDS + 1 + NANO_DIGITS
        || text.charAt(end) != 'Z'
        || text.charAt(4) != '-'
        || text.charAt(7) != '-'
        || text.charAt(10) != 'T'
        || text.charAt(13) != ':'
        || text.charAt(16) != ':'
        || (end > SECONDS && text.charAt(SECONDS) != '.')) {
      return Instant.parse(text);
    }
    int year = number(text, 0, 4);
    int month = number(text, 5, 7);
    int day = number(text, 8, 10);
    int hour = number(text, 11, 13);
    int minute = number(text, 14, 16);
    int second = number(text, 17, SECONDS);
    int nano = end == SECONDS ? 0 : number(text, SECONDS + 1, end);
    if ((year | month | day | hour | minute | second | nano) < 0) {
      return Instant.parse(text);
    }
    for (int digits = end - SECONDS - 1; end > SECONDS && digits < NANO_DIGITS; digits++) {
      nano *= 10;
    }
    return LocalDate.of(year, month, day)
        .atTime(hour, minute, second, nano)
        .toInstant(ZoneOffset.UTC);
  }

  /** Of digits alone; negative for all else. */
  private static int number(String text, int from, int to) {
    int number = 0;
    for (int i = from; i < to; i++) {
      int digit = text.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      number = number * 10 + digit;
    }
    return number;
  }
}
