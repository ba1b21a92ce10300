package dev.debrief.analysis.compare;

import dev.debrief.analysis.statistics.RateTest;
import dev.debrief.model.Evidence;
import java.util.List;

/**
 * How often something was printed in the range, against what the baseline lets expect.
 *
 * @param aspect by what was counted
 * @param value what was counted, as the log's field has it; of a template its text
 * @param here messages in the range
 * @param before messages in the baseline
 * @param expected in the range, had it gone on as in the baseline
 * @param clump how many messages come together at a time, at least 1: what the counts were divided
 *     by before they were tested
 * @param test the two rates; its interval and p are those of the divided counts
 * @param q the p-value adjusted for all that was compared (Benjamini, Hochberg)
 * @param example the first such message in the range, or of the baseline where the range has none
 * @param text how the example's first line begins
 * @param phrases words that every such message holds, on one of its lines; empty but for templates
 *     and endpoints
 */
public record Difference(
    Aspect aspect,
    String value,
    long here,
    long before,
    double expected,
    double clump,
    RateTest test,
    double q,
    Evidence example,
    String text,
    List<String> phrases) {
  public Difference {
    phrases = List.copyOf(phrases);
  }

  /** Whether the example's first line holds the phrases, and not one that follows it. */
  public boolean onFirstLine() {
    String spaced = text.replaceAll("\\s+", " ");
    return phrases.stream().allMatch(spaced::contains);
  }

  /** Which way it differs. */
  public enum Kind {
    /** Not once in the baseline. */
    NEW,
    /** Not once in the range. */
    MISSING,
    MORE,
    LESS
  }

  /** Which way it differs, be it by chance or not. */
  public Kind kind() {
    if (before == 0) {
      return Kind.NEW;
    }
    if (here == 0) {
      return Kind.MISSING;
    }
    return here >= expected ? Kind.MORE : Kind.LESS;
  }

  /**
   * The likelihood ratio of the two rates against one, by which differences are ranked: unlike p it
   * never runs out of digits.
   */
  double surprise(double shareHere) {
    double all = (here + before) / clump;
    return 2 * (part(here / clump, all * shareHere) + part(before / clump, all * (1 - shareHere)));
  }

  private static double part(double count, double expected) {
    return count == 0 ? 0 : count * Math.log(count / expected);
  }
}
