package dev.debrief.analysis.change;

import dev.debrief.analysis.Wording;
import dev.debrief.analysis.change.Comparison.Kind;
import dev.debrief.analysis.outage.LogExtent;
import java.time.Duration;
import java.util.Locale;

/** The numbers that a verdict on a change rests on, in words. */
final class ImpactNumbers {
  private ImpactNumbers() {}

  /** Why the log allows no verdict. */
  static String uncovered(Trial trial, LogExtent log) {
    boolean before = trial.before().known();
    boolean after = trial.after().known();
    if (log.empty()) {
      return "There is no log to compare by.";
    }
    if (before && after) {
      return "The log covers both sides, but too little happened on them to tell a difference from"
          + " chance: "
          + counts(trial)
          + ".";
    }
    String missing = before ? "after" : after ? "before" : "before or after";
    return "The log ("
        + Wording.time(log.first())
        + " to "
        + Wording.time(log.last())
        + ") does not cover enough of the time "
        + missing
        + " it; a verdict needs at least a minute on each side.";
  }

  private static String counts(Trial trial) {
    return Wording.count(trial.before().tally().crashes(), "crash", "crashes")
        + " and "
        + Wording.count(trial.before().tally().failed(), "failed request", "failed requests")
        + " before, "
        + trial.after().tally().crashes()
        + " and "
        + trial.after().tally().failed()
        + " after";
  }

  /** What was counted on both sides, and the test. */
  static String of(Trial trial, Comparison by) {
    Trial.Side before = trial.before();
    Trial.Side after = trial.after();
    StringBuilder text = new StringBuilder();
    switch (by.kind()) {
      case CRASHES -> {
        text.append(Wording.count(before.tally().crashes(), "crash", "crashes"));
        text.append(" in the ").append(length(before)).append(" before it, ");
        text.append(Wording.number(after.tally().crashes()))
            .append(" in the ")
            .append(length(after));
        text.append(" after it");
      }
      case REQUESTS -> {
        if (trial.requestsTold()) {
          text.append(share(before.tally())).append(" failed in the ").append(length(before));
          text.append(" before it, ").append(share(after.tally())).append(" in the ");
          text.append(length(after)).append(" after it");
        } else {
          text.append("No crash in the ").append(length(before)).append(" before it and the ");
          text.append(length(after)).append(" after it; the log tells of no requests");
        }
      }
      case ERRORS -> {
        text.append(
            trial.requestsTold()
                ? "No crash and no more failed requests than before; by the jobs' own errors: "
                : "The log tells of no requests; by the program's own errors: ");
        text.append(ErrorWords.quoted(by)).append(' ');
        text.append(Wording.count(by.before().messages(), "time", "times")).append(" in the ");
        text.append(length(before))
            .append(" before it, ")
            .append(Wording.number(by.after().messages()));
        text.append(" in the ").append(length(after)).append(" after it");
      }
    }
    return text.append(tested(by)).append('.').toString();
  }

  /** The test in brackets, or nothing where none was made. */
  private static String tested(Comparison by) {
    Double ratio = by.test().ratio();
    if (ratio == null || !by.made()) {
      return "";
    }
    StringBuilder text = new StringBuilder(" (");
    if (!ratio.isInfinite()) {
      text.append("rate ratio ").append(number(ratio)).append(", ");
    }
    text.append("95 % interval ").append(ErrorWords.interval(by));
    text.append(", exact test p ").append(by.p() < 1e-300 ? "" : "= ");
    return text.append(Wording.chance(by.p())).append(" after correction)").toString();
  }

  static String number(double value) {
    return value == 0
        ? "0"
        : value < 0.001 || value >= 1e6
            ? String.format(Locale.ROOT, "%.1e", value)
            : String.format(Locale.ROOT, "%.3g", value);
  }

  private static String share(Failures.Tally tally) {
    return tally.failed() + " of " + Wording.count(tally.answered(), "request", "requests");
  }

  private static String length(Trial.Side side) {
    return Wording.length(Duration.ofSeconds(Math.round(side.seconds())));
  }

  /** What went on failing on the side that is called well. */
  static String stillFailing(Trial.Side side, Judgement judgement) {
    return judgement.remaining().contains(Kind.REQUESTS.id)
        ? Wording.percent(side.tally().share())
            + " of "
            + Wording.count(side.tally().answered(), "request", "requests")
            + " failed"
        : Wording.count(side.tally().crashes(), "crash", "crashes") + " came";
  }
}
