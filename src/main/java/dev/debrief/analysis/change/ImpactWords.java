package dev.debrief.analysis.change;

import dev.debrief.analysis.Findings;
import dev.debrief.analysis.Wording;
import dev.debrief.analysis.change.Comparison.Kind;
import dev.debrief.analysis.outage.LogExtent;
import dev.debrief.analysis.outage.Outage;
import dev.debrief.model.Change;
import dev.debrief.model.ChangeKind;
import dev.debrief.model.Details;
import dev.debrief.model.Evidence;
import dev.debrief.model.FailureSeries;
import dev.debrief.model.Finding;
import dev.debrief.model.Severity;
import dev.debrief.model.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a change did, in words: the attempt, the result, the numbers. */
final class ImpactWords {
  /** An outage that lasts this long past a rollout did not end with it. */
  private static final Duration ENDED_WITH_IT = Duration.ofMinutes(2);

  private final List<Change> all;
  private final List<Outage> outages;
  private final LogExtent log;

  ImpactWords(List<Change> all, List<Outage> outages, LogExtent log) {
    this.all = all;
    this.outages = outages;
    this.log = log;
  }

  Finding finding(Trial trial, Judgement judgement) {
    Change change = trial.change();
    Verdict verdict = judgement.verdict();
    ErrorWords errors = new ErrorWords(trial);
    StringBuilder text = new StringBuilder(change.description());
    if (verdict == Verdict.INCONCLUSIVE) {
      text.append(' ').append(uncovered(trial));
    } else {
      text.append(' ').append(numbers(trial, judgement.by()));
      text.append(conclusion(trial, judgement));
    }
    text.append(errors.sentences());
    if (!judgement.alibi().isEmpty()) {
      text.append(" It did not begin the failures: ").append(judgement.alibi()).append('.');
    }
    List<Evidence> lines = new ArrayList<>(change.evidence());
    lines.addAll(errors.lines());
    return Findings.of(
        change.moment().at(),
        null,
        List.of(),
        severity(verdict, errors),
        confidence(trial, judgement),
        title(change, judgement, errors),
        text.toString(),
        lines,
        details(trial, judgement));
  }

  private static Severity severity(Verdict verdict, ErrorWords errors) {
    return switch (verdict) {
      case INTRODUCED -> Severity.CRITICAL;
      case FIXED, NO_EFFECT -> Severity.WARNING;
      case NEUTRAL -> errors.began() ? Severity.WARNING : Severity.INFO;
      case INCONCLUSIVE -> Severity.INFO;
    };
  }

  private static double confidence(Trial trial, Judgement judgement) {
    boolean plain = judgement.by().made() && judgement.by().p() <= 0.001;
    return switch (judgement.verdict()) {
      case INTRODUCED, FIXED -> !plain ? 0.85 : judgement.by().kind() == Kind.ERRORS ? 0.8 : 0.97;
      case NO_EFFECT, NEUTRAL ->
          trial.before().seconds() > 600 && trial.after().seconds() > 600 ? 0.9 : 0.75;
      case INCONCLUSIVE -> 0.5;
    };
  }

  private static String title(Change change, Judgement judgement, ErrorWords errors) {
    String name =
        change.change()
            + switch (change.kind()) {
              case ROLLBACK -> " (rollback)";
              case CONFIG -> " (same image)";
              case SCALE -> " (scaling)";
              case DEPLOY, COMMIT, STOP, START, OTHER -> "";
            };
    String what = judgement.remaining().isEmpty() ? "failures" : named(judgement.by().kind());
    return switch (judgement.verdict()) {
      case INTRODUCED ->
          "The " + what + " began with " + name + also(judgement, " had failed before it");
      case FIXED -> name + " ended the " + what + also(judgement, " still failed");
      case NO_EFFECT -> name + " changed nothing: the failures went on";
      case NEUTRAL ->
          errors.began()
              ? name + " crashed nothing and failed no request, but brought a new error"
              : name + " did no harm: healthy before and after";
      case INCONCLUSIVE -> "What " + name + " did can't be told from this log";
    };
  }

  private static String named(Kind kind) {
    return switch (kind) {
      case CRASHES -> "crashes";
      case REQUESTS -> "failed requests";
      case ERRORS -> "errors";
    };
  }

  /** {@code , but requests still failed}: what the verdict alone would hide. */
  private static String also(Judgement judgement, String what) {
    if (judgement.remaining().isEmpty()) {
      return "";
    }
    boolean requests = judgement.remaining().contains(Kind.REQUESTS.id);
    return ", but "
        + (requests ? "requests" + what : "machines" + what.replace("failed", "crashed"));
  }

  private String uncovered(Trial trial) {
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

  private static String numbers(Trial trial, Comparison by) {
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
          text.append(of(before.tally())).append(" failed in the ").append(length(before));
          text.append(" before it, ").append(of(after.tally())).append(" in the ");
          text.append(length(after)).append(" after it");
        } else {
          text.append("No crash in the ").append(length(before)).append(" before it and the ");
          text.append(length(after)).append(" after it; the log tells of no requests");
        }
      }
      case ERRORS -> {
        text.append("The log tells of no requests; by the program's own errors: ");
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

  private static String of(Failures.Tally tally) {
    return tally.failed() + " of " + Wording.count(tally.answered(), "request", "requests");
  }

  private static String length(Trial.Side side) {
    return Wording.length(Duration.ofSeconds(Math.round(side.seconds())));
  }

  private String conclusion(Trial trial, Judgement judgement) {
    Change change = trial.change();
    return switch (judgement.verdict()) {
      case NO_EFFECT -> {
        if (change.kind() == ChangeKind.ROLLBACK) {
          yield " The rollback"
              + owner(change)
              + " changed nothing: the failures are not in the code.";
        }
        yield change.description().contains("cache")
            ? " The build may not have held the change at all."
            : "";
      }
      case FIXED -> remained(trial, judgement);
      case INTRODUCED -> earlier(trial, judgement);
      case NEUTRAL, INCONCLUSIVE -> "";
    };
  }

  /** Of whom a rollback took the image. */
  private String owner(Change rollback) {
    return all.stream()
        .filter(
            other ->
                other != rollback
                    && !other.image().isEmpty()
                    && Images.name(other.image()).equals(Images.name(rollback.image()))
                    && other.moment().at().isBefore(rollback.moment().at()))
        .findFirst()
        .map(other -> " to the image of " + other.change())
        .orElse("");
  }

  /** A fix that left something failing was no recovery. */
  private String remained(Trial trial, Judgement judgement) {
    if (judgement.remaining().isEmpty()) {
      return "";
    }
    StringBuilder text = new StringBuilder(" It ended the ");
    text.append(named(judgement.by().kind())).append(" and no more: ");
    text.append(stillFailing(trial.after(), judgement)).append(" after it");
    Instant past = trial.rollout().complete().plus(ENDED_WITH_IT);
    outages.stream()
        .filter(outage -> outage.span().from().isBefore(past) && outage.span().to().isAfter(past))
        .findFirst()
        .ifPresent(
            outage ->
                text.append(", and the outage went on until ")
                    .append(Wording.time(outage.span().to())));
    return text.append('.').toString();
  }

  private static String earlier(Trial trial, Judgement judgement) {
    StringBuilder text = new StringBuilder();
    if (!judgement.remaining().isEmpty()) {
      text.append(" The app was not well before it either: ");
      text.append(stillFailing(trial.before(), judgement)).append(" before it.");
    }
    boolean traded = judgement.by().kind() == Kind.REQUESTS && trial.crashes().fell();
    if (traded) {
      text.append(" It ended the crashes and brought failed requests instead.");
    }
    return text.toString();
  }

  private static String stillFailing(Trial.Side side, Judgement judgement) {
    return judgement.remaining().contains(Kind.REQUESTS.id)
        ? Wording.percent(side.tally().share())
            + " of "
            + Wording.count(side.tally().answered(), "request", "requests")
            + " failed"
        : Wording.count(side.tally().crashes(), "crash", "crashes") + " came";
  }

  private static Details.ChangeImpact details(Trial trial, Judgement judgement) {
    FailureSeries by = judgement.by().told();
    List<FailureSeries> series = new ArrayList<>();
    series.add(trial.crashes().told());
    series.add(trial.requests().told());
    new ErrorWords(trial).told().forEach(each -> series.add(each.told()));
    boolean covered = judgement.verdict() != Verdict.INCONCLUSIVE || trial.covered();
    return new Details.ChangeImpact(
        trial.change().change(),
        judgement.verdict(),
        judgement.by().kind().id,
        by.before(),
        trial.before().seconds(),
        by.after(),
        trial.after().seconds(),
        covered ? by.rateRatio() : null,
        covered ? by.ratioLow() : null,
        covered ? by.ratioHigh() : null,
        covered ? by.pValue() : null,
        judgement.alibi(),
        judgement.remaining(),
        series);
  }
}
