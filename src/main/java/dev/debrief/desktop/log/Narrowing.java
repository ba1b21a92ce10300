package dev.debrief.desktop.log;

import dev.debrief.model.TimeRange;
import java.time.Instant;
import java.util.List;

/**
 * What the table is narrowed to.
 *
 * @param text the search, in Lucene's syntax
 * @param facets the chosen values
 * @param range the brushed time
 * @param folding whether one row is wanted for each message, where the search allows it
 */
record Narrowing(String text, Facets facets, TimeRange range, boolean folding) {
  private static final String MESSAGES = "NOT part:continued";

  /** The words that are looked for in messages. */
  List<String> terms() {
    return Terms.of(text);
  }

  /**
   * Whether a row is a whole message. Where words are looked for, every line that has them is a row
   * of its own: a match must not hide in a fold.
   */
  boolean folded() {
    return folding && terms().isEmpty();
  }

  /** The query of the lines that match. */
  String lines() {
    return facets.narrow(text, "");
  }

  /** The query of the rows that show them. */
  String rows() {
    String lines = lines();
    if (!folded()) {
      return lines;
    }
    return lines.isEmpty() ? MESSAGES : "(" + lines + ") AND " + MESSAGES;
  }

  /** The query of the lines that match but for the choices in one field. */
  String linesBut(String field) {
    return facets.narrow(text, field);
  }

  /** What of the range stands before an instant. */
  TimeRange before(Instant at) {
    Instant to = at.isBefore(range.from()) ? range.from() : at;
    return new TimeRange(range.from(), to.isAfter(range.to()) ? range.to() : to);
  }
}
