package dev.debrief.analysis.change;

import dev.debrief.analysis.Findings;
import dev.debrief.analysis.Wording;
import dev.debrief.analysis.outage.LogExtent;
import dev.debrief.analysis.statistics.RateTest;
import dev.debrief.model.Change;
import dev.debrief.model.ChangeKind;
import dev.debrief.model.Finding;
import dev.debrief.model.Severity;
import dev.debrief.model.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a change did, in words: the attempt, the result, the numbers. */
final class ImpactWords {
  private ImpactWords() {}

  static Finding finding(
      Trial trial,
      Verdict verdict,
      boolean byCrashes,
      @Nullable Double p,
      String alibi,
      List<Change> all,
      LogExtent log) {
    Change change = trial.change();
    StringBuilder text = new StringBuilder(change.description());
    if (verdict == Verdict.INCONCLUSIVE) {
      text.append(' ').append(uncovered(trial, log));
    } else {
      text.append(' ').append(numbers(trial, byCrashes, p));
      text.append(conclusion(trial, verdict, all));
    }
    if (!alibi.isEmpty()) {
      text.append(" It did not begin the failures: ").append(alibi).append('.');
    }
    return Findings.of(
        change.moment().at(),
        null,
        List.of(),
        switch (verdict) {
          case INTRODUCED -> Severity.CRITICAL;
          case FIXED, NO_EFFECT -> Severity.WARNING;
          case NEUTRAL, INCONCLUSIVE -> Severity.INFO;
        },
        confidence(trial, verdict, p),
        title(change, verdict),
        text.toString(),
        change.evidence(),
        ChangeImpacts.details(trial, verdict, byCrashes, p, alibi));
  }

  private static double confidence(Trial trial, Verdict verdict, @Nullable Double p) {
    return switch (verdict) {
      case INTRODUCED, FIXED -> p == null || p > 0.001 ? 0.85 : 0.97;
      case NO_EFFECT, NEUTRAL ->
          trial.before().seconds() > 600 && trial.after().seconds() > 600 ? 0.9 : 0.75;
      case INCONCLUSIVE -> 0.5;
    };
  }

  private static String title(Change change, Verdict verdict) {
    String name =
        change.change()
            + switch (change.kind()) {
              case ROLLBACK -> " (rollback)";
              case CONFIG -> " (same image)";
              case SCALE -> " (scaling)";
              case DEPLOY, COMMIT, STOP, START, OTHER -> "";
            };
    return switch (verdict) {
      case INTRODUCED -> "The failures began with " + name;
      case FIXED -> name + " ended the failures";
      case NO_EFFECT -> name + " changed nothing: the failures went on";
      case NEUTRAL -> name + " did no harm: healthy before and after";
      case INCONCLUSIVE -> "What " + name + " did can't be told from this log";
    };
  }

  private static String uncovered(Trial trial, LogExtent log) {
    boolean before = trial.before().seconds() >= 60;
    boolean after = trial.after().seconds() >= 60;
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

  private static String numbers(Trial trial, boolean byCrashes, @Nullable Double p) {
    Trial.Side before = trial.before();
    Trial.Side after = trial.after();
    RateTest test = byCrashes ? trial.crashes() : trial.requests();
    StringBuilder text = new StringBuilder();
    if (byCrashes) {
      text.append(Wording.count(before.tally().crashes(), "crash", "crashes"));
      text.append(" in the ").append(length(before)).append(" before it, ");
      text.append(after.tally().crashes()).append(" in the ").append(length(after));
      text.append(" after it");
    } else if (before.tally().answered() + after.tally().answered() > 0) {
      text.append(of(before.tally())).append(" failed in the ").append(length(before));
      text.append(" before it, ").append(of(after.tally())).append(" in the ");
      text.append(length(after)).append(" after it");
    } else {
      text.append("No crash in the ").append(length(before)).append(" before it and the ");
      text.append(length(after)).append(" after it; the log tells of no requests");
    }
    if (test.ratio() != null && p != null && p < 1) {
      text.append(" (");
      if (!test.ratio().isInfinite()) {
        text.append(String.format(Locale.ROOT, "rate ratio %.3g, ", test.ratio()));
      }
      text.append("95 % interval ").append(bound(test.low())).append(" to ");
      text.append(bound(test.high()))
          .append(", exact test p ")
          .append(p < 1e-300 ? "" : "= ")
          .append(Wording.chance(p));
      text.append(" after correction)");
    }
    return text.append('.').toString();
  }

  private static String bound(double value) {
    return Double.isInfinite(value) ? "any height" : String.format(Locale.ROOT, "%.3g", value);
  }

  private static String of(Failures.Tally tally) {
    return tally.failed() + " of " + Wording.count(tally.answered(), "request", "requests");
  }

  private static String length(Trial.Side side) {
    return Wording.length(Duration.ofSeconds((long) side.seconds()));
  }

  private static String conclusion(Trial trial, Verdict verdict, List<Change> all) {
    Change change = trial.change();
    if (verdict == Verdict.NO_EFFECT && change.kind() == ChangeKind.ROLLBACK) {
      String earlier =
          all.stream()
              .filter(
                  other ->
                      other != change
                          && !other.image().isEmpty()
                          && Images.name(other.image()).equals(Images.name(change.image()))
                          && other.moment().at().isBefore(change.moment().at()))
              .findFirst()
              .map(other -> " to the image of " + other.change())
              .orElse("");
      return " The rollback" + earlier + " changed nothing: the failures are not in the code.";
    }
    if (verdict == Verdict.NO_EFFECT && change.description().contains("cache")) {
      return " The build may not have held the change at all.";
    }
    Failures.Tally after = trial.after().tally();
    if (verdict == Verdict.FIXED && after.answered() >= 20 && after.share() >= 0.05) {
      return " The crashes ended, but "
          + Wording.percent(after.share())
          + " of the requests after it failed: the app ran without being well.";
    }
    return "";
  }
}
