package dev.debrief.model;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** How long something lasted, in words: the same wherever Debrief says it. */
public final class Lengths {
  private Lengths() {}

  /**
   * The two greatest units, rounded to the lesser: {@code 850 ms}, {@code 4.2 s}, {@code 12 min 5
   * s}, {@code 9 h 5 min}, {@code 3 d 4 h}. A negative length is said without its sign.
   */
  public static String words(Duration length) {
    Duration exact = length.abs();
    if (exact.compareTo(Duration.ofSeconds(1)) < 0) {
      return exact.toMillis() + " ms";
    }
    if (exact.compareTo(Duration.ofSeconds(10)) < 0 && exact.toMillisPart() >= 100) {
      return exact.toSeconds() + "." + exact.toMillisPart() / 100 + " s";
    }
    Duration d = rounded(exact);
    List<String> parts = new ArrayList<>();
    if (d.toDays() > 0) {
      parts.add(d.toDays() + " d");
    }
    if (d.toHoursPart() > 0) {
      parts.add(d.toHoursPart() + " h");
    }
    if (d.toMinutesPart() > 0 && d.toDays() == 0) {
      parts.add(d.toMinutesPart() + " min");
    }
    if (d.toSecondsPart() > 0 && d.toHours() == 0) {
      parts.add(d.toSecondsPart() + " s");
    }
    return String.join(" ", parts);
  }

  /** To the nearest of the least unit that is shown. */
  private static Duration rounded(Duration d) {
    long unit = d.toHours() == 0 ? 1 : d.toDays() == 0 ? 60 : 3600;
    return Duration.ofSeconds((d.plusMillis(unit * 500).toSeconds() / unit) * unit);
  }
}
