package dev.debrief.desktop.text;

import java.util.regex.Pattern;

/**
 * Keeps together, where a text is wrapped, what is read as one: a number and its unit, a time, a
 * request.
 */
public final class Unbroken {
  private static final char NO_BREAK = '\u00a0';
  private static final Pattern NUMBER_AND_UNIT =
      Pattern.compile("(?<=\\d) (?=(?:d|h|min|s|ms|µs)\\b|%)");
  private static final Pattern UNIT_AND_UNIT =
      Pattern.compile("(?<=\\d (?:d|h|min)) (?=\\d+ (?:h|min|s)\\b)");
  private static final Pattern DATE_AND_TIME =
      Pattern.compile("(?<=\\d{4}-\\d\\d-\\d\\d) (?=\\d\\d:\\d\\d)");

  private static final Pattern METHOD_AND_PATH =
      Pattern.compile("(?<=\\b(?:GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS)) (?=/)");

  private Unbroken() {}

  /** The text with spaces that no line is broken at. */
  public static String text(String text) {
    String times = DATE_AND_TIME.matcher(text).replaceAll(String.valueOf(NO_BREAK));
    String lengths = UNIT_AND_UNIT.matcher(times).replaceAll(String.valueOf(NO_BREAK));
    String units = NUMBER_AND_UNIT.matcher(lengths).replaceAll(String.valueOf(NO_BREAK));
    return METHOD_AND_PATH.matcher(units).replaceAll(String.valueOf(NO_BREAK));
  }
}
