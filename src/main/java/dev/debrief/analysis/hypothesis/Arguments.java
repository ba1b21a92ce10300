package dev.debrief.analysis.hypothesis;

import dev.debrief.model.Evidence;
import dev.debrief.model.Finding;
import dev.debrief.model.Hypothesis.Argument;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** Sentences for and against, with a few lines each. */
final class Arguments {
  /** Lines that a reader looks at for one sentence. */
  private static final int LINES = 5;

  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

  private Arguments() {}

  static Argument of(String text, List<Evidence> evidence) {
    return new Argument(text, evidence.stream().limit(LINES).toList());
  }

  /** A sentence with the lines of findings, a few from each. */
  static Argument from(String text, List<Finding> findings) {
    return of(text, findings.stream().flatMap(f -> f.evidence().stream().limit(2)).toList());
  }

  static String cut(String text, int length) {
    return text.length() <= length ? text : text.substring(0, length) + "…";
  }

  static String time(Instant at) {
    return CLOCK.format(at) + " UTC";
  }
}
