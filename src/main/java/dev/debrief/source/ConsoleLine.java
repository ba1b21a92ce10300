package dev.debrief.source;

import dev.debrief.model.Clock;
import dev.debrief.model.Moment;
import org.jspecify.annotations.Nullable;

/**
 * A line of a console: escapes, a CI runner's stamp, the spinner and what a carriage return wiped
 * out are taken off.
 *
 * @param text without blanks around it
 * @param moment a CI runner's stamp, or null
 */
record ConsoleLine(String text, @Nullable Moment moment) {
  private static final String SPINNER = "⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏";

  static ConsoleLine of(String line) {
    String text = Escapes.strip(line);
    Moment moment = null;
    Stamp stamp = new Stamp();
    // GitHub Actions: 2026-05-09T16:50:31.1234567Z text
    if (stamp.read(text, 0) && stamp.zoned && stamp.digits == 7) {
      moment = new Moment(stamp.instant(), stamp.precision(), Clock.PLATFORM);
      text = text.substring(stamp.end);
    }
    int wiped = text.lastIndexOf('\r');
    if (wiped >= 0 && wiped < text.length() - 1) {
      text = text.substring(wiped + 1);
    }
    text = text.strip();
    if (!text.isEmpty() && SPINNER.indexOf(text.charAt(0)) >= 0) {
      text = text.substring(1).strip();
    }
    return new ConsoleLine(text, moment);
  }
}
